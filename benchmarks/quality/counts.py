"""What is counted, and what follows from the counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt
from typing import Any

from newsfix import Span

_Z = 1.96  # two-sided 95 %


@dataclass(slots=True)
class Counts:
    """How often something was right, of how often it was said, and of how often it was there."""

    said: int = 0
    right: int = 0
    there: int = 0
    found: int = 0

    @property
    def precision(self) -> float | None:
        """Share of what was said that is right."""
        return self.right / self.said if self.said else None

    @property
    def recall(self) -> float | None:
        """Share of what was there that was found."""
        return self.found / self.there if self.there else None

    def as_record(self) -> dict[str, Any]:
        """Return the counts and shares for JSON."""
        return {
            "said": self.said,
            "right": self.right,
            "precision": _rounded(self.precision),
            "there": self.there,
            "found": self.found,
            "recall": _rounded(self.recall),
        }


def wilson(right: int, said: int) -> tuple[float, float]:
    """Return the 95 % score interval of a share (E. B. Wilson, 1927).

    >>> [round(bound, 3) for bound in wilson(97, 100)]
    [0.915, 0.99]
    """
    if not said:
        return 0.0, 1.0
    share = right / said
    middle = share + _Z**2 / (2 * said)
    spread = _Z * sqrt(share * (1 - share) / said + _Z**2 / (4 * said**2))
    scale = 1 + _Z**2 / said
    return (middle - spread) / scale, (middle + spread) / scale


def touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Say whether two ranges overlap or touch: an insertion is beside what it belongs to."""
    return one[0] <= other[1] and other[0] <= one[1]


def touches_any(span: Span, others: Iterable[tuple[int, int]]) -> bool:
    """Say whether ``span`` touches one of ``others``."""
    return any(touch(span, other) for other in others)


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
