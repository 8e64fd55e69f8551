"""Which marks end a sentence: the one place where that is decided.

A mark is judged by the word before it and by what follows. Three answers are possible, because
after some abbreviations nobody can tell without reading both sides: callers that must decide ask
``Text.sentences``, and callers that must be sure take only what certainly ends.
"""

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from newsfix.text.abbreviations import Stop, stop_at
from newsfix.text.attribution import attribution_at
from newsfix.text.lists import entries, words
from newsfix.text.patterns import Pattern

if TYPE_CHECKING:
    from regex import Match

#: A mark that may end a sentence, the closing marks that belong to it, and what follows the space.
CANDIDATE = Pattern(
    r"(?<![.!?…])(?P<marks>(?:\.[ ](?=\.)){1,20}+\.|[.!?…]++)"
    r"(?P<closers>[\"”’'»)\]}]*+(?:[ ]?\[\d{1,3}\])*+)"
    r"(?=\s++(?P<opener>[\"“‘’'«(\[{]*+)(?P<next>[\w’']++|\S))"
)
_NUMBER_OF_LIST = Pattern(r"[\"“(\[]?(?:\d{1,3}|\p{L}|[ivxIVX]{1,4})\)?\Z")
_INNER_NUMBER = Pattern(r"(?:[:;!?•*][ ]|[•⁃*])\d{1,2}\Z")
_MIXED_CASE = Pattern(r"\p{Ll}{1,3}\p{Lu}")
_FULL_LENGTH = 5  # letters: an unknown word as long as this is no abbreviation
_LONGEST_WORD = 40  # characters: so that text without spaces costs no more than prose
_I_SAID = Pattern(r"I[ ](?:said|say|asked|ask|cried|replied|answered)\b")
_GOES_ON = frozenset(',;:.!?…)]}/|"”’')
_ADDRESS = frozenset(("http", "https", "www"))
_WITH_MARK = frozenset("Yahoo Jeopardy Wham Mia Oklahoma Airplane Jeb".split())
_SMALL_STARTERS = frozenset(
    "i he she it we you they this these there here what how why if would could should is are was"
    " does did do can please thanks the my your our his her their maybe".split()
)


# The start of what goes on after “9 p.m.”: zones, days and months.
_AFTER_TIME = tuple(
    "et est edt eastern pt pst pdt pacific central mountain gmt bst ist cet utc local mon tues wednes"
    " thurs fri satur sun jan feb mar apr may jun jul aug sep oct nov dec".split()
)
_NEVER_FIRST = frozenset("will may of am an us".split())
_OTHER_STARTERS = frozenset("how what why when where who there here however meanwhile".split())


class End(Enum):
    """Whether a mark ends a sentence."""

    NO = "goes on"
    MAYBE = "an abbreviation, and perhaps the end as well"
    YES = "ends it"


def end_at(raw: str, start: int, match: "Match[str]") -> End:
    """Say whether a CANDIDATE ends the sentence that begins at ``start`` of ``raw``.

    >>> def ends(text): return [end_at(text, 0, match).name for match in CANDIDATE.finditer(text)]
    >>> ends("It rained. “Why?” he said to Mr. Ito of Berg Inc. The rest, or 1.5 parts, left.")
    ['YES', 'NO', 'NO', 'MAYBE']
    """
    marks = match["marks"]
    if marks == ".":
        return _full_stop(raw, start, match)
    if "!" in marks or "?" in marks:
        return _loud(raw, match)
    return _ellipsis(match)


def _full_stop(raw: str, start: int, match: "Match[str]") -> End:
    at = match.start()
    following = match["next"]
    first = following[:1]
    stop = _stop(raw, start, at)
    if stop is not Stop.SENTENCE:
        return _after_abbreviation(raw, stop, match)
    if first.isupper():
        return End.NO if _numbers_list(raw, start, at) else End.YES
    if first.isdigit():
        return End.NO if match["opener"][:1] == "[" or _numbers_list(raw, start, at) else End.YES
    if not first.isalpha():
        return End.YES if _may_open(first) else End.NO
    if match["opener"] or _MIXED_CASE.match(following) or following in _ADDRESS:
        return End.YES
    if match["closers"]:
        return End.NO
    return End.YES if _is_whole_word(raw, at) else End.NO


def _stop(raw: str, start: int, at: int) -> Stop:
    """Return what the stop does; a plain word before it, the usual case, is told at once."""
    word = _word_before(raw, at, start)
    plain = word.isalpha() and (len(word) > 1 or word.islower())
    if plain and f"{word}." not in entries("abbreviations"):
        return Stop.SENTENCE
    return stop_at(raw, at)


