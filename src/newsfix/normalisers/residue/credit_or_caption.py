"""RES106."""

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
    "RES106",
    "credit-or-caption",
    changes={
        f"{_BEFORE}Image copyright Getty Images{_AFTER}": _LEFT,
        f"{_BEFORE}Photo: Anna Berg / AFP{_AFTER}": _LEFT,
    },
    suggests={
        f"{_BEFORE}Photo: city museum{_AFTER}": _LEFT,
        f"{_BEFORE}Minister of Ports Anna Berg{_AFTER}": _LEFT,
        f"{_BEFORE}Rescue workers carry a boat through Valmora (Reuters){_AFTER}": _LEFT,
        f"{_BEFORE}FILE PHOTO: The harbour of Valmora in May{_AFTER}": _LEFT,
    },
    keeps=[
        "Nobody answered.",
        f"{_BEFORE}Source: that was the question of the day.{_AFTER}",
        f"{_BEFORE}A long night{_AFTER}",
    ],
)
def credit_or_caption(text: Text) -> Iterator[Finding]:
    """The caption of a picture, or who made the picture, as a line of its own.

    The picture stayed behind. A caption says who or what is seen: it is a name or a phrase, or it has a
    credit behind it. Those who set the pictures too want to keep it: it is a suggestion always, and
    ``ignore=["RES106"]`` is the setting for those who keep captions. A subheading is short and names
    nobody, and is left.
    """
    yield from removals(text, Kind.CREDIT, "A caption or the credit of a picture.")
