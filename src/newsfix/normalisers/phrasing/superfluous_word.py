"""PHR103."""

from collections.abc import Iterator

from newsfix.finding import Finding
from newsfix.models.edits import Kind
from newsfix.normalisers.phrasing.proposed import proposed
from newsfix.rules import rule
from newsfix.text import Text


@rule(
    "PHR103",
    "superfluous-word",
    suggests={
        "He told to journalists that he would not stand again.": (
            "He told journalists that he would not stand again."
        ),
    },
    keeps=[
        "The mayor left the town on Monday.",
        "She said to reporters that the vote had been delayed.",
    ],
)
def superfluous_word(text: Text) -> Iterator[Finding]:
    """A small word too many.

    An article before an abstract noun, a preposition behind a verb that takes none, a word that was translated twice.
    """
    yield from proposed(text, Kind.SUPERFLUOUS, "“{old}” seems to be too much.")
