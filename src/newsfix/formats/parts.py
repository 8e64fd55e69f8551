"""What a parser says of a file: its blocks of prose, each made of parts."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from newsfix.span import Span

#: What stands for code, a picture or a tag in a sentence: a letter, so that rules see a word.
OBJECT = "ª"
#: What stands between two blocks of prose.
GAP = "\n\n"

#: Says what to write for an edit of the prose: a span of the file, and what the prose reads there; None if
#: that cannot be written.
Writer = Callable[[Span, str], str | None]


class Part(NamedTuple):
    """What a parser says of a stretch of the file: keep it, or put ``instead`` for it.

    ``instead`` of None keeps the characters; "" drops them as markup, and then ``opens`` says whether
    it belongs to what follows. ``barred`` are characters that may not be put into it.
    ``comment`` says that it is a comment, which is dropped too. ``writer`` says what is written for an
    edit of it, or of neighbours with the same writer.
    """

    span: Span
    instead: str | None = None
    opens: bool = False
    barred: str = ""
    comment: bool = False
    writer: Writer | None = None

    def content(self, text: str) -> str:
        """Return what stands for the part in the prose."""
        return self.span.of(text) if self.instead is None else self.instead


class Block(NamedTuple):
    """The parts of one paragraph, heading, cell or value, in order.

    ``role`` is what the markup says that it is for, if it does: "headline", "caption", "list",
    "table" or "quote". A ``plain`` block is a paragraph that stands for itself, on lines of its own.
    Blocks with another ``record`` know nothing of it.
    """

    parts: Sequence[Part]
    role: str = ""
    plain: bool = False
    record: object = None
