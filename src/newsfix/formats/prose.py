"""The prose of a file: pieces of it, joined, and the way back.

A piece is *kept* if its characters are the file's own, and *fixed* if it stands for something that is
written otherwise there: a line end inside a paragraph, an entity, the gap between two blocks. An edit
must fall into one kept piece, or between two; what would cut through markup cannot be made.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from newsfix.formats.parts import GAP, OBJECT
from newsfix.span import Span


class Piece(NamedTuple):
    """A part of the prose, and what of the file it stands for.

    ``opens`` says that the markup before the piece, if there is any, belongs to it: text that is put
    between it and the piece before goes before that markup. ``barred`` are characters that may not be
    put into it (quotation marks in a quoted value).
    """

    prose: Span
    file: Span
    kept: bool
    opens: bool = False
    barred: str = ""


@dataclass(frozen=True)
class Prose:
    """The human text of a file.

    ``comments`` are where the file has comments, in the file. ``roles`` are blocks of the prose, in
    order, with what the markup says that they are for: "headline", "caption", "list", "table", "quote".
    """

    text: str
    pieces: tuple[Piece, ...]
    comments: tuple[Span, ...] = ()
    roles: tuple[tuple[Span, str], ...] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.prose.start for piece in self.pieces]

    def origin(self, span: tuple[int, int]) -> Span:
        """Return where ``span`` of the prose is in the file; a fixed piece is covered whole."""
        start, end = span
        if not self.pieces:
            return Span(0, 0)
        if start == end:
            place = self.place(start)
            return Span(place, place) if place is not None else self._covering(start, start)
        return self._covering(start, end)

    def edits(self, span: tuple[int, int], replacement: str) -> tuple[tuple[Span, str], ...]:
        """Return the edits of the file that make this edit of the prose; none if it cannot be made."""
        start, end = span
        if start == end:
            place = self.place(start)
            if place is None or not self._may_hold(start, end, replacement):
                return ()
            return ((Span(place, place), replacement),)
        touched = list(self._touched(start, end))
        if not all(piece.kept for piece in touched) or not self._may_hold(start, end, replacement):
            return ()
        if len(touched) > 1 and replacement:
            return ()
        return tuple(
            (
                Span(
                    _in_file(piece, max(start, piece.prose.start)),
                    _in_file(piece, min(end, piece.prose.end)),
                ),
                replacement,
            )
            for piece in touched
        )

    def is_made_up(self, span: Span) -> bool:
        """Say whether ``span`` of the prose reaches into another block, or an object."""
        inserted = (GAP, OBJECT)
        return any(
            not piece.kept and piece.prose.of(self.text) in inserted
            for piece in self._touched(*span)
        )

    def place(self, position: int) -> int | None:
        """Return where in the file something may be put that comes to ``position`` of the prose."""
        left = right = None
        at = bisect_right(self._starts, position) - 1
        for piece in self.pieces[max(0, at - 1) : at + 1]:
            if not piece.kept:
                continue
            if piece.prose.start < position < piece.prose.end:
                return _in_file(piece, position)
            if piece.prose.end == position:
                left = piece
            elif piece.prose.start == position:
                right = piece
        if left is not None and (right is None or right.opens):
            return left.file.end
        return right.file.start if right is not None else None

    def _may_hold(self, start: int, end: int, replacement: str) -> bool:
        beside = self._touched(max(0, start - 1), end + 1)
        return not any(mark in replacement for piece in beside for mark in piece.barred)

    def _touched(self, start: int, end: int) -> Iterator[Piece]:
        at = max(0, bisect_right(self._starts, start) - 1)
        for piece in self.pieces[at:]:
            if piece.prose.start >= end:
                return
            if piece.prose.end > start:
                yield piece

    def _covering(self, start: int, end: int) -> Span:
        touched = list(self._touched(start, max(end, start + 1))) or [self.pieces[-1]]
        first, last = touched[0], touched[-1]
        begin = _in_file(first, max(start, first.prose.start)) if first.kept else first.file.start
        stop = _in_file(last, min(end, last.prose.end)) if last.kept else last.file.end
        return Span(begin, max(begin, stop))


def _in_file(piece: Piece, position: int) -> int:
    return piece.file.start + position - piece.prose.start
