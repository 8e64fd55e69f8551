"""Sorted spans that stay apart from each other, and what meets them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from newsfix.span import Span


def meets(spans: Sequence[Span], span: tuple[int, int]) -> bool:
    """Say whether ``span`` has a part inside one of ``spans`` (sorted, apart from each other).

    An empty span, an insertion, is inside another when it is neither at its start nor its end.
    """
    start, end = span
    at = bisect_right(spans, start, key=lambda other: other.start) - 1
    if at >= 0 and start < spans[at].end and (start < end or start > spans[at].start):
        return True
    return at + 1 < len(spans) and spans[at + 1].start < end


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return sorted spans that cover the same positions and stay apart from each other."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(span.end, result[-1].end))
        else:
            result.append(span)
    return tuple(result)
