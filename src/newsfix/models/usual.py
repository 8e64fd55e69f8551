"""Which closed-class words go before or after a word: looked up where an edit is tried."""

from collections.abc import Iterator, Sequence
from functools import cache

from newsfix.models.ngrams import Ngrams


class Usual:
    """The words of a list, the commonest there are, that a model has seen beside other words."""

    def __init__(self, model: Ngrams, words: Sequence[str]) -> None:
        self._model = model
        self._words = {model.words.number(word): word for word in words}
        self._highest = max(self._words)
        #: By a word, those seen after it, and what they cost there.
        self._after: dict[int, tuple[tuple[int, int], ...]] = {}

    def between(
        self, before: int, then: int, some: frozenset[int], most: int
    ) -> Iterator[tuple[str, int]]:
        """Yield which of ``some``, by number, were seen between the two, and cost about ``most`` or less."""
        most_before = most - self._model.word_near[then]
        if most_before < 0:
            return
        after = self._after.get(before)
        if after is None:
            pairs = self._model.common_after(before, self._highest)
            after = self._after[before] = tuple(pair for pair in pairs if pair[0] in self._words)
        for own, cost in after:
            if cost > most_before or own not in some:
                continue
            if cost + self._model.together(own, then) <= most:
                yield self._words[own], own

    def numbers(self, words: Sequence[str]) -> frozenset[int]:
        """Return the numbers of some words."""
        return frozenset(map(self._model.words.number, words))


@cache  # as many as there are models: one
def usual(model: Ngrams, words: tuple[str, ...]) -> Usual:
    """Return what a model has seen beside some words."""
    return Usual(model, words)
