"""NUM109."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text

_LEADING = Pattern(
    r"(?<![^\s(“‘\"'-])(?<!\d[ ])(?P<sign>%[ \xa0]?)(?P<number>\d{1,3}(?:[.,]\d{1,3})?)"
    r"(?![\w%]|[.,:/]\d|[ \xa0]?(?:%|per[ ]?cent|[-–]))"
)


@rule(
    "NUM109",
    "percent-sign-first",
    changes={
        "The share of % 20 was too high.": "The share of 20% was too high.",
        "It fell by %35 in May.": "It fell by 35% in May.",
    },
    keeps=[
        "It rose 20% in May, by 5–7%.",
        "The code %20 is a space: https://example.org/a%20b holds one.",
        "The figure was 10 % 20 in the table.",
    ],
    misses={"It fell by %35-40 in May.": "It fell by 35-40% in May."},
    shapes=("% 9", "%9", "%\xa09"),
)
def leading_percent(text: Text) -> Iterator[Finding]:
    """A percent sign before its number.

    Turkish and Basque put it there. Codes and the addresses of web pages have such a sign too, and
    one between two numbers may belong to either.
    """
    for match in _LEADING.finditer(text.raw):
        start, end = match.span()
        if not text.is_protected((start, end)) and not _is_code(text.raw, start):
            message = (
                f"A percent sign before its number, as in Turkish; English has {match['number']}%."
            )
            yield replace((start, end), f"{match['number']}%", message, 0.96)


def _is_code(raw: str, start: int) -> bool:
    return (
        raw[max(0, start - 12) : start].rstrip().lower().endswith(("code", "escape", "encoded as"))
    )
