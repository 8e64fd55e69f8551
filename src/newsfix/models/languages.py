"""In what language a word is, by its letters: for words that English news hardly ever writes.

A softmax over hashed runs of letters (K. Weinberger et al., *Feature hashing for large scale multitask learning*,
ICML 2009), learned by ``tools/learn_languages.py`` (docs/models/languages.md).
"""

import struct
from collections.abc import Iterator
from functools import cache
from math import exp
from zlib import crc32

from newsfix.models.stored import stored

_HEAD = struct.Struct(
    "<4sHHIff"
)  # magic, version, languages, rows, what a step of a weight is, and of a constant
MAGIC, VERSION = b"NFLG", 1
LONGEST = 5  #: letters of a run
_ZERO = 128
ENGLISH = "English"


def runs(word: str) -> Iterator[str]:
    """Yield the runs of letters of a word, with marks for its edges.

    >>> list(runs("ab"))
    ['<a', 'ab', 'b>', '<ab', 'ab>', '<ab>']
    """
    edged = f"<{word}>"
    for length in range(2, min(LONGEST, len(edged)) + 1):
        for at in range(len(edged) - length + 1):
            yield edged[at : at + length]


def row_of(run: str, rows: int) -> int:
    """Return the row of the weights of a run of letters, of so many rows."""
    return crc32(run.encode("utf-8", "surrogatepass")) % rows


def pack(
    languages: "tuple[str, ...]", rows: int, step: float, weights: bytes, constants: "list[float]"
) -> bytes:
    """Return a model as bytes: names, constants, and the weights, a row of bytes for each hash."""
    names = "\n".join(languages).encode()
    head = _HEAD.pack(MAGIC, VERSION, len(languages), rows, step, float(len(names)))
    return b"".join((head, names, struct.pack(f"<{len(languages)}f", *constants), weights))


class Languages:
    """The weights, a row of bytes for each hash of a run of letters."""

    def __init__(self, data: bytes) -> None:
        if len(data) < _HEAD.size:
            raise ValueError("not a model of languages of this version")
        magic, version, count, self._rows, self._step, size = _HEAD.unpack_from(data)
        if (magic, version) != (MAGIC, VERSION):
            raise ValueError("not a model of languages of this version")
        at = _HEAD.size + int(size)
        #: What it tells apart; the first is English.
        self.names = tuple(data[_HEAD.size : at].decode().split("\n"))
        self._constants = struct.unpack_from(f"<{count}f", data, at)
        self._weights = data[at + 4 * count :]

    def probabilities(self, word: str) -> list[float]:
        """Return how probable each language is for a word in small letters that English news does not know."""
        count, weights = len(self.names), self._weights
        starts = [row_of(run, self._rows) * count for run in runs(word)]
        sums = map(sum, zip(*[weights[at : at + count] for at in starts], strict=True))
        zero, step = _ZERO * len(starts), self._step / len(starts) ** 0.5
        scores = [
            constant + step * (total - zero)
            for constant, total in zip(self._constants, sums, strict=True)
        ]
        highest = max(scores)
        odds = [exp(score - highest) for score in scores]
        return [one / sum(odds) for one in odds]


@cache
def languages() -> Languages:
    """Return the model that ships with newsfix."""
    return Languages(stored("languages.bin"))
