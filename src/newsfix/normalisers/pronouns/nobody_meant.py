"""PRO104."""

from collections.abc import Iterator

from newsfix.finding import Finding, flag
from newsfix.rules import rule
from newsfix.text import Text
from newsfix.text.agreement import Meant


@rule(
    "PRO104",
    "nobody-meant",
    flags=[
        "Rain fell on Monday. The bridge was shut. The report is long. He shows that the bridge was old.",
    ],
    keeps=[
        "Peter Olsen built it. Rain fell on Monday. The report is long. He shows that it was old.",
        "Rain fell on Monday. The bridge was shut. The report is long. It shows that the bridge was old.",
        "Rain fell. The bridge was shut. The old man slept. He was tired.",
        "Rain fell on Monday. The bridge was shut. The report is long. It will last, he said on Friday.",
    ],
    needs=("he ", "He ", "his ", "His ", "her ", "Her ", "him"),
)
def nobody_meant(text: Text) -> Iterator[Finding]:
    """A "he" or "she" where nobody was named or spoken of.

    Systems take over the gender of things: a report becomes "he", a flat "she". What is meant is for
    a reader to say. Who says something is somebody, named or not; and sentences near quotations are
    left alone, for they may go on about the speaker.
    """
    for one in text.strays:
        if one.meant is Meant.NOTHING:
            message = f"“{one.span.of(text.raw)}” means a man or a woman: {one.nobody}."
            yield flag(one.span, message, 0.75)
