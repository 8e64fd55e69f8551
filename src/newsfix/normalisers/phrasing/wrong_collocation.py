"""PHR106."""

from collections.abc import Iterator

from newsfix.finding import Finding
from newsfix.models.edits import Kind
from newsfix.normalisers.phrasing.proposed import proposed
from newsfix.rules import rule
from newsfix.text import Text


@rule(
    "PHR106",
    "wrong-collocation",
    suggests={
        "The union rings the alarm over the plan to cut jobs.": (
            "The union sounds the alarm over the plan to cut jobs."
        ),
    },
    keeps=[
        "The mayor left the town on Monday.",
        "The thieves broke the alarm before they opened the safe.",
    ],
)
def wrong_collocation(text: Text) -> Iterator[Finding]:
    """A verb that does not go with its noun.

    Alarms are sounded and tolls are taken; a system that translates word by word, or replaces words by synonyms, uses
    other verbs. Only nouns that have one verb far above all others are looked at, and the literal use stays.
    """
    yield from proposed(
        text,
        Kind.COLLOCATION,
        "“{new}” is what is usual here, not “{old}”.",
    )
