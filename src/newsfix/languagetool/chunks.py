"""Parts of a text that a server can look at on their own."""

from collections.abc import Iterator, Sequence

from newsfix.span import Span

#: Characters: enough for the server to see a story, few enough for several to be under way.
MOST = 2_000


def chunks(paragraphs: Sequence[Span]) -> Iterator[Span]:
    """Yield spans of whole paragraphs, each about as long as MOST at most.

    >>> [tuple(span) for span in chunks([Span(0, 900), Span(902, 1800), Span(1802, 3001)])]
    [(0, 1800), (1802, 3001)]
    """
    start = end = None
    for paragraph in paragraphs:
        if start is None or end is None:
            start, end = paragraph
        elif paragraph.end - start <= MOST:
            end = paragraph.end
        else:
            yield Span(start, end)
            start, end = paragraph
    if start is not None and end is not None:
        yield Span(start, end)
