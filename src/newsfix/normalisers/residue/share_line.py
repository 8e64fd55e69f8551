"""RES101."""

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
    "RES101",
    "share-line",
    changes={
        f"{_BEFORE}Share this article{_AFTER}": _LEFT,
        f"{_BEFORE}Share on Facebook  Tweet  E-mail{_AFTER}": _LEFT,
        f"{_BEFORE}Follow us on Instagram @valmoratimes{_AFTER}": _LEFT,
        f"{_BEFORE}Print this page{_AFTER}": _LEFT,
        f"{_BEFORE}Tweet{_AFTER}": _LEFT,
    },
    suggests={
        f"{_BEFORE}Facebook opens up{_AFTER}": _LEFT,
    },
    keeps=[
        "They share a flat.",
        "They share a flat in Valmora.\nNobody else does.",
        f"{_BEFORE}Twitter said on Monday that it would share less.{_AFTER}",
        f"{_BEFORE}“Follow us,” said the guide.{_AFTER}",
    ],
)
def share_line(text: Text) -> Iterator[Finding]:
    """A line by which a page asks to be shared, printed, saved or followed.

    Buttons have words, and whoever copies the text of a page copies them too; they are translated with
    it. Words of networks and of sharing make up the whole line, mostly without a sentence or a stop. A
    sentence about sharing something has a subject that does it and is left.
    """
    yield from removals(text, Kind.SHARE, "A line for sharing or following.")
