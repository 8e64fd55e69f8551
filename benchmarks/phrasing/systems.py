"""What is compared: scorers of words and correctors of texts."""

from collections.abc import Mapping, Sequence
from functools import cache

from benchmarks.phrasing.correction import Corrector, Edit
from benchmarks.phrasing.detection import Scorer
from benchmarks.phrasing.labels import Range
from newsfix import Pipeline
from newsfix.models import edits
from newsfix.models.ngrams import UNIT
from newsfix.models.phrasing import phrasing
from newsfix.models.wording import cut

#: The code of every rule of the family begins so.
FAMILY = "PHR"
#: What an edit of the n-gram baseline must save to be applied; on tuning documents every threshold does more harm
#: than good (at 8 bits 2,009 edits hurt and 773 help, at 16 bits 27 and 15).
NGRAM_SAVES = 8 * UNIT


def nothing(_text: str) -> Sequence[tuple[Range, float]]:
    """Find nothing wrong."""
    return ()


def no_edits(_text: str) -> Sequence[Edit]:
    """Leave every text as it is: what any corrector must beat."""
    return ()


def all_rules(text: str) -> Sequence[tuple[Range, float]]:
    """Score words by the findings of the default pipeline."""
    return [(one.span, one.confidence) for one in _pipeline().run(text).findings]


def ngram_edits(text: str) -> Sequence[Edit]:
    """Propose the edits that save the most, as C. Bryant and T. Briscoe (2018) do, of any kind that newsfix tries.

    How sure the model is: what it finds likelier of the two, the sentence as it was and with the edit.
    """
    words = list(cut(text))
    if not words:
        return []
    found: list[Edit] = []
    taken: list[edits.Edit] = []
    sentence = phrasing().sentence([word for _, word in words])
    every = [one for at in range(1, len(words)) for one in edits.edits_at(sentence, at)]
    for one in sorted(every, key=lambda edit: (-edit.gain, edit)):
        if any(one.start <= other.end and other.start <= one.end for other in taken):
            continue
        taken.append(one)
        found.append(_of_words(text, words, one))
    return found


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
    "n-gram": ngram_edits,
    "phrasing": phrasing_edits,
    "all families": all_edits,
}


def _placed(words: Sequence[tuple[int, str]], scores: Sequence[float]) -> list[tuple[Range, float]]:
    return [
        ((start, start + len(word)), score)
        for (start, word), score in zip(words, scores, strict=True)
    ]


def _of_words(text: str, words: Sequence[tuple[int, str]], edit: edits.Edit) -> Edit:
    """Return an edit of words as one of the text."""
    starts = [*(start for start, _ in words), len(text)]
    start, new = starts[edit.start], " ".join(edit.words)
    sure = 1 / (1 + 2 ** (-edit.gain / UNIT))
    is_applied = edit.gain >= NGRAM_SAVES
    if edit.start == edit.end:
        return Edit((start, start), f"{new} ", sure, is_applied)
    if not edit.words:  # with the space behind it
        return Edit((start, starts[edit.end]), "", sure, is_applied)
    last, word = words[edit.end - 1]
    return Edit((start, last + len(word)), new, sure, is_applied)


def _edits(text: str, family: str) -> list[Edit]:
    return [
        Edit(one.fixes[0].span, one.fixes[0].replacement, one.fixes[0].confidence, one.applied)
        for one in _pipeline().run(text).findings
        if one.code.startswith(family) and one.fixes
    ]


@cache
def _pipeline() -> Pipeline:
    return Pipeline(restraint=False)
