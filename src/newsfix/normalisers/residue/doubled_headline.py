"""RES109."""

from collections.abc import Iterator

from newsfix.finding import Finding
from newsfix.normalisers.residue.removal import removals
from newsfix.rules import rule
from newsfix.text import Text
from newsfix.text.furniture import Kind


@rule(
    "RES109",
    "doubled-headline",
    changes={
        "River Floods Valmora Harbour\n\nRiver floods Valmora harbour\n\nIt rained all night.": (
            "River Floods Valmora Harbour\n\nIt rained all night."
        ),
        "River floods harbour\nBy Anna Berg\nRiver floods harbour\nIt rained all night, and the river rose over its banks.": (
            "River floods harbour\nBy Anna Berg\nIt rained all night, and the river rose over its banks."
        ),
    },
    suggests={
        "River floods the harbour of Valmora\n\nRiver floods harbour of Valmora\n\nIt rained all night.": (
            "River floods the harbour of Valmora\n\nIt rained all night."
        ),
    },
    keeps=[
        "It never rains in Lima.\n\nThat is what they say.\n\nIt never rains in Lima.",
        "Rain\n\nRain\n\nRain, and no end of it.",
    ],
)
def doubled_headline(text: Text) -> Iterator[Finding]:
    """The headline once more, or the first paragraph.

    A page has its headline in its title, above the article and above a picture. The first of them is
    kept. A refrain comes back later in a text, or is no headline, and is left.
    """
    yield from removals(text, Kind.DOUBLED, "The headline or the lead once more.")
