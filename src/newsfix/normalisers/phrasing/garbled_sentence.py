"""PHR108."""

from collections.abc import Iterator

from newsfix.finding import Finding, flag
from newsfix.rules import rule
from newsfix.text import Text

_LEAST = 0.48


@rule(
    "PHR108",
    "garbled-sentence",
    flags=["He dogged the paperly bread that is wind to the mouth of tomorrow glass."],
    keeps=["The mayor left the town on Monday."],
)
def garbled_sentence(text: Text) -> Iterator[Finding]:
    """A sentence most of which is probably garbled.

    So much in it is unlikely that only the source, or its author, could say what was meant.
    """
    for one in text.doubts.doubts:
        if one.is_sentence is True and one.confidence >= _LEAST:
            yield flag(one.span, "This sentence reads as if it were garbled.", one.confidence)
