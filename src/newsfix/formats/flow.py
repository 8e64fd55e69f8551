"""Text with marks in it, cut into parts; and the lines that blocks are made of."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsfix.formats.parts import Part
from newsfix.span import Span


class Line(NamedTuple):
    """A line, or the rest of one, without the space around it; how far it is indented."""

    start: int
    text: str
    indent: int

    @property
    def end(self) -> int:
        """Where its text ends in the file."""
        return self.start + len(self.text)

    def after(self, length: int) -> "Line":
        """Return the line without its first ``length`` characters and the space behind them.

        >>> Line(4, "-  Eggs", 4).after(1)
        Line(start=7, text='Eggs', indent=7)
        """
        rest = self.text[length:]
        begin = len(self.text) - len(rest.lstrip())
        return Line(self.start + begin, self.text[begin:], self.indent + begin)


def lines_of(text: str) -> list[Line]:
    r"""Return the lines of ``text``, blank ones too.

    >>> [line.start for line in lines_of("One.\n\n  Two.")]
    [0, 5, 8]
    """
    found = []
    position = 0
    for line in text.split("\n"):
        content = line.lstrip(" \t")
        indent = len(line) - len(content)
        found.append(Line(position + indent, content.rstrip(), len(line[:indent].expandtabs(8))))
        position += len(line) + 1
    return found


def flow(span: Span, marks: Iterable[Part], barred: str) -> Iterator[Part]:
    """Yield the parts of ``span``: ``marks``, as far as none is inside another, and what is between."""
    at = span.start
    for mark in sorted(marks, key=lambda part: (part.span.start, -part.span.end)):
        if mark.span.start < at:
            continue
        yield Part(Span(at, mark.span.start), barred=barred)
        yield mark
        at = mark.span.end
    yield Part(Span(at, max(at, span.end)), barred=barred)
