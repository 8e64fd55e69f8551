"""From byte offsets, which parsers count in, to code points."""

from bisect import bisect_right
from itertools import accumulate

from newsfix.span import Span


class Offsets:
    """The code points of a text by the bytes of its UTF-8 form.

    >>> offsets = Offsets("é, ü!")
    >>> offsets.data[offsets.data.index(b"!") :], offsets.of(6)
    (b'!', 4)
    """

    def __init__(self, text: str) -> None:
        self.data = text.encode("utf-8", "surrogatepass")
        # Only where a code point has more than one byte do the two ways of counting part.
        wide = [
            (at, len(one.encode("utf-8", "surrogatepass")) - 1)
            for at, one in enumerate(text)
            if one > "\x7f"
        ]
        extra = list(accumulate(more for _, more in wide))
        self._ends = [at + 1 + total for (at, _), total in zip(wide, extra, strict=True)]
        self._extra = [0, *extra]

    def of(self, byte: int) -> int:
        """Return the code point that begins at ``byte``."""
        return byte - self._extra[bisect_right(self._ends, byte)]

    def span(self, start: int, end: int) -> Span:
        """Return the code points from byte ``start`` to byte ``end``."""
        return Span(self.of(start), self.of(end))
