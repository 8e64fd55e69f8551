"""CHR114."""

import unicodedata
from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text

_LIGATURES = "ﬀﬁﬂﬃﬄﬅﬆ"
_LIGATURE = Pattern(f"[{_LIGATURES}]+(?:[ ](?=\\p{{Ll}}+))?")
_STYLED = Pattern(r"[\U0001d400-\U0001d7ff]+(?:[ ][\U0001d400-\U0001d7ff]+)*")


@rule(
    "CHR114",
    "ligature",
    changes={
        "The ofﬁce lost a ﬁeld of ﬂax.": "The office lost a field of flax.",
        "𝐁𝐫𝐞𝐚𝐤𝐢𝐧𝐠: the vote is over.": "Breaking: the vote is over.",
    },
    keeps=["Let 𝑥 be the price.", "The œuvre of Ægir"],
    needs=(*_LIGATURES, *map(chr, range(0x1D400, 0x1D800))),
    languages=EVERY,
)
def ligature(text: Text) -> Iterator[Finding]:
    """Letters that are joined or styled as one character each.

    Text taken from PDF files holds "ﬁ" as one character, and posts on social media set words in
    mathematical letters for their looks. Search and models read neither. A single mathematical
    letter is a symbol and stays.
    """
    for match in _LIGATURE.finditer(text.raw):
        letters = match[0].rstrip()
        span = (match.start(), match.start() + len(letters))
        yield replace(
            span, unicodedata.normalize("NFKC", letters), "Letters joined as one character.", 0.98
        )
    for match in _STYLED.finditer(text.raw):
        if len(match[0]) >= 3:
            plain = unicodedata.normalize("NFKC", match[0])
            yield replace(match.span(), plain, "Words set in mathematical letters.", 0.96)
