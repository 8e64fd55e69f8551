"""Word distance, and which words of a text an editor changed."""

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

_TOKEN = re.compile(r"\w+|[^\w\s]")


def tokens(text: str) -> list[str]:
    """Return words and marks.

    >>> tokens("It’s late.")
    ['It', '’', 's', 'late', '.']
    """
    return _TOKEN.findall(text)


def distance(text: str, references: tuple[str, ...]) -> int:
    """Return the fewest words and marks to insert, delete or replace to get one of ``references``."""
    own = tokens(text)
    return min(Levenshtein.distance(own, tokens(reference)) for reference in references)


def changed_ranges(text: str, edited: str) -> Iterator[tuple[int, int]]:
    """Yield the character ranges of ``text`` whose words the editor replaced, deleted, or added to."""
    matches = list(_TOKEN.finditer(text))
    for edit in Levenshtein.opcodes([match[0] for match in matches], tokens(edited)):
        if edit.tag == "equal":
            continue
        start = _edge(matches, edit.src_start, text)
        end = matches[edit.src_end - 1].end() if edit.src_end > edit.src_start else start
        yield start, end
    yield from _changed_spaces(text, edited)


def _changed_spaces(text: str, edited: str) -> Iterator[tuple[int, int]]:
    """Yield where a space before a mark is gone in the edited text."""
    for match in re.finditer(r" +(?=[,.;:!?])", text):
        following = text[match.end() : match.end() + 12]
        if following in edited and f" {following}" not in edited:
            yield match.span()


def _edge(matches: list[re.Match[str]], index: int, text: str) -> int:
    return matches[index].start() if index < len(matches) else len(text)
