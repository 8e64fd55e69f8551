"""NUM121."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.plain import MONTHS

_DOTTED = Pattern(
    r"(?<![\p{L}\p{N}.,:/-])(?P<day>3[01]|[12]\d|0?[1-9])[.](?P<month>1[0-2]|0?[1-9])[.](?P<year>(?:19|20)\d\d)(?![\p{L}\p{N}]|[.,:/-]\d)"
)


@rule(
    "NUM121",
    "dotted-date",
    suggests={"The law of 20.12.2012 is void.": "The law of 20 December 2012 is void."},
    keeps=["Version 3.12.2012b and the date 20/12/2012 stay.", "See 1.2.3 and 10.0.0.1 there."],
    shapes=("9.99.9999", "9.9.9999"),
)
def dotted_date(text: Text) -> Iterator[Finding]:
    """A date in figures with points, as in German or Russian: 20.12.2012.

    English news names the month. The day comes first wherever points are written, but the reader
    may take it for the month, so that this stays a suggestion.
    """
    for match in _DOTTED.finditer(text.raw):
        day, month = int(match["day"]), MONTHS[int(match["month"]) - 1]
        date = f"{month} {day}," if text.profile.style == "us" else f"{day} {month}"
        fixed = f"{date} {match['year']}"
        message = f"A date in figures with points, day first, as in German or Russian: {fixed}."
        yield replace(match.span(), fixed, message, 0.75, wrong=0.85)
