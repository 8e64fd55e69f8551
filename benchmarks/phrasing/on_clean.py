"""Edited news: every edit and finding is taken for a false alarm."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

#: Gives the code of everything found in a text, and whether it is applied.
Findings = Callable[[str], Iterable[tuple[str, bool]]]


def on_clean(documents: Iterable[str], find: Findings, family: str = "") -> dict[str, Any]:
    """Count applied edits and findings, by rule, in 1,000 words: of a family, whose codes begin so."""
    words = 0
    applied: Counter[str] = Counter()
    found: Counter[str] = Counter()
    every = 0
    for document in documents:
        words += len(document.split())
        for code, is_applied in find(document):
            every += 1
            if code.startswith(family):
                found[code] += 1
                applied[code] += is_applied
    return {
        "words": words,
        "applied_per_1000": round(1000 * applied.total() / words, 4),
        "findings_per_1000": round(1000 * found.total() / words, 4),
        "findings_of_all_families_per_1000": round(1000 * every / words, 4),
        "findings": dict(found.most_common()),
        "applied": dict(applied.most_common()),
    }
