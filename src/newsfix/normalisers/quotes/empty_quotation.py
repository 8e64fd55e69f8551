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
    needs=('""', "“”", "“ ”", "„“", "«»", "„”", "« »", "““"),
)
def empty_quotation(text: Text) -> Iterator[Finding]:
    """A quotation with nothing in it.

    What was quoted was lost in translation or extraction. It cannot be known from the text; between
    straight marks it may also be meant, as the name of an empty string.
    """
    for pair in text.quotations.pairs:
        if pair.closing is None or pair.inside.of(text.raw).strip():
            continue
        straight = pair.opening.of(text.raw) == '"'
        yield flag(
            (pair.start, pair.end), "A quotation with nothing in it.", 0.6 if straight else 0.9
        )
