"""Translated segments put together to documents, with what their editors changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from benchmarks.phrasing.labels import changed, words
from benchmarks.phrasing.sets import PostEdited


@dataclass(frozen=True, slots=True)
class Translated:
    """A document of translated segments, a paragraph each.

    ``wrong`` are the words that the editor replaced or deleted, or beside which something was missing.
    """

    text: str
    wrong: tuple[tuple[int, int], ...]
    segments: tuple[tuple[int, PostEdited], ...]

    def is_wrong(self, span: tuple[int, int]) -> bool:
        """Say whether the editor changed something at ``span``."""
        start, end = span
        return any(at < max(end, start + 1) and start < to for at, to in self.wrong)

    def segment_at(self, span: tuple[int, int]) -> tuple[int, PostEdited] | None:
        """Return the segment that holds ``span``, and where it begins; None if none holds all of it."""
        for at, segment in self.segments:
            if at <= span[0] and span[1] <= at + len(segment.text):
                return at, segment
        return None


def translated(segments: Iterable[PostEdited]) -> Iterator[Translated]:
    """Yield the documents that ``segments`` make up."""
    for _, group in groupby(segments, key=lambda segment: segment.document):
        parts: list[str] = []
        wrong: list[tuple[int, int]] = []
        placed: list[tuple[int, PostEdited]] = []
        at = 0
        for segment in group:
            marks = zip(words(segment.text), changed(segment.text, segment.edited), strict=True)
            wrong += [(at + start, at + end) for (start, end), bad in marks if bad]
            placed.append((at, segment))
            parts.append(segment.text)
            at += len(segment.text) + 2
        yield Translated("\n\n".join(parts), tuple(wrong), tuple(placed))
