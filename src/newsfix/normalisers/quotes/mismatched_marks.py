"""QUO102."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Text
from newsfix.text.quotations import Quotation
from newsfix.text.quote_style import STRAIGHT, quotation_marks

_DIRECTED = ("“", "”")
_NEITHER = ("", "")


@rule(
    "QUO102",
    "mismatched-marks",
    changes={
        'He said “we won" and left.': "He said “we won” and left.",
        'He said "we won” and left.': 'He said "we won" and left.',
        'It is "old". He said "we won” and left.': 'It is "old". He said "we won" and left.',
    },
    suggests={
        'It is “new” and "old" and “very old".': 'It is “new” and "old" and “very old”.',
    },
    keeps=['He said “we won” and "we left".', "He said “we won. He left."],
    needs='"',
)
def mismatched_marks(text: Text) -> Iterator[Finding]:
    """A quotation that opens with a typographic mark and closes with a straight one, or so.

    The mark that the document prefers replaces the other. Where the paragraph has a mark without a
    partner the two may not belong together, and a document that sets some quotations one way and
    some the other has no style that a single mark could be brought into: there it is a suggestion.
    """
    raw = text.raw
    if "“" not in text.characters and "”" not in text.characters:
        return
    doubtful = {text.paragraph_at(orphan.mark.start) for orphan in text.quotations.orphans}
    preferred = quotation_marks(raw, text.profile.quotes, otherwise=_NEITHER)
    styles = {
        pair.opening.of(raw) in _DIRECTED for pair in text.quotations.pairs if _agrees(pair, raw)
    }
    for pair in text.quotations.pairs:
        if pair.closing is None:
            continue
        opening, closing = pair.opening.of(raw), pair.closing.of(raw)
        if (opening in _DIRECTED) == (closing in _DIRECTED):
            continue
        if not {opening, closing} <= {'"', *_DIRECTED}:
            continue
        sure = 0.8 if text.paragraph_at(pair.opening.start) in doubtful or len(styles) > 1 else 0.97
        message = "The two marks of a quotation differ."
        # Where the document has no preference, the mark that came first has.
        straight = preferred == STRAIGHT or (preferred == _NEITHER and opening == '"')
        if straight:
            odd = pair.opening if opening in _DIRECTED else pair.closing
            yield replace(odd, '"', message, sure)
        elif opening == '"':
            yield replace(pair.opening, "“", message, sure)
        else:
            yield replace(pair.closing, "”", message, sure)


def _agrees(pair: Quotation, raw: str) -> bool:
    """Say whether both marks of a quotation are of one kind."""
    if pair.closing is None:
        return False
    return (pair.opening.of(raw) in _DIRECTED) == (pair.closing.of(raw) in _DIRECTED)
