"""RES111."""

from collections.abc import Iterator

from newsfix.finding import Finding
from newsfix.normalisers.residue.removal import removals
from newsfix.rules import rule
from newsfix.text import Text
from newsfix.text.furniture import Kind

_BEFORE = "It rained in Lima all night, and the river rose.\n\n"
_AFTER = "\n\nThe mayor opened two schools for those who had to leave."
_LEFT = "It rained in Lima all night, and the river rose." + _AFTER


@rule(
    "RES111",
    "counter-or-date",
    changes={
        f"{_BEFORE}12,345 views{_AFTER}": _LEFT,
        f"{_BEFORE}2 min read{_AFTER}": _LEFT,
        f"{_BEFORE}Published 3 hours ago{_AFTER}": _LEFT,
        f"{_BEFORE}5 hours ago{_AFTER}": _LEFT,
    },
    suggests={
        f"{_BEFORE}Last updated: 3 May 2021, 14:05{_AFTER}": _LEFT,
        f"{_BEFORE}Monday, May 3, 2021{_AFTER}": _LEFT,
    },
    keeps=[
        "It was 3 hours ago.",
        f"{_BEFORE}Nearly 12,345 views of the river were sold.{_AFTER}",
        "08:15\nThe rain stops.\n\n09:20\nThe river falls.\n\n10:40\nThe school opens.",
    ],
)
def counter_or_date(text: Text) -> Iterator[Finding]:
    """A counter of views or comments, the time that reading takes, or when the page was made.

    Those are for the reader of the page that the text was taken from. Dates and hours are suggestions;
    the stamps of a live blog, of which there are many, belong to the text and are left.
    """
    yield from removals(text, Kind.COUNTER, "A counter or a date of the page.")
