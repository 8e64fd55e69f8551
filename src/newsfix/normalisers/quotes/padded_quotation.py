"""QUO105."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.span import Span
from newsfix.text import Pattern, Text
from newsfix.text.attribution import attribution_at
from newsfix.text.quotations import Quotation

_SPACES = " \xa0\u2009\u202f"
_MESSAGE = "A space inside a quotation mark."
_STOP_BEFORE = Pattern(r"[.,!?…][ \xa0]*\Z")
_SPEECH_BEFORE = Pattern(
    r"(?::|\b\L<verbs>,?)[ ]*\Z", verbs=("said", "says", "told", "asked", "added")
)
_NEAR = 20  # characters


@rule(
    "QUO105",
    "padded-quotation",
    changes={
        'The " good story " of the town': 'The "good story" of the town',
        "The “ good story ” of the town": "The “good story” of the town",
        'He said: " We won. "': 'He said: "We won."',
        'They called it " old".': 'They called it "old".',
    },
    suggests={
        'It was late. We lost the match, " the coach said.': 'It was late. We lost the match," the coach said.',
    },
    keeps=["The “good story” of the town", "“He said ‘no’ ”"],
    needs=(' "', '" ', "“ ", " ”", "“\xa0", "\xa0”"),
)
def padded_quotation(text: Text) -> Iterator[Finding]:
    """A space between a quotation mark and what it quotes.

    Tokenisers set marks apart, and French does so on purpose. Where a straight mark has spaces on
    both sides, only the marks around it say whether it opens or closes: it is sure when nothing in
    the paragraph speaks against it.
    """
    raw = text.raw
    doubtful = {text.paragraph_at(orphan.mark.start) for orphan in text.quotations.orphans}
    for pair in text.quotations.pairs:
        first, last = raw[pair.inside_start], raw[pair.inside_end - 1]
        if first not in _SPACES and last not in _SPACES:
            continue
        if not pair.inside.of(raw).strip():
            continue
        in_doubt = text.paragraph_at(pair.opening.start) in doubtful
        sure = 0.7 if in_doubt else _sure(text, pair)
        yield from _after(text, pair.opening, sure)
        if pair.closing is not None:
            yield from _before(text, pair.closing, sure)
    for orphan in text.quotations.orphans:
        if orphan.opens and not _closes(text, orphan.mark):
            yield from _after(text, orphan.mark, 0.6)
        else:
            yield from _before(text, orphan.mark, 0.6)


def _closes(text: Text, mark: Span) -> bool:
    """Say whether a mark without partner closes, as in `We won, " he said`."""
    raw = text.raw
    before = raw[max(0, mark.start - _NEAR) : mark.start]
    return (
        before[-1:] in _SPACES
        and _STOP_BEFORE.search(before) is not None
        and not _SPEECH_BEFORE.search(before)
        and raw[mark.end : mark.end + 1].isspace()
        and (
            raw[mark.end + 1 : mark.end + 2].islower()
            or attribution_at(raw, mark.end + 1) is not None
        )
    )


def _after(text: Text, mark: Span, sure: float) -> Iterator[Finding]:
    """Report the space after an opening mark; at the start of a paragraph no mark can close."""
    raw = text.raw
    end = mark.end
    while raw[end : end + 1] and raw[end] in _SPACES:
        end += 1
    if end > mark.end and raw[end : end + 1].strip():
        if text.paragraph_at(mark.start).start == mark.start:
            sure = max(sure, 0.96)
        yield replace((mark.end, end), "", _MESSAGE, sure, at=(mark.start, end))


def _before(text: Text, mark: Span, sure: float) -> Iterator[Finding]:
    """Report the space before a closing mark; at the end of a paragraph no mark can open."""
    raw = text.raw
    start = mark.start
    while start > 0 and raw[start - 1] in _SPACES:
        start -= 1
    if start < mark.start and start > 0 and raw[start - 1] not in "'’\n":
        if text.paragraph_at(mark.start).end == mark.end:
            sure = max(sure, 0.96)
        yield replace((start, mark.start), "", _MESSAGE, sure, at=(start, mark.end))


def _sure(text: Text, pair: Quotation) -> float:
    """Say how sure it is that the first of two marks opens and the second closes."""
    raw = text.raw
    if pair.opening.of(raw) != '"':
        return 0.97
    paragraph = text.paragraph_at(pair.opening.start)
    before = raw[max(paragraph.start, pair.opening.start - _NEAR) : pair.opening.start]
    spaced_in = raw[pair.opening.end] in _SPACES
    # `, " he said . "` is the outside of two quotations, not the inside of one.
    if before.strip() and spaced_in and _STOP_BEFORE.search(before):
        if attribution_at(raw, pair.opening.end + 1) or raw[pair.opening.end + 1].islower():
            return 0.5
        if not _SPEECH_BEFORE.search(before) and before.rstrip()[-1:] == ",":
            return 0.8
    return 0.97
