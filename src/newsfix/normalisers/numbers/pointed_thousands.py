"""NUM102."""

from collections.abc import Iterator

from newsfix.finding import Finding, flag, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.measures import Measure
from newsfix.text.notation import Notation, Numeral, Proof, english, numeral_at
from newsfix.text.numerals import is_round, is_whole

_POINTED = Pattern(r"[1-9]\d{0,2}(?:\.\d{3})+")
_FRACTIONS = frozenset((Measure.PERCENT, Measure.SCALE, Measure.RATE))
# What has a point and three digits in English too.
_OTHERWISE = Pattern(
    r"(?i)(?:version|section|chapter|paragraph|article|rule|magnitude|average|ratio|rate|index|factor|score"
    r"|odds|frequency|value|coefficient|percentage|no\.|number|code|route|form|batting|hitting|slugging)"
    r"(?:[ ](?:of|at|was|is|to|the|a))*[ ]\Z"
)


@rule(
    "NUM102",
    "pointed-thousands",
    changes={
        "The city has 1.234.567 inhabitants.": "The city has 1,234,567 inhabitants.",
        "It costs 5.000 Euros, and the repair of the roof 142.000 Euros.": (
            "It costs 5,000 Euros, and the repair of the roof 142,000 Euros."
        ),
    },
    suggests={
        "About 5.000 visitors came.": "About 5,000 visitors came.",
        "They counted 12.158 cases.": "They counted 12,158 cases.",
    },
    flags=("The town is 1.234 metres above the sea.",),
    keeps=[
        "The plan costs $1.375 billion, and 0.125 percent is tax.",
        "Version 2.345 runs at 192.168.100.200; section 1.234 applies.",
        "She ran it in 9.812 seconds; women have 2.315 children on average.",
        "The match on 12.05.2022 ended 15.300 to 14.900; the euro is at $1.364 to the pound.",
    ],
    shapes=("9.999",),
)
def pointed_thousands(text: Text) -> Iterator[Finding]:
    """Points between the thousands of a number.

    Most languages of Europe and Latin America write 5.000 for 5,000, and translation keeps it. One
    number with a single point may be a decimal: it is written anew only where other numbers of the
    document show its notation.
    """
    end = 0
    for at in text.spots("9.999"):
        numeral = numeral_at(text.raw, at) if at >= end else None
        if numeral is None or numeral.span.end <= end:
            continue
        end = numeral.span.end
        if _POINTED.fullmatch(numeral.written) and not text.is_protected(numeral.span):
            yield from _judged(text, numeral)


def _judged(text: Text, numeral: Numeral) -> Iterator[Finding]:
    message = f"A point between thousands: {text.numerals.evidence()}."
    fixed = english(numeral.written)
    if numeral.proof is Proof.CERTAIN:
        message = f"Points between thousands: “{numeral.written}” has several, and no number has two decimal points."
        yield replace(numeral.span, fixed, message, 0.97)
        return
    if _is_decimal(text.raw, numeral):
        return
    others = text.numerals.others(numeral)
    comma, point = others[Notation.COMMA], others[Notation.POINT]
    leans = is_whole(numeral)
    several = text.numerals.pointed_counts > 2 and not point
    if comma and not point:
        sureness = 0.97 if leans or comma > 1 else 0.9
    elif comma > 2 * point:
        sureness = 0.95 if leans and is_round(numeral) else 0.85
    elif is_round(numeral) or (leans and not point):
        sureness = 0.88 if leans and is_round(numeral) else 0.8
    elif numeral.measure is Measure.COUNTED or several:
        sureness = 0.7
    elif numeral.measure is Measure.UNIT and not point:
        may_be = "A point before three digits may stand between thousands or before a fraction"
        yield flag(numeral.span, f"{may_be}: {text.numerals.evidence()}.", 0.5)
        return
    else:
        return
    yield replace(numeral.span, fixed, message, sureness)


def _is_decimal(raw: str, numeral: Numeral) -> bool:
    """Say whether what stands around a number makes it a fraction."""
    if numeral.measure in _FRACTIONS and not is_round(numeral):
        return True
    return bool(_OTHERWISE.search(raw[max(0, numeral.span.start - 40) : numeral.span.start]))
