"""RES103."""

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
    "RES103",
    "read-also",
    changes={
        f"{_BEFORE}Read also: Ferry strike enters third day{_AFTER}": _LEFT,
        f"{_BEFORE}READ MORE: Ten things to know about the harbour{_AFTER}": _LEFT,
        f"{_BEFORE}Click here for more news{_AFTER}": _LEFT,
        f"{_BEFORE}You may also like{_AFTER}": _LEFT,
        f"{_BEFORE}Related articles{_AFTER}": _LEFT,
    },
    keeps=[
        "Read the room, he told them.",
        f"{_BEFORE}She read more than forty letters on Monday.{_AFTER}",
        f"{_BEFORE}See the world, they said, and come home.{_AFTER}",
    ],
)
def read_also(text: Text) -> Iterator[Finding]:
    """A link to something else to read, see or hear, with or without its title.

    Pages set links between the paragraphs, with words such as these before the title; a copy of the
    text has them as lines. A sentence that tells what somebody read is left.
    """
    yield from removals(text, Kind.READ, "A link to something else to read.")
