"""Who says what: the quotations of a text with their speakers."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from newsfix.span import Span
from newsfix.text.abbreviations import Stop, stop_at
from newsfix.text.attribution import attribution_at, attribution_before
from newsfix.text.patterns import Pattern
from newsfix.text.quotations import Quotation

if TYPE_CHECKING:
    from regex import Match

_LOOK_BACK = 160  # characters
_SAID = (",", "?", "!", "…", ".", "-", "—", "–")
_AFTER = Pattern(r",?[ ]")
# Between two parts of a speech: ",” said Berg, “" and ".” said Berg on Monday. “".
_BETWEEN = Pattern(r"(?:,?[ ][\p{L}\p{N}’'(-][\p{L}\p{N}’').-]*(?<!\.)){0,25}+[.,;:]?[ ]")


class Speech(NamedTuple):
    """A quotation, who says it and the verb of saying; both are None where nothing tells."""

    quotation: Quotation
    speaker: Span | None = None
    verb: Span | None = None


def find_speeches(
    raw: str, quotations: Sequence[Quotation], paragraphs: Sequence[Span]
) -> tuple[Speech, ...]:
    """Return a speech for each of ``quotations``, in order.

    >>> raw = "“It is late,” said Berg. “We go.”"
    >>> found = find_speeches(raw, [Quotation(0, 1, 12, 13), Quotation(25, 26, 32, 33)], [Span(0, 33)])
    >>> [speech.speaker.of(raw) for speech in found]
    ['Berg', 'Berg']
    """
    speeches: list[Speech] = []
    limit, last = 0, None
    ordered = sorted(quotations)
    for number, quotation in enumerate(ordered):
        paragraph = _holding(paragraphs, quotation.start)
        start = max(limit, paragraph.start, quotation.start - _LOOK_BACK)
        following = ordered[number + 1].start if number + 1 < len(ordered) else len(raw)
        match = _after(raw, quotation, min(paragraph.end, max(following, quotation.end)))
        match = match or attribution_before(raw, start, quotation.start)
        if match is None and last is not None and last.end() >= paragraph.start:
            goes_on = _BETWEEN.fullmatch(raw[last.end() : quotation.start])
            match = last if goes_on else None
        last = match
        limit = quotation.end
        speeches.append(Speech(quotation, *_parts(match)))
    return tuple(_carried_back(speeches))


def _after(raw: str, quotation: Quotation, end: int) -> "Match[str] | None":
    """Match the attribution behind a quotation, if a mark says that one may come."""
    gap = _AFTER.match(raw, quotation.end, end)
    if gap is None or quotation.closing is None:
        return None
    if not (
        raw[quotation.end] == "," or raw[quotation.inside_end - 1 : quotation.inside_end] in _SAID
    ):
        return None
    return attribution_at(raw, gap.end(), end)


def _parts(match: "Match[str] | None") -> tuple[Span | None, Span | None]:
    if match is None:
        return None, None
    start, end = match.span("speaker")
    # The stop of the sentence is none of the name's, but that of “Jr.” is.
    if match.string[end - 1] == "." and stop_at(match.string, end - 1) is Stop.SENTENCE:
        end -= 1
    return Span(start, end), Span(*match.span("verb"))


def _carried_back(speeches: list[Speech]) -> list[Speech]:
    """Give the paragraphs of a speech that goes on the speaker of the one where it ends."""
    for at in range(len(speeches) - 2, -1, -1):
        one = speeches[at]
        if one.quotation.closing is None and one.speaker is None:
            speeches[at] = Speech(one.quotation, *speeches[at + 1][1:])
    return speeches


def _holding(paragraphs: Sequence[Span], position: int) -> Span:
    return paragraphs[bisect_right(paragraphs, position, key=lambda span: span.start) - 1]
