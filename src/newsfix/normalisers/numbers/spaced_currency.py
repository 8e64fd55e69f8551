"""NUM113."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text

_SPACED = Pattern(
    r"(?<!\d[ ]?|[$€£])(?:(?<![\p{L}.])(?P<name>US|HK|NZ|NT)(?P<inner>[ ])?|(?P<glued>(?<=\p{Ll})))?"
    r"(?P<sign>[$€£])(?P<gap>[ \xa0])?(?=\d)"
)
_COUNTRY = Pattern(r"\b[Tt]he[ ]\Z")


@rule(
    "NUM113",
    "spaced-currency-sign",
    changes={
        "The plan costs US $ 22 trillion, or $ 5 a head.": "The plan costs US$22 trillion, or $5 a head.",
        "The fare is HK $4,000, or € 470.": "The fare is HK$4,000, or €470.",
    },
    keeps=[
        "The plan costs US$22 trillion, or $5 a head.",
        "A $2 trillion plan passed; at 1 $ 3.80 nobody buys.",
        "In the US $5 billion was paid, and sales in the US $3 billion short of that.",
    ],
    shapes=("$ 9", "€ 9", "£ 9", "$\xa09", "€\xa09", "£\xa09", "AA $9", "AA €9", "AA £9"),
)
def spaced_currency(text: Text) -> Iterator[Finding]:
    """A space inside or behind the sign of a currency: "US $ 22".

    Tokenisers and other languages leave it. A sign behind a number may belong to that number.
    """
    for match in _SPACED.finditer(text.raw):
        if match["gap"] is None and match["inner"] is None:
            continue
        start, end = match.span()
        if text.is_protected((start, end)):
            continue
        name = match["name"] or (" " if match["glued"] is not None else "")
        sureness = 0.97
        if match["inner"] and _COUNTRY.search(text.raw[max(0, start - 6) : start]):
            sureness = 0.8  # "in the US $5 billion was paid"
        message = f"A space inside a sum of money: English joins “{match['sign']}” to its number."
        yield replace((start, end), f"{name}{match['sign']}", message, sureness)
