"""PHR104."""

from collections.abc import Iterator

from newsfix.finding import Finding
from newsfix.models.edits import Kind
from newsfix.normalisers.phrasing.proposed import proposed
from newsfix.rules import rule
from newsfix.text import Text


@rule(
    "PHR104",
    "wrong-form",
    suggests={
        "The two country signed an agreement on trade last year.": (
            "The two countries signed an agreement on trade last year."
        ),
    },
    keeps=[
        "The mayor left the town on Monday.",
        "The two sheep farmers signed an agreement last year.",
    ],
)
def wrong_form(text: Text) -> Iterator[Finding]:
    """A word in the wrong form.

    Number, tense or ending do not agree with the words around. The writer may have meant something rare, so the form is
    proposed only where the usual one is far likelier.
    """
    yield from proposed(
        text,
        Kind.FORM,
        "“{old}” seems to be in the wrong form; “{new}” is usual.",
    )
