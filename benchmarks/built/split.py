"""Sentences that are split, and sentences that lost the stop between them."""

import random
import re
from collections.abc import Iterator

from benchmarks.built.garbled import Edit, Plan
from benchmarks.built.pieces import capital, every_sentence, paragraphs, some
from newsfix import Span

# Linked or bold text: a name, or a noun phrase, with words of its sentence on both sides.
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+){1,3}(?= [a-z])")
_PHRASE = re.compile(
    r"(?<=[a-z] )(?:the|a|an) [a-z]+(?: [a-z]+)?(?= (?:of|in|on|that|which|was|is|has|to|for|and) )"
)
_WITHIN = re.compile(r"(?<=[a-z]{2}) (?=[a-z]{2})")
_JOINT = re.compile(
    r"(?<=[a-z]{3}) (?=(?:and|in|on|to|of|for|from|with|by|that|because|which|while|after|as|at) [a-z])"
)
_STOP = re.compile(r"(?<=[a-z]{3})[.](?= [A-Z][a-z]+ [a-z])")


def split(text: str, chance: random.Random) -> Iterator[Plan]:
    """Plan sentences split by line ends around a link, by one line end, or by a false stop."""
    gap = "\n\n" if "\n\n" in text else "\n"
    spans = list(every_sentence(text))
    for span in some(chance, spans, 4):
        kind = chance.choice(("name", "phrase", "line-end", "stop"))
        edits = _edits(text, span, kind, gap, chance)
        if edits:
            yield Plan(f"split/{kind}", edits)


def _edits(text: str, span: Span, kind: str, gap: str, chance: random.Random) -> tuple[Edit, ...]:
    pattern = {"name": _NAME, "phrase": _PHRASE, "line-end": _WITHIN, "stop": _JOINT}[kind]
    inner = range(span.start + 12, span.end - 12)
    found = [match for match in pattern.finditer(text, *span) if match.start() in inner]
    found = [match for match in found if match.end() in inner]
    if not found:
        return ()
    match = chance.choice(found)
    start, end = match.span()
    if kind == "line-end":
        return (Edit(Span(start, end), "\n"),)
    if kind == "stop":
        return (Edit(Span(start, end + 1), f". {capital(text[end])}"),)
    return (Edit(Span(start - 1, start), gap), Edit(Span(end, end + 1), gap))


def boundary(text: str, chance: random.Random) -> Iterator[Plan]:
    """Plan full stops dropped between two sentences: "… the vote Then the"."""
    found = [match for span in paragraphs(text) for match in _STOP.finditer(text, *span)]
    for match in some(chance, found, 3):
        yield Plan("boundary/stop", (Edit(Span(*match.span()), ""),))
