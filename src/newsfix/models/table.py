"""The learned weights: a table of features that is read in milliseconds and looked up by hash.

A feature is a hash of 32 bits (feature hashing: Weinberger et al., 2009), and its row is found by
the whole hash, so that one that was never learned hardly ever meets another's row.
The weights of all tags lie side by side in one integer, sixteen bits each: adding two such integers
adds all the weights at once.
"""

import struct
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from zlib import crc32

_HEAD = struct.Struct("<4sHHII")  # magic, version, tags, rows, words
MAGIC, VERSION = b"NFTG", 1
_SEARCHES = 10_000  # so many cost as much time as a dictionary
BIAS = 128  #: a stored weight is 1..255, 128 meaning nothing


def lanes(tags: int, value: int) -> int:
    """Return an integer that holds ``value`` in the lane of every tag."""
    return sum(value << 16 * tag for tag in range(tags))


def hashed(name: str) -> int:
    """Return the hash under which the table has a word."""
    return crc32(name.encode("utf-8", "surrogatepass"))


def pack(tags: int, rows: dict[int, bytes], words: dict[int, int]) -> bytes:
    """Return the table as bytes: rows of weights and classes of words, by hash."""
    keys, names = array("I", sorted(rows)), array("I", sorted(words))
    weights = b"".join(rows[key] for key in keys)
    classes = array("I", (words[name] for name in names))
    for part in (keys, names, classes):
        _little(part)
    head = _HEAD.pack(MAGIC, VERSION, tags, len(rows), len(words))
    return b"".join((head, keys.tobytes(), names.tobytes(), classes.tobytes(), weights))


class Table:
    """The learned weights, by feature, and what is known of words."""

    def __init__(self, data: bytes) -> None:
        magic, version, self._tags, rows, words = _HEAD.unpack_from(data)
        if (magic, version) != (MAGIC, VERSION):
            raise ValueError("not a tagger's table of this version")
        at = _HEAD.size
        parts = []
        for size in (rows, words, words):
            part = array("I")
            part.frombytes(data[at : at + 4 * size])
            _little(part)
            parts.append(part)
            at += 4 * size
        self._keys, self._names, self._classes = parts
        self._row_of: dict[int, int] | None = None
        self._searches = 0
        self._weights = data[at:]
        self._rows: list[int | None] = [None] * rows  # as integers, made when first asked for
        self._bias = lanes(self._tags, BIAS)

    def sum(self, features: Iterable[int]) -> int:
        """Return the weights of all ``features``, added up: sixteen bits for each tag, signed."""
        row_of, rows = self._row_of, self._rows
        if row_of is None:
            return self._sum_by_search(features)
        total = 0
        for feature in features:
            at = row_of.get(feature)
            if at is not None:
                total += rows[at] or self._row(at)
        return total

    def _sum_by_search(self, features: Iterable[int]) -> int:
        """Return the sum without a dictionary, which takes longer to make than a short text to tag."""
        keys = self._keys
        total = 0
        for feature in features:
            self._searches += 1
            at = bisect_left(keys, feature)
            if at < len(keys) and keys[at] == feature:
                total += self._rows[at] or self._row(at)
        if self._searches > _SEARCHES:
            self._row_of = dict(zip(keys, range(len(keys)), strict=True))
        return total

    def _row(self, at: int) -> int:
        wide = bytearray(2 * self._tags)
        wide[::2] = self._weights[at * self._tags : (at + 1) * self._tags]
        row = self._rows[at] = int.from_bytes(wide, "little") - self._bias
        return row

    def class_of(self, key: str) -> int | None:
        """Return the class of a known word: a bit for each of its tags; the top bit: never another."""
        name = hashed(key)
        at = bisect_left(self._names, name)
        if at < len(self._names) and self._names[at] == name:
            return self._classes[at]
        return None


def _little(part: "array[int]") -> None:
    import sys

    if sys.byteorder == "big":
        part.byteswap()
