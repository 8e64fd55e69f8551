"""What is compared: scorers of words and correctors of texts."""

from collections.abc import Mapping, Sequence
from functools import cache

from benchmarks.phrasing.correction import Corrector, Edit
from benchmarks.phrasing.detection import Scorer
from benchmarks.phrasing.labels import Range
from newsfix import Pipeline
from newsfix.models.phrasing import phrasing
from newsfix.models.wording import cut

#: The code of every rule of the family begins so.
FAMILY = "PHR"


def nothing(_text: str) -> Sequence[tuple[Range, float]]:
    """Find nothing wrong."""
    return ()


def no_edits(_text: str) -> Sequence[Edit]:
    """Leave every text as it is: what any corrector must beat."""
    return ()


def all_rules(text: str) -> Sequence[tuple[Range, float]]:
    """Score words by the findings of the default pipeline."""
    return [(one.span, one.confidence) for one in _pipeline().run(text).findings]


def all_edits(text: str) -> Sequence[Edit]:
    """Propose what the default pipeline proposes, of every family."""
    return _edits(text, "")


def phrasing_edits(text: str) -> Sequence[Edit]:
    """Propose what the phrasing family proposes, beside what other families repair."""
    return _edits(text, FAMILY)


def ngrams(text: str) -> Sequence[tuple[Range, float]]:
    """Score words by what they and the next cost more where they stand than alone: the n-gram baseline."""
    words = list(cut(text))
    sentence = phrasing().sentence([word for _, word in words])
    # Spread drops what is not above nothing; no word costs 100 bits less than alone.
    return _placed(words, [1000.0 + sentence.surprise(at) for at in range(len(words))])


def detector(text: str) -> Sequence[tuple[Range, float]]:
    """Score words by the detector."""
    words = list(cut(text))
    models = phrasing()
    return _placed(words, models.scores(models.sentence([word for _, word in words])))


SCORERS: Mapping[str, Scorer] = {
    "do nothing": nothing,
    "n-gram": ngrams,
    "findings": all_rules,
    "detector": detector,
}
CORRECTORS: Mapping[str, Corrector] = {
    "do nothing": no_edits,
    "phrasing": phrasing_edits,
    "all families": all_edits,
}


def _placed(words: Sequence[tuple[int, str]], scores: Sequence[float]) -> list[tuple[Range, float]]:
    return [
        ((start, start + len(word)), score)
        for (start, word), score in zip(words, scores, strict=True)
    ]


def _edits(text: str, family: str) -> list[Edit]:
    return [
        Edit(one.fixes[0].span, one.fixes[0].replacement, one.fixes[0].confidence, one.applied)
        for one in _pipeline().run(text).findings
        if one.code.startswith(family) and one.fixes
    ]


@cache
def _pipeline() -> Pipeline:
    return Pipeline(restraint=False)
