"""WRD108."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text

if TYPE_CHECKING:
    from regex import Match

_DAY = r"(?<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_NUMBERS = "two three four five six seven eight nine ten several some many".split()
_UNIT = r"(?:years|months|weeks|days|hours|decades)"
_TODAY = {
    "morning": "this morning",
    "afternoon": "this afternoon",
    "evening": "this evening",
    "night": "tonight",
}
_NEEDS = (
    *("efore ", "he past ", "he passed ", "he last ", " night to "),
    *(f"{part} o" for part in _TODAY),
    *("he today", "he yesterday", "he tomorrow", "day's ", "day’s ", "row's ", "row’s "),
)
_TIMES = Pattern(
    # "before two years," is "two years ago" in German, Dutch and the Slavic languages.
    rf"(?<![\p{{L}}’'-])(?:(?<ago>[Bb]efore[ ](?<span>(?:{'|'.join(_NUMBERS)})[ ]{_UNIT}))"
    r"(?=[.,;]|[ ](?:in|at|the|a|he|she|it|they|we|was|were|had)\b)(?!,?[ ]\p{L}+ing\b)"
    # "on the past Monday", "the last Monday": the day needs no article.
    rf"|(?<past>(?:[Oo]n[ ])?[Tt]he[ ](?:past|passed|last)[ ]{_DAY})"
    r"(?![’'\p{L}]|[ ](?:of|in|before|to|and|\p{Lu}|\p{Ll}+day)\b)"
    # "in the evening of Friday".
    r"|(?<of>(?<!\d[ ]|[ap]\.?m\.?[ ]|clock[ ])[Ii]n[ ]the[ ](?<part>morning|afternoon|evening|night)[ ](?:of|on)[ ](?:the[ ])?"
    rf"(?:{_DAY}|(?<relative>yesterday|today|tomorrow)))(?![’'\p{{L}}])"
    # "in the night to Sunday".
    rf"|(?<night>[Ii]n[ ]the[ ]night[ ]to[ ](?:the[ ])?{_DAY})(?![’'\p{{L}}])"
    # "the today's meeting", "today's morning".
    r"|(?<owned>[Tt]he[ ])(?<whose>today|yesterday|tomorrow)(?=[’']s[ ](?!paper|Times))"
    r"|(?<daypart>(?<when>[Tt]oday|[Yy]esterday|[Tt]omorrow)[’']s[ ](?<half>morning|evening|night|afternoon))(?![\p{L}’'-]))"
)


@rule(
    "WRD108",
    "calqued-time",
    suggests={
        "She left before two years, and they met on the last Monday.": "She left two years ago, and they met last Monday.",
        "In the evening of Friday it rained; in the night to Sunday it snowed.": (
            "On Friday evening it rained; on Saturday night it snowed."
        ),
        "The today's vote was lost in yesterday's evening.": "Today's vote was lost in yesterday evening.",
    },
    keeps=[
        "They met at 8 in the evening on Thursday, and at 8 o'clock in the morning of May 3.",
        "Before two years passed, he left. It was the last Monday of May, and today's vote is late.",
        "He slept in the night of the storm, on the night of Sunday's vote.",
        "“We came in the morning of Friday,” they said.",
    ],
    needs=_NEEDS,
)
def calqued_time(text: Text) -> Iterator[Finding]:
    """A time that is put as another language puts it.

    “Before two years” for “two years ago”, “in the night to Sunday”, “the last Monday”, “the today's
    vote”: the order and the small words are those of German, Czech, Russian or Spanish. What somebody
    said is left alone.
    """
    raw = text.raw
    for match in _TIMES.near(raw, _NEEDS, 20, 50):
        span, fixed = _fixed(match)
        if any(one.start <= span[0] < one.end for one in text.quoted):
            continue
        if raw[span[0]].isupper():
            fixed = fixed[0].upper() + fixed[1:]
        message = f"English puts it as “{fixed}”, without the small words of the source language."
        yield replace(span, fixed, message, 0.75, wrong=0.85)


def _fixed(match: "Match[str]") -> tuple[tuple[int, int], str]:
    """Return what is to be replaced, and by what."""
    if match["ago"]:
        return match.span("ago"), f"{match['span']} ago"
    if match["past"]:
        return match.span("past"), f"last {match['day']}"
    if match["of"]:
        part, day = match["part"], match["day"]
        if match["relative"] == "today":
            return match.span("of"), _TODAY[part]
        return match.span("of"), f"on {day} {part}" if day else f"{match['relative']} {part}"
    if match["night"]:
        return match.span("night"), f"on {_eve(match['day'])} night"
    if match["owned"]:
        return (match.start("owned"), match.end("whose")), match["whose"]
    when = match["when"].lower()
    half = match["half"]
    return match.span("daypart"), _TODAY[half] if when == "today" else f"{when} {half}"


def _eve(day: str) -> str:
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return days[days.index(day) - 1]
