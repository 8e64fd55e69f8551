"""Do edits help? Each is made alone, and the word distance to what humans wrote is compared."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from benchmarks.phrasing import figures
from benchmarks.phrasing.labels import Range
from benchmarks.quality.words import distance

if TYPE_CHECKING:
    from benchmarks.phrasing.figures import Counts

#: Proposes edits of a text: where, what to put there, how sure, and whether it would be applied.
Corrector = Callable[[str], Sequence["Edit"]]

PROPOSED = 0.5


@dataclass(frozen=True, slots=True)
class Edit:
    """A proposed edit."""

    span: Range
    replacement: str
    confidence: float
    applied: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """An edit and by how many words it alone brings the text closer to a human's version."""

    document: str
    confidence: float
    applied: bool
    closer: int


def corrections(
    segments: Iterable[tuple[str, str, tuple[str, ...]]], corrector: Corrector
) -> dict[str, Any]:
    """Measure edits of segments, each with its document, its text and what humans made of it."""
    judged: list[Judged] = []
    before: dict[str, int] = defaultdict(int)
    removed: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    words = 0
    for document, text, versions in segments:
        own = distance(text, versions)
        before[document] += own
        words += len(text.split())
        edits = corrector(text)
        for one in edits:
            closer = own - distance(made(text, [one]), versions)
            judged.append(Judged(document, one.confidence, one.applied, closer))
        for at, some in enumerate(
            (
                [one for one in edits if one.applied],
                [one for one in edits if one.confidence >= PROPOSED],
            )
        ):
            if some:
                removed[document][at] += own - distance(made(text, some), versions)
    applied = [one for one in judged if one.applied]
    likely = [one for one in judged if one.confidence >= PROPOSED]
    ranked = sorted(judged, key=lambda one: -one.confidence)
    return {
        "words": words,
        "distance": sum(before.values()),
        "applied": helped(applied),
        "proposed": helped(judged),
        "proposed_at_.5": helped(likely),
        "top_100": helped(ranked[:100]),
        "top_400": helped(ranked[:400]),
        "removed_by_applied": _removed(before, removed, 0, words),
        "removed_at_.5": _removed(before, removed, 1, words),
    }


def made(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` with the edits made, the surest first; those that overlap an earlier are not."""
    taken: list[Edit] = []
    for one in sorted(edits, key=lambda edit: -edit.confidence):
        if all(
            one.span[1] < other.span[0] or other.span[1] < one.span[0] or one.span == other.span
            for other in taken
        ) and not any(one.span == other.span for other in taken):
            taken.append(one)
    for one in sorted(taken, key=lambda edit: edit.span, reverse=True):
        text = text[: one.span[0]] + one.replacement + text[one.span[1] :]
    return text


def helped(edits: Sequence[Judged]) -> dict[str, Any]:
    """Return how many edits help, do neither and hurt, with the share of those that help."""
    documents: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for one in edits:
        documents[one.document][0] += one.closer > 0
        documents[one.document][1] += 1
    counts: dict[str, Counts] = {name: tuple(some) for name, some in documents.items()}
    helps = sum(one.closer > 0 for one in edits)
    hurts = sum(one.closer < 0 for one in edits)
    return {
        "edits": len(edits),
        "helps": helps,
        "neutral": len(edits) - helps - hurts,
        "hurts": hurts,
        "precision": round(helps / len(edits), 4) if edits else None,
        "interval": [round(b, 4) for b in figures.interval(figures.share, counts)] if edits else [],
    }


def _removed(
    before: dict[str, int], removed: dict[str, list[int]], at: int, words: int
) -> dict[str, Any]:
    """Return the share of the distance that edits remove, and the points of word distance."""
    documents: dict[str, Counts] = {
        name: (removed[name][at] if name in removed else 0, total) for name, total in before.items()
    }
    gone, total = figures.summed(documents) if documents else (0, 0)
    return {
        "share": round(figures.share((gone, total)), 4),
        "interval": [round(b, 4) for b in figures.interval(figures.share, documents)],
        "points": round(100 * gone / max(1, words), 4),
    }
