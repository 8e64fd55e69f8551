"""How a number is written: which mark sets off its fraction, and what that says of its value."""

from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from newsfix.span import Span
from newsfix.text.measures import Measure, measure_after, money_before
from newsfix.text.patterns import Pattern


class Notation(Enum):
    """What sets off the fraction of a number; the other mark sets off its thousands."""

    POINT = "."
    COMMA = ","


class Proof(Enum):
    """How much a number says by itself of how it is to be read."""

    NONE = 0
    #: The number can be read in no other way in a sentence like this.
    LIKELY = 1
    #: The number can be read in no other way at all.
    CERTAIN = 2


class Numeral(NamedTuple):
    """A number with points or commas inside, and what it shows of its notation."""

    span: Span
    written: str
    measure: Measure
    notation: Notation | None
    proof: Proof
    #: Groups of two digits, as in South Asia: 6,30,118.
    indian: bool = False

    def value(self, notation: Notation | None) -> Decimal | None:
        """Return what it says in a text of ``notation``; None where that cannot be told.

        >>> numeral_at("All 1.234,5 of it", 4).value(None)
        Decimal('1234.5')
        """
        if self.proof is not Proof.NONE:
            notation = self.notation
        if notation is None and _ENGLISH.fullmatch(self.written):
            notation = Notation.POINT
        return None if notation is None else value(self.written, notation)


#: What is no number of its own: parts of words, of times, dates, addresses and longer numbers.
_TOKEN = Pattern(
    r"(?<![\p{L}\p{N}.,:/#@_+]|\d[-–−’'])\d{1,15}+(?:[.,]\d{1,15}+){1,12}+(?![\p{N}_]|[.,:/’'][\p{N}]|[-–−]\d{1,15}+[-–−])"
)
_DIGITS = frozenset("0123456789.,")
_REACH = 40

