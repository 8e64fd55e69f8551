"""RES107."""

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
    "RES107",
    "related-headline",
    suggests={
        f"{_BEFORE}Court clears teacher of striking pupil in Sorrin{_AFTER}": _LEFT,
        f"{_BEFORE}Bakers Warn of Dearer Bread as Flour Runs Short{_AFTER}": _LEFT,
    },
    keeps=[
        "Harbour town votes to keep its night ferry\n\nThe town voted on Monday.",
        f"{_BEFORE}A Night of Rain{_AFTER}",
        f"{_BEFORE}How the mayor opened two schools{_AFTER}",
    ],
)
def related_headline(text: Text) -> Iterator[Finding]:
    """The headline of another article, between the paragraphs of this one.

    Links to other articles lose their frame when the text is copied, and become lines without a full
    stop. That such a line shares no words with what follows tells it from a subheading. It is always a
    suggestion.
    """
    yield from removals(text, Kind.RELATED, "A headline of another article.")
