"""PRO105."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Text


@rule(
    "PRO105",
    "wrong-case",
    suggests={
        "The mayor said that him would not run again.": (
            "The mayor said that he would not run again."
        ),
        "Them left the town on Monday, the police said.": (
            "They left the town on Monday, the police said."
        ),
        "The men were taken to they homes on Monday.": "The men were taken to their homes on Monday.",
    },
    keeps=[
        "He himself has seen it, and what is theirs is ours.",
        "It is me, he said; they were as tall as him, and she let him go.",
        "The US military said that the house is its own.",
        "Between you and me, it is they who won.",
    ],
)
def wrong_case(text: Text) -> Iterator[Finding]:
    """A pronoun in a form that its place does not take.

    Other languages have one form where English has two, or the form was taken from another sentence. Only a form of the
    same pronoun is proposed, and only where it is much more usual between its neighbours. Both are often right where a
    reflexive may stand, and there much more is asked for.
    """
    from newsfix.text.pronoun_cases import find_wrong_cases

    for one in find_wrong_cases(text.raw):
        if not text.is_protected(one.span):
            message = f"“{one.meant}” is the form that is usual here."
            yield replace(one.span, one.meant, message, 0.75)
