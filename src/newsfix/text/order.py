"""Sentences whose parts may be out of order: the signs of a clause that was moved."""

from typing import NamedTuple

from newsfix.span import Span
from newsfix.text.joints import is_common, is_small
from newsfix.text.lists import words
from newsfix.text.patterns import Pattern

#: With these a phrase or clause begins that may have been moved.
OPENERS = frozenset(
    "in on after during at with for under before since despite amid by from over without between if"
    " when while although as because through until among against about within across near because"
    " though unless whereas once to of into upon".split()
)
# Words that something must follow which is neither a preposition nor a new clause.
_INCOMPLETE = frozenset(
    "a an the my your our their its every no of into per has have had will would can could should"
    " must might to".split()
)
_NOT_DROPPED = frozenset("to of over near once as".split())
#: Of them, those that open a clause, and those that open a phrase that stands where it likes.
CLAUSAL = frozenset("if while although though because unless whereas".split())
MOVABLE = frozenset("in on at during under despite by without from since as after before".split())
_START = Pattern(r"(?P<first>\p{Ll}+)[ ](?P<rest>[^\n]{8,300})")
_WORD = Pattern(r"(?<=(?P<before>[\p{L}\p{N}][\p{L}\p{N}’'.%-]{0,30}[”\")]?)[ ])\p{Lu}[\p{L}’'-]*")
_STOP = Pattern(r"(?<=[\p{Ll}\d”\")]{2})[.!?](?=[\s”\"]|\Z)")
# What a name stands behind, or goes on from.
_BEFORE_NAME = frozenset(
    "the a an in of at from to for with by on and or as after under near into over its his her their"
    " our between against about than when if while because that who".split()
)
_TITLES = frozenset(
    "president minister mayor judge former sen rep gov secretary general professor senator".split()
)


class Moved(NamedTuple):
    """A phrase or clause that seems to stand before the sentence that it belongs into."""

    clause: Span
    main: int  #: where the main clause begins, with its capital
    closed: bool  #: whether a word begins it that is no name


def moved_at(raw: str, start: int) -> Moved | None:
    """Return the clause that was moved to ``start``, where a sentence begins with a small letter.

    >>> text = "in any new storm There will be floods, he said."
    >>> moved_at(text, 0).clause.of(text)
    'in any new storm'
    >>> moved_at("in any new storm there will be floods, he said.", 0)
    """
    match = _START.match(raw, start)
    if match is None or match["first"] not in OPENERS:
        return None
    stop = _STOP.search(raw, start, match.end())
    end = stop.start() if stop else match.end()
    comma = raw.find(",", start, end)
    limit = comma if comma >= 0 else end
    weak: Moved | None = None
    for word in _WORD.finditer(raw, start, end):
        at = word.start()
        before = word["before"].lower()
        if at - start < 6 or raw[start:at].count(" ") < 2:
            continue
        small = word[0].lower()
        closed = small in words("closed_class") and word[0] not in ("I", "May", "Will")
        common = closed or is_small(small) or (is_common(small) and not _is_name(small))
        if at > limit and not closed:
            break
        if closed and small != before:
            return Moved(Span(start, at - 1), at, closed=True)
        if before in _BEFORE_NAME or before in _TITLES or before[:1].isdigit():
            continue
        if common and weak is None:
            weak = Moved(Span(start, at - 1), at, closed=common)
        elif weak is None and not raw[at - len(word["before"]) - 1].isupper():
            weak = Moved(Span(start, at - 1), at, closed=False)
    return weak


def _is_name(word: str) -> bool:
    """Say whether a word may be a name as well."""
    return word in words("names", "places")


def starts_small(raw: str, position: int) -> bool:
    """Say whether the sentence that begins at ``position`` does so with a small letter."""
    return raw[position : position + 1].islower()


def may_be_out_of_order(raw: str, start: int) -> bool:
    """Say whether the sentence at ``start`` has a small start and a capital inside that begins one.

    Then the letters alone do not tell what is wrong: a clause may stand in the wrong place.

    >>> may_be_out_of_order("after the vote He left.", 0), may_be_out_of_order("he left Paris.", 0)
    (True, False)
    """
    return starts_small(raw, start) and moved_at(raw, start) is not None


def interrupts(before: str, word: str) -> bool:
    """Say whether ``before`` needs what ``word`` cannot begin, so that something was dropped in.

    >>> interrupts("its", "with"), interrupts("or", "if"), interrupts("left", "with")
    (True, False, False)
    """
    return before in _INCOMPLETE and word in OPENERS and word not in _NOT_DROPPED
