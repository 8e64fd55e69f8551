"""PRO102."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Text


@rule(
    "PRO102",
    "he-for-body",
    suggests={
        "The bank denied the report; he added that the loans were safe.": (
            "The bank denied the report; it added that the loans were safe."
        ),
        "Russia closed the strait on Monday. He said that the ships were late.": (
            "Russia closed the strait on Monday. It said that the ships were late."
        ),
    },
    keeps=[
        "The bank denied the report. Peter Olsen was asked; he added that the loans were safe.",
        "The president of the bank denied it; he added that the loans were safe.",
        "The mayor spoke. The council has met, and he left early.",
        "The company named the ship Olga. She was built in 1912.",
        "“The bank lied, and he knew,” they said.",
    ],
    needs=("he ", "He "),
)
def he_for_body(text: Text) -> Iterator[Finding]:
    """A "he" that stands for a state, a company or another body.

    Languages with two genders for everything call a bank "she" and a council "he", and systems keep it.
    It is reported only where nobody was named or spoken of before, so that no man can be meant.
    """
    for one in text.bodies:
        he = one.span.of(text.raw)
        message = f"“{he}” can only mean “{one.body}”: nobody was named before."
        yield replace(one.span, "It" if he == "He" else "it", message, 0.75, wrong=0.85)
