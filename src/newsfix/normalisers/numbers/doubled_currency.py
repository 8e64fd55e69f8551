"""NUM111."""

from collections.abc import Iterator

from newsfix.finding import Finding, flag, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.lists import entries
from newsfix.text.measures import SIGNS

_DOUBLED = Pattern(
    rf"(?<![\p{{L}}\p{{N}}])(?P<sign>(?:US|[AC]|NZ|HK)?[ ]?[{SIGNS}])[ \xa0]?"
    r"(?P<number>\d+(?:[.,]\d+)*(?:[ -](?:hundred|thousand|million|billion|trillion|mn|bn)|(?:m|bn|tn)\b)?)"
    r"(?P<name>[ \xa0-](?:(?:US|American|Australian|Canadian)[ ])?(?P<noun>\p{L}+))(?![\p{L}’'-])"
)

_SIGNS = frozenset(SIGNS)
_SEVERAL = frozenset("dollars euros pounds rubles roubles rupees yen yuan francs pesos".split())


@rule(
    "NUM111",
    "doubled-currency",
    changes={
        "It costs $5 dollars a day.": "It costs $5 a day.",
        "The bank lent €30 million euros to them.": "The bank lent €30 million to them.",
    },
    flags=("The bank lent $30 million euros to them.",),
    keeps=[
        "It costs $5 a day, and the £20 pound coin was a joke-shop find.",
        "The $5 million dollar-bill prize went to “$3 won by luck”.",
    ],
    needs="dollar euro pound ruble rouble rupee yen yuan lira hryvnia shekel won franc peso".split(),
)
def doubled_currency(text: Text) -> Iterator[Finding]:
    """The sign of a currency before a number, and its name behind it.

    The sign was written for the word and the word kept. Two different currencies contradict each
    other, which only the source can settle.
    """
    if _SIGNS.isdisjoint(text.characters):
        return
    for match in _DOUBLED.finditer(text.raw):
        nouns = entries("currencies")
        noun, sign = nouns.get(match["noun"]), nouns.get(match["sign"][-1])
        if noun is None or text.is_protected(match.span()):
            continue
        if noun == sign:
            message = f"“{match['sign']}” and “{match['noun']}” say the same twice."
            sureness = 0.96 if match["noun"] in _SEVERAL else 0.7  # "a £20 pound coin"
            yield replace(
                match.span("name"), "", message, sureness, wrong=max(sureness, 0.8), at=match.span()
            )
        elif match["noun"] in _SEVERAL:
            message = f"“{match['sign']}” and “{match['noun']}” are two currencies."
            yield flag(match.span(), message, 0.95)
