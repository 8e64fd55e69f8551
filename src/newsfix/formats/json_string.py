"""A string of JSON: its parts, and how an edit of it is written."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsfix.formats.parts import Part
from newsfix.span import Span

# A pair of surrogates is one character; line ends of two characters are one line end.
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\r\\n|\\u[0-9a-fA-F]{4}|\\."
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_ENDS = ("\\r\\n", "\\n", "\\r")
_BLANK = re.compile(r"(?:\s|\\[bfnrt]|\\u00[01][0-9a-fA-F]|\\u00(?:20|[aA]0)|\\u200[0-9a-fA-F])*")


@dataclass(frozen=True, eq=False)
class _Writer:
    """Writes edits of the string whose characters are at ``span``."""

    text: str
    span: Span
    line_end: str
    ascii: bool

    def __call__(self, place: Span, replacement: str) -> str | None:
        """Return what is written at ``place`` for ``replacement``; None if nothing would be left."""
        lines = replacement.split("\n")
        written = self.line_end.join(
            json.dumps(one, ensure_ascii=self.ascii)[1:-1] for one in lines
        )
        if _SURROGATE.search(replacement):
            return None
        if (
            not replacement.strip()
            and _BLANK.fullmatch(self.text, self.span.start, place.start)
            and _BLANK.fullmatch(self.text, place.end, self.span.end)
        ):
            return None
        return written


def parts(text: str, span: Span) -> Iterator[Part]:
    """Yield the parts of the string whose characters, without the marks around them, are at ``span``."""
    ends = _ESCAPE.findall(text, *span) if "\\" in span.of(text) else []
    line_end = next((one for one in ends if one in _LINE_ENDS), "\\n")
    writer = _Writer(text, span, line_end, text.isascii())
    at = span.start
    for match in _ESCAPE.finditer(text, *span) if ends else ():
        if at < match.start():
            yield Part(Span(at, match.start()), writer=writer)
        yield Part(Span(*match.span()), _meant(match[0]), writer=writer)
        at = match.end()
    if at < span.end:
        yield Part(Span(at, span.end), writer=writer)


def _meant(escape: str) -> str:
    if escape in _LINE_ENDS:
        return "\n"
    # Half of a pair is no character.
    return _SURROGATE.sub("\ufffd", json.loads(f'"{escape}"'))
