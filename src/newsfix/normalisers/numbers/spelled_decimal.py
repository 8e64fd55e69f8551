"""NUM107."""

from collections.abc import Iterator
from decimal import Decimal

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.measures import Measure, measure_after
from newsfix.text.quantities import NUMBER_WORDS, quantities

_DIGITS = tuple("zero one two three four five six seven eight nine".split())
_SPELLED = Pattern(
    r"(?<![\p{L}\p{N}.,-])(?:(?i:\L<words>)(?:[ -](?:\L<digits>))?|\d{1,3})[ ](?P<mark>decimal|comma)"
    r"(?:(?:[ ](?:\L<digits>)\b){1,3}|[ ]\d{1,2}(?![\d.,:-]))",
    words=tuple(NUMBER_WORDS),
    digits=_DIGITS,
)


@rule(
    "NUM107",
    "spelled-decimal",
    changes={
        "It grew by two decimal five percent.": "It grew by 2.5 percent.",
        "It cost three comma two million crowns.": "It cost 3.2 million crowns.",
    },
    suggests={"The rate is at two decimal five now.": "The rate is at 2.5 now."},
    keeps=[
        "The rate has two decimal places, one comma and two colons.",
        "It grew by two point five percent.",
    ],
    needs=(" decimal ", " comma "),
)
def spelled_decimal(text: Text) -> Iterator[Finding]:
    """A decimal read out by the name of its mark: "two decimal five".

    German and French name the comma, Arabic and Hindi the decimal; English says "two point five"
    and writes 2.5.
    """
    for match in _SPELLED.finditer(text.raw):
        found = quantities(match[0].lower(), None)
        if len(found) != 1 or not isinstance(found[0].value, Decimal):
            continue
        measured = measure_after(text.raw, match.end()) in _MEASURED
        if match["mark"] == "comma" and not measured:
            continue
        message = f"“{match[0]}” reads a decimal out by the name of its mark."
        yield replace(match.span(), f"{found[0].value}", message, 0.97 if measured else 0.9)


_MEASURED = frozenset((Measure.PERCENT, Measure.SCALE, Measure.UNIT, Measure.MONEY, Measure.RATE))
