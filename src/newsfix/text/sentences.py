"""Where in a sentence a position is: at its start, inside it, or impossible to say."""

from enum import Enum

from newsfix.text.abbreviations import Stop, stop_at

_SKIPPED = frozenset(" \t\xa0\"“”„‟«»‘’'`([{*_‹›「」")
_CLOSERS = frozenset("\"”’'»)]}›」")
_ENDS = frozenset("!?…")
_LOOK_BACK = 40  # so that a page of brackets costs no more than prose
_UNSURE = frozenset(":;—–•·|/>*")


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
    if before in "-" and (at == 0 or raw[at - 1] in " \n-"):
        return Place.UNSURE  # a dash, or the mark of a list item
    return Place.MIDDLE
