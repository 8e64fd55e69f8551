"""Words that do not fit where they stand, told from words that are only unusual there.

A small word that is missing, wrong or too many, two words in each other's place, a wrong form, or a word that was
lost: all leave words side by side that cost more together than alone. So do rare turns. Which of both it is, is asked
in two steps: a sum over the words around the place, which every word can afford; then decision trees over what
three words cost together and what edits would save, for one place in thirty.
"""

import struct
from collections.abc import Iterator, Sequence
from math import exp, log
from operator import mul
from typing import NamedTuple

from newsfix.models.edits import Edit, Kind, edits_at
from newsfix.models.evidence import shape_of
from newsfix.models.sentence import Sentence
from newsfix.models.trees import Trees

_HEAD = struct.Struct("<4sH14f")
_MAGIC, _VERSION = b"NFMF", 1
_SIGN = 128
#: Only words that cost so much more behind the last than alone are asked about (eighths of a bit).
LEAST_HINT = 15
#: The commonest words are themselves; of the others counts how they are written.
COMMON = 400
KINDS = COMMON + 5
_NEAR = (-1, 0, 1)
#: What the sum of the first step adds up: hints, what of them is above nothing, what the words cost alone, the
#: product of both for the word itself, and what the words are.
SUMMED_HINTS = ("hint-1", "hint+0", "hint+1", "hint+2")
SUMMED_ALONE = ("alone-1", "alone+0", "alone+1")
SUMMED_KINDS = ("kind-1", "kind+0", "kind+1")
STEPS_OF_COSTS = 16, 64  #: of one, in hints and in what words cost alone
FIRST_TREES = 10  #: what these say is enough for most places
STEPS = 32  #: of one, in the weights of kinds
#: A name behind a small word is asked about if it costs so much, or it and the next together: nearly all names are
#: unexpected, so that the sum would leave them all out.
COSTLY_NAME = 16, 168
#: A small word that saves so much was lost, and before such a name whatever the trees say, which have seen few faults
#: there: these are wrong more often than other places where they were judged.
LOST = 72
SMALL, CAPITAL = 2, 3  #: of shapes
_FAR = range(-2, 4)
#: The columns of the trees, in the order in which ``row`` gives them.
NAMES = (
    *(f"hint{at:+}" for at in _FAR),
    *(f"excess{at:+}" for at in _FAR),
    *(f"alone{at:+}" for at in _NEAR),
    *(f"kind{at:+}" for at in range(-2, 3)),
    *(f"shape{at:+}" for at in _NEAR),
    *("length", "place", "mean_hint", "rare"),
    *(f"gain_{kind.name.lower()}" for kind in Kind),
    *("gain", "edits"),
)


class Misfit(NamedTuple):
    """A place where a sentence is probably broken, and the edits there that would save most."""

    at: int
    probability: float
    edits: tuple[Edit, ...]


