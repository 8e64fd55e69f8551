"""PUN112."""

from collections.abc import Iterator

from newsfix.finding import Finding, flag, replace
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text

_SPACES = Pattern(r"(?<=[\p{L}\p{N},;)”\"’'%])(?P<spaces>[ ]{2,3})(?=[\p{L}\p{N}($€£“\"‘'])")
_GAPS = Pattern(r"[ ]{2,}|\t")
_FEWEST_WORDS = 6
# A unit with no number before it: something was lost there, not only set too wide.
_UNIT = Pattern(
    r"(?:thousand|million|billion|trillion|per ?cent|percent|%|kg|km|tons?|tonnes|metres|meters|miles"
    r"|yuan|yen|euros?|dollars|pounds|rubles|roubles|rupees|won|hectares|litres|barrels|basis points"
    r"|(?:square|cubic) \p{L}+|people|vehicles|cases|units|times|years|months|days|hours)\b"
)
# What is left of "R&D".
_LETTERS = Pattern(r"(?<=\b\p{Lu})[ ]{2,3}(?=\p{Lu}\b)")
_SCALE = Pattern(r"(?:thousand|million|billion|trillion|per ?cent|percent|%)\b")
_MORE_THAN = Pattern(
    r"\b(?:(?:more|less|fewer|greater|higher|lower)[ ]than|total[ ]of|at[ ]least|up[ ]to)[ ]\Z"
)
_BEFORE_NUMBER = Pattern(
    r"\b(?:to|of|at|by|than|reached|about|nearly|over|sold|remaining|is|was|for|and)[ ]\Z"
)


@rule(
    "PUN112",
    "doubled-space",
    changes={
        "The team from  Boston won the first game of the year.": (
            "The team from Boston won the first game of the year."
        ),
    },
    flags=[
        "They put the money of the last year into R  D centres.",
        "The value of the remaining shares rose to  million yuan in the first half.",
        "There were more than  helpers on the streets of the town.",
    ],
    keeps=[
        "Lyon  3  1  2  0\nParis  2  0  1  4",
        "They won.  Then they left, as the old style has it.",
        "Name    Age   Town",
    ],
    needs=("  ",),
    languages=EVERY,
)
def doubled_space(text: Text) -> Iterator[Finding]:
    """More than one space between two words of a sentence.

    A word or a link that was taken out leaves the spaces of both its sides. Columns of a table, and
    two spaces after a full stop as typists used to set, are left as they are.
    """
    raw = text.raw
    for match in _SPACES.finditer(raw):
        line = text.line_at(match.start()).of(raw)
        gaps = sum(1 for _ in _GAPS.finditer(line))
        words = len(line.split())
        if words < _FEWEST_WORDS or gaps * 5 > words + 5:
            continue
        start, end = match.span("spaces")
        if _lost_number(raw, start, end):
            yield flag((start, end), "A number seems to be lost between two spaces.", 0.8)
            continue
        if _LETTERS.match(raw, start):
            yield flag((start, end), "An ampersand seems to be lost between two spaces.", 0.8)
            continue
        yield replace(
            (start + 1, end), "", "More than one space between words.", 0.97, at=(start, end)
        )


def _lost_number(raw: str, start: int, end: int) -> bool:
    """Say whether a number seems to be missing where two spaces are."""
    before = raw[max(0, start - 16) : start + 1]
    if _SCALE.match(raw, end) or _MORE_THAN.search(before):
        return True
    return bool(_UNIT.match(raw, end) and _BEFORE_NUMBER.search(before))
