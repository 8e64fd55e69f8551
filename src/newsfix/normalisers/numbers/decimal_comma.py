"""NUM101."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.measures import Measure
from newsfix.text.notation import Notation, Numeral, Proof, english, numeral_at

# Scores, verses, articles of a law and other lists are written with commas and without spaces too.
_BESIDE = Pattern(r"(?:[ ]?(?:,|and|or|-|–|[ ])[ ]?)\d+,\d")
_LISTED = Pattern(
    r"(?:(?i:articles?|sections?|paragraphs?|pages?|chapters?|rules?|nos?\.|numbers?|verses?|rooms?|routes?"
    r"|games?|sets?|act|rounds?|weeks?|days?|steps?|lines?|scored?|won|beat|lost)|\p{Lu}\p{Ll}+)"
    r"[ ](?:\d+,\d+(?:,|[ ]and)?[ ])*\Z|\d,\d+[ ]?(?:,|and|or|-|–)?[ ]?\Z"
)
_STEPS = Pattern(r"(\d),(\d)")


@rule(
    "NUM101",
    "decimal-comma",
    changes={
        "Prices rose by 3,75% and wages by 2,5 percent.": (
            "Prices rose by 3.75% and wages by 2.5 percent."
        ),
        "The loan of 1.234,5 million euros was paid.": "The loan of 1,234.5 million euros was paid.",
        "The river rose by 0,4 metres.": "The river rose by 0.4 metres.",
    },
    suggests={
        "It costs €7,85, and 12.5% of that is tax.": "It costs €7.85, and 12.5% of that is tax.",
        "The average was 6,4 last year.": "The average was 6.4 last year.",
    },
    keeps=[
        "Sets 1,2 and 3 were close; she won 6,3 6,4 in the end.",
        "Read Articles 5,6 and 12,13 of the law, or John 3,16.",
        "The town has 12,500 people and a budget of $1,250,000.",
        "The list names 1,2,3,4 and 5; the move was e4,5.",
    ],
    shapes=("9,9",),
)
def decimal_comma(text: Text) -> Iterator[Finding]:
    """A comma for the decimal point.

    Most languages of Europe and Latin America set off the fraction of a number with a comma, and
    translation keeps it. Which notation a document has is a vote of all its numbers; scores, lists
    and the articles of a law are no decimals.
    """
    end = 0
    for at in text.spots("9,9"):
        if at < end or not _may_be(text.raw, at):
            continue
        numeral = numeral_at(text.raw, at)
        if numeral is None or numeral.span.end <= end:
            continue
        end = numeral.span.end
        sureness = _sureness(text, numeral)
        if sureness:
            message = f"A decimal comma: {text.numerals.evidence()}."
            yield replace(numeral.span, english(numeral.written), message, sureness)


def _may_be(raw: str, at: int) -> bool:
    """Say whether the comma behind ``at`` can stand before a fraction: not before three digits."""
    digits = raw[at + 2 : at + 6]
    length = len(digits) - len(digits.lstrip("0123456789"))
    return length != 3 or "." in raw[max(0, at - 3) : at] or raw[at] == "0"


def _sureness(text: Text, numeral: Numeral) -> float:
    """Return how sure it is that a number has a decimal comma: 0 if it has none."""
    if text.is_protected(numeral.span):
        return 0.0
    others = text.numerals.others(numeral)
    if numeral.proof is not Proof.NONE:
        if numeral.notation is not Notation.COMMA:
            return 0.0
        if numeral.proof is Proof.CERTAIN:
            return 0.97
        return _likely(text, numeral)
    if not _is_fraction(numeral.written) or _is_listed(text.raw, numeral):
        return 0.0
    if numeral.measure is Measure.COUNTED or numeral.written.endswith(",00"):
        return 0.0 if not others[Notation.COMMA] else 0.8
    if others[Notation.POINT]:
        return 0.0
    return 0.9 if others[Notation.COMMA] > 1 else 0.75 if others[Notation.COMMA] else 0.6


def _likely(text: Text, numeral: Numeral) -> float:
    """Return how sure it is of a number with a comma that measures something."""
    others = text.numerals.others(numeral)
    steps = _STEPS.fullmatch(numeral.written)
    if numeral.measure in (Measure.MONEY, Measure.RATE) and others[Notation.POINT]:
        return 0.85  # a digit may be lost
    if steps and int(steps[2]) == int(steps[1]) + 1 and not others[Notation.COMMA]:
        return 0.8 if numeral.measure is Measure.UNIT else 0.9  # "on days 3,4"
    return 0.97


def _is_fraction(written: str) -> bool:
    whole, mark, fraction = written.partition(",")
    return bool(mark) and whole.isdigit() and fraction.isdigit() and len(fraction) < 3


def _is_listed(raw: str, numeral: Numeral) -> bool:
    start, end = numeral.span
    return bool(_BESIDE.match(raw, end) or _LISTED.search(raw[max(0, start - 30) : start]))
