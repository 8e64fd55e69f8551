"""PRO102."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Text
from newsfix.text.agreement import Meant, agreeing


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
        "Rain fell for days. The company closed his mill, and the port was shut.": (
            "Rain fell for days. The company closed its mill, and the port was shut."
        ),
    },
    keeps=[
        "The bank denied the report. Peter Olsen was asked; he added that the loans were safe.",
        "The president of the bank denied it; he added that the loans were safe.",
        "The mayor spoke. The council has met, and he left early.",
        "The company named the ship Olga. She was built in 1912.",
        "“The bank lied, and he knew,” they said.",
        "It was war. France sent her ships.",
    ],
    needs=("he ", "He ", "his ", "His ", "her ", "Her ", "him"),
)
def he_for_body(text: Text) -> Iterator[Finding]:
    """A "he" or "she" that stands for a state, a company or another body.

    Languages with genders for everything call a bank "she" and a council "he", and systems keep it. It
    is reported only where the body is the subject, and nobody is named or spoken of near by; ships and
    countries may be "she".
    """
    for one in text.strays:
        if one.meant is Meant.BODY:
            pronoun = one.span.of(text.raw)
            message = f"“{pronoun}” can only mean “{one.words}”: {one.nobody}."
            sure = 0.8 if one.back > 1 else 0.75
            yield replace(one.span, agreeing(text.raw, one), message, sure, wrong=0.85)
