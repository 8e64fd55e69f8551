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
        self._after: dict[int, frozenset[int]] = {}

    def between(
        self, before: int, then: int, some: frozenset[int], most: int
    ) -> Iterator[tuple[str, int]]:
        """Yield which of ``some``, by number, were seen between the two, and cost about ``most`` or less."""
        after = self._after.get(before)
        if after is None:
            after = frozenset(self._words.keys() & self._model.common_after(before, self._highest))
            self._after[before] = after
        together = self._model.together
        for own in sorted(after & some):
            cost = together(own, then)
            if cost <= most and cost + together(before, own) <= most:
                yield self._words[own], own

    def numbers(self, words: Sequence[str]) -> frozenset[int]:
        """Return the numbers of some words."""
        return frozenset(map(self._model.words.number, words))


@cache  # as many as there are models: one
def usual(model: Ngrams, words: tuple[str, ...]) -> Usual:
    """Return what a model has seen beside some words."""
    return Usual(model, words)
