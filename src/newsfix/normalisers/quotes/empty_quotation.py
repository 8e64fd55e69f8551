"""QUO111."""

from collections.abc import Iterator

from newsfix.finding import Finding, flag
from newsfix.rules import rule
from newsfix.text import Text


@rule(
    "QUO111",
    "empty-quotation",
    flags=["He called it “ ” and left.", "The word „“ is gone."],
    keeps=["He called it “odd” and left.", 'The string "" is empty.'],
    needs=("“”", "“ ”", "„“", "«»", "„”", "« »", "““"),
)
def empty_quotation(text: Text) -> Iterator[Finding]:
    """A quotation with nothing in it.

    What was quoted was lost in translation or extraction. It cannot be known from the text.
    """
    for pair in text.quotations.pairs:
        if pair.closing is None or pair.inside.of(text.raw).strip():
            continue
        if pair.opening.of(text.raw) != '"':
            span = (pair.opening.start, pair.closing.end)
            yield flag(span, "A quotation with nothing in it.", 0.9)
