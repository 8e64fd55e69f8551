"""Sentences that were broken over lines: which line ends stand inside a sentence."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newsfix.span import Span
from newsfix.text.joints import is_common, last_word, needs_more
from newsfix.text.lines import is_headline
from newsfix.text.patterns import Pattern
from newsfix.text.role import Role

if TYPE_CHECKING:
    from newsfix.text.blocks import Block

_STOPS = ".!?:;…|—–•>*/=_"
_CLOSERS = "\"”’')]»"
_FIRST = Pattern(r"\p{Ll}[\p{Ll}’'-]*(?=[\s,.])")
_NAME = Pattern(
    r"(?:\p{Lu}[\p{L}.’'-]*|de|van|von|bin|of|the|and)(?:[ ](?:\p{Lu}[\p{L}.’'-]*|de|van|von|bin|of|the|and)){0,5}\Z"
)
_PARTICLES = frozenset("de van von der den di da del la le bin ibn al el dos das du zu".split())
_ASIDE = frozenset(
    (Role.LIST, Role.TABLE, Role.VERSE, Role.TRANSCRIPT, Role.TIMESTAMP, Role.BYLINE, Role.DATELINE)
)
_SHORT = 6  # words: a link
_VERSE = 50  # characters: no longer than a line of a poem
_WHOLE = 60  # characters: prose that stands by itself


class Break(NamedTuple):
    """A line end inside a sentence, with the space around it, and how sure that is."""

    span: Span
    sure: float


def find_breaks(raw: str, paragraphs: Sequence[Span], blocks: "Sequence[Block]") -> Iterator[Break]:
    r"""Yield the ends of paragraphs that stand inside a sentence.

    >>> from newsfix.text import Text
    >>> text = Text("The minister\nAna Ruiz\nresigned on Monday, as the town had asked.")
    >>> [one.span for one in find_breaks(text.raw, text.paragraphs, text.blocks)]
    [Span(start=12, end=13), Span(start=21, end=22)]
    """
    at = 0
    last = len(paragraphs) - 1
    while at < last:
        end = at
        while end < last and _goes_on(raw, paragraphs, end):
            end += 1
        if end > at:
            sure = _sure(raw, paragraphs, blocks, at, end)
            if sure:
                for index in range(at, end):
                    between = Span(paragraphs[index].end, paragraphs[index + 1].start)
                    yield Break(between, sure)
        at = max(at + 1, end)


def _goes_on(raw: str, paragraphs: Sequence[Span], at: int) -> bool:
    """Say whether a paragraph may go on in the next one, or in the one behind that."""
    this, after = paragraphs[at], paragraphs[at + 1]
    if not _is_open(raw, this):
        return False
    if _starts_small(raw, after):
        return True
    text = this.of(raw)
    if needs_more(last_word(raw, this.end, this.start)) and not is_headline(text):
        return True
    # A name on a line of its own.
    if at + 2 >= len(paragraphs) or not _starts_small(raw, paragraphs[at + 2]):
        return False
    middle = after.of(raw)
    if not _is_open(raw, after) or (is_headline(text) and len(text) > 30):
        return False
    return len(middle.split()) <= _SHORT and _NAME.match(middle) is not None


def _is_open(raw: str, part: Span) -> bool:
    end = part.end
    while end > part.start and raw[end - 1] in _CLOSERS:
        end -= 1
    return end > part.start and raw[end - 1] not in _STOPS


def _starts_small(raw: str, part: Span) -> bool:
    match = _FIRST.match(raw, *part)
    if match is None or match[0] in _PARTICLES:
        return False
    word = match[0].replace("’", "'").partition("-")[0]
    return word.endswith("n't") or is_common(word.partition("'")[0])


def _sure(
    raw: str, paragraphs: Sequence[Span], blocks: "Sequence[Block]", at: int, end: int
) -> float:
    """Return how sure it is that the paragraphs from ``at`` to ``end`` are one."""
    parts = paragraphs[at : end + 1]
    roles = {block.role for block in blocks[at : end + 1]}
    if roles & _ASIDE or (blocks[at].role in (Role.BOILERPLATE, Role.CAPTION)):
        return 0.0
    first, final = parts[0].of(raw), parts[-1].of(raw)
    if not (first[0].isupper() or first[0].isdigit() or first[0] in "“\"‘'(["):
        return 0.0
    leaning = needs_more(last_word(raw, parts[0].end, parts[0].start)) or first.endswith(",")
    whole = sum(part.end - part.start for part in parts)
    if blocks[at].role is Role.HEADLINE and not leaning and len(parts) < 3:
        return 0.0
    sure = 0.97
    if len(parts) > 4 or whole < _WHOLE / 2:
        sure = 0.7
    if len(parts) > 3 and max(part.end - part.start for part in parts) < _VERSE:
        sure = 0.4
    if not final.rstrip(_CLOSERS).endswith((".", "!", "?", "…")):
        sure = min(sure, 0.7 if leaning else 0.5)
    if at == 0 and not leaning and len(parts) < 3 and len(first) < 2 * _WHOLE:
        return 0.0  # a headline
    if len(parts) == 2 and not leaning and len(first) < _WHOLE:
        sure = min(sure, 0.8)
    if any(_starts_capital(raw, part) for part in parts[1:]) and not _is_link(raw, parts):
        sure = min(sure, 0.8)
    return sure


def _starts_capital(raw: str, part: Span) -> bool:
    return not raw[part.start].islower()


def _is_link(raw: str, parts: Sequence[Span]) -> bool:
    """Say whether the parts are a sentence with short ones of names or small words inside."""
    return len(parts) > 2 and all(len(part.of(raw).split()) <= _SHORT for part in parts[1:-1])
