"""NUM103."""

from collections.abc import Iterator
from functools import cache

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.lists import words
from newsfix.text.measures import Measure, measure_after, money_before

_SPACED = Pattern(
    r"(?<![\p{L}\p{N}.,:/+#@_-])(?<!\d[ \xa0)-])[1-9]\d{0,2}(?P<gap>[ \xa0\u2009\u202f])\d{3}(?:(?P=gap)\d{3})*"
    r"(?![\p{N}_/:]|[.,-]\d|[ \xa0\u2009\u202f-]\d)"
)
# A number that belongs to the word before it: "Flight 12 300 people took", "on March 15 200 came".
_NAMED = Pattern(
    r"(?:(?i:(?:no|nr|tel|phone|fax|page|room|flight|route|number|article|section|chapter|row|seat"
    r"|bus|line|gate|day|week|year|unit|block|level|age|aged|code|box|in[ ](?:19|20)\d\d)\.?)"
    r"|\p{Lu}[\p{L}.’'-]*)[ ]\Z"
)
_MONEY_NAMES = Pattern(r"\p{Lu}{3}[ ]\Z|Rs\.?[ ]\Z")


@rule(
    "NUM103",
    "spaced-thousands",
    changes={
        "The town has 80 000 inhabitants.": "The town has 80,000 inhabitants.",
        "They counted 1 234 567 votes.": "They counted 1,234,567 votes.",
        "It costs 12\xa0500 euros.": "It costs 12,500 euros.",
        "Between 200 000 and 400 000 people came.": "Between 200,000 and 400,000 people came.",
    },
    suggests={"They counted 11 419 votes there.": "They counted 11,419 votes there."},
    keeps=[
        "On March 15 200 people came, and in Room 12 300 chairs stood.",
        "Call +41 44 123 456, or 044 123 456 789.",
        "In 2019 300 people left; Flight 12 000 was late.",
        "The route 20 100 metres long, they run 4 100 each.",
    ],
    shapes=("9 999", "9\xa0999"),
    needs=("\u2009", "\u202f"),
)
def spaced_thousands(text: Text) -> Iterator[Finding]:
    """Spaces between the thousands of a number.

    French, Czech, Polish, Russian and many other languages set them; news in English has commas.
    Two numbers in a row, one of which belongs to the word before it, and telephone numbers are no
    such number.
    """
    for match in _SPACED.finditer(text.raw):
        sureness = _sureness(text.raw, *match.span(), match["gap"])
        if sureness and not text.is_protected(match.span()):
            fixed = match[0].replace(match["gap"], ",")
            message = (
                f"Spaces between thousands: three figures stand behind each space of “{match[0]}”."
            )
            yield replace(match.span(), fixed, message, sureness)


@cache
def _beginnings() -> frozenset[str]:
    """Return what has a capital only because it begins a sentence: "Around 200 000 came"."""
    more = "nearly almost roughly exactly approximately".split()
    return (words("closed_class") - {"may"}).union(more)


def _sureness(raw: str, start: int, end: int, gap: str) -> float:
    before = raw[max(0, start - 20) : start]
    money = money_before(raw, start)
    named = _NAMED.search(before)
    if named and not money and named[0].strip().lower() not in _beginnings():
        return 0.0
    measured = money or measure_after(raw, end) is not Measure.NOTHING
    groups = raw[start:end].split(gap)
    if len(groups) > 2 or gap != " ":
        if measured or groups[-1] == "000":
            return 0.97
        return 0.9 if gap != " " else 0.0  # a row of a table
    if groups[1] == "000":
        return 0.97
    return 0.9 if measured else 0.0
