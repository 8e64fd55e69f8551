"""NUM108."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text

# A sign with a number on either side may belong to the one behind it.
_SPACED = Pattern(
    r"(?<=\d)(?P<gap>[ \xa0\u2009\u202f])[%‰](?![ \xa0]?(?:\d|%|per[ ]?cent|pct)|\p{L})"
)


@rule(
    "NUM108",
    "spaced-percent-sign",
    changes={
        "Some 20 % of them left, and 7.5\xa0% died.": "Some 20% of them left, and 7.5% died.",
    },
    keeps=[
        "It rose 20% in May, by 5–7%.",
        "The code %20 is a space; see https://example.org/a%20b here.",
        "The figure was 10 %2 in the table.",
    ],
    shapes=("9 %", "9\xa0%"),
    needs=("\u2009%", "\u202f%"),
)
def spaced_percent(text: Text) -> Iterator[Finding]:
    """A space between a number and its percent sign.

    French, German and Russian set one, English does not. A sign between two numbers may belong to
    the second.
    """
    for match in _SPACED.finditer(text.raw):
        start, end = match.span("gap")
        if not text.is_protected((start - 1, end + 1)):
            yield replace(
                (start, end),
                "",
                "A space before a percent sign, where English sets none.",
                0.97,
                at=(start, end + 1),
            )
