"""PHR105."""

from collections.abc import Iterator

from newsfix.finding import Finding
from newsfix.models.edits import Kind
from newsfix.normalisers.phrasing.proposed import proposed
from newsfix.rules import rule
from newsfix.text import Text


@rule(
    "PHR105",
    "swapped-words",
    suggests={
        "The party won the election with a majority large.": (
            "The party won the election with a large majority."
        ),
    },
    keeps=[
        "The mayor left the town on Monday.",
        "It is a region rich in oil and gas.",
    ],
)
def swapped_words(text: Text) -> Iterator[Finding]:
    """Two neighbours in the wrong order.

    The order of another language shows through: an adverb behind its object, a code before its noun.
    """
    yield from proposed(text, Kind.ORDER, "“{old}” seems to be in the wrong order.")
