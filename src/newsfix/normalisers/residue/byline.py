"""RES105."""

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
    "RES105",
    "byline",
    suggests={
        f"{_BEFORE}By Anna Berg{_AFTER}": _LEFT,
        f"{_BEFORE}By Anna Berg, Staff Reporter{_AFTER}": _LEFT,
        f"{_BEFORE}Reporting by Anna Berg; Editing by Paul Ruiz{_AFTER}": _LEFT,
        f"{_BEFORE}Anna Berg | Reuters{_AFTER}": _LEFT,
    },
    keeps=[
        "Rep. Anna Berg (D-Ohio) resigned.",
        f"{_BEFORE}By Monday the water had gone down.{_AFTER}",
        f"{_BEFORE}By Lake Sorrin, nothing moved.{_AFTER}",
    ],
)
def byline(text: Text) -> Iterator[Finding]:
    """A line that names who wrote, edited or translated the article, or who they are.

    It belongs to the page from which the text was taken, but some want to keep it: it is a suggestion
    always, and ``ignore=["RES105"]`` is the setting for those who keep bylines. A party tag such as
    (D-Ohio) and a name inside a sentence are no bylines.
    """
    yield from removals(text, Kind.BYLINE, "A line that names who wrote the article.")
