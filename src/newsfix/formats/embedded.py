"""What other programs read in a file of prose: the tags of templates, and comments of theirs.

Hugo, Jekyll, Jinja, ERB, PHP and MDX look for theirs before, or apart from, the markup; so each is
hidden from the parser of the markup, and cut out of the prose afterwards.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from newsfix.formats.parts import OBJECT, Block, Part
from newsfix.span import Span


class Embedded(NamedTuple):
    """Where something is that is no prose, and whether it is a comment."""

    span: Span
    is_comment: bool


# What opens and what closes, the longer ones first.
_PAIRS = {
    "{{/*": "*/}}",
    "{/*": "*/}",
    "{# ": "#}",
    "{{<": ">}}",
    "{{%": "%}}",
    "{{": "}}",
    "{%": "%}",
    "<%": "%>",
    "<?": "?>",
}
_COMMENTS = frozenset(("{{/*", "{/*", "{# "))
_OPENER = re.compile("|".join(map(re.escape, _PAIRS)))
# Between these and their ends is code, or what is to be shown as it is written.
_ENCLOSING = re.compile(
    r"(?P<mark>\{%|\{\{[<%])[-~]?\s*"
    r"(?P<name>raw|verbatim|highlight|code|comment|mermaid|math|katex|rawhtml)\b"
)

# A tag that ends what another began stands for no word.
_ENDS = re.compile(r"\{[{%][<%]?[-~]?\s*(?:/|end)")


def embedded(text: str) -> tuple[Embedded, ...]:
    """Return the tags of templates in ``text`` and their comments, in order.

    >>> [one.span.of("A {{< b >}} c {/* d */} e {{ f") for one in embedded("A {{< b >}} c {/* d */} e {{ f")]
    ['{{< b >}}', '{/* d */}']
    """
    return tuple(_embedded(text)) if "{" in text or "<" in text else ()


def hidden(text: str, found: Iterable[Embedded]) -> str:
    """Return ``text`` with letters in place of what was ``found``, so that no markup is in there."""
    written = []
    at = 0
    for (start, end), _ in found:
        written += [text[at:start], "x" * (end - start)]
        at = end
    return "".join([*written, text[at:]])


def carved(block: Block, text: str, found: Sequence[Embedded]) -> Block:
    """Return ``block`` without what was ``found``; inside a sentence a tag is an object."""
    if not found:
        return block
    return block._replace(parts=[one for part in block.parts for one in _carved(part, text, found)])


def _embedded(text: str) -> Iterator[Embedded]:
    nearest = _Nearest(text)
    at = 0
    while match := _OPENER.search(text, at):
        start, inside = match.span()
        opener = match[0]
        is_comment = opener in _COMMENTS
        closer = _PAIRS[opener]
        end = nearest.end(closer, inside)
        if end is None or (not is_comment and (nearest.end("\n\n", inside) or end) < end):
            at = start + 1
            continue
        enclosing = _ENCLOSING.match(text, start, end)
        if enclosing:
            end = _end_of(nearest, enclosing, end)
            is_comment = enclosing["name"] == "comment"
        yield Embedded(Span(start, end), is_comment)
        at = end


def _end_of(nearest: "_Nearest", enclosing: re.Match[str], end: int) -> int:
    """Return the end of the tag that ends what ``enclosing`` begins; ``end`` if there is none."""
    slash, closer = (
        ("end", "%}") if enclosing["mark"] == "{%" else ("/", enclosing["mark"][-1:] + "}}")
    )
    closer = closer.replace("<}}", ">}}")
    stop = nearest.end_of_name(enclosing["mark"], slash + enclosing["name"], end)
    return (stop and nearest.end(closer, stop)) or end


class _Nearest:
    """Where the next of something is; each is looked for once, however often it is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[str, Span | None] = {}

    def end(self, string: str, at: int) -> int | None:
        """Return the end of the first ``string`` from ``at`` on; later calls ask from later places."""
        return self._end(string, re.compile(re.escape(string)), at)

    def end_of_name(self, mark: str, name: str, at: int) -> int | None:
        """Return the end of the first ``mark`` with ``name`` behind it from ``at`` on."""
        return self._end(mark + name, re.compile(rf"{re.escape(mark)}[-~]?\s*{name}\b"), at)

    def _end(self, key: str, pattern: re.Pattern[str], at: int) -> int | None:
        span = self._found.get(key, Span(-1, -1))
        if span is not None and span.start < at:
            match = pattern.search(self._text, at)
            span = self._found[key] = Span(*match.span()) if match else None
        return span.end if span else None


def _carved(part: Part, text: str, found: Sequence[Embedded]) -> Iterator[Part]:
    if part.instead is not None:
        yield part
        return
    at, end = part.span
    first = bisect_right(found, at, key=lambda one: one.span.end)
    for span, is_comment in islice(found, first, None):
        if span.start >= end:
            break
        yield part._replace(span=Span(at, max(at, span.start)))
        at = min(end, span.end)
        is_word = not (is_comment or _ENDS.match(text, *span) or _fills_lines(text, span))
        inside = Span(max(span.start, part.span.start), at)
        yield Part(inside, OBJECT if is_word else "", comment=is_comment)
    yield part._replace(span=Span(at, end))


def _fills_lines(text: str, span: Span) -> bool:
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    line_end = text.find("\n", span.end)
    after = text[span.end : line_end if line_end >= 0 else len(text)]
    return not before.strip(" \t>") and not after.strip()
