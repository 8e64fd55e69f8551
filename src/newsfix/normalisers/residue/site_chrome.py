"""RES110."""

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
    "RES110",
    "site-chrome",
    changes={
        f"{_BEFORE}Home > World > Europe{_AFTER}": _LEFT,
        f"{_BEFORE}Advertisement{_AFTER}": _LEFT,
        f"{_BEFORE}Continue reading below{_AFTER}": _LEFT,
        f"{_BEFORE}Skip to content{_AFTER}": _LEFT,
        f"{_BEFORE}© 2019 Valmora Times. All rights reserved.{_AFTER}": _LEFT,
        f"{_BEFORE}Tags: floods, Lima, schools{_AFTER}": _LEFT,
        f"{_BEFORE}Topics: Floods{_AFTER}": _LEFT,
        f"{_BEFORE}Story continues below advertisement{_AFTER}": _LEFT,
    },
    keeps=[
        "ANCHOR: Good evening.\nREPORTER: Good evening.",
        f"{_BEFORE}The home team won.{_AFTER}",
        f"{_BEFORE}Correction: The mayor opened three schools.{_AFTER}",
        "Bread | 2 | 3\nMilk | 4 | 5\nSalt | 1 | 1",
    ],
)
def site_chrome(text: Text) -> Iterator[Finding]:
    """A part of the page around the article: menus, trails of links, tags, notices, advertisements.

    All of these are on the page for its whole site. Their words make up the line, they are set apart by
    bars and arrows, or the same line comes back. A list, a table or a line of a poem has none of that.
    """
    yield from removals(text, Kind.CHROME, "A part of the page around the article.")
