"""Lines and paragraphs, and which lines are headlines."""

from collections.abc import Iterator, Sequence

from newsfix.span import Span
from newsfix.text.lists import words
from newsfix.text.patterns import Pattern

_WORD = Pattern(r"\p{L}[\p{L}\p{M}’'.-]*")
_WELL_SPACED = Pattern(r"\p{Ll}{2}[.?!][”\"]?[ ][“\"]?\p{Lu}")
_LONG_PARAGRAPH = 100  # characters
_STOPS = ".!?:;|"
_WRAP_WIDTHS = range(40, 121)


def line_spans(raw: str) -> tuple[Span, ...]:
    r"""Return the lines of ``raw`` that are not blank, without the space around them.

    >>> [span.of("One.\n\n  Two.") for span in line_spans("One.\n\n  Two.")]
    ['One.', 'Two.']
    """
    return tuple(_lines(raw))


def _lines(raw: str) -> Iterator[Span]:
    position = 0
    for line in raw.split("\n"):
        content = line.strip()
        if content:
            start = position + line.index(content)
            yield Span(start, start + len(content))
        position += len(line) + 1


def paragraph_spans(raw: str, lines: Sequence[Span]) -> tuple[Span, ...]:
    """Return the paragraphs of ``raw``: its lines, or blocks of lines that were wrapped at a width."""
    return tuple(_paragraphs(raw, lines))


def _paragraphs(raw: str, lines: Sequence[Span]) -> Iterator[Span]:
    block: list[Span] = []
    for line in lines:
        if block and raw.count("\n", block[-1].end, line.start) > 1:
            yield from _unwrapped(raw, block)
            block = []
        block.append(line)
    if block:
        yield from _unwrapped(raw, block)


def _unwrapped(raw: str, block: list[Span]) -> Iterator[Span]:
    """Yield a block whole if its lines were wrapped at a width, else line by line."""
    widths = [line.end - line.start for line in block[:-1]]
    wrapped = len(widths) >= 2 and max(widths) in _WRAP_WIDTHS and min(widths) > max(widths) - 25
    # Where sentences end with the lines, the lines are paragraphs, rows or items.
    if wrapped and sum(raw[line.end - 1] in _STOPS for line in block[:-1]) <= len(widths) / 2:
        yield Span(block[0].start, block[-1].end)
    else:
        yield from block


def is_headline(line: str) -> bool:
    """Say whether a line is set like a headline: in Title Case or ALL CAPS.

    >>> is_headline("Storm Hits the Coast of Chile"), is_headline("MAYOR RESIGNS")
    (True, True)
    >>> is_headline("The storm hit Chile on Monday.")
    False
    """
    found = [match[0] for match in _WORD.finditer(line[:400])]
    if not found:
        return False
    if sum(word.isupper() for word in found) > 0.7 * len(found):
        return True
    if line.rstrip("\"”’'")[-1:] in (".", ":", ",", ";") or len(found) > 25:
        return False
    small = words("closed_class")
    content = [word for word in found[1:] if word.lower() not in small]
    if not content:
        return False
    capitals = sum(word[0].isupper() for word in content)
    return capitals >= 0.75 * len(content) and len(found) > 2


def joins_paragraphs(line: str, glued: int) -> bool:
    """Say whether a line is several paragraphs that lost the line ends between them.

    It is long, has ``glued`` places where sentences stick together, and others that are set well.

    >>> joins_paragraphs("It rained.The town slept.", 1)
    False
    """
    if glued < 2 or len(line) <= _LONG_PARAGRAPH * (glued + 1):
        return False
    return sum(1 for _ in _WELL_SPACED.finditer(line)) >= 2
