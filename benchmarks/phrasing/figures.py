"""The figures and their bootstrap intervals, documents drawn with replacement."""

import random
from collections.abc import Callable, Mapping, Sequence
from math import sqrt

#: Outcomes of a document: true positives, false positives, false negatives, true negatives.
Counts = tuple[float, ...]
_ROUNDS = 1000


def mcc(counts: Sequence[float]) -> float:
    """Return Matthews' correlation coefficient.

    >>> mcc((5, 0, 0, 5)), mcc((0, 5, 5, 0)), mcc((3, 0, 0, 0))
    (1.0, -1.0, 0.0)
    """
    tp, fp, fn, tn = counts
    below = sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn))
    return (tp * tn - fp * fn) / below if below else 0.0


def f1(counts: Sequence[float]) -> float:
    """Return the harmonic mean of precision and recall.

    >>> f1((1, 1, 1, 0))
    0.5
    """
    tp, fp, fn = counts[:3]
    return 2 * tp / (2 * tp + fp + fn) if tp else 0.0


def share(counts: Sequence[float]) -> float:
    """Return the first count as a share of the second.

    >>> share((1, 4)), share((0, 0))
    (0.25, 0.0)
    """
    return counts[0] / counts[1] if counts[1] else 0.0


def average_precision(scores: Sequence[float], truth: Sequence[bool]) -> float:
    """Return the area under precision over recall, equal scores taken together.

    >>> average_precision([0.9, 0.8, 0.1], [True, False, True])
    0.8333333333333333
    """
    total = sum(truth)
    if not total:
        return 0.0
    ranked = sorted(zip(scores, truth, strict=True), reverse=True)
    area = right = 0.0
    at = 0
    while at < len(ranked):
        end, new = at, 0
        while end < len(ranked) and ranked[end][0] == ranked[at][0]:
            new += ranked[end][1]
            end += 1
        right += new
        area += new / total * right / end
        at = end
    return area


def interval(
    figure: Callable[[Sequence[float]], float],
    documents: Mapping[str, Counts],
    *,
    seed: int = 1,
) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of a figure of summed counts."""
    return spread_of([lambda drawn: figure(_summed(drawn))], [documents], seed=seed)


def difference(
    figure: Callable[[Sequence[float]], float],
    one: Mapping[str, Counts],
    other: Mapping[str, Counts],
) -> tuple[float, float]:
    """Return the 95 % interval of how much a figure of ``one`` is above that of ``other``, paired."""

    def of(drawn: Sequence[Counts]) -> float:
        half = len(drawn[0]) // 2
        total = _summed(drawn)
        return figure(total[:half]) - figure(total[half:])

    paired = {name: (*one[name], *other[name]) for name in one}
    return spread_of([of], [paired])


def spread_of(
    figures: Sequence[Callable[[Sequence[Counts]], float]],
    sets: Sequence[Mapping[str, Counts]],
    *,
    seed: int = 1,
) -> tuple[float, float]:
    """Return the 95 % interval of the mean of one figure for each set, each resampled by itself."""
    chance = random.Random(seed)  # noqa: S311 - the same every time
    lists = [[counts for _, counts in sorted(documents.items())] for documents in sets]
    found = sorted(
        sum(
            figure(chance.choices(counts, k=len(counts)))
            for figure, counts in zip(figures, lists, strict=True)
        )
        / len(lists)
        for _ in range(_ROUNDS)
    )
    return found[int(0.025 * _ROUNDS)], found[int(0.975 * _ROUNDS) - 1]


def summed(documents: Mapping[str, Counts]) -> Counts:
    """Return the counts of all documents together."""
    return _summed(list(documents.values()))


def _summed(documents: Sequence[Counts]) -> Counts:
    return tuple(map(sum, zip(*documents, strict=True)))
