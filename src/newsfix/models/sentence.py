"""The words of one sentence with what they cost, and what it would cost with others."""

from collections.abc import Sequence
from functools import cached_property

from newsfix.models.ngrams import Ngrams
from newsfix.models.tagger import tagger
from newsfix.models.tags import Tag
from newsfix.models.wording import CLASSES

_RARE = len(CLASSES)


class Sentence:
    """The words of one sentence with what they cost."""

    def __init__(self, model: Ngrams, words: Sequence[str]) -> None:
        self.model, self.words = model, words
        self.numbers = model.words.numbers(words)
        self.padded = [0, 0, *self.numbers, 0, 0, 0]
        #: How much more each word costs here than alone, as far as its pairs tell.
        self.hints = model.hints(self.padded)
        self._costs: dict[int, int] = {}
        self._pairs: dict[int, int] = {}

    def cost(self, at: int) -> int:
        """Return what one word costs here; what is behind the last costs something too."""
        cost = self._costs.get(at)
        if cost is None:
            _, last, word = self.padded[at : at + 3]
            before, both = self._pair(at), self._pair(at + 1)
            cost = self._costs[at] = self.model.cost_by_pairs(before, last, word, both)
        return cost

    def _pair(self, at: int) -> int:
        pair = self._pairs.get(at)
        if pair is None:
            pair = self._pairs[at] = self.model.pair(self.padded[at], self.padded[at + 1])
        return pair

    def excess_at(self, at: int) -> int:
        """Return how much more one word costs here than alone (mostly less than nothing)."""
        return self.cost(at) - self.model.word_cost[self.padded[at + 2]]

    @cached_property
    def costs(self) -> list[int]:
        """What each word costs here, and what is behind the last."""
        return self.model.costs(self.padded)

    @cached_property
    def excess(self) -> list[int]:
        """How much more each word costs here than alone."""
        alone = self.model.word_cost
        return [
            cost - alone[number] for cost, number in zip(self.costs, self.padded[2:], strict=True)
        ]

    @cached_property
    def small(self) -> list[str]:
        """The words in small letters."""
        return [word.lower() for word in self.words]

    @property
    def rare(self) -> int:
        """How many of the words the model does not know."""
        return sum(number < _RARE for number in self.numbers)

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """The parts of speech: slow, so they are asked for last."""
        return tagger().tag_words(self.words)

    def surprise(self, at: int) -> int:
        """Return how much more a word and the next cost here than alone (mostly less than nothing)."""
        return self.excess_at(at) + self.excess_at(at + 1)

    def gain(self, start: int, end: int, numbers: Sequence[int]) -> int:
        """Return how much less the sentence costs with ``numbers`` for the words start to end."""
        padded = self.padded
        new = [*padded[start : start + 2], *numbers, *padded[end + 2 : end + 4]]
        return sum(map(self.cost, range(start, end + 2))) - sum(self.model.costs(new))
