"""Where something is in a text."""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of Unicode code points: ``start <= position < end``.

    Spans that leave newsfix are always positions in the *original* text. A span unpacks as a pair:

    >>> start, end = Span(4, 9)
    >>> Span(4, 9).of("The train left.")
    'train'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the part of ``text`` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two spans share at least one code point.

        >>> Span(0, 3).overlaps(Span(2, 5)), Span(0, 3).overlaps(Span(3, 5))
        (True, False)
        """
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Say whether ``other`` lies wholly inside this span.

        >>> Span(0, 9).covers(Span(3, 3)), Span(0, 9).covers(Span(8, 10))
        (True, False)
        """
        return self.start <= other.start and other.end <= self.end
