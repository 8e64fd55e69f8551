"""Clauses and phrases that stand in the wrong place of a sentence, or in the wrong sentence."""

import random
import re
from collections.abc import Iterator
from itertools import pairwise

from benchmarks.built.garbled import Edit, Plan
from benchmarks.built.pieces import capital, every_sentence, paragraphs, sentences, some
from newsfix import Span

_PREPOSITIONS = (
    "in|on|after|during|at|with|for|under|before|since|despite|amid|by|from|over|without|between"
)
_TRAILING = re.compile(rf" (?P<phrase>(?:{_PREPOSITIONS}) [a-z][\w ’'-]{{8,50}})[.]$")
_LEADING = re.compile(
    rf"(?P<phrase>(?:{_PREPOSITIONS.title()}|If|When|While|Although|As|Because) [a-z][\w ’'-]{{8,60}}),"
    r" (?P<next>[a-z]+ )"
)
_WITHIN = re.compile(r"(?<=[a-z]{2}) (?=[a-z]{2})")


def misplaced(text: str, chance: random.Random) -> Iterator[Plan]:
    """Plan phrases moved to the start of their sentence, or into the sentence before."""
    found = list(every_sentence(text))
    kinds = (
        [_inserted(text, sentences(text, paragraph), chance) for paragraph in paragraphs(text)],
        [_leading(text, span) for span in found],
        [_trailing(text, span) for span in found],
    )
    for plans in kinds:
        yield from some(chance, [plan for plan in plans if plan is not None], 2)


def _trailing(text: str, span: Span) -> Plan | None:
    """Move the last phrase to the front: "in any new invasion There will be …"."""
    match = _TRAILING.search(span.of(text))
    if match is None or match.start() < 30:
        return None
    old = Span(span.start + match.start(), span.start + match.end("phrase"))
    front = Edit(Span(span.start, span.start), f"{match['phrase']} ")
    return Plan("misplaced/trailing", (front, Edit(old, "")))


def _leading(text: str, span: Span) -> Plan | None:
    """Leave the first phrase without its comma, as if it came from elsewhere."""
    match = _LEADING.match(span.of(text))
    if match is None:
        return None
    comma = span.start + match.end("phrase")
    return Plan(
        "misplaced/leading",
        (
            Edit(Span(span.start, span.start + 1), text[span.start].lower()),
            Edit(Span(comma, comma + 3), f" {capital(match['next'])[:1]}"),
        ),
    )


def _inserted(text: str, found: list[Span], chance: random.Random) -> Plan | None:
    """Drop the first phrase of a sentence, capital and all, into the sentence before."""
    for before, span in pairwise(found):
        match = _LEADING.match(span.of(text))
        places = [
            place.end() for place in _WITHIN.finditer(text, before.start + 20, before.end - 15)
        ]
        if match is None or not places or before.end + 1 != span.start:
            continue
        at = chance.choice(places)
        start = span.start + match.start("next")
        return Plan(
            "misplaced/inserted",
            (
                Edit(Span(at, at), f"{match['phrase']} "),
                Edit(Span(span.start, start + 1), capital(text[start])),
            ),
        )
    return None
