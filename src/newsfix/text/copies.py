"""Sentences and paragraphs that stand in a text more than once."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import eq
from typing import NamedTuple

from newsfix.span import Span
from newsfix.text.patterns import Pattern

#: A shorter line or sentence is repeated for a reason, or says nothing.
SHORTEST = 30  # characters
_EDGE = 30  # characters that copies have in common at their start or their end
_LIKE = 0.9
_WORDS = Pattern(r"[\p{L}\p{N}]+")


class Copy(NamedTuple):
    """A part of a text and where it stood before."""

    first: Span
    copy: Span
    distance: int  #: 1 if nothing stands between them
    exact: bool  #: word for word


def has_copies(pieces: Sequence[str], *, reach: int | None = None) -> bool:
    """Say whether two long ones of ``pieces`` may be alike; cheap, and in doubt yes."""
    long_ones = [piece for piece in pieces if len(piece) >= SHORTEST]
    edges = (
        [piece[:_EDGE] for piece in long_ones],
        [piece[-_EDGE:] for piece in long_ones],
    )
    if reach is None:
        return any(len(set(edge)) < len(edge) for edge in edges)
    return any(
        any(map(eq, edge, islice(edge, distance, None)))
        for edge in edges
        for distance in range(1, reach + 1)
    )


def find_copies(raw: str, parts: Sequence[Span], *, reach: int | None = None) -> Iterator[Copy]:
    """Yield the parts that say the same as an earlier one, or nearly, whatever their marks.

    With ``reach``, only so many parts back are looked at.

    >>> raw = "It rained all day long in the old harbour. " * 2
    >>> [one.distance for one in find_copies(raw, [Span(0, 42), Span(43, 85)])]
    [1]
    """
    starts: dict[str, int] = {}
    ends: dict[str, int] = {}
    for index, part in enumerate(parts):
        if part.end - part.start < SHORTEST:
            continue
        text = part.of(raw)
        start, end = text[:_EDGE], text[-_EDGE:]
        for earlier in dict.fromkeys((starts.get(start), ends.get(end))):
            if earlier is None or (reach is not None and index - earlier > reach):
                continue
            likeness = _likeness(parts[earlier].of(raw), text)
            if likeness >= _LIKE:
                yield Copy(parts[earlier], part, index - earlier, exact=likeness == 1.0)
                break
        starts[start] = ends[end] = index


def _likeness(one: str, other: str) -> float:
    """Return how much two parts have in common; different numbers are different news."""
    if one == other:
        return 1.0
    if not 0.8 < len(one) / len(other) < 1.25:
        return 0.0
    from difflib import SequenceMatcher  # slow to import, and seldom needed

    left, right = (
        [match[0].casefold() for match in _WORDS.finditer(text)] for text in (one, other)
    )
    if left == right:
        return 1.0
    if [word for word in left if word.isdigit()] != [word for word in right if word.isdigit()]:
        return 0.0
    ratio = SequenceMatcher(None, left, right, autojunk=False).ratio()
    return min(ratio, 0.99)


def times(raw: str, parts: Sequence[Span]) -> Counter[str]:
    """Return how often each of ``parts`` stands there, to the letter."""
    return Counter(part.of(raw) for part in parts)
