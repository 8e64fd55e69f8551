"""PRO103."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Text
from newsfix.text.agreement import Meant, agreeing


@rule(
    "PRO103",
    "one-for-several",
    suggests={
        "It was late. The two ministers met in Lima. He signed a treaty.": (
            "It was late. The two ministers met in Lima. They signed a treaty."
        ),
        "Rain fell on Monday. The farmers in the valley lost her harvest.": (
            "Rain fell on Monday. The farmers in the valley lost their harvest."
        ),
    },
    keeps=[
        "The ministers met the mayor of Lima. He signed a treaty.",
        "Ana Ruiz met two ministers. She signed a treaty.",
        "The ministers met in Lima. They signed a treaty.",
        "The farmers wept. “He has lost it all,” they said.",
    ],
    needs=("he ", "He ", "his ", "His ", "her ", "Her ", "him"),
)
def one_for_several(text: Text) -> Iterator[Finding]:
    """A "he" or "she" that stands for several people.

    Where the source leaves the pronoun out, or has one word for "she" and "they", systems put in the
    singular. It is reported only where a group is the subject, and nobody is named or spoken of near by
    whom the pronoun could mean.
    """
    for one in text.strays:
        if one.meant is Meant.GROUP:
            pronoun = one.span.of(text.raw)
            message = f"“{pronoun}” means one, and “{one.words}” are several: {one.nobody}."
            sure = 0.8 if one.back > 1 else 0.7
            yield replace(one.span, agreeing(text.raw, one), message, sure, wrong=0.85)
