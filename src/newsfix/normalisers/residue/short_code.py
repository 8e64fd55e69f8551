"""RES108."""

from collections.abc import Iterator

from newsfix.finding import Finding
from newsfix.normalisers.residue.removal import removals
from newsfix.rules import EVERY, rule
from newsfix.text import Text
from newsfix.text.furniture import Kind

_BEFORE = "It rained in Lima all night, and the river rose.\n\n"
_AFTER = "\n\nThe mayor opened two schools for those who had to leave."
_LEFT = "It rained in Lima all night, and the river rose." + _AFTER


@rule(
    "RES108",
    "short-code",
    changes={
        f"{_BEFORE}[ad_1]{_AFTER}": _LEFT,
        _BEFORE + '[caption id="attachment_12" align="left"]' + _AFTER: _LEFT,
        _BEFORE + "{{ad}}" + _AFTER: _LEFT,
        _BEFORE + '[gallery ids="1,2"]' + _AFTER: _LEFT,
        _BEFORE + "googletag.cmd.push(function() { googletag.display('ad-1'); });" + _AFTER: _LEFT,
    },
    keeps=[
        f"{_BEFORE}[laughter]{_AFTER}",
        f"{_BEFORE}[He left the room.]{_AFTER}",
        f"{_BEFORE}[…]{_AFTER}",
    ],
    languages=EVERY,
)
def short_code(text: Text) -> Iterator[Finding]:
    """A short-code of a content management system, a placeholder, or a piece of script.

    Software puts something in its place before a page is shown; a copy from its source has the code
    itself. An insertion in brackets such as [sic] or [laughter] is none.
    """
    yield from removals(text, Kind.CODE, "A code that a page was made with.")
