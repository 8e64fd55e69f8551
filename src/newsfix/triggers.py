"""One cheap scan that decides which rules can match a text at all.

A rule names what a text must hold for it to match: characters, or longer pieces of the text or of
its shape. All pieces of all rules are looked up together by their rarest pair of neighbours, so
that clean text costs a few set operations, however many rules there are.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from typing import Protocol

from newsfix.text import Text
from newsfix.text.shape import Shape, pairs_of

# Every pair of neighbours that is no sign of a fault, the most usual last.
_ORDINARY = (
    "“Well-known?” asked Mr. Ito: (in 1990-91, “it cost $5.50, or 3%;” they’d say) \"A\" 'b' U.S. I'm",
    "In 1990, 20 units of it cost “five,” he’s said. A\nThe",
    "Some words and names, as Paris. So",
)


class Demanding(Protocol):
    """What has needs: a rule."""

    @property
    def needs(self) -> frozenset[str]:
        """Characters and longer pieces of the text."""

    @property
    def shapes(self) -> frozenset[str]:
        """Pieces of the shape of the text."""


class Triggers:
    """The needs of some rules, ready to be looked up."""

    def __init__(self, rules: Sequence[Demanding]) -> None:
        self._always = [at for at, rule in enumerate(rules) if not (rule.needs or rule.shapes)]
        self._by_letter: dict[str, list[int]] = defaultdict(list)
        self._by_pair: dict[int, list[tuple[frozenset[int], str, bool, int]]] = defaultdict(list)
        self._by_beginning: list[tuple[str, int]] = []
        for at, rule in enumerate(rules):
            letters = frozenset(need for need in rule.needs if len(need) == 1)
            for letter in letters:
                self._by_letter[letter].append(at)
            for need in rule.needs - letters:
                self._add(need, at, is_shape=False)
            for shape in rule.shapes:
                self._add(shape, at, is_shape=True)
                if shape[0] == "\n":
                    self._by_beginning.append((shape, at))
        self._pairs = frozenset(self._by_pair)

    def _add(self, piece: str, rule: int, *, is_shape: bool) -> None:
        pairs = pairs_of(piece)
        self._by_pair[min(pairs, key=_usualness)].append((pairs, piece, is_shape, rule))

    def live(self, text: Text) -> list[int]:
        """Return which of the rules can match ``text``, by their place in the sequence."""
        live = set(self._always)
        for letter in self._by_letter.keys() & text.characters:
            live.update(self._by_letter[letter])
        shape = text.shape
        for pair in self._pairs & shape.pairs:
            for pairs, piece, is_shape, rule in self._by_pair[pair]:
                if rule in live or not pairs <= shape.pairs:
                    continue
                if shape.holds(piece) if is_shape else piece in text.raw:
                    live.add(rule)
        for piece, rule in self._by_beginning:
            if rule not in live and shape.holds(piece):
                live.add(rule)
        return sorted(live)


def _usualness(pair: int) -> tuple[int, int]:
    """Return how usual a pair of neighbours is, as a number to sort by."""
    return _ordinary_pairs().get(pair, 0), pair


@cache
def _ordinary_pairs() -> dict[int, int]:
    return {
        pair: usualness
        for usualness, sample in enumerate(_ORDINARY, start=1)
        for pair in Shape(sample).pairs
    }
