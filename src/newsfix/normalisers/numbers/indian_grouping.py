"""NUM104."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Text
from newsfix.text.notation import Notation, numeral_at, value


@rule(
    "NUM104",
    "indian-grouping",
    suggests={"The city counted 6,30,118 votes.": "The city counted 630,118 votes."},
    keeps=[
        "The state spent Rs 6,30,118 on roads in India.",
        "The lines 1,20,300 and 4 are missing.",
        "The city counted 630,118 votes.",
    ],
    shapes=("9,99,9",),
)
def indian_grouping(text: Text) -> Iterator[Finding]:
    """Digits in groups of two, as in South Asia: 6,30,118.

    That is right in Indian English; elsewhere readers expect groups of three. A publisher's style
    decides; where none is set, a document that is about South Asia keeps its numbers.
    """
    style = text.profile.style
    spots = text.spots("9,99,9")
    if style == "in" or (style is None and spots and text.numerals.is_south_asian):
        return
    end = 0
    for at in spots:
        numeral = numeral_at(text.raw, at) if at >= end else None
        if numeral is None or numeral.span.end <= end:
            continue
        end = numeral.span.end
        number = value(numeral.written, Notation.POINT)
        if numeral.indian and number is not None and not text.is_protected(numeral.span):
            message = f"Groups of two digits in “{numeral.written}”, which only South Asia writes."
            sureness = 0.97 if style else 0.85
            yield replace(numeral.span, f"{number:,}", message, sureness, wrong=0.9)
