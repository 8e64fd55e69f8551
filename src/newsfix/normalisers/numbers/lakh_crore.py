"""NUM105."""

from collections.abc import Iterator
from decimal import Decimal

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.notation import spoken
from newsfix.text.quantities import quantities

_LAKHS = Pattern(
    r"(?<![\p{L}\p{N}.,/-])\d+(?:[.,]\d+)*(?:[ \xa0-](?:[Ll]akh|[Cc]rore|LAKH|CRORE)s?){1,2}\b"
    r"(?![ ]\d|[-’'][\p{L}\p{N}])"
)


@rule(
    "NUM105",
    "lakh-or-crore",
    suggests={
        "Some 5 lakh people fled the flood.": "Some 500,000 people fled the flood.",
        "The bridge cost 2.5 crore to build.": "The bridge cost 25 million to build.",
    },
    keeps=[
        "The minister promised Rs 5 lakh to each family in Bihar, India.",
        "Lakhs of people came, a crore perhaps.",
    ],
    needs=("lakh", "crore", "Lakh", "Crore", "LAKH", "CRORE"),
)
def lakh_crore(text: Text) -> Iterator[Finding]:
    """Lakh or crore in a text that is not from South Asia.

    A lakh is a hundred thousand and a crore ten million. Both are right in Indian English. A
    publisher's style decides; where none is set, a document about South Asia keeps them.
    """
    style = text.profile.style
    if style == "in" or (style is None and text.numerals.is_south_asian):
        return
    for match in _LAKHS.finditer(text.raw):
        found = quantities(match[0], text.numerals.notation)
        if len(found) == 1 and isinstance(found[0].value, Decimal):
            fixed = spoken(found[0].value)
            message = f"“{match[0]}” is {fixed} elsewhere."
            yield replace(match.span(), fixed, message, 0.97 if style else 0.8, wrong=0.9)
