"""From offsets to lines and columns."""

import re
from bisect import bisect_right
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\r|\n")


class Place(NamedTuple):
    """A line and a column, both counted from one; columns are code points."""

    line: int
    column: int


class Positions:
    r"""The lines of one text.

    >>> positions = Positions("One\r\ntwo")
    >>> positions.place(6), positions.line(2)
    (Place(line=2, column=2), 'two')
    """

    def __init__(self, text: str) -> None:
        self._text = text
        ends = [match.span() for match in _LINE_END.finditer(text)]
        self._starts = [0, *(end for _, end in ends)]
        self._ends = [*(start for start, _ in ends), len(text)]

    def place(self, offset: int) -> Place:
        """Return where ``offset`` is."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return a line by its number, without its end."""
        return self._text[self._starts[number - 1] : self._ends[number - 1]]

    def line_start(self, number: int) -> int:
        """Return the offset at which a line begins."""
        return self._starts[number - 1]
