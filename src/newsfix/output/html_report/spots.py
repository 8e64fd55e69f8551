"""Where findings stand in a text: each place once, whatever overlaps there."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from newsfix.document import Change
from newsfix.finding import Finding
from newsfix.output.result import Result
from newsfix.span import Span


@dataclass(frozen=True)
class Spot:
    """A place in the original, and the findings to be told there.

    A spot with a ``change`` is where the two texts differ; any other is a suggestion, and lies in
    one or more ``pieces`` of text that is the same in both.
    """

    pieces: tuple[Span, ...]
    change: Change | None
    findings: list[Finding] = field(default_factory=list)


class Piece(NamedTuple):
    """A stretch of the original that belongs to a spot; ``first`` tells the first of its spot."""

    span: Span
    spot: Spot
    first: bool


def spots(result: Result) -> list[Spot]:
    """Return the spots of a file, in order: one for each change, then what is only suggested.

    Changes whose findings are not told (they are less likely than was asked for) are spots without
    findings: the reader sees every difference.
    """
    found = [Spot((change.span,), change) for change in result.report.changes]
    taken = _Taken(found)
    for finding in sorted(result.findings, key=lambda one: (not one.applied, not one.fixes)):
        taken.place(finding)
    return sorted(taken.spots, key=lambda spot: spot.pieces[0])


def pieces(of: Sequence[Spot]) -> list[Piece]:
    """Return the pieces of all spots, in the order of the text; no two of them overlap."""
    made = [
        Piece(span, spot, first=number == 0)
        for spot in of
        for number, span in enumerate(spot.pieces)
    ]
    return sorted(made, key=lambda piece: piece.span)


class _Taken:
    """The spots so far, and the stretches that they cover, in order and without overlap."""

    def __init__(self, of: list[Spot]) -> None:
        self.spots = of
        self._spans = [spot.pieces[0] for spot in of]
        self._owners = list(of)

    def place(self, finding: Finding) -> None:
        """Add a finding to the spot that it touches, or make it one of what is still free."""
        wanted = finding.fixes[0].span if finding.fixes else finding.span
        if finding.applied or wanted.start == wanted.end:
            touched = self._touched(wanted.start, wanted.end, touching=True)
            if touched:
                touched[0].findings.append(finding)
                return
        if wanted.start == wanted.end:
            wanted = finding.span
        free = list(self._free(wanted))
        if not free:
            self._touched(wanted.start, wanted.end, touching=False)[0].findings.append(finding)
            return
        spot = Spot(tuple(free), None, [finding])
        self.spots.append(spot)
        for span in free:
            at = bisect_left(self._spans, span)
            self._spans.insert(at, span)
            self._owners.insert(at, spot)

    def _touched(self, start: int, end: int, *, touching: bool) -> list[Spot]:
        return [self._owners[at] for at in self._meeting(start, end, touching=touching)]

    def _meeting(self, start: int, end: int, *, touching: bool) -> Iterator[int]:
        """Yield the numbers of the spans that share a character with start..end, or a boundary."""
        for at in range(
            max(0, bisect_right(self._spans, Span(start, start)) - 1), len(self._spans)
        ):
            span = self._spans[at]
            if span.start > end:
                return
            meets = span.start < end and start < span.end
            if meets or (touching and span.start <= end and start <= span.end):
                yield at

    def _free(self, wanted: Span) -> Iterator[Span]:
        """Yield the parts of a span that no spot covers; an empty span is one if nothing is there."""
        if wanted.start == wanted.end:
            yield wanted
            return
        at = wanted.start
        for number in self._meeting(wanted.start, wanted.end, touching=False):
            span = self._spans[number]
            if span.start > at:
                yield Span(at, span.start)
            at = max(at, span.end)
        if at < wanted.end:
            yield Span(at, wanted.end)
