"""Is a confidence worth what it says? Measured where humans wrote their own version.

A fix counts as right if making it alone brings the text closer to the closest human version, as wrong
if it takes it farther away. Fixes that do neither (a space, a kind of quotation mark that the word
distance does not see, a word that the human replaced anyway) are left out, so this is a proxy: read
it beside the edits that were judged by hand.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from benchmarks.data import Segment
from benchmarks.quality.words import distance
from newsfix import Fix, Pipeline
from newsfix.document import Document

_EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0001)


def reliability(segments: Iterable[Segment]) -> dict[str, Any]:
    """Return, by range of claimed confidence, how often the first fix of a finding was right.

    "ece" is the expected calibration error: the mean distance between claim and outcome, weighted by
    the number of fixes (Naeini et al. 2015).
    """
    pipeline = Pipeline(restraint=False)
    outcomes: list[tuple[float, bool]] = []
    for segment in segments:
        for finding in pipeline.run(segment.text).findings:
            if finding.fixes and not finding.fixes[0].held:
                closer = _closer(segment, finding.fixes[0])
                if closer:
                    outcomes.append((finding.fixes[0].confidence, closer > 0))
    bins = [
        _bin(low, high, [one for one in outcomes if low <= one[0] < high])
        for low, high in pairwise(_EDGES)
    ]
    filled = [one for one in bins if one["fixes"]]
    errors = sum(one["fixes"] * abs(one["claimed"] - one["right"]) for one in filled)
    return {
        "fixes": len(outcomes),
        "ece": round(errors / len(outcomes), 4) if outcomes else None,
        "bins": filled,
    }


def _bin(low: float, high: float, outcomes: list[tuple[float, bool]]) -> dict[str, Any]:
    count = len(outcomes)
    return {
        "from": low,
        "to": min(high, 1.0),
        "fixes": count,
        "claimed": round(sum(claim for claim, _ in outcomes) / count, 4) if count else None,
        "right": round(sum(right for _, right in outcomes) / count, 4) if count else None,
    }


def _closer(segment: Segment, fix: Fix) -> int:
    """Return by how many words the fix alone brings the text closer to a human's."""
    text = Document(segment.text).apply([(fix.span, fix.replacement)]).text
    return distance(segment.text, segment.references) - distance(text, segment.references)