class Misfits:
    """Finds the places, by weights that were learned from sentences with faults that were put in."""

    def __init__(self, summed: bytes, trees: bytes) -> None:
        size = _HEAD.size + len(SUMMED_KINDS) * (KINDS + 1)
        if len(summed) != size or summed[: len(_MAGIC)] != _MAGIC:
            raise ValueError("not a sum over words of this version")
        _, version, *numbers = _HEAD.unpack_from(summed)
        if version != _VERSION:
            raise ValueError("not a sum over words of this version")
        self._floor, *self._slopes = map(float, numbers)
        steps = [((one ^ _SIGN) - _SIGN) / STEPS for one in summed[_HEAD.size :]]
        parts = range(0, len(steps), KINDS + 1)
        self._last, self._own, self._next = (steps[at : at + KINDS + 1] for at in parts)
        self._trees = Trees(trees)

    def find(self, sentence: Sentence, least: float) -> Iterator[Misfit]:
        """Yield the places where something is probably wrong, at least so probably."""
        bound = log(least / (1 - least))
        for at in suspects(sentence):
            is_name = is_costly_name(sentence, at)
            if self.total(sentence, at) < 0 and not is_name:
                continue
            found = edits_at(sentence, at)
            evidence = row(sentence, at, found)
            total = self._trees.sum(evidence, end=FIRST_TREES)
            if total >= self._floor:
                total += self._trees.sum(evidence, FIRST_TREES)
            if is_name and any(is_lost(edit) for edit in found):
                total = max(total, bound)
            if total >= max(self._floor, bound):
                yield Misfit(at, 1 / (1 + exp(-total)), tuple(found))

    def total(self, sentence: Sentence, at: int) -> float:
        """Return the sum of the first step: below nothing, a place is not looked at again."""
        last, own, then, beyond = sentence.hints[at - 1 : at + 3]
        alone = sentence.model.word_cost
        a, b, c = (alone[number] for number in sentence.padded[at + 1 : at + 4])
        each, step = STEPS_OF_COSTS
        costs = (
            *(last / each, own / each, then / each, beyond / each),
            *(max(last, 0) / each, own / each, max(then, 0) / each, max(beyond, 0) / each),
            *(a / step, b / step, c / step, own / each * b / step, 1.0),
        )
        total: float = sum(map(mul, self._slopes, costs))
        return (
            total
            + self._last[_kind_at(sentence, at - 1) + 1]
            + self._own[_kind_at(sentence, at) + 1]
            + self._next[_kind_at(sentence, at + 1) + 1]
        )


def is_lost(edit: Edit) -> bool:
    """Say whether an edit puts in a small word that saves so much that it was probably lost."""
    return edit.kind is Kind.MISSING and edit.gain >= LOST


def is_costly_name(sentence: Sentence, at: int) -> bool:
    """Say whether a word is a name behind a small word and costs more than names mostly do."""
    hints, alone = sentence.hints, sentence.model.word_cost
    least, both = COSTLY_NAME
    if hints[at] < least or shape_of(sentence.words[at]) < CAPITAL:
        return False
    own, then = sentence.padded[at + 2 : at + 4]
    cost = hints[at] + alone[own] + hints[at + 1] + alone[then]
    return cost >= both and shape_of(sentence.words[at - 1]) == SMALL


def suspects(sentence: Sentence) -> list[int]:
    """Return which words behind another are unexpected enough to be asked about at all."""
    hints = sentence.hints[: len(sentence.words)]
    words = sentence.words
    return [
        at for at, hint in enumerate(hints) if hint >= LEAST_HINT and at and words[at][0].isalnum()
    ]


def kind(word: str, number: int) -> int:
    """Return what a word is: itself where it is common, else how it is written."""
    return number if number < COMMON else COMMON + shape_of(word)


def row(sentence: Sentence, at: int, found: Sequence[Edit]) -> list[float]:
    """Return what is known of one place; ``found`` are the edits there."""
    hints, padded, size = sentence.hints, sentence.padded, len(sentence.words)
    alone = sentence.model.word_cost
    gains = [0] * len(Kind)
    for edit in found:
        gains[edit.kind] = max(gains[edit.kind], edit.gain)
    near = [at + one for one in _FAR]
    return [
        *[hints[one] if one >= 0 else 0 for one in near],
        *[sentence.excess_at(one) if one >= 0 else 0 for one in near],
        *[alone[number] for number in padded[at + 1 : at + 4]],
        *[_kind_at(sentence, at + one) for one in range(-2, 3)],
        *[shape_of(word) for word in sentence.words[at - 1 : at + 2]],
        *([-1] if at + 1 == size else []),
        size,
        at / size,
        sum(hints[:size]) / size,
        sentence.rare / size,
        *gains,
        max(gains),
        len(found),
    ]


def _kind_at(sentence: Sentence, at: int) -> int:
    if not 0 <= at < len(sentence.words):
        return -1
    return kind(sentence.words[at], sentence.numbers[at])


def pack_sum(floor: float, slopes: Sequence[float], weights: bytes) -> bytes:
    """Return the sum of the first step as bytes, with the least that the first trees must say."""
    return _HEAD.pack(_MAGIC, _VERSION, floor, *slopes) + weights
