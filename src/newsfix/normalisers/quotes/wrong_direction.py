"""QUO103."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Text


@rule(
    "QUO103",
    "wrong-direction",
    changes={
        "He said ”we won” twice.": "He said “we won” twice.",
        "He said “we won“ twice.": "He said “we won” twice.",
        "He said ”we won“ twice.": "He said “we won” twice.",
    },
    keeps=["He said “we won” twice.", "He said “we won", "It was 6’ 2” tall."],
    shapes=(" ”a", " ”A", "\n”a", "\n”A", "(”", "”a", "”A", "a“", ".“", ",“", "!“", "?“"),
)
def wrong_direction(text: Text) -> Iterator[Finding]:
    """A typographic mark that closes where a quotation opens, or the other way round.

    Swedish and Finnish open with the closing mark, and careless software sets one of the two
    everywhere.
    """
    raw = text.raw
    doubtful = {text.paragraph_at(orphan.mark.start) for orphan in text.quotations.orphans}
    for pair in text.quotations.pairs:
        if pair.closing is None:
            continue
        sure = 0.8 if text.paragraph_at(pair.opening.start) in doubtful else 0.97
        if pair.opening.of(raw) == "”":
            yield replace(pair.opening, "“", "A closing mark where a quotation opens.", sure)
        if pair.closing.of(raw) == "“" and pair.opening.of(raw) in '“”"':
            yield replace(pair.closing, "”", "An opening mark where a quotation closes.", sure)
