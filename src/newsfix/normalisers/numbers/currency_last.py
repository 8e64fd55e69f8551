"""NUM112."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text

_SIGNS = "$€£₽₹₺₴"
_LAST = Pattern(
    rf"(?<![\p{{L}}\p{{N}}.,/:#{_SIGNS}-])(?<![{_SIGNS}][ ])"
    r"(?P<number>\d+(?:[.,]\d+)*)(?P<scale>[ ](?:thousand|million|billion|trillion))?"
    rf"(?:(?<=\d)[ \xa0]?|[ ])(?P<sign>(?:US)?[{_SIGNS}])"
    rf"(?P<after>[ ](?:thousand|million|billion|trillion)\b)?(?![ \xa0]?\d|[{_SIGNS}])(?P<glued>\p{{L}})?"
)
_ONE_DECIMAL = Pattern(r"[.,]\d\Z")


@rule(
    "NUM112",
    "currency-sign-last",
    changes={
        "It costs 100$ a day, or 90 € in Porto.": "It costs $100 a day, or €90 in Porto.",
        "They owe 22 million $ to the bank.": "They owe $22 million to the bank.",
        "They owe 3 $ million to the bank.": "They owe $3 million to the bank.",
    },
    suggests={
        "It costs 10 €each way.": "It costs €10 each way.",
        "It costs 9.5 $ an hour.": "It costs $9.5 an hour.",
    },
    keeps=[
        "It costs $100 a day, and US$5 buys nothing.",
        "The names A1$B and 5$€ are codes; he typed 1$2.",
        "At the rate of 1 $ 3.80 nobody buys.",
    ],
    shapes=tuple(f"9{gap}{sign}" for gap in ("", " ", "\xa0") for sign in ("$", "€", "£", "AA$")),
    needs=(*(f"{end} {sign}" for end in "nd" for sign in ("$", "€", "£", "US$")), *"₽₹₺₴"),
)
def currency_last(text: Text) -> Iterator[Finding]:
    """The sign of a currency behind its number.

    Most languages put it there, English puts it first. A sign between two numbers may belong to
    either.
    """
    for match in _LAST.finditer(text.raw):
        if text.is_protected(match.span()) or (match["scale"] and match["after"]):
            continue
        scale = match["scale"] or match["after"] or ""
        gap = f" {match['glued']}" if match["glued"] else ""
        fixed = f"{match['sign']}{match['number']}{scale}{gap}"
        message = f"“{match['sign']}” behind its number; English sets it before: {fixed}."
        # An editor may write $9.50 for 9.5 $.
        is_short = not scale and _ONE_DECIMAL.search(match["number"])
        yield replace(match.span(), fixed, message, 0.85 if gap or is_short else 0.97)
