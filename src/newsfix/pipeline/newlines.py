r"""Line ends other than ``\\n``, carried past the rules and put back exactly.

Rules see ``\\n`` alone. A position is carried back by counting the line ends before it that are two
code points long in the original, so every offset stays exact.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from newsfix.document import Change
from newsfix.finding import Finding, Fix
from newsfix.span import Span


class Newlines:
    r"""The line ends of one text.

    >>> newlines = Newlines("One\r\ntwo ,\r\n")
    >>> newlines.plain
    'One\ntwo ,\n'
    >>> newlines.origin(Span(7, 8))
    Span(start=8, end=9)
    """

    def __init__(self, original: str) -> None:
        self.plain = original.replace("\r\n", "\n").replace("\r", "\n")
        self._long = list(_long_line_ends(original))
        self._style = _style(original)

    def origin(self, span: tuple[int, int]) -> Span:
        """Return where ``span`` of the plain text is in the original."""
        start, end = span
        return Span(start + bisect_left(self._long, start), end + bisect_left(self._long, end))

    def findings(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Carry findings back to the original."""
        for finding in findings:
            fixes = tuple(self._fix(fix) for fix in finding.fixes)
            yield replace(finding, span=self.origin(finding.span), fixes=fixes)

    def changes(self, original: str, changes: Iterable[Change]) -> Iterator[Change]:
        """Carry changes back to the original."""
        for change in changes:
            span = self.origin(change.span)
            yield Change(span, span.of(original), self._in_style(change.replacement))

    def _fix(self, fix: Fix) -> Fix:
        replacement = self._in_style(fix.replacement)
        return replace(fix, span=self.origin(fix.span), replacement=replacement)

    def _in_style(self, text: str) -> str:
        return text.replace("\n", self._style)


def _long_line_ends(original: str) -> Iterator[int]:
    r"""Yield where each ``\\r\\n`` is in the plain text."""
    at = original.find("\r\n")
    shorter = 0
    while at >= 0:
        yield at - shorter
        shorter += 1
        at = original.find("\r\n", at + 2)


def _style(original: str) -> str:
    """Return the line end that the text uses most."""
    long = original.count("\r\n")
    counts = {"\n": original.count("\n") - long, "\r\n": long, "\r": original.count("\r") - long}
    return max(counts, key=lambda style: counts[style])
