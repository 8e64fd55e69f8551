"""PUN105."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsfix.finding import Finding, replace
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text

if TYPE_CHECKING:
    from regex import Match

_COMMAS = Pattern(
    r"(?<=[^\s,;]),(?:[ ]?,)+(?![,'])|(?<=[^\s,;]);(?:[ ]?;)+(?!;)(?=\s|$)|(?<=[\p{L})])::(?=\s)"
)
_STOPS = Pattern(r"(?<=[\p{L}\p{M}\p{N})\]”\"’'»%])\.(?:\.|[ ]+\.)(?![ ]*\.)(?=(?P<next>[ ]*\S?))")
_SPACED = Pattern(r"(?<=[^\s?!])(?P<mark>[?!])(?:[ ](?P=mark))+(?![ ]?[?!.])")
_AROUND_QUOTE = Pattern(
    r"(?<=\p{L})(?P<mark>[.,])(?P<quote>[”\"]|’(?=[.,]\s)|'(?=[.,]\s))(?P=mark)(?![.,])"
)

_AROUND = ('.".', ".”.", ",”,", ',",', ".’.", ".'.")


@rule(
    "PUN105",
    "doubled-mark",
    changes={
        "The talks ended. . Then it rained.": "The talks ended. Then it rained.",
        "The talks ended.. Then it rained.": "The talks ended. Then it rained.",
        "It was cold,, wet and late.": "It was cold, wet and late.",
        "It was cold, , wet; ; and late:: No.": "It was cold, wet; and late: No.",
        "Who won? ? Nobody.": "Who won? Nobody.",
        "They work for Berg Inc.. It pays.": "They work for Berg Inc. It pays.",
        "“It is over.”. He left.": "“It is over.” He left.",
    },
    keeps=[
        "Well ... no. Well. . . no. Well.... No.",
        "No!! What??",
        "The path ../news is gone.",
        "It went from 1. .. 9.",
        "She said “the U.S.”.",
    ],
    misses={"It was.. well, odd.": "It was ... well, odd."},
    shapes=(",,", ", ,", ";;", "; ;", "::", "..", ". .", "? ?", "! !", *_AROUND),
    languages=EVERY,
)
def doubled_mark(text: Text) -> Iterator[Finding]:
    """The same mark twice, where once is meant.

    Two systems that each set a mark, or a fragment that was dropped between them, leave a pair.
    Ellipses in all their spellings, and "!!" and "??" written for emphasis, are not this fault.
    """
    raw = text.raw
    for match in _at(text, _COMMAS, ",,", ", ,", ";;", "; ;", "::"):
        mark = match[0][0]
        if not text.is_protected(match.span()) and not _opens_quotation(text, match.start()):
            yield replace(match.span(), mark, f"“{mark}” stands twice.", 0.97)
    for match in _at(text, _STOPS, "..", ". ."):
        if not text.is_protected(match.span()):
            yield replace(match.span(), ".", "A full stop stands twice.", _sure(raw, match.end()))
    for match in _at(text, _SPACED, "? ?", "! !"):
        mark = match["mark"]
        sure = 0.97 if len(match[0]) == 3 else 0.8
        yield replace(match.span(), mark, f"“{mark}” stands twice.", sure)
    for match in _at(text, _AROUND_QUOTE, *_AROUND):
        before = raw[max(0, match.start() - 2) : match.start()]
        sure = 0.97 if before.isalpha() and before.islower() else 0.6
        at = match.end() - 1
        yield replace((at, at + 1), "", "A mark stands on both sides of a quotation mark.", sure)


def _at(text: Text, pattern: Pattern, *shapes: str) -> "Iterator[Match[str]]":
    """Match a pattern where the shapes occur, each match once."""
    end = -1
    for spot in text.spots(*shapes):
        match = pattern.match(text.raw, spot)
        if match is not None and spot >= end:
            end = match.end()
            yield match


def _sure(raw: str, end: int) -> float:
    following = raw[end : end + 3].lstrip(" \"“”'’)")
    return 0.97 if not following or following[0] == "\n" or following[0].isupper() else 0.6


def _opens_quotation(text: Text, start: int) -> bool:
    found = text.quotations
    marks = [pair.opening for pair in found.pairs] + [orphan.mark for orphan in found.orphans]
    return any(mark.start <= start + 2 and start < mark.end for mark in marks)
