"""Numbers, signs, times and dates written as in other languages: a whole document, or a few places."""

import random
import re
from collections.abc import Callable, Iterator

from benchmarks.built.garbled import Edit, Plan
from benchmarks.built.pieces import some
from newsfix import Span

_MONTHS = "January|February|March|April|June|July|August|September|October|November|December"
_FREE = r"(?<![\w.,:/#@-])"
_END = r"(?![\w:/-]|[.,]\d)"
_SCALED = re.compile(
    rf"{_FREE}(?P<head>\$|€|£|)(?P<number>\d{{1,3}}\.\d{{1,2}})(?=%| percent| per cent| [mb]illion| trillion)"
)
_GROUPED = re.compile(rf"{_FREE}(?P<head>\$|€|£|)(?P<number>\d{{1,3}}(?:,\d{{3}})+){_END}(?!th)")
_THOUSAND = re.compile(rf"{_FREE}(?P<number>\d{{1,3}},\d{{3}}){_END}(?= [a-z]+s\b| people)")
_PERCENT = re.compile(rf"{_FREE}(?P<number>\d{{1,2}}(?:\.\d)?)%(?![\w-])")
_PERCENT_WORD = re.compile(rf"{_FREE}(?P<number>\d{{1,2}}(?:\.\d)?) percent\b(?!age)")
_MONEY = re.compile(
    r"(?<![\w.,$-])\$(?P<number>\d{1,3}(?:,\d{3})*(?:\.\d+)?)(?P<scale> [mb]illion| trillion)?(?![\w-]|[.,]\d)"
)
_TIME = re.compile(r"(?<=(?:at|by) )(?P<hour>\d{1,2})(?P<minute>:\d\d)? (?P<half>[ap]\.m\.)")
_DATE = re.compile(rf"(?<=on )(?P<month>{_MONTHS}) (?P<day>\d{{1,2}})(?!\d|[,.]? \d{{4}}|[-–])")
_ORDINAL = re.compile(rf"(?<=\d(?:st|nd|rd|th) of )(?={_MONTHS})")
_SWAP = str.maketrans(".,", ",.")


def locale(text: str, chance: random.Random) -> Iterator[Plan]:
    """Plan every number of the document in the notation of another language."""
    del chance
    for match in _SCALED.finditer(text):
        yield _plan("locale/decimal", Span(*match.span("number")), match["number"].translate(_SWAP))
    for match in _GROUPED.finditer(text):
        kind = "locale/millions" if match["number"].count(",") > 1 else "locale/thousands"
        yield _plan(kind, Span(*match.span("number")), match["number"].translate(_SWAP))


def spoiled(text: str, chance: random.Random) -> Iterator[Plan]:
    """Plan up to four places, each with one sign, time, date or number spoiled."""
    found = [plan for builder in _BUILDERS for plan in some(chance, list(builder(text, chance)), 1)]
    yield from some(chance, found, 4)


def _plan(kind: str, span: Span, garbled: str) -> Plan:
    return Plan(kind if "/" in kind else f"numbers/{kind}", (Edit(span, garbled),))


def _percents(text: str, chance: random.Random) -> Iterator[Plan]:
    for match in _PERCENT.finditer(text):
        number = match["number"]
        kind, garbled = chance.choice(
            (
                ("percent-space", f"{number} %"),
                ("percent-first", f"% {number}"),
                ("percent-first", f"%{number}"),
                ("percent-twice", f"{number}% percent"),
                ("percent-twice", f"{number}%%"),
            )
        )
        yield _plan(kind, Span(*match.span()), garbled)
    for match in _PERCENT_WORD.finditer(text):
        yield _plan("percent-twice", Span(*match.span()), f"{match['number']} % percent")


def _money(text: str, chance: random.Random) -> Iterator[Plan]:
    for match in _MONEY.finditer(text):
        number, scale = match["number"], match["scale"] or ""
        kind, garbled = chance.choice(
            (
                ("currency-last", f"{number}{scale} $"),
                ("currency-last", f"{number} ${scale}" if scale else f"{number}$"),
                ("currency-space", f"$ {number}{scale}"),
                ("currency-twice", f"${number}{scale} dollars"),
            )
        )
        yield _plan(kind, Span(*match.span()), garbled)


def _times(text: str, chance: random.Random) -> Iterator[Plan]:
    for match in _TIME.finditer(text):
        hour, minute = int(match["hour"]), match["minute"] or ""
        if match["half"] == "p.m." and hour < 12 and chance.random() < 0.6:
            yield _plan("hour", Span(*match.span("hour")), str(hour + 12))
        elif minute:
            yield _plan("time-space", Span(*match.span("minute")), f": {minute[1:]}")


def _dates(text: str, chance: random.Random) -> Iterator[Plan]:
    del chance
    for match in _DATE.finditer(text):
        yield _plan("date", Span(*match.span()), f"{match['day']} of {match['month']}")
    for match in _ORDINAL.finditer(text):
        yield _plan("date-article", Span(match.start(), match.start()), "the ")


def _thousands(text: str, chance: random.Random) -> Iterator[Plan]:
    for match in _THOUSAND.finditer(text):
        whole, _, rest = match["number"].partition(",")
        if chance.random() < 0.5 and rest[0] != "0":
            yield _plan("parts", Span(*match.span()), f"{whole} thousand {rest}")
        else:
            yield _plan("spaces", Span(*match.span()), f"{whole} {rest}")


_BUILDERS: tuple[Callable[[str, random.Random], Iterator[Plan]], ...] = (
    _percents,
    _money,
    _times,
    _dates,
    _thousands,
)
