"""From the blocks that a parser found to the prose of the file."""

from collections.abc import Iterable, Sequence

from newsfix.formats.parts import GAP, Block, Part
from newsfix.formats.prose import Piece, Prose
from newsfix.span import Span


def build(text: str, blocks: Iterable[Block]) -> Prose:
    """Join ``blocks``, which are in the file's order; those without any text of the file are none."""
    prose = _Joined()
    comments: list[Span] = []
    for block in blocks:
        comments += [part.span for part in block.parts if part.comment]
        parts = _trimmed(block.parts, text)
        if any(part.instead is None and part.content(text).strip() for part in parts):
            prose.add(text, block._replace(parts=parts))
    return Prose("".join(prose.written), tuple(prose.pieces), tuple(comments), tuple(prose.roles))


class _Joined:
    """What was joined so far."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.pieces: list[Piece] = []
        self.roles: list[tuple[Span, str]] = []
        self._length = 0

    def add(self, text: str, block: Block) -> None:
        """Put a block behind those that are there."""
        if self.pieces:
            gap = Span(self.pieces[-1].file.end, block.parts[0].span.start)
            self._put(GAP, Part(gap), kept=False, opens=False)
        start = self._length
        opens = False
        for part in block.parts:
            content = part.content(text)
            if part.instead == "":
                opens = part.opens
            elif content:
                self._put(content, part, kept=part.instead is None, opens=opens)
                opens = False
        if block.role:
            self.roles.append((Span(start, self._length), block.role))

    def _put(self, string: str, part: Part, *, kept: bool, opens: bool) -> None:
        end = self._length + len(string)
        piece = Piece(Span(self._length, end), part.span, kept, opens, part.barred)
        self.pieces.append(piece)
        self.written.append(string)
        self._length = end


def _trimmed(parts: Sequence[Part], text: str) -> Sequence[Part]:
    """Return the parts of a block without those before and behind all that can be seen."""
    seen = [at for at, part in enumerate(parts) if part.content(text).strip()]
    return parts[seen[0] : seen[-1] + 1] if seen else ()
