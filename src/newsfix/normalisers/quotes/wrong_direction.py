"""QUO103."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.single_quotes import single_quoted

# Between single marks that both close, in a text that uses single marks; no word that lost letters.
_SINGLE = Pattern(
    r"(?<![\p{L}\p{N}’‘'.,!?])’(?!(?:em|til|cause|tis|twas|n|round|bout|cos)\b|\d)(?=[\p{L}])"
    r"[^‘’\n]{1,100}(?<=[\p{L}\p{N}.,!?])’(?![\p{L}\p{N}])"
)


@rule(
    "QUO103",
    "wrong-direction",
    changes={
        "He said ”we won” twice.": "He said “we won” twice.",
        "He said “we won“ twice.": "He said “we won” twice.",
        "He said ”we won“ twice.": "He said “we won” twice.",
        "He said ’we won’ and ‘we left’.": "He said ‘we won’ and ‘we left’.",
    },
    keeps=[
        "In the ’90s they left ‘em’ and the workers’ homes’ doors.",
        "He said “we won” twice.",
        "He said “we won",
        "It was 6’ 2” tall.",
    ],
    needs="‘",
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
    if "‘" in text.characters and any(single_quoted(raw)):
        for match in _SINGLE.finditer(raw):
            span = (match.start(), match.start() + 1)
            yield replace(span, "‘", "A closing mark where a quotation opens.", 0.96)
