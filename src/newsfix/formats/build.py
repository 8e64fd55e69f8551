"""From the blocks that a parser found to the prose of the file."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsfix.formats.parts import GAP, Block, Part
from newsfix.formats.prose import Paragraph, Piece, Prose
from newsfix.span import Span

_BLANK = " \t\n"


def build(text: str, blocks: Iterable[Block]) -> Prose:
    """Join ``blocks``, which are in the file's order; those without any text of the file are none."""
    prose = _Joined()
    comments: list[Span] = []
    for block in blocks:
        comments += [part.span for part in block.parts if part.comment]
        parts = _trimmed(block.parts, text)
        if any(part.instead is None and part.content(text).strip() for part in parts):
            prose.add(text, block._replace(parts=parts), _alone(text, block))
    return Prose(
        "".join(prose.written),
        tuple(prose.pieces),
        tuple(comments),
        tuple(prose.roles),
        tuple(prose.paragraphs),
        tuple(span for span, record in prose.records if record is not None),
    )


class _Joined:
    """What was joined so far."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.pieces: list[Piece] = []
        self.roles: list[tuple[Span, str]] = []
        self.paragraphs: list[Paragraph] = []
        self.records: list[tuple[Span, object]] = []
        self._length = 0
        self._is_open = False  # the block before may be joined with this one

    def add(self, text: str, block: Block, place: "_Place | None") -> None:
        """Put a block behind those that are there; ``place`` is where it stands by itself, if it does."""
        if self.pieces:
            gap = Span(self.pieces[-1].file.end, block.parts[0].span.start)
            may_join = self._is_open and place is not None and gap.of(text) == GAP
            self._put(GAP, Part(gap, barred="\n"), kept=may_join, opens=False)
        self._is_open = place is not None
        start = self._length
        opens = False
        for part in block.parts:
            content = part.content(text)
            if part.instead == "":
                opens = part.opens
            elif content:
                self._put(content, part, kept=part.instead is None, opens=opens)
                opens = False
        if place is not None:
            self.paragraphs.append(Paragraph(Span(start, self._length), *place))
        if block.role:
            self.roles.append((Span(start, self._length), block.role))
        if self.records and self.records[-1][1] == block.record:
            start = self.records.pop()[0].start
        self.records.append((Span(start, self._length), block.record))

    def _put(self, string: str, part: Part, *, kept: bool, opens: bool) -> None:
        end = self._length + len(string)
        piece = Piece(Span(self._length, end), part.span, kept, opens, part.barred, part.writer)
        self.pieces.append(piece)
        self.written.append(string)
        self._length = end


def _trimmed(parts: Sequence[Part], text: str) -> Sequence[Part]:
    """Return the parts of a block without those before and behind all that can be seen."""
    seen = [at for at, part in enumerate(parts) if part.content(text).strip()]
    return parts[seen[0] : seen[-1] + 1] if seen else ()


class _Place(NamedTuple):
    """The lines of a paragraph, and where those above it end and those below it begin."""

    lines: Span
    above: int
    below: int


def _alone(text: str, block: Block) -> _Place | None:
    """Return where a paragraph stands, if it stands by itself with blank lines around it."""
    if not block.plain:
        return None
    start, end = block.parts[0].span.start, block.parts[-1].span.end
    above = start
    while above and text[above - 1] in _BLANK:
        above -= 1
    while end > start and text[end - 1] in _BLANK:
        end -= 1
    behind = end
    while behind < len(text) and text[behind] in _BLANK:
        behind += 1
    if (above and text.count("\n", above, start) < 2) or (
        behind < len(text) and text.count("\n", end, behind) < 2
    ):
        return None
    begin = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    below = text.rfind("\n", end, behind) + 1 if behind < len(text) else behind
    return _Place(Span(begin, line_end if line_end >= 0 else len(text)), above, below)
