"""Where in a sentence a position is: at its start, inside it, or impossible to say."""

from enum import Enum

from newsfix.span import Span
from newsfix.text.abbreviations import Stop, stop_at
from newsfix.text.patterns import Pattern

_SKIPPED = frozenset(" \t\xa0\"“”„‟«»‘’'`([{*_‹›「」")
_CLOSERS = frozenset("\"”’'»)]}›」")
_ENDS = frozenset("!?…")
_LOOK_BACK = 40  # so that a page of brackets costs no more than prose
_UNSURE = frozenset(":;—–•·|/>*")
_END = Pattern(r"[.!?…][\"”’)]?(?=[ ]|$)")
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


def sentence_at(raw: str, line: Span, position: int) -> Span:
    """Return the sentence of ``line`` that holds ``position``, or what is near of a long one.

    A full stop after an abbreviation does not end it.

    >>> text = "It rained. He met Mr. Ito in Lyon. They left."
    >>> sentence_at(text, Span(0, len(text)), 20).of(text)
    'He met Mr. Ito in Lyon.'
    """
    start = max(line.start, position - _LONGEST)
    end = min(line.end, position + _LONGEST)
    for match in _END.finditer(raw, start, end):
        if raw[match.start()] == "." and stop_at(raw, match.start()) is not Stop.SENTENCE:
            continue
        if match.end() > position:
            return Span(start, match.end())
        start = match.end() + 1
    return Span(start, end)
