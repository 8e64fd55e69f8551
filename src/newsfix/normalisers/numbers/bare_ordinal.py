"""NUM118."""

from collections.abc import Iterator

from newsfix.finding import Finding, flag
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.plain import MONTHS

_AFTER = tuple("in at when the and he she they it was were after before during by".split())
_BARE = Pattern(
    r"(?<![Tt]his[ ])\b(?:[Tt]he[ ])?(?:last|past|next)[ ](?:[12]?\d|3[01])(?:st|nd|rd|th)"
    r"(?=[.,;:)]|\Z|\n|[ ](?:of[ ](?:\L<months>)\b|(?:\L<after>)[ ]))",
    months=MONTHS,
    after=_AFTER,
)


@rule(
    "NUM118",
    "bare-ordinal",
    flags=(
        "He was arrested the last 9th in Porto.",
        "The law was passed last 20th of May.",
    ),
    keeps=[
        "He sat in the last 9th grade; past 5th Avenue, the next 3rd round began.",
        "He was arrested on the 9th, and this past 4th of July he left.",
    ],
    shapes=("9aa",),
)
def bare_ordinal(text: Text) -> Iterator[Finding]:
    """A day without its month: "the last 9th".

    Spanish and Portuguese name a day of this month or the last one like that. Which month is
    meant is not in the sentence, so that only a human can tell.
    """
    if "last " not in text.raw and "past " not in text.raw and "next " not in text.raw:
        return
    for match in _BARE.finditer(text.raw):
        yield flag(match.span(), f"“{match[0]}” is no date in English.", 0.88)
