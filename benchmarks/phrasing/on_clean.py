"""Edited news: every edit and finding is taken for a false alarm."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from benchmarks.phrasing.systems import FAMILY
from newsfix import Pipeline


def on_clean(documents: Iterable[str]) -> dict[str, Any]:
    """Count applied edits and findings of the family, by rule, in 1,000 words."""
    pipeline = Pipeline()
    words = 0
    applied: Counter[str] = Counter()
    found: Counter[str] = Counter()
    every = 0
    for document in documents:
        words += len(document.split())
        for one in pipeline.run(document).findings:
            every += 1
            if one.code.startswith(FAMILY):
                found[one.code] += 1
                applied[one.code] += one.applied
    return {
        "words": words,
        "applied_per_1000": round(1000 * applied.total() / words, 4),
        "findings_per_1000": round(1000 * found.total() / words, 4),
        "findings_of_all_families_per_1000": round(1000 * every / words, 4),
        "findings": dict(found.most_common()),
        "applied": dict(applied.most_common()),
    }
