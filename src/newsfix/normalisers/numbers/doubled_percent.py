"""NUM110."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text

_WORD = r"(?:per[ ]?cent|pct|percents)\b(?!age)"
_DOUBLED = Pattern(
    rf"(?<=\d)(?:(?P<sign>[ \xa0]?%)[ \xa0]?(?P<second>%|{_WORD})|[ \xa0-]?(?P<word>{_WORD})[ ]?(?P<last>%))(?![\w%])"
)


@rule(
    "NUM110",
    "doubled-percent",
    changes={
        "It rose by 20 % percent in May.": "It rose by 20 percent in May.",
        "It rose by 20% percent in May.": "It rose by 20% in May.",
        "Between 2% and 6%% of them left.": "Between 2% and 6% of them left.",
        "Some 40 percent stayed, and 43 percent % left.": (
            "Some 40 percent stayed, and 43 percent left."
        ),
    },
    keeps=[
        "It rose by 20 percent, or 5% per centre.",
        "It rose 3 percent, a percentage that pleased them.",
    ],
    needs=("%%", "% %", "%\xa0%", "% p", "%p", "%\xa0p", "t %", "t%", "s %", "s%"),
)
def doubled_percent(text: Text) -> Iterator[Finding]:
    """A percent sign and the word, or the sign twice.

    One of them was translated and the other kept. The one that the document uses elsewhere stays;
    else the sign where it is set as in English, and the word where it is not.
    """
    by_sign = text.raw.count("%")
    by_word = text.raw.count("percent") + text.raw.count("per cent")
    here = f"{by_sign} sign(s) and {by_word} word(s) for it stand in this document"
    for match in _DOUBLED.finditer(text.raw):
        if match["second"] == "%":
            left = "%"
        elif by_word > by_sign or (by_word == by_sign and match["sign"] != "%"):
            left = f" {match['second'] or match['word']}"
        else:
            left = "%"
        if not text.is_protected(match.span()):
            yield replace(match.span(), left, f"“{match[0]}” says percent twice; {here}.", 0.97)
