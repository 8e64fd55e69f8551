"""What a short text says in numbers: values with their signs, whatever way they are written.

Two texts with the same quantities say the same in numbers. The guard compares them, so that a
number may be written in another way and never get another value.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from newsfix.span import Span
from newsfix.text.lists import entries
from newsfix.text.measures import SCALES
from newsfix.text.notation import Notation, numeral_at, value
from newsfix.text.patterns import Pattern

if TYPE_CHECKING:
    from regex import Match

Value = Decimal | str

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen".split()
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
#: The numbers below a hundred that are one word, and their values.
NUMBER_WORDS = {
    **{word: value for value, word in enumerate(_SMALL)},
    **{word: 10 * value for value, word in enumerate(_TENS, start=2)},
}

_PIECE = Pattern(
    r"(?P<time>(?<![\p{L}\p{N}.,:])(?P<hour>\d\d?)(?:"
    r"(?:(?:[ ]?[:hH][ ]?|[.])(?P<minute>[0-5]\d)(?!\d))?[ ]?(?P<half>[ap]\.?m\b\.?|o['’]clock\b)"
    r"|[ ]?[:hH][ ]?(?P<minute>[0-5]\d)(?!\d)|[ ]?[hH](?!\p{L})))"
    r"|(?P<spaced>(?<![\p{N}.,])\d{1,3}(?:[ \xa0\u2009\u202f]\d{3})+(?!\d))"
    r"|(?P<digits>\d+(?:[.,]\d+)*)"
    r"|(?P<word>(?i:per[ ]cent\b)|\p{L}+\.?)"
    r"|(?P<sign>[%‰°$€£¥₽₹₺₴₩₪])"
    r"|(?P<gap>[\s-]+)|(?P<other>.)"
)
_PERCENT = frozenset(("%", "percent", "per cent", "pct", "percentage"))
_POINTS = frozenset(("point", "decimal", "comma"))


class Quantity(NamedTuple):
    """A number and the signs beside it: "percent", the noun of a currency."""

    value: Value
    signs: frozenset[str]


class _Token(NamedTuple):
    kind: str  # "number", "word number", "scale", "point", "sign", "other"
    value: Value = ""


def quantities(
    text: str, notation: Notation | None, english: tuple[int, int] | None = None
) -> tuple[Quantity, ...]:
    """Return what ``text`` says in numbers, in order.

    ``notation`` is that of the document. A number that meets ``english``, the part that a repair
    writes, is read as English; one that cannot be told stands for itself, as it is written.

    >>> quantities("It cost 1.234,5 dollars", None) == quantities("It cost $1,234.5", None)
    True
    """
    tokens = list(_tokens(text, notation, Span(*english) if english else None))
    found: list[tuple[Value, set[str]]] = []
    before: set[str] = set()
    is_beside = False  # whether nothing but signs stands behind the last number
    at = 0
    while at < len(tokens):
        kind, read = tokens[at]
        if kind in ("number", "word number"):
            read, at = _phrase(tokens, at)
            found.append((read, set(before)))
            before.clear()
            is_beside = True
            continue
        if kind == "sign":
            before.add(str(read))
            if is_beside:
                found[-1][1].add(str(read))
        elif kind == "scale" and is_beside and isinstance(found[-1][0], Decimal):
            assert isinstance(read, Decimal)  # "3 $ million"
            found[-1] = (found[-1][0] * read, found[-1][1])
        else:
            before.clear()
            is_beside = False
            if kind in ("scale", "point"):
                found.append((str(read), set()))
        at += 1
    return tuple(Quantity(number, frozenset(signs)) for number, signs in found)


def _phrase(tokens: list[_Token], at: int) -> tuple[Value, int]:
    """Read a number with its scales and what is added to it: "9 thousand 412"."""
    total, scale, at = _scaled(tokens, at)
    while isinstance(total, Decimal) and scale > 1 and at < len(tokens):
        if tokens[at].kind != "number":
            break
        more, smaller, end = _scaled(tokens, at)
        if not isinstance(more, Decimal) or more >= scale:
            break
        total, scale, at = total + more, smaller, end
    return total, at


def _scaled(tokens: list[_Token], at: int) -> tuple[Value, Decimal, int]:
    """Read a number and its scales; return it, what they multiply it by, and where it ends."""
    number, at = _simple(tokens, at)
    scale = Decimal(1)
    while at < len(tokens) and tokens[at].kind == "scale" and isinstance(number, Decimal):
        factor = tokens[at].value
        assert isinstance(factor, Decimal)
        number, scale, at = number * factor, scale * factor, at + 1
    return number, scale, at


def _simple(tokens: list[_Token], at: int) -> tuple[Value, int]:
    """Read a number without a scale: digits, or words with or without a fraction."""
    kind, number = tokens[at]
    at += 1
    if not isinstance(number, Decimal):
        return number, at
    if kind == "number":
        return _with_fraction(tokens, number, at)
    if number >= 20 and _digit(tokens, at) is not None:
        number, at = number + (_digit(tokens, at) or 0), at + 1
    fraction = ""
    if at < len(tokens) and tokens[at].kind == "point":
        end = at + 1
        while (digit := _digit(tokens, end, least=0)) is not None:
            fraction += str(digit)
            end += 1
        if fraction:
            return Decimal(f"{number}.{fraction}"), end
    return number, at


def _with_fraction(tokens: list[_Token], number: Decimal, at: int) -> tuple[Value, int]:
    """Read what is read out behind a number in digits: "2 comma 5"."""
    if tokens[at : at + 1] and tokens[at].kind == "point" and tokens[at + 1 : at + 2]:
        kind, fraction = tokens[at + 1]
        whole = number == number.to_integral() and isinstance(fraction, Decimal)
        if kind == "number" and whole and str(fraction).isdigit():
            return Decimal(f"{number}.{fraction}"), at + 2
    return number, at


def _digit(tokens: list[_Token], at: int, *, least: int = 1) -> int | None:
    if at < len(tokens) and tokens[at].kind == "word number":
        number = tokens[at].value
        if isinstance(number, Decimal) and least <= number < 10:
            return int(number)
    return None


def _tokens(text: str, notation: Notation | None, english: Span | None) -> Iterator[_Token]:
    for piece in _PIECE.finditer(text):
        span = Span(*piece.span())
        is_written = english is not None and span.start <= english.end and english.start <= span.end
        if piece["time"]:
            yield _Token("number", _time(piece))
        elif piece["spaced"]:
            yield _Token("number", Decimal("".join(filter(str.isdigit, piece[0]))))
        elif piece["digits"]:
            yield _Token("number", _read(text, span, Notation.POINT if is_written else notation))
        elif piece["word"]:
            yield _word(piece[0])
        elif piece["sign"]:
            yield _Token("sign", "percent" if piece[0] == "%" else _currency(piece[0]))
        elif piece["other"]:
            yield _Token("other")


def _read(text: str, span: Span, notation: Notation | None) -> Value:
    written = span.of(text)
    if written.isdigit():
        return Decimal(written)
    numeral = numeral_at(text, span.start)
    read = numeral.value(notation) if numeral and numeral.span == span else None
    if read is None and numeral is None and notation is Notation.POINT:
        read = value(written, notation)
    return written if read is None else read


def _word(word: str) -> _Token:
    small = word.lower().rstrip(".")
    if small in NUMBER_WORDS:
        return _Token("word number", Decimal(NUMBER_WORDS[small]))
    scale = SCALES.get(small.removesuffix("s"))
    if scale and len(small) > 1:
        return _Token("scale", Decimal(scale))
    if small in _POINTS:
        return _Token("point", small)
    if small in _PERCENT:
        return _Token("sign", "percent")
    for written in (word, word.rstrip("."), small):
        if written in entries("currencies"):
            return _Token("sign", entries("currencies")[written])
    return _Token("other")


def _currency(sign: str) -> str:
    return entries("currencies").get(sign, sign)


def _time(piece: "Match[str]") -> Value:
    """Return the minutes since midnight, or what is written where that is no time."""
    hour, minute = int(piece["hour"]), int(piece["minute"] or 0)
    half = (piece["half"] or "").lower().replace(".", "")
    if half == "pm" and 1 <= hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    elif (half == "am" and hour > 12) or (half and "clock" in half and hour <= 12) or hour > 24:
        return piece[0]
    return f"{hour:02}:{minute:02}"
