"""Which words humans found wrong: changed by an editor, or marked by raters."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

_WORD = re.compile(r"\w+|[^\w\s]")

Range = tuple[int, int]


def words(text: str) -> list[Range]:
    """Return where the words and marks are.

    >>> words("It’s 5.")
    [(0, 2), (2, 3), (3, 4), (5, 6), (6, 7)]
    """
    return [match.span() for match in _WORD.finditer(text)]


def changed(text: str, edited: str) -> list[bool]:
    """Say of each word or mark whether an editor replaced or deleted it.

    >>> changed("It was a very good.", "It was good.")
    [False, False, True, True, False, False]
    """
    own = _WORD.findall(text)
    found = [False] * len(own)
    for edit in Levenshtein.opcodes(own, _WORD.findall(edited)):
        if edit.tag in {"replace", "delete"}:
            found[edit.src_start : edit.src_end] = [True] * (edit.src_end - edit.src_start)
    return found


def covered(places: Sequence[Range], marks: Sequence[Range]) -> list[bool]:
    """Say of each place whether one of ``marks`` covers part of it.

    >>> covered([(0, 2), (3, 5)], [(4, 9)])
    [False, True]
    """
    return [any(start < to and at < end for at, to in marks) for start, end in places]


def spread(places: Sequence[Range], scored: Sequence[tuple[Range, float]]) -> list[float]:
    """Return a score for each place: the highest of those that cover part of it; 0 for none."""
    found = [0.0] * len(places)
    first = 0
    for (start, end), score in sorted(scored):
        while first < len(places) and places[first][1] <= start:
            first += 1
        at = first
        while at < len(places) and places[at][0] < end:
            found[at] = max(found[at], score)
            at += 1
    return found
