"""Each finding with its line, a caret under the place, and every fix."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsfix.finding import Finding
from newsfix.output.colour import Paint
from newsfix.output.concise import edit, heading, rounded
from newsfix.output.result import Result

_WIDTH = 92  # columns of the line that are shown


def full(results: Iterable[Result], paint: Paint) -> Iterator[str]:
    """Yield a few lines for each finding, with an empty one behind it."""
    for result in results:
        for finding in result.findings:
            yield heading(result, finding, paint)
            yield from _excerpt(result, finding, paint)
            for fix in finding.fixes:
                held = f"; held back: {fix.held}" if fix.held else ""
                change = paint.green(edit(result.report.original, fix))
                yield f"  = fix [{rounded(fix.confidence)}]: {change}{held}"
            yield ""


class _Window(NamedTuple):
    """The part of a line that is shown, and the columns that the caret covers in it."""

    text: str
    before: int
    length: int


def _excerpt(result: Result, finding: Finding, paint: Paint) -> Iterator[str]:
    number, column = result.positions.place(finding.span.start)
    line = result.positions.line(number)
    end = min(len(line), finding.span.end - result.positions.line_start(number))
    window = _window(line, column - 1, end)
    label = str(number)
    margin = paint.blue("|")
    yield f"{' ' * len(label)} {margin}"
    yield f"{paint.blue(label)} {margin} {window.text}"
    caret = paint.red("^" * max(1, window.length))
    yield f"{' ' * len(label)} {margin} {' ' * window.before}{caret}"


def _window(line: str, start: int, end: int) -> _Window:
    """Cut a long line around a place; columns are those of the terminal, not code points."""
    from wcwidth import wcswidth

    def width(text: str) -> int:
        return max(0, wcswidth(text))

    visible = "".join(one if one.isprintable() else " " for one in line)
    first = max(0, min(start - _WIDTH // 2, len(line) - _WIDTH))
    last = min(len(line), max(first + _WIDTH, min(end, start + _WIDTH)))
    while last - first > 1 and width(visible[first:last]) > _WIDTH:  # wide characters
        if first < start and start - first > last - end:
            first += 1
        else:
            last -= 1
    head = "…" if first else ""
    tail = "…" if last < len(line) else ""
    before = head + visible[first:start]
    marked = visible[start : min(end, last)]
    return _Window(f"{head}{visible[first:last]}{tail}", width(before), width(marked))
