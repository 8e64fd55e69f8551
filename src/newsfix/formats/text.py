"""Plain text: all of it is prose, but for the comments to newsfix on lines of their own."""

import re

from newsfix.formats.prose import Piece, Prose
from newsfix.span import Span

# Other comments may be what the text is about.
_COMMENT = re.compile(r"<!--\s*newsfix\b[^\n]*?-->")
_LINE = rf"[ \t\ufeff]*{_COMMENT.pattern}[ \t]*(?:\n|\Z)"
_LINES = re.compile(rf"^(?:{_LINE})+", re.MULTILINE)


def parse(text: str) -> Prose:
    r"""Return the prose of a plain text.

    >>> parse("One.\n<!-- newsfix: off -->\nTwo.\n").text
    'One.\nTwo.\n'
    """
    runs = [Span(*run.span()) for run in _LINES.finditer(text)] if "newsfix" in text else []
    pieces: list[Piece] = []
    written: list[str] = []

    def add(string: str, file: Span, *, kept: bool) -> None:
        start = pieces[-1].prose.end if pieces else 0
        pieces.append(Piece(Span(start, start + len(string)), file, kept))
        written.append(string)

    at = 0
    for run in runs:
        if run.start > 0:
            add(text[at : run.start - 1], Span(at, run.start - 1), kept=True)
            # The line end before them stays too, or they would not be on lines of their own.
            add("\n", Span(run.start - 1, run.end), kept=False)
        at = run.end
    add(text[at:], Span(at, len(text)), kept=True)
    comments = (match.span() for run in runs for match in _COMMENT.finditer(text, *run))
    return Prose("".join(written), tuple(pieces), tuple(Span(*span) for span in comments))
