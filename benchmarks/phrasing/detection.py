"""Which words are wrong? A scorer gives each a number; editors and raters say what is so."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.phrasing import figures
from benchmarks.phrasing.figures import Counts
from benchmarks.phrasing.labels import Range, changed, covered, spread, words
from benchmarks.phrasing.sets import PostEdited, Rated

#: Gives scores to parts of a text: the higher, the likelier wrong.
Scorer = Callable[[str], Sequence[tuple[Range, float]]]

SHARES = (0.005, 0.01, 0.05)


@dataclass(frozen=True, slots=True)
class Scored:
    """The words of a segment: their scores, and for each judge which of them are wrong."""

    set: str
    document: str
    scores: list[float]
    judges: tuple[list[bool], ...]


def by_editors(segments: Iterable[PostEdited], scorer: Scorer) -> list[Scored]:
    """Score segments; their one judge is the editor."""
    found = []
    for one in segments:
        scores = spread(words(one.text), scorer(one.text))
        found.append(Scored(one.set, one.document, scores, (changed(one.text, one.edited),)))
    return found


def by_raters(segments: Iterable[Rated], scorer: Scorer) -> list[Scored]:
    """Score segments; each rater is a judge."""
    found = []
    for one in segments:
        places = words(one.text)
        judges = tuple(covered(places, marks) for marks in one.raters)
        found.append(Scored(one.set, one.document, spread(places, scorer(one.text)), judges))
    return found


def outcomes(segments: Iterable[Scored], threshold: float) -> dict[str, Counts]:
    """Return, by document, the outcomes of all pairs of a word and a judge."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for one in segments:
        counts = found[one.document]
        for judge in one.judges:
            for score, wrong in zip(one.scores, judge, strict=True):
                counts[(0 if wrong else 1) if score >= threshold else (2 if wrong else 3)] += 1
    return {document: tuple(counts) for document, counts in found.items()}


def best_threshold(
    segments: Sequence[Scored], figure: Callable[[Sequence[float]], float]
) -> tuple[float, float]:
    """Return the threshold that is best on tuning data, and the figure there."""
    ranked = sorted(
        (score, wrong)
        for one in segments
        for judge in one.judges
        for score, wrong in zip(one.scores, judge, strict=True)
    )
    tp, fp = sum(wrong for _, wrong in ranked), sum(not wrong for _, wrong in ranked)
    fn = tn = 0
    best = ranked[0][0], figure((tp, fp, fn, tn))
    for at, (score, wrong) in enumerate(ranked):
        if at and score > ranked[at - 1][0]:
            value = figure((tp, fp, fn, tn))
            best = max(best, (score, value), key=lambda pair: pair[1])
        tp, fn, fp, tn = (tp - 1, fn + 1, fp, tn) if wrong else (tp, fn, fp - 1, tn + 1)
    return best


def post_edit_figures(scored: Sequence[Scored], threshold: float) -> dict[str, Any]:
    """Return MCC at a threshold and average precision, by set."""
    results: dict[str, Any] = {}
    for name in sorted({one.set for one in scored}):
        some = [one for one in scored if one.set == name]
        documents = outcomes(some, threshold)
        scores = [score for one in some for score in one.scores]
        truth = [wrong for one in some for wrong in one.judges[0]]
        results[name] = {
            "words": len(scores),
            "changed": round(sum(truth) / len(truth), 4),
            "mcc": round(figures.mcc(figures.summed(documents)), 4),
            "interval": _rounded(figures.interval(figures.mcc, documents)),
            "best_mcc": round(best_threshold(some, figures.mcc)[1], 4),
            "ap": round(figures.average_precision(scores, truth), 4),
        }
    return results


def rating_figures(scored: Sequence[Scored], threshold: float) -> dict[str, Any]:
    """Return word F1 for each rater alone, and how often raters agree with the highest scores."""
    documents = outcomes(scored, threshold)
    results: dict[str, Any] = {
        "words": sum(len(one.scores) for one in scored),
        "f1": round(figures.f1(figures.summed(documents)), 4),
        "interval": _rounded(figures.interval(figures.f1, documents)),
        "between_raters": round(figures.f1(figures.summed(_between(scored))), 4),
        "any_rater": round(figures.share(_agreeing(scored, -1.0, 1)[1]), 4),
        "two_raters": round(figures.share(_agreeing(scored, -1.0, 2)[1]), 4),
    }
    every = sorted((score for one in scored for score in one.scores), reverse=True)
    for top in SHARES:
        lowest = every[max(0, round(top * len(every)) - 1)]
        for name, fewest in (("any", 1), ("two", 2)):
            by_document, total = _agreeing(scored, lowest, fewest)
            results[f"p_{name}_at_{100 * top:g}%"] = {
                "words": total[1],
                "share": round(figures.share(total), 4),
                "interval": _rounded(figures.interval(figures.share, by_document)),
            }
    return results


def _agreeing(
    scored: Sequence[Scored], lowest: float, fewest: int
) -> tuple[dict[str, Counts], Counts]:
    """Return of the words at ``lowest`` or above how many so many judges mark, and how many they are."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for one in scored:
        counts = found[one.document]
        for at, score in enumerate(one.scores):
            if score >= lowest:
                counts[0] += sum(judge[at] for judge in one.judges) >= fewest
                counts[1] += 1
    documents: dict[str, Counts] = {name: tuple(counts) for name, counts in found.items()}
    return documents, figures.summed(documents)


def _between(scored: Iterable[Scored]) -> dict[str, Counts]:
    """Return the outcomes of each rater judged by each other."""
    found = [0, 0, 0, 0]
    for one in scored:
        for at, judge in enumerate(one.judges):
            for other in (*one.judges[:at], *one.judges[at + 1 :]):
                for said, wrong in zip(judge, other, strict=True):
                    found[(0 if wrong else 1) if said else (2 if wrong else 3)] += 1
    return {"": tuple(found)}


def _rounded(pair: tuple[float, float]) -> list[float]:
    return [round(bound, 4) for bound in pair]
