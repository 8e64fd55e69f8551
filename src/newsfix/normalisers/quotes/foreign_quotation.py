"""QUO101."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.span import Span
from newsfix.text import Pattern, Text
from newsfix.text.lists import words
from newsfix.text.marks import ENGLISH
from newsfix.text.quotations import Quotation
from newsfix.text.quote_style import CURLY, STRAIGHT, quotation_marks

_SPACES = " \xa0\u2009\u202f"
_WORD = Pattern(r"[\p{L}\p{M}’'-]+")
_ASCII_MARKS = frozenset(("``", "''", ",,", "<<", ">>"))
_INNER = {"『": "‘", "』": "’", "‹": "‘", "›": "’"}
_TITLE_MARKS = frozenset("《》")
_FOREIGN_SMALL = frozenset(
    "le la les un une des du de et der die das den dem ein eine und im el los las del y il lo gli di"
    " o os as um uma do da em het een van en det den på och på av i".split()
)


@rule(
    "QUO101",
    "foreign-quotation",
    changes={
        "«Yes», said the mayor.": "“Yes”, said the mayor.",
        "The „old“ town and the „new” one": "The “old” town and the “new” one",
        "He said « we won » twice.": "He said “we won” twice.",
        "She said ``we won'' again.": 'She said "we won" again.',
        "They said ,,we won'' in Lodz.": 'They said "we won" in Lodz.',
        "He said「we won」 twice and 『lost』 once.": "He said“we won” twice and “lost” once.",
        "He said 「we read 『Berg』 there」 twice.": "He said “we read ‘Berg’ there” twice.",
        "»We won«, he said.": "“We won”, he said.",
    },
    keeps=[
        "The film «Les Misérables» opens today.",
        "He read «Die Zeit» and „Das Boot“.",
        "He wrote a << b and b >> c.",
    ],
    needs=(
        "«",
        "»",
        "„",
        "‟",
        "‹",
        *"「」『』《》",
        "``",
        "''",
        ",,",
        "<<",
        ">>",
        "‘‘",
        "’’",
        "´´",
        "＂",
    ),
)
def foreign_quotation(text: Text) -> Iterator[Finding]:
    """Quotation marks of another language, or of a typewriter, around English words.

    Translation keeps the marks of the source: « » and „ “ and 「 」, ,,commas'' or ``accents''. They
    become the marks that the rest of the document uses. A short title in a foreign language keeps
    its own.
    """
    raw = text.raw
    outer_end = 0
    for pair in text.quotations.pairs:
        opening = pair.opening.of(raw)
        nested = pair.start < outer_end
        outer_end = max(outer_end, pair.end)
        closing = pair.closing.of(raw) if pair.closing else ""
        if opening in ENGLISH and closing in ENGLISH | {""}:
            continue
        if _is_foreign_title(pair.inside.of(raw)):
            continue
        yield from _in_english(text, pair, opening, closing, nested=nested)
    for orphan in text.quotations.orphans:
        mark = orphan.mark.of(raw)
        if mark not in ENGLISH and mark not in _ASCII_MARKS and mark != "’’":
            english = _style(text, mark)[0 if orphan.opens else 1]
            message = f"“{mark}” is no English quotation mark."
            yield replace(orphan.mark, english, message, 0.9, wrong=0.95)


def _in_english(
    text: Text, pair: Quotation, opening: str, closing: str, *, nested: bool
) -> Iterator[Finding]:
    raw = text.raw
    start, end = _style(text, opening)
    sure = 0.98 if opening not in ("''", "’’") or closing == opening else 0.9
    if opening in _TITLE_MARKS:
        sure = 0.8  # English sets titles in italics, or in quotation marks, or plain
    if opening not in ENGLISH:
        inside = pair.opening.end
        while raw[inside : inside + 1] in _SPACES and inside < pair.inside.end:
            inside += 1
        mark = _INNER.get(opening, start) if nested else start
        message = f"“{opening}” is no English quotation mark."
        yield replace((pair.opening.start, inside), mark, message, sure)
    if (closing and closing not in ENGLISH) or (closing and opening == "„" and closing == "“"):
        assert pair.closing is not None
        inside = pair.closing.start
        while raw[inside - 1] in _SPACES and inside > pair.inside.start:
            inside -= 1
        mark = _INNER.get(closing, end) if nested else end
        message = f"“{closing}” is no English quotation mark."
        yield replace(Span(inside, pair.closing.end), mark, message, sure)
    elif closing == "“":
        assert pair.closing is not None
        yield replace(pair.closing, end, "A closing mark that opens.", sure)


def _style(text: Text, mark: str) -> tuple[str, str]:
    otherwise = STRAIGHT if mark in _ASCII_MARKS else CURLY
    return quotation_marks(text.raw, text.profile.quotes, otherwise=otherwise)


def _is_foreign_title(inside: str) -> bool:
    """Say whether a short quotation is in another language."""
    found = [match[0].lower() for match in _WORD.finditer(inside)]
    if not found or len(found) > 8:
        return False
    english = words("words", "closed_class", "names", "places")
    known = sum(word in english for word in found)
    small = sum(word in _FOREIGN_SMALL and word not in words("closed_class") for word in found)
    return (small > 0 and known <= len(found) / 2) or (known == 0 and not inside.isascii())
