"""A text line by line, so that the original and the repaired text can stand side by side."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from newsfix.output.html_report.spots import Piece
from newsfix.span import Span

_LINE_END = re.compile(r"\r\n|\r|\n")


class Row(NamedTuple):
    """A line of the original with the pieces in it, or several lines that a change joins.

    ``first`` and ``last`` are the numbers of the lines, and ``span`` is without the last line end.
    """

    first: int
    last: int
    span: Span
    pieces: tuple[Piece, ...]


def rows(text: str, pieces: Sequence[Piece]) -> Iterator[Row]:
    """Yield the rows of ``text``: each line end parts two of them, but for those that a change takes.

    A line end with which a piece begins parts none either: the piece would have no place.
    """
    start, first, at = 0, 1, 0
    for number, (stop, until) in enumerate(_line_ends(text), start=1):
        while at < len(pieces) and pieces[at].span.end <= stop and pieces[at].span.start < stop:
            at += 1
        if stop < until and any(_binds(piece, stop, until) for piece in _from(pieces, at, until)):
            continue
        row = Span(start, stop)
        yield Row(first, number, row, tuple(_inside(pieces, row)))
        start, first = until, number + 1


def _line_ends(text: str) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in _LINE_END.finditer(text))
    yield len(text), len(text)


def _from(pieces: Sequence[Piece], at: int, until: int) -> Iterator[Piece]:
    """Yield the pieces from number ``at`` on that begin before ``until``."""
    return takewhile(lambda piece: piece.span.start < until, islice(pieces, at, None))


def _binds(piece: Piece, stop: int, until: int) -> bool:
    """Say whether a piece holds the lines together between which the line end stop..until is."""
    if not (piece.span.start < until and stop < piece.span.end):
        return False
    return piece.spot.change is not None or piece.span.start >= stop


def _inside(pieces: Sequence[Piece], row: Span) -> Iterator[Piece]:
    """Yield the pieces in a row; of one that goes on in another row, what is here."""
    begin = max(0, bisect_left(pieces, row.start, key=lambda piece: piece.span.start) - 1)
    for piece in islice(pieces, begin, None):
        if piece.span.start > row.end:
            return
        start, end = max(piece.span.start, row.start), min(piece.span.end, row.end)
        if start < end or start == end == piece.span.start == piece.span.end:
            first = piece.first and start == piece.span.start
            yield piece._replace(span=Span(start, end), first=first)
