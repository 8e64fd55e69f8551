"""NUM115."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text

_BEFORE = r"(?<=\b(?:[Aa]t|[Ff]rom|[Uu]ntil|[Tt]ill|[Bb]y|[Bb]efore|[Aa]fter|[Aa]round|[Aa]bout|[Ss]ince|[Bb]etween)[ ])"
_HOUR = r"(?P<hour>[01]?\d|2[0-4])"
_TIMES = (
    # What has two digits is no stretch of time: 08h30.
    (
        Pattern(
            rf"(?<![\p{{L}}\p{{N}}.,:/-])(?:{_BEFORE}|(?=0\d)){_HOUR}[ ]?[hH][ ]?(?P<minute>[0-5]\d)(?![\p{{L}}\p{{N}}])"
        ),
        0.96,
    ),
    (Pattern(rf"{_BEFORE}{_HOUR}(?P<minute>)[hH](?![\p{{L}}\p{{N}}-]|[ ]?\d)"), 0.9),
    (
        Pattern(
            rf"(?<=\d[hH](?:\d\d)?[ ]?(?:to|and|until|till|-|–)[ ]?){_HOUR}[ ]?[hH](?P<minute>[0-5]\d)(?![\p{{L}}\p{{N}}])"
        ),
        0.96,
    ),
)


@rule(
    "NUM115",
    "hour-letter",
    changes={
        "They met at 08H00 in Porto.": "They met at 08:00 in Porto.",
        "It is open from 6h30 to 18h15.": "It is open from 6:30 to 18:15.",
    },
    suggests={"They met at 15h in Porto.": "They met at 15:00 in Porto."},
    keeps=[
        "The drive of 1h30 took 2h 15 in the end; a 24h strike began.",
        "The satellites Meteor-2H and H2O, hall 7H20.",
    ],
    needs=tuple(f"{digit}{letter}" for digit in range(10) for letter in "hH"),
    shapes=("9 a 9", "9 A 9", "9 a9", "9 A9"),
)
def hour_letter(text: Text) -> Iterator[Finding]:
    """An h between hours and minutes: "08H00".

    French, Portuguese and Spanish write times like that. A stretch of time has the same form, so
    that only a word such as "at" before it, or a zero, makes it a time of the day.
    """
    taken = set()
    for pattern, sureness in _TIMES:
        for match in pattern.finditer(text.raw):
            if match.start() in taken or text.is_protected(match.span()):
                continue
            taken.add(match.start())
            fixed = f"{match['hour']}:{match['minute'] or '00'}"
            message = f"An h between hours and minutes, as in French: “{match[0]}” is {fixed}."
            yield replace(match.span(), fixed, message, sureness)
