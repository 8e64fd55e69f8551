"""NUM114."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsfix.finding import Finding, flag, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text

if TYPE_CHECKING:
    from regex import Match

_LATE = Pattern(
    r"(?<![\p{L}\p{N}.,:/-])(?<!\d[ ]?[-–][ ]?)(?P<hour>1[3-9]|2[0-4])(?:[:.](?P<minute>[0-5]\d))?"
    r"[ \xa0]?(?:(?P<half>[ap])(?P<dot>\.?)m\b(?P<stop>\.?)|(?P<capital>PM)\b(?![ ]\p{Lu})|(?P<clock>o['’]clock\b))"
)
_OF_DAY = Pattern(r"[ ](?:at[ ]night|in[ ]the[ ](?:evening|afternoon)|tonight)\b")
# What comes before an hour; "on the 22 pm" may mean a day.
_TIMED = Pattern(
    r"(?:\b(?:at|by|until|till|from|since|to|and|around|about|before|after|between|towards|circa)|[,(:–—-])[ \xa0]?\Z"
)
_RANGE = Pattern(r"\d(?:[ ]?[-–]|[ ](?:to|and|until|till))[ ]?\Z")
_BEFORE = 12  # characters


@rule(
    "NUM114",
    "impossible-hour",
    changes={
        "They met at 14 p.m. in Porto.": "They met at 2 p.m. in Porto.",
        "It began at 21:30 pm sharp.": "It began at 9:30 pm sharp.",
        "The curfew starts at 23 o'clock.": "The curfew starts at 11 p.m.",
    },
    suggests={
        "It is shut at 21 o'clock at night.": "It is shut at 9 o'clock at night.",
        "They met on the 22 pm in Porto.": "They met on the 10 pm in Porto.",
        "It is open from 9 to 20 o'clock.": "It is open from 9 to 8 p.m.",
    },
    flags=("They met at 15 a.m. there.",),
    keeps=[
        "They met at 2:14 p.m., at 8.15 pm, at 14:00 and at 12 p.m.",
        "At 13 PM Modi spoke; the 20 am radios.",
    ],
    needs=("m.", "pm", "PM", "clock", " am", "\xa0am", *(f"{digit}am" for digit in range(10))),
)
def impossible_hour(text: Text) -> Iterator[Finding]:
    """An hour above twelve with "p.m." or "o'clock".

    The clock of 24 hours was translated by half. "15 a.m." contradicts itself and is for a human.
    """
    for match in _LATE.finditer(text.raw):
        if text.is_protected(match.span()) or (
            match["half"] and match["dot"] != match["stop"] and match["dot"]
        ):
            continue
        hour = int(match["hour"])
        if match["half"] == "a" or hour == 24:
            yield flag(match.span(), f"There is no hour like “{match[0]}”.", 0.9)
            continue
        fixed = _fixed(text.raw, match, hour - 12)
        before = text.raw[max(0, match.start() - _BEFORE) : match.start()]
        is_open = _RANGE.search(before) or not (match["minute"] or _TIMED.search(before))
        message = f"There is no hour like “{match[0]}”."
        yield replace(match.span(), fixed, message, 0.8 if is_open else 0.96, wrong=0.96)


def _fixed(raw: str, match: "Match[str]", hour: int) -> str:
    minutes = f":{match['minute']}" if match["minute"] else ""
    if match["clock"] and _OF_DAY.match(raw, match.end()):
        return f"{hour}{minutes} {match['clock']}"
    if match["clock"]:
        half = "pm" if raw.count("pm") > raw.count("p.m") else "p.m."
        if raw[match.end() : match.end() + 1] == ".":
            half = half.rstrip(".")
        return f"{hour}{minutes} {half}"
    start = match.start("half") if match["half"] else match.start("capital")
    gap = raw[start - 1 : start].strip("0123456789")
    return f"{hour}{minutes}{gap}{raw[start : match.end()]}"
