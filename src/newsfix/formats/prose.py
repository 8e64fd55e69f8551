"""The prose of a file: pieces of it, joined, and the way back.

A piece is *kept* if its characters are the file's own, and *fixed* if it stands for something that is
written otherwise there: a line end inside a paragraph, an entity, the gap between two blocks. An edit
must fall into one kept piece, or between two; what would cut through markup cannot be made. Where the
pieces have a writer (those of a string in JSON, of a scalar in YAML), it says how an edit is written.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise
from typing import NamedTuple

from newsfix.formats.parts import GAP, OBJECT, Writer
from newsfix.formats.unread import Unread
from newsfix.span import Span

_MADE_UP = re.compile(rf"\w{OBJECT}|{OBJECT}\w")


class Piece(NamedTuple):
    """A part of the prose, and what of the file it stands for.

    ``opens`` says that the markup before the piece, if there is any, belongs to it: text that is put
    between it and the piece before goes before that markup. ``barred`` are characters that may not be
    put into it (quotation marks in a quoted value). With a ``writer`` a fixed piece can be replaced as
    a whole, alone or with neighbours that have the same writer.
    """

    prose: Span
    file: Span
    kept: bool
    opens: bool = False
    barred: str = ""
    writer: Writer | None = None


class Paragraph(NamedTuple):
    """A block that stands by itself between blank lines, so that it can be taken out whole.

    ``lines`` are its own in the file; what is ``above`` ends, and what is ``below`` begins, there.
    """

    prose: Span
    lines: Span
    above: int
    below: int


@dataclass(frozen=True)
class Prose:
    """The human text of a file.

    ``comments`` are where the file has comments, in the file. ``roles`` are blocks of the prose, in
    order, with what the markup says that they are for: "headline", "caption", "list", "table", "quote".
    ``paragraphs`` are the blocks that can be taken out whole. ``records`` are the parts of the prose that
    know nothing of each other, if there are such. ``rest`` is what the file says beside its prose, if
    that is known: then the repaired file must say the same, and its prose exactly what was repaired.
    ``unread`` are the parts of the file that could not be read.
    """

    text: str
    pieces: tuple[Piece, ...]
    comments: tuple[Span, ...] = ()
    roles: tuple[tuple[Span, str], ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    records: tuple[Span, ...] = ()
    rest: object = None
    unread: tuple[Unread, ...] = ()

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
        """Return the edits of the file that make this edit of the prose; none if it cannot be made.

        Paragraphs that stand by themselves go with their lines, and with one of the gaps around them.
        """
        start, end = span
        removed, lines = self._removal(start, end)
        gone = tuple((one, "") for one in lines)
        rest = Span(removed.end, end) if start == removed.start else Span(start, removed.start)
        if not gone or (replacement and rest.start == rest.end):  # what is replaced keeps its place
            return self._edits(start, end, replacement)
        if rest.start == rest.end:
            return gone
        edits = self._edits(*rest, replacement)
        return tuple(sorted([*edits, *gone])) if edits else ()

    def _edits(self, start: int, end: int, replacement: str) -> tuple[tuple[Span, str], ...]:
        """Return the edits that make an edit inside the lines of the file."""
        if not self._may_hold(start, end, replacement):
            return ()
        touched = list(self._touched(start, end) if start < end else self._beside(start))
        if touched and touched[0].writer is not None:
            return self._written(touched, Span(start, end), replacement)
        if start == end:
            place = self.place(start)
            return () if place is None else ((Span(place, place), replacement),)
        if not all(piece.kept and not self._is_cut(piece, start, end) for piece in touched):
            return ()
        spans = [
            Span(
                _in_file(piece, max(start, piece.prose.start)),
                _in_file(piece, min(end, piece.prose.end)),
            )
            for piece in touched
        ]
        if all(left.end == right.start for left, right in pairwise(spans)):
            return ((Span(spans[0].start, spans[-1].end), replacement),)
        if not replacement:
            return tuple((one, "") for one in spans)
        # Marks beside each other in the prose, with markup between them, are exchanged one by one.
        if len(replacement) != end - start:
            return ()
        texts = islice(replacement, None)
        return tuple((one, "".join(islice(texts, one.end - one.start))) for one in spans)

    def _written(
        self, touched: list[Piece], span: Span, replacement: str
    ) -> tuple[tuple[Span, str], ...]:
        """Return the one edit that the writer of all ``touched`` makes of an edit of the prose."""
        writer = touched[0].writer
        assert writer is not None
        if not all(
            piece.writer is writer and (piece.kept or _is_whole(piece, span)) for piece in touched
        ):
            return ()
        begin = _edge(touched[0], span.start)
        place = Span(begin, begin if span.start == span.end else _edge(touched[-1], span.end))
        written = writer(place, replacement)
        return () if written is None else ((place, written),)

    def _beside(self, position: int) -> Iterator[Piece]:
        """Yield the piece with a writer that something may be put into, or beside, at ``position``."""
        beside = self._touched(max(0, position - 1), position + 1)
        yield from islice((piece for piece in beside if piece.writer is not None), 1)

    def _is_cut(self, piece: Piece, start: int, end: int) -> bool:
        """Say whether an edit takes half of what is between two paragraphs."""
        is_gap = piece.prose.of(self.text) == GAP
        return is_gap and not (start <= piece.prose.start and piece.prose.end <= end)

    def _removal(self, start: int, end: int) -> tuple[Span, list[Span]]:
        """Return what of ``start`` to ``end`` is whole paragraphs with a gap, and their lines in the file."""
        at = bisect_left(self.paragraphs, start, key=lambda one: one.prose.start)
        run: list[Paragraph] = []
        for one in islice(self.paragraphs, at, None):
            apart = one.prose.start - run[-1].prose.end if run else len(GAP)
            if one.prose.end > end or apart > len(GAP):
                break
            run.append(one)
        if run:
            first, last = run[0], run[-1]
            below = min(last.prose.end + len(GAP), len(self.text))
            if start == first.prose.start and below <= end:
                return Span(start, below), [Span(one.lines.start, one.below) for one in run]
            above = first.prose.start - len(GAP)
            if end == last.prose.end and start <= above:
                return Span(above, end), [Span(one.above, one.lines.end) for one in run]
        return Span(start, start), []

    def is_made_up(self, span: Span) -> bool:
        """Say whether ``span`` of the prose is about two blocks, or about what is no text of the file.

        What stands for code is a letter, so a word that it is part of is none of the file's.
        """
        begin, parts = span.start, []
        for piece in self._touched(*span):
            if not piece.kept and not piece.writer and piece.prose.of(self.text) == GAP:
                parts.append(self.text[begin : piece.prose.start])
                begin = piece.prose.end
        parts.append(self.text[begin : span.end])
        said = [part for part in parts if part.strip()]
        return (
            len(said) != 1
            or bool(_MADE_UP.search(said[0]))
            or not said[0].replace(OBJECT, "").strip()
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
        for number in range(at, len(self.pieces)):  # a slice would be as long as the file
            piece = self.pieces[number]
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


def _is_whole(piece: Piece, span: Span) -> bool:
    """Say whether an edit takes all of a fixed piece, or is beside it."""
    takes = span.start <= piece.prose.start and piece.prose.end <= span.end
    return takes or span.end <= piece.prose.start or piece.prose.end <= span.start


def _edge(piece: Piece, position: int) -> int:
    """Return where ``position``, in or at an end of the piece, is in the file."""
    if piece.kept:
        return _in_file(piece, position)
    return piece.file.end if position >= piece.prose.end else piece.file.start


def _in_file(piece: Piece, position: int) -> int:
    return piece.file.start + position - piece.prose.start
