"""PHR102."""

from collections.abc import Iterator

from newsfix.finding import Finding
from newsfix.models.edits import Kind
from newsfix.normalisers.phrasing.proposed import proposed
from newsfix.rules import rule
from newsfix.text import Text


@rule(
    "PHR102",
    "wrong-function-word",
    suggests={
        "The president was accused for taking money from the firm.": (
            "The president was accused of taking money from the firm."
        ),
    },
    keeps=[
        "The mayor left the town on Monday.",
        "The firm is accountable to its owners, and for its losses.",
    ],
)
def wrong_function_word(text: Text) -> Iterator[Finding]:
    """A small word is not the one that goes with its neighbours.

    Prepositions are translated one by one, so that people are interested “on” a plan. What both fit is left alone.
    """
    yield from proposed(text, Kind.WRONG, "“{old}” seems wrong here; “{new}” is usual.")