def _after_abbreviation(raw: str, stop: Stop, match: "Match[str]") -> End:
    following = match["next"]
    first = following[:1]
    if stop is Stop.TITLE:
        return End.MAYBE if _ends_as_street(raw, match) else End.NO
    if not first.isupper():
        return End.YES if match["closers"] and match["opener"] and first.isalnum() else End.NO
    if match["opener"][:1] in ("(", "["):
        return End.NO
    if match["opener"] or match["closers"]:
        return End.MAYBE
    return End.MAYBE if _may_start(raw, stop, match.start(), following) else End.NO


def _may_start(raw: str, stop: Stop, at: int, following: str) -> bool:
    """Say whether ``following``, with its capital, may be the first word of a sentence."""
    small = following.lower()
    if small in starters():
        return True
    if stop is Stop.INITIAL:
        return raw[at - 2 : at] == " I" and small in words("closed_class")
    kind = entries("abbreviations").get(_word_before(raw, at).lstrip("(“\"'‘") + ".")
    if kind == "time":
        return not small.startswith(_AFTER_TIME)
    return kind in ("month", "other") and entries("words").get(small) == "small"


@cache
def starters() -> frozenset[str]:
    """Words that a sentence may start with and that are no part of a name."""
    return (words("closed_class") - _NEVER_FIRST) | _OTHER_STARTERS


def _ends_as_street(raw: str, match: "Match[str]") -> bool:
    """Say whether a title's stop may end a sentence: “on Main St. The shop”, “et al. They”."""
    at = match.start()
    return raw.endswith(("St.", " al.", " st.", " Sr.", "Ft."), 0, at + 1) and (
        match["next"][:1].isupper() and match["next"].lower() in starters()
    )


def _loud(raw: str, match: "Match[str]") -> End:
    first = match["next"][:1]
    if first.islower():
        return End.YES if _starts_small(raw, match) else End.NO
    said = match.start("next")
    if (
        not match["opener"]
        and match["closers"]
        and (attribution_at(raw, said) or _I_SAID.match(raw, said))
    ):
        return End.NO  # “Why?” Berg asked.
    if match["marks"] == "!" and _word_before(raw, match.start()).lstrip("“\"‘'(") in _WITH_MARK:
        return End.YES if match["next"].lower() in starters() else End.NO
    return End.YES if first.isalnum() or _may_open(first) else End.NO


def _starts_small(raw: str, match: "Match[str]") -> bool:
    """Say whether a sentence begins with a small letter after “?” or “!”: titles go on after them."""
    following = match["next"]
    if match["opener"] or following in _ADDRESS or _MIXED_CASE.match(following):
        return True
    if match["closers"] or attribution_at(raw, match.start("next")):
        return False
    word = following.partition("’")[0].partition("'")[0]
    if "?" in match["marks"]:
        return word not in words("closed_class", kind="preposition")
    return word in _SMALL_STARTERS


def _ellipsis(match: "Match[str]") -> End:
    """Tell an omission inside a sentence, “[…]” or “well . . . I”, from one that ends it."""
    following = match["next"]
    if not following[:1].isupper() or "]" in match["closers"][:1]:
        return End.NO
    spaced = match["marks"] == ". . ."
    return End.NO if spaced and following.partition("’")[0].partition("'")[0] == "I" else End.YES


def _may_open(mark: str) -> bool:
    return mark not in _GOES_ON


def _numbers_list(raw: str, start: int, at: int) -> bool:
    """Say whether the stop belongs to the number of a list item: “1. He came”, “: 2. She left”."""
    if at - start < 6 and _NUMBER_OF_LIST.match(raw[start:at]):
        return True
    return raw[at - 1].isdigit() and _INNER_NUMBER.search(raw, max(start, at - 6), at) is not None


def _is_whole_word(raw: str, at: int) -> bool:
    """Say whether the word before ``at`` is written in full, so that a small letter proves nothing."""
    word = _word_before(raw, at - raw.endswith(" ", 0, at)).strip("(“”\"'‘’")
    return len(word) >= _FULL_LENGTH or word.lower() in entries("words")


def _word_before(raw: str, at: int, start: int = 0) -> str:
    """Return what stands between the last space and ``at``, or the near part of it."""
    near = max(start, at - _LONGEST_WORD)
    return raw[max(near, raw.rfind(" ", near, at) + 1) : at]
