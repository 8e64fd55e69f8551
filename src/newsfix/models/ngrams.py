"""A model of which word follows which two: read from bytes at no cost, looked up by bisection.

Costs are surprisals, in eighths of a bit. The pairs that a word opens lie side by side, sorted by the second
word; so do the triples that a pair opens. What is not there is estimated from the shorter history
(S. Katz, 1987); the estimates are those of Kneser and Ney (Chen and Goodman, 1999).
"""

import struct
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import add, or_

from newsfix.models.closed import PUT_IN
from newsfix.models.wording import Words

_HEAD = struct.Struct("<4sHHIII")  # magic, version, words, bytes of words, pairs, triples
MAGIC, VERSION = b"NFNG", 2
UNIT = 8  #: so many are a bit
BASE = 64  #: a stored weight of backing off is this much above what it adds
UNSEEN = 1 << 16  #: what two words cost together that were never seen so
_PAIRS_KEPT = 100_000
_HIGH = 1 << 16  # a pair as one number: the first so many times, and the second


def pack(words: Sequence[str], columns: Mapping[str, "array[int] | bytes"]) -> bytes:
    """Return a model as bytes: the words, then the columns in the order in which they are read.

    ``word_near`` follows from the others.
    """
    columns = {**columns, "word_near": _near(words, columns)}
    names = "\n".join(words).encode()
    names += b"\n" * (-len(names) % 4)
    pairs, triples = len(columns["pair_word"]), len(columns["triple_word"])
    head = _HEAD.pack(MAGIC, VERSION, len(words), len(names), pairs, triples)
    parts = [head, names]
    for name, _, _ in _columns(len(words), pairs, triples):
        column = columns[name]
        if isinstance(column, array) and sys.byteorder == "big":
            column = array(column.typecode, column)
            column.byteswap()
        parts.append(bytes(column))
    return b"".join(parts)


def _columns(words: int, pairs: int, triples: int) -> list[tuple[str, str, int]]:
    """Return the name, type and length of every column."""
    return [
        ("first_pair", "I", words + 1),
        ("first_triple", "I", pairs + 1),
        ("pair_word", "H", pairs),
        ("triple_word", "H", triples),
        ("word_cost", "B", words),
        ("word_back", "B", words),
        ("pair_cost", "B", pairs),
        ("pair_back", "B", pairs),
        ("triple_cost", "B", triples),
        ("word_near", "B", words),
    ]


def _near(words: Sequence[str], columns: Mapping[str, "array[int] | bytes"]) -> bytes:
    """Return what each word costs after that word of the closed classes which it is likeliest after."""
    first, follows, costs = (columns[name] for name in ("first_pair", "pair_word", "pair_cost"))
    near = bytearray(b"\xff" * len(words))
    for number in {words.index(word) for word in PUT_IN if word in words}:
        for at in range(first[number], first[number + 1]):
            near[follows[at]] = min(near[follows[at]], costs[at])
    return bytes(near)


