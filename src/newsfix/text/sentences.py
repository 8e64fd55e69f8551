"""Sentences: where each begins and ends, and where in its sentence a word stands."""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import TYPE_CHECKING

from newsfix.span import Span
from newsfix.text.abbreviations import Stop, stop_at
from newsfix.text.boundaries import CANDIDATE, End, end_at
from newsfix.text.clauses import may_be_sentence, may_hold_finite_verb
from newsfix.text.datelines import dateline_length
from newsfix.text.patterns import Pattern

if TYPE_CHECKING:
    from regex import Match

_SKIPPED = frozenset(" \t\xa0\"“”„‟«»‘’'`([{*_‹›「」")
_CLOSERS = frozenset("\"”’'»)]}›」")
_ENDS = frozenset("!?…")
_LOOK_BACK = 40  # so that a page of brackets costs no more than prose
_UNSURE = frozenset(":;—–•·|/>*")
_SUBJECT = Pattern(r"\b(?i:I|we|you|he|she|they)\b")
_NEAR = 150  # characters on either side of an abbreviation
_LONGEST = 300  # characters on either side


class Place(Enum):
    """Where in its sentence a word stands."""

    START = "start"
    MIDDLE = "middle"
    UNSURE = "unsure"


def place_of(raw: str, position: int) -> Place:
    """Say where in its sentence the word at ``position`` of ``raw`` stands.

    >>> text = "He met Mr. Ito in the U.S. The vote followed."
    >>> [place_of(text, text.index(word)).name for word in ("He", "met", "Ito", "The")]
    ['START', 'MIDDLE', 'MIDDLE', 'UNSURE']
    """
    at = position - 1
    quoted = False
    limit = max(-1, at - _LOOK_BACK)
    while at > limit and raw[at] in _SKIPPED:
        quoted = quoted or not raw[at].isspace()
        at -= 1
    if at == limit >= 0:
        return Place.UNSURE
    if at < 0 or raw[at] == "\n":
        return Place.START
    before = raw[at]
    if before == ".":
        if raw[at - 1 : at] == "." or raw[max(0, at - 2) : at] == ". ":
            return Place.UNSURE  # an ellipsis
        stop = stop_at(raw, at)
        if stop is Stop.SENTENCE:
            return Place.START
        return Place.UNSURE if stop is Stop.ABBREVIATION else Place.MIDDLE
    if before in _ENDS:
        return Place.START if before != "…" else Place.UNSURE
    if before in _UNSURE or quoted:
        return Place.UNSURE
    if before == "-" and (at == 0 or raw[at - 1] in " \n-"):
        return Place.UNSURE  # a dash, or the mark of a list item
    return Place.MIDDLE


def sentence_spans(raw: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Return the sentences of ``raw`` in order; the end of a paragraph always ends one.

    >>> text = "He met Mr. Ito in the U.S. The vote, at 9 a.m. Friday, followed. “Why?” he asked."
    >>> [span.of(text) for span in sentence_spans(text, [Span(0, len(text))])]
    ['He met Mr. Ito in the U.S.', 'The vote, at 9 a.m. Friday, followed.', '“Why?” he asked.']
    """
    return tuple(_sentences(raw, paragraphs))


def _sentences(raw: str, paragraphs: Sequence[Span]) -> Iterator[Span]:
    candidates = CANDIDATE.finditer(raw)
    match = next(candidates, None)
    for paragraph in paragraphs:
        start, end = paragraph
        body = start + dateline_length(raw, paragraph)
        while match is not None and match.end() < end:
            at = match.end()
            if at > body and _ends(raw, start, match, end):
                yield Span(start, at)
                start = match.start("opener")
            match = next(candidates, None)
        yield Span(start, end)
        while match is not None and match.end() <= end:
            match = next(candidates, None)


def _ends(raw: str, start: int, match: "Match[str]", limit: int) -> bool:
    end = end_at(raw, start, match)
    if end is not End.MAYBE:
        return end is End.YES
    left = raw[max(start, match.start() - _NEAR) : match.start()]
    if not (may_hold_finite_verb(left) or _SUBJECT.search(left)):
        return False
    following = match.end("next")
    rest = _first(raw, following, min(limit, following + _NEAR))
    return rest.endswith("?") or may_be_sentence(match["next"].lower(), rest)


def _first(raw: str, start: int, limit: int) -> str:
    """Return the text from ``start`` as far as something certainly ends its sentence."""
    for match in CANDIDATE.finditer(raw, start, limit):
        if match["marks"] != "." or stop_at(raw, match.start()) is Stop.SENTENCE:
            return raw[start : match.end()]
    return raw[start:limit]


def sentence_at(raw: str, line: Span, position: int) -> Span:
    """Return the sentence of ``line`` that holds ``position``, or what is near of a long one.

    Only what certainly ends a sentence ends it here: a full stop after an abbreviation does not,
    so that a rule can look at both sides of it.

    >>> text = "It rained. He met Mr. Ito in the U.S. The vote followed. They left."
    >>> sentence_at(text, Span(0, len(text)), 20).of(text)
    'He met Mr. Ito in the U.S. The vote followed.'
    """
    start = max(line.start, position - _LONGEST)
    end = min(line.end, position + _LONGEST)
    for match in CANDIDATE.finditer(raw, start, min(end + _LOOK_BACK, line.end)):
        if end_at(raw, start, match) is not End.YES:
            continue
        if match.end() > position:
            return Span(start, min(end, match.end()))
        start = match.start("opener")
    return Span(start, end)