# What English has: 1,234 and 22.5. But 1.234 may be anything.
_ENGLISH = Pattern(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d+\.(?!\d{3}\Z)\d+")
_INDIAN = Pattern(r"[1-9]\d?(?:,\d\d)+,\d{3}(?:\.\d+)?")
# The one that could be both, 1.234 or 1,234, has a group of three digits and no other mark.
_EITHER = Pattern(r"[1-9]\d{0,2}[.,]\d{3}")
_LONG_POINT = Pattern(
    r"[1-9]\d{0,2}(?:,\d{3}){2,}|[1-9]\d{0,2}(?:,\d{3})+\.\d+|[1-9]\d?(?:,\d\d)+,\d{3}(?:\.\d+)?"
)
_LONG_COMMA = Pattern(r"[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d+)?|[1-9]\d{0,2}(?:\.\d{3})+,\d+")
_FRACTION = Pattern(r"(?:0|[1-9]\d*)(?P<mark>[.,])\d{1,3}")
_ADDRESS = Pattern(r"(?:(?:1?\d?\d|2[0-4]\d|25[0-5])\.){3}(?:1?\d?\d|2[0-4]\d|25[0-5])")
_MEASURED = frozenset((Measure.PERCENT, Measure.SCALE, Measure.UNIT, Measure.MONEY, Measure.RATE))


def numeral_at(raw: str, at: int) -> Numeral | None:
    """Return the number with points or commas that ``at`` is in, if there is one.

    >>> found = numeral_at("It rose 3,75 % in May.", 9)
    >>> found.written, found.notation, found.proof
    ('3,75', <Notation.COMMA: ','>, <Proof.LIKELY: 1>)
    """
    start = at
    while start > max(0, at - _REACH) and raw[start - 1] in _DIGITS:
        start -= 1
    while start < at and raw[start] in ".,":
        start += 1
    found = _TOKEN.match(raw, start)
    if found is None or found.end() - start > _REACH:
        return None
    written = found[0]
    measure = measure_after(raw, found.end())
    if measure is Measure.NOTHING and money_before(raw, start):
        measure = Measure.MONEY
    notation, proof = _shown(written, measure)
    return Numeral(Span(start, found.end()), written, measure, notation, proof, _is_indian(written))


def value(written: str, notation: Notation) -> Decimal | None:
    """Return the value of a number in a notation, None where it is no number in it.

    >>> value("1.234,5", Notation.COMMA), value("1.234,5", Notation.POINT)
    (Decimal('1234.5'), None)
    """
    thousands = "," if notation is Notation.POINT else "."
    whole, mark, fraction = written.partition(notation.value)
    groups = whole.split(thousands)
    if not _are_groups(groups) or not (fraction.isdigit() or not mark):
        return None
    return Decimal("".join(groups) + (f".{fraction}" if mark else ""))


def english(written: str) -> str:
    """Return a number in the notation of English, where it is in the other one.

    >>> english("1.234,5")
    '1,234.5'
    """
    return written.translate(_SWAPPED)


def spoken(number: Decimal) -> str:
    """Return a large number as news writes it.

    >>> spoken(Decimal(2_300_000)), spoken(Decimal(412_007))
    ('2.3 million', '412,007')
    """
    return _in_scales(number, _SCALES) or f"{_short(number):,f}"


def spoken_in_india(number: Decimal) -> str:
    """Return a large number as news in India writes it.

    >>> spoken_in_india(Decimal(420_000)), spoken_in_india(Decimal(4_20_118))
    ('4.2 lakh', '4,20,118')
    """
    in_scale = _in_scales(number, _INDIAN_SCALES)
    if in_scale or number < 1000:
        return in_scale or f"{_short(number):f}"
    whole, point, fraction = f"{_short(number):f}".partition(".")
    head, tail = whole[:-3], whole[-3:]
    groups = [head[max(0, at - 2) : at] for at in range(len(head), 0, -2)]
    return ",".join([*reversed(groups), tail]) + point + fraction


def _in_scales(number: Decimal, scales: tuple[tuple[str, int], ...]) -> str:
    """Return a number with a scale, where two digits behind the point are enough."""
    for name, scale in scales:
        if number >= scale:
            share = number / scale
            return f"{_short(share):f} {name}" if share == round(share, 2) else ""
    return ""


def _short(number: Decimal) -> Decimal:
    return number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize()


_SCALES = (("trillion", 10**12), ("billion", 10**9), ("million", 10**6))
_INDIAN_SCALES = (("crore", 10**7), ("lakh", 10**5))
_SWAPPED = str.maketrans(".,", ",.")


def _are_groups(groups: list[str]) -> bool:
    if len(groups) == 1:
        return True
    if not (1 <= len(groups[0]) <= 3 and len(groups[-1]) == 3):
        return False
    inner = {len(group) for group in groups[1:-1]}
    return inner <= {3} or (inner <= {2} and len(groups[0]) <= 2)


def _is_indian(written: str) -> bool:
    return _INDIAN.fullmatch(written) is not None


def _shown(written: str, measure: Measure) -> tuple[Notation | None, Proof]:
    """Return what a number shows of its notation, and how surely."""
    if _LONG_POINT.fullmatch(written):
        return Notation.POINT, Proof.CERTAIN
    if _LONG_COMMA.fullmatch(written) and not _ADDRESS.fullmatch(written):
        return Notation.COMMA, Proof.CERTAIN
    if _EITHER.fullmatch(written):
        return None, Proof.NONE
    fraction = _FRACTION.fullmatch(written)
    if fraction is None:
        return None, Proof.NONE
    if written.endswith((",00", ",000")):  # a digit is lost more often
        return None, Proof.NONE
    notation = Notation(fraction["mark"])
    if written[0] == "0" and written[1] in ".,":
        return notation, Proof.LIKELY
    return (notation, Proof.LIKELY) if measure in _MEASURED else (notation, Proof.NONE)
