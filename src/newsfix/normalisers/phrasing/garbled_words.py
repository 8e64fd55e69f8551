"""PHR107."""

from collections.abc import Iterator

from newsfix.finding import Finding, flag
from newsfix.rules import rule
from newsfix.text import Text

_LEAST = 0.7


@rule(
    "PHR107",
    "garbled-words",
    flags=["He dogged the paperly bread that is wind to the mouth of tomorrow glass."],
    keeps=["The mayor left the town on Monday."],
)
def garbled_words(text: Text) -> Iterator[Finding]:
    """Words that are probably garbled.

    The models find them unlikely where they stand, and see nothing that a small edit would put right: people who rate
    translations mark such words, and rewrite them. Nothing is proposed.
    """
    for one in text.doubts.doubts:
        if one.is_sentence is False and one.confidence >= _LEAST:
            yield flag(one.span, "These words read as if they were garbled.", one.confidence)
