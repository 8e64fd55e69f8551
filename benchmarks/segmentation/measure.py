"""F1 of sentence boundaries, golden rules kept, and speed."""

import re
import time
from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.segmentation.corpora import Passage, ends
from benchmarks.segmentation.segmenters import Segmenter

# News sets the items of a list on lines of their own.
_ITEMS_ON_ONE_LINE = re.compile(r"[•⁃]?\s?(?:\d{1,2}|[a-z])[.)]+\s")


def boundaries(segment: Segmenter, passages: Iterable[Passage]) -> dict[str, Any]:
    """Return precision, recall and F1 of the boundaries inside paragraphs.

    >>> one = Passage("It rained. We left.", ("It rained.", "We left."))
    >>> boundaries(lambda text: [text], [one])["recall"]
    0.0
    """
    right = said = there = 0
    for passage in passages:
        gold, found = ends(passage.sentences), ends(segment(passage.text))
        right += len(gold & found)
        said += len(found)
        there += len(gold)
    precision, recall = right / max(1, said), right / max(1, there)
    return {
        "boundaries": there,
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * right / max(1, said + there), 4),
    }


def golden(segment: Segmenter, cases: Iterable[Passage]) -> dict[str, Any]:
    """Return how many cases come out exactly; lists on one line are counted apart."""
    kept: dict[str, list[bool]] = {"news": [], "lists": []}
    for case in cases:
        found = tuple(sentence.strip() for sentence in segment(case.text))
        group = "lists" if _ITEMS_ON_ONE_LINE.match(case.text) else "news"
        kept[group].append(found == case.sentences)
    right = sum(map(sum, kept.values()))
    total = sum(map(len, kept.values()))
    return {
        "cases": total,
        "right": right,
        "share": round(right / max(1, total), 4),
        "share_without_lists": round(sum(kept["news"]) / max(1, len(kept["news"])), 4),
    }


def speed(segment: Segmenter, paragraphs: Sequence[str], *, limit: float) -> float:
    """Return megabytes of UTF-8 per CPU second; the best of three runs within ``limit`` seconds."""
    best = 0.0
    for _ in range(3):
        size = 0
        start = time.process_time()
        for paragraph in paragraphs:
            for _sentence in segment(paragraph):
                pass
            size += len(paragraph.encode())
            if time.process_time() - start > limit:
                break
        best = max(best, size / 1e6 / (time.process_time() - start))
    return round(best, 2)
