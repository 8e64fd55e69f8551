"""Garble a sentence of edited news as machine translation does: words, spans and their order.

Words are taken for others that go with like words or that are likely behind the last one (as K. Clark et al., 2020,
exchange them); small words are dropped, put in, or taken for each other; spans are moved, repeated and left as
the other language has them; words get another form or a capital. Edits come in clusters, as editors rewrite
phrases, and some sentences are left as they are.
"""

import random
from collections.abc import Callable, Sequence
from typing import Any

from newsfix.models.closed import MISSING, alternatives
from newsfix.models.inflections import forms
from newsfix.models.ngrams import UNIT, Ngrams
from newsfix.models.wording import CLASSES

_RARE = len(CLASSES)
_ALIKE = 16  # words that can be taken for a word
_COMMON = 20_000  # words that can be taken for others
_LIKELY = 8_000
_GOOD = 0.3  # of sentences
_LONGEST = 6  # words that are garbled together
_FARTHEST = 8  # that words are moved

Words = list[str]


class Garbler:
    """Garbles sentences, by chance; what is likely is asked of a model of word order and of vectors."""

    def __init__(self, model: Ngrams, vectors: Any, seed: int) -> None:
        self._model, self._chance = model, random.Random(seed)  # noqa: S311 - the same every time
        self._alike = _neighbours(vectors)
        self._after: dict[int, tuple[list[int], list[float]]] = {}
        self._ways: tuple[tuple[Callable[[Words, int], None], float], ...] = (
            (self._exchange, 5),
            (self._likely, 3),
            (self._other_small, 3),
            (self._drop, 3),
            (self._put_in, 2),
            (self._form, 2),
            (self._move, 2),
            (self._repeat, 0.3),
            (self._capital, 0.4),
        )

    def garbled(self, words: Sequence[str]) -> Words:
        """Return the words of a sentence, garbled as much as chance has it."""
        chance, found = self._chance, list(words)
        if chance.random() < _GOOD:
            return found
        ways, weights = zip(*self._ways, strict=True)
        left = chance.betavariate(1.2, 2) * len(found)
        while left > 0 and len(found) > 3:
            start = chance.randrange(len(found))
            size = min(_LONGEST, 1 + int(chance.expovariate(0.7)))
            for at in range(start, start + size):
                if at < len(found) and found[at][0].isalnum():
                    chance.choices(ways, weights)[0](found, at)
            left -= size
        return found

    def _exchange(self, words: Words, at: int) -> None:
        number = self._model.words.number(words[at])
        if number in self._alike:
            rank = min(_ALIKE - 1, int(self._chance.expovariate(0.25)))
            words[at] = _cased(self._model.words.known[self._alike[number][rank]], words[at])

    def _likely(self, words: Words, at: int) -> None:
        last = self._model.words.number(words[at - 1]) if at else 0
        if last not in self._after:
            pairs = [pair for pair in self._model.common_after(last, _LIKELY) if pair[0] >= _RARE]
            self._after[last] = (
                [number for number, _ in pairs],
                [2 ** (-cost / UNIT) for _, cost in pairs],
            )
        numbers, weights = self._after[last]
        if numbers:
            word = self._model.words.known[self._chance.choices(numbers, weights)[0]]
            words[at] = _cased(word, words[at])

    def _other_small(self, words: Words, at: int) -> None:
        near = [
            one
            for one in range(max(0, at - 2), min(len(words), at + 3))
            if words[one].lower() in alternatives()
        ]
        if near:
            at = self._chance.choice(near)
            words[at] = _cased(self._chance.choice(alternatives()[words[at].lower()]), words[at])

    def _drop(self, words: Words, at: int) -> None:
        near = [
            one
            for one in range(max(0, at - 2), min(len(words), at + 3))
            if words[one].lower() in MISSING
        ]
        del words[self._chance.choice(near) if near else at]

    def _put_in(self, words: Words, at: int) -> None:
        words.insert(at, self._chance.choice(MISSING))

    def _form(self, words: Words, at: int) -> None:
        number = self._model.words.number
        known = [form for form in forms(words[at].lower()) if number(form) >= _RARE]
        if known:
            words[at] = _cased(self._chance.choice(known), words[at])

    def _move(self, words: Words, at: int) -> None:
        end = min(len(words), at + 1 + int(self._chance.expovariate(0.8)))
        span = words[at:end]
        del words[at:end]
        far = self._chance.choice((-1, 1)) * (1 + int(self._chance.expovariate(0.4)))
        far = max(-_FARTHEST, min(_FARTHEST, far))
        to = max(0, min(len(words), at + far))
        words[to:to] = span

    def _repeat(self, words: Words, at: int) -> None:
        end = min(len(words), at + 1 + int(self._chance.expovariate(0.7)))
        words[end:end] = words[at:end]

    def _capital(self, words: Words, at: int) -> None:
        word = words[at]
        words[at] = word.lower() if word[0].isupper() else word.capitalize()


def _cased(word: str, like: str) -> str:
    """Return a word with a capital where another has one."""
    return word[0].upper() + word[1:] if like[0].isupper() else word


def _neighbours(vectors: Any) -> dict[int, list[int]]:
    """Return, for each common word, those with the likest vectors, the likest first."""
    import numpy as np

    some = vectors[_RARE:_COMMON]
    some = some / np.linalg.norm(some, axis=1, keepdims=True)
    found: dict[int, list[int]] = {}
    for start in range(0, len(some), 1000):
        near = some[start : start + 1000] @ some.T
        best = np.argpartition(-near, _ALIKE + 1, axis=1)[:, : _ALIKE + 1]
        for row, ranked in enumerate(best.tolist()):
            own = start + row
            ranked.sort(key=lambda one, row=row: -near[row, one])
            found[own + _RARE] = [one + _RARE for one in ranked if one != own][:_ALIKE]
    return found
