"""PHR101."""

from collections.abc import Iterator

from newsfix.finding import Finding
from newsfix.models.edits import Kind
from newsfix.normalisers.phrasing.proposed import proposed
from newsfix.rules import rule
from newsfix.text import Text


@rule(
    "PHR101",
    "missing-function-word",
    suggests={
        "The police arrested a number people in the north of the country.": (
            "The police arrested a number of people in the north of the country."
        ),
        "He was responsible the attack, the prosecutor said.": (
            "He was responsible for the attack, the prosecutor said."
        ),
    },
    keeps=[
        "The mayor left the town on Monday.",
        "Mayor to leave town on Monday, council says",
        "The number people call in an emergency is the same in every country.",
    ],
)
def missing_function_word(text: Text) -> Iterator[Finding]:
    """A small word seems to be missing.

    A preposition, an article or an auxiliary that another language does without, or says with an ending.
    Headlines do without such words on purpose and are passed over.
    """
    yield from proposed(text, Kind.MISSING, "“{new}” seems to be missing.")
