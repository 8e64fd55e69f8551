"""Which quotation mark belongs to which: one pass over the marks of a document.

Within a paragraph the marks open and close in turn; where the shape of a mark or what stands
around it says otherwise, the one before it, or the mark itself, is an orphan. A quotation that is
still open at the end of a paragraph goes on if the next paragraph opens one again, as speech over
several paragraphs does in print.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsfix.span import Span
from newsfix.text.attribution import attribution_at
from newsfix.text.marks import (
    AFTER_CLOSING,
    BEFORE_OPENING,
    CLOSING,
    NEUTRAL,
    OPENING,
)
from newsfix.text.patterns import Pattern

_MARKS = Pattern(
    r"[\"“”„‟«»‹›「」『』《》＂]|``|''|,,(?=[\w(])|‘‘|’’|´´|<<(?=[^\s<])|(?<=[^\s>])>>"
)
SIGNS = (
    *('"', "“", "”", "„", "‟", "«", "»", "‹", "›", "「", "」", "『", "』", "《", "》", "＂"),
    *("``", "''", ",,", "‘‘", "’’", "´´", "<<", ">>"),
)
_UNUSUAL = tuple(sign for sign in SIGNS if sign not in ('"', "“", "”"))
# A pair with room outside and none inside, as good typesetting has it.
_WELL_SET = Pattern(
    r"(?<![^\s(\[—–-])(?:“(?=\S)[^“”\n]*(?<=\S)”|\"(?=\S)[^\"\n]*(?<=\S)\")(?![\p{L}\p{N}])"
)

# What stands between two measures: 15"x20".
_BY = Pattern(r"[x×]\s?\d")


class Quotation(NamedTuple):
    """A quotation: where its marks begin and end.

    The closing mark is empty where the paragraph ends and the next one goes on with the quotation.
    """

    start: int
    inside_start: int
    inside_end: int
    end: int

    @property
    def opening(self) -> Span:
        """The opening mark."""
        return Span(self.start, self.inside_start)

    @property
    def closing(self) -> Span | None:
        """The closing mark, if there is one."""
        return Span(self.inside_end, self.end) if self.inside_end < self.end else None

    @property
    def inside(self) -> Span:
        """What is quoted, without the marks."""
        return Span(self.inside_start, self.inside_end)


class Orphan(NamedTuple):
    """A mark without its partner, and the part of its paragraph that it may rule over."""

    mark: Span
    opens: bool
    reach: Span


class Quotations(NamedTuple):
    """All quotations of a text in order, and the marks left over."""

    pairs: tuple[Quotation, ...] = ()
    orphans: tuple[Orphan, ...] = ()


def find_quotations(raw: str, paragraphs: Sequence[Span]) -> Quotations:
    """Pair the double quotation marks of ``raw``.

    >>> found = find_quotations('He said: “It is late. "We go", she said.', [Span(0, 40)])
    >>> [pair.inside.start for pair in found.pairs], [orphan.opens for orphan in found.orphans]
    ([23], [True])
    """
    if not any(sign in raw for sign in SIGNS):
        return Quotations()
    unusual = _unusual_paragraphs(raw, paragraphs)
    if not unusual:
        everything = _well_set(raw, Span(0, len(raw)))
        if everything is not None:
            return Quotations(tuple(everything))
    pairs: list[Quotation] = []
    orphans: list[Orphan] = []
    pending: _Paragraph | None = None
    for span in paragraphs:
        if pending is None and span not in unusual:
            well_set = _well_set(raw, span)
            if well_set is not None:
                pairs += well_set
                continue
        paragraph = _Paragraph(raw, span)
        if pending is not None:
            if paragraph.opens_at_once:
                pairs += pending.continued()
            else:
                orphans += pending.abandoned()
        pairs += paragraph.pairs
        orphans += paragraph.orphans
        pending = paragraph if paragraph.open else None
    if pending is not None:
        orphans += pending.abandoned()
    return Quotations(
        tuple(sorted(pairs)),
        tuple(sorted(orphans, key=lambda orphan: orphan.mark)),
    )


def _unusual_paragraphs(raw: str, paragraphs: Sequence[Span]) -> set[Span]:
    """Return the paragraphs with marks other than the three that English news uses."""
    unusual = set()
    for sign in _UNUSUAL:
        at = raw.find(sign)
        while at >= 0:
            index = bisect_right(paragraphs, at, key=lambda span: span.start) - 1
            unusual.add(paragraphs[index])
            at = raw.find(sign, max(at + 1, paragraphs[index].end))
    return unusual


def _well_set(raw: str, part: Span) -> list[Quotation] | None:
    """Return the pairs of a text, line by line, if its marks leave no doubt; else None."""
    opening = raw.count("“", *part)
    straight = raw.count('"', *part)
    closing = raw.count("”", *part)
    if opening == closing == straight == 0:
        return []
    if opening != closing or straight % 2:
        return None
    pairs = [
        Quotation(start, start + 1, end - 1, end)
        for start, end in (match.span() for match in _WELL_SET.finditer(raw, *part))
    ]
    return pairs if len(pairs) * 2 == opening + closing + straight else None


class _Paragraph:
    """The marks of one paragraph, paired as far as they go."""

    def __init__(self, raw: str, span: Span) -> None:
        self.raw = raw
        self.span = span
        self.pairs: list[Quotation] = []
        self.orphans: list[Orphan] = []
        self.opens_at_once = False
        self._open: list[Span] = []
        self._last_end = span.start
        for mark in _marks(raw, span):
            self._read(mark)

    @property
    def open(self) -> bool:
        """Whether a quotation is still open at the end."""
        return bool(self._open)

    def continued(self) -> list[Quotation]:
        """The open quotations, ended by the end of the paragraph."""
        return [Quotation(*mark, self.span.end, self.span.end) for mark in self._open]

    def abandoned(self) -> list[Orphan]:
        """The open marks as ones whose partner never came."""
        end = self.span.end
        return [Orphan(mark, opens=True, reach=Span(mark.end, end)) for mark in self._open]

    def _read(self, mark: Span) -> None:
        glyph = mark.of(self.raw)
        lean = _lean(self.raw, mark, self.span)
        if not self._open:
            self._read_outside(mark, glyph, lean)
        elif self._closes(glyph, lean, mark):
            self.pairs.append(Quotation(*self._open.pop(), *mark))
            self._last_end = mark.end
        elif glyph in OPENING and self._open[-1].of(self.raw) not in (glyph, '"'):
            self._open.append(mark)  # a quotation of another style inside this one
        else:
            before = self._open.pop()
            self.orphans.append(Orphan(before, opens=True, reach=Span(before.end, mark.start)))
            self._last_end = mark.start
            self._open.append(mark)

    def _read_outside(self, mark: Span, glyph: str, lean: int) -> None:
        if not self.raw[self.span.start : mark.start].strip():
            self.opens_at_once = True
        if _is_measure(self.raw, mark):
            return
        can_open = lean >= 0 or (glyph in OPENING and glyph != "“")
        if can_open and not (glyph in CLOSING and lean == 0):
            self._open.append(mark)
            return
        reach = Span(self._last_end, mark.start)
        self.orphans.append(Orphan(mark, opens=False, reach=reach))
        self._last_end = mark.end

    def _closes(self, glyph: str, lean: int, mark: Span) -> bool:
        opener = self._open[-1].of(self.raw)
        if glyph in NEUTRAL or glyph == "''":
            if lean > 0:
                # A closing mark with the space on its wrong side: "It is late, "he said.
                return opener in NEUTRAL and attribution_at(self.raw, mark.end) is not None
            return True
        if glyph in CLOSING:
            return not (lean > 0 and opener == glyph)
        if glyph == "“":
            return lean < 0 or opener == "„" or (lean == 0 and opener == "“")
        return glyph == "«" and opener == "»"


def _marks(raw: str, paragraph: Span) -> Iterator[Span]:
    found = [Span(*match.span()) for match in _MARKS.finditer(raw, *paragraph)]
    glyphs = {mark.of(raw) for mark in found}
    for mark in found:
        glyph = mark.of(raw)
        if glyph == ",," and glyphs <= {",,"}:
            continue  # a doubled comma
        if glyph in (">>", "<<") and not {"<<", ">>"} <= glyphs:
            continue  # an arrow, a prompt
        yield mark


def _lean(raw: str, mark: Span, paragraph: Span) -> int:
    """Say what stands around a mark: 1 if it can only open, -1 if only close, 0 if either."""
    before = raw[mark.start - 1] if mark.start > paragraph.start else " "
    after = raw[mark.end] if mark.end < paragraph.end else " "
    left = before.isspace() or before in BEFORE_OPENING
    right = after.isspace() or after in AFTER_CLOSING
    if left == right:
        if left and not before.isspace() and after.isspace():
            return -1
        if left and before.isspace() and not after.isspace():
            return 1 if after in "'‘“…(" else 0
        return 0
    return 1 if left else -1


def _is_measure(raw: str, mark: Span) -> bool:
    """Say whether a straight mark stands for inches or seconds: 6'2", 5"."""
    if mark.of(raw) not in ('"', "''", "”"):
        return False
    before = raw[max(0, mark.start - 1) : mark.start]
    after = raw[mark.end : mark.end + 1]
    return before.isdigit() and (not after.isalpha() or _BY.match(raw, mark.end) is not None)
