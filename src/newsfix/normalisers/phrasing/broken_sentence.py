"""PHR110."""

from collections.abc import Iterator

from newsfix.finding import Finding, flag
from newsfix.rules import rule
from newsfix.spans import meets
from newsfix.text import Text


@rule(
    "PHR110",
    "broken-sentence",
    flags=[
        "The minister met with the of the two companies on Tuesday.",
        "The mayor said the bridge would closed for two weeks.",
    ],
    keeps=[
        "The mayor left the town on Monday.",
        "Those of us who live here know what the river can do in the spring.",
    ],
)
def broken_sentence(text: Text) -> Iterator[Finding]:
    """Two words stand side by side that hardly ever do: a word may be lost, or one too many.

    Learned from sentences of edited news with faults that were put in. Nothing is proposed: what was lost, no text says.
    What somebody said is left as it was said.
    """
    for one in text.doubts.misfits:
        if not meets(text.quoted, one.span) and not text.is_protected(one.span):
            old = one.span.of(text.raw)
            yield flag(one.span, f"A word seems to be wrong or missing at “{old}”.", one.confidence)