class Ngrams:
    """A model with its words. Nothing in it changes but what it remembers of pairs, which is bounded."""

    def __init__(self, data: bytes) -> None:
        if len(data) < _HEAD.size:
            raise ValueError("not a model of word order of this version")
        magic, version, words, size, pairs, triples = _HEAD.unpack_from(data)
        if (magic, version) != (MAGIC, VERSION):
            raise ValueError("not a model of word order of this version")
        at = _HEAD.size + size
        names = data[_HEAD.size : at].decode().rstrip("\n").split("\n")
        self.words = Words(names)
        found = {}
        view = memoryview(data)
        for name, kind, length in _columns(words, pairs, triples):
            column = array(kind)
            end = at + length * column.itemsize
            column.frombytes(view[at:end])
            if sys.byteorder == "big":
                column.byteswap()
            found[name], at = column, end
        self._first_pair, self._first_triple = found["first_pair"], found["first_triple"]
        self._pair_word, self._triple_word = found["pair_word"], found["triple_word"]
        #: What each word costs by itself.
        self.word_cost = found["word_cost"]
        #: What each costs, or more, after whatever word of the closed classes.
        self.word_near = found["word_near"]
        self._word_back = found["word_back"]
        self._pair_cost, self._pair_back = found["pair_cost"], found["pair_back"]
        self._triple_cost = found["triple_cost"]
        #: By pair: how much more the second word costs there than alone, and what the pair adds to the next.
        self._hints: dict[int, tuple[int, int]] = {}

    @staticmethod
    def bits(cost: float) -> float:
        """Return a cost in bits."""
        return cost / UNIT

    def common_after(self, word: int, highest: int) -> Iterator[tuple[int, int]]:
        """Yield the words up to ``highest``, the commonest, that were seen after ``word``, and what they cost."""
        start, end = self._first_pair[word], self._first_pair[word + 1]
        end = bisect_right(self._pair_word, highest, start, end)
        return zip(self._pair_word[start:end], self._pair_cost[start:end], strict=True)

    def together(self, first: int, second: int) -> int:
        """Return what the second word costs after the first alone; a lot where they were not seen together."""
        end = self._first_pair[first + 1]
        at = bisect_left(self._pair_word, second, self._first_pair[first], end)
        return self._pair_cost[at] if at < end and self._pair_word[at] == second else UNSEEN

    def pair(self, first: int, second: int) -> int:
        """Return the number of a pair of words, or -1 where the two were hardly seen together."""
        end = self._first_pair[first + 1]
        at = bisect_left(self._pair_word, second, self._first_pair[first], end)
        return at if at < end and self._pair_word[at] == second else -1

    def cost(self, before: int, last: int, word: int) -> int:
        """Return what ``word`` costs after two others."""
        return self.cost_by_pairs(self.pair(before, last), last, word, self.pair(last, word))

    def costs(self, numbers: Sequence[int]) -> list[int]:
        """Return what each of ``numbers`` costs after the two before it, from the third on."""
        # What ``pair`` does, written out: many edits are weighed here.
        first_pair, pair_word = self._first_pair, self._pair_word
        pairs = []
        for first, second in pairwise(numbers):
            end = first_pair[first + 1]
            at = bisect_left(pair_word, second, first_pair[first], end)
            pairs.append(at if at < end and pair_word[at] == second else -1)
        return list(map(self.cost_by_pairs, pairs, numbers[1:-1], numbers[2:], pairs[1:]))

    def hints(self, numbers: Sequence[int]) -> list[int]:
        """Return how much more each of ``numbers``, from the third on, costs there than alone, by its pairs only.

        What was seen with the two words before it mostly costs less. Every word of every text comes
        here, so what was looked up is kept.
        """
        if len(self._hints) >= _PAIRS_KEPT:
            self._hints.clear()
        # No step of Python a word, where nothing is new.
        keys = list(map(or_, map(_HIGH.__mul__, numbers), numbers[1:]))
        found = list(map(self._hints.get, keys))
        if None in found:
            hint = self._hint
            found = [one or hint(key) for one, key in zip(found, keys, strict=True)]
        if len(found) < 2:
            return []
        here, after = zip(*found, strict=True)
        return list(map(add, here[1:], after))

    def _hint(self, key: int) -> tuple[int, int]:
        # What ``pair`` does, written out: half of all words come here.
        first, second = divmod(key, _HIGH)
        end = self._first_pair[first + 1]
        at = bisect_left(self._pair_word, second, self._first_pair[first], end)
        if at < end and self._pair_word[at] == second:
            found = self._pair_cost[at] - self.word_cost[second], self._pair_back[at] - BASE
        else:
            found = self._word_back[first] - BASE, 0
        self._hints[key] = found
        return found

    def orders(self, numbers: Sequence[int]) -> list[int]:
        """Return how many words together were seen at each of ``numbers`` from the third on: 1 to 3."""
        found = []
        for before, last, word in zip(numbers, numbers[1:], numbers[2:], strict=False):
            if self._triple(self.pair(before, last), word) >= 0:
                found.append(3)
            else:
                found.append(2 if self.pair(last, word) >= 0 else 1)
        return found

    def _triple(self, pair: int, word: int) -> int:
        if pair < 0:
            return -1
        start, end = self._first_triple[pair], self._first_triple[pair + 1]
        at = bisect_left(self._triple_word, word, start, end)
        return at if at < end and self._triple_word[at] == word else -1

    def cost_by_pairs(self, before: int, last: int, word: int, both: int) -> int:
        """Return what ``word`` costs behind ``last``, by the numbers of the pairs that end with either."""
        back = 0
        if before >= 0:
            start, end = self._first_triple[before], self._first_triple[before + 1]
            if start < end:
                at = bisect_left(self._triple_word, word, start, end)
                if at < end and self._triple_word[at] == word:
                    return self._triple_cost[at]
                back = self._pair_back[before] - BASE
        if both >= 0:
            return back + self._pair_cost[both]
        return back + self._word_back[last] - BASE + self.word_cost[word]
