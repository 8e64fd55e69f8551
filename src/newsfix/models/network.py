"""A small network that reads a sentence whole: read from bytes, worked out in plain Python and whole numbers.

Each word begins as what is known of it; three layers let it take in the words beside it, then those 2 and 4 away
(dilated convolutions: F. Yu and V. Koltun, 2016), each added to what came before (K. He et al., 2016); the mean and
the highest of all words say how good the sentence is; both together give the word's score. It says how wrong a word
is beside others of its kind of text; the level of the sentence, how much is wrong in texts of this kind.

Numbers are in steps of 1/256. What one input says to all outputs lies side by side in one long integer, 32 bits for
each, so that one multiplication serves them all; more than half of the inputs are nothing, and are left out. So no
library is needed, and the result is the same everywhere.
"""

import struct
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress
from operator import add, mul
from typing import Any, NamedTuple

_HEAD = struct.Struct("<4sHHHHI")  # magic, version, width, columns, layers, words
_MAGIC, _VERSION = b"NFNW", 2
_SHIFT = 8
UNIT = 1 << _SHIFT  #: so many steps are one
#: The weights of words take a byte: in steps of a 32nd.
WORD_UNIT = 32
_WORD_SHIFT = 2 * _SHIFT - 5
MOST = 64 * UNIT - 1  #: no word's number grows beyond this, so that no sum leaves its 32 bits
FARTHEST = 4  #: so many deviations from its mean a column counts
_LANE = 32
_HALF = 1 << (_LANE - 1)
_HIGHEST = _HALF + (MOST << _SHIFT)
#: How many values the columns that name a kind can have: parts of speech, rare words, shapes.
KINDS = (32, 8, 8)
_LAST = "last", "level"


class Reading(NamedTuple):
    """What the network says of a sentence."""

    #: How wrong each word looks beside others of texts that are as bad: the logit of a probability.
    words: list[float]
    #: How much more wrong words of such a sentence are than the words alone say; to be added to each.
    level: float


def _parts(width: int, columns: int, layers: int, words: int) -> Iterator[tuple[str, str, int]]:
    """Yield the name, type and length of every part of the file."""
    yield "mean", "f", columns
    yield "deviation", "f", columns
    yield "words", "b", words * width
    for name, inputs in (
        ("first", columns + sum(KINDS)),
        *((f"layer{at}", 3 * width) for at in range(layers)),
        ("sentence", 2 * width),
        ("head", 2 * width),
    ):
        yield name, "h", inputs * width
        yield f"{name}_base", "i", width
    for name in _LAST:
        yield name, "h", width
        yield f"{name}_base", "i", 1


def parts_of(data: bytes) -> dict[str, "array[Any]"]:
    """Return the numbers of a network by name; ValueError for what is none."""
    if len(data) < _HEAD.size:
        raise ValueError("not a network of this version")
    magic, version, *sizes = _HEAD.unpack_from(data)
    if (magic, version) != (_MAGIC, _VERSION):
        raise ValueError("not a network of this version")
    at = _HEAD.size
    found: dict[str, array[Any]] = {}
    for name, kind, length in _parts(*sizes):
        part: array[Any] = array(kind)
        end = at + length * part.itemsize
        part.frombytes(data[at:end])
        if sys.byteorder == "big":
            part.byteswap()
        found[name], at = part, end
    return found


class Network:
    """A network that reads a sentence and says how wrong its words look."""

    def __init__(self, data: bytes) -> None:
        found = parts_of(data)
        width, columns = len(found["last"]), len(found["mean"])
        self._width, self._words = width, found["words"]
        self._scales = [
            (mean, UNIT / deviation)
            for mean, deviation in zip(found["mean"], found["deviation"], strict=True)
        ]
        first = _rows(found["first"], width)
        self._columns, kinds = first[:columns], [row << _SHIFT for row in first[columns:]]
        self._tags = kinds[: KINDS[0]]
        self._rare = kinds[KINDS[0] : KINDS[0] + KINDS[1]]
        self._shapes = kinds[KINDS[0] + KINDS[1] :]
        self._base = _row(found["first_base"])
        self._layers = [
            _Layer(found[f"layer{at}"], found[f"layer{at}_base"], width)
            for at in range(sum(name.startswith("layer") for name in found) // 2)
        ]
        self._sentence = _Layer(found["sentence"], found["sentence_base"], width)
        self._head = _Layer(found["head"], found["head_base"], width)
        self._last, self._level = (_Logit(found[name], found[f"{name}_base"]) for name in _LAST)

    def read(
        self,
        numbers: Sequence[int],
        kinds: Sequence[tuple[int, int, int]],
        rows: Sequence[Sequence[float]],
    ) -> Reading:
        """Return how wrong each word looks, and the sentence.

        Of each word: its number, its part of speech, which rare word it is, its shape, and its columns.
        """
        if not numbers:
            return Reading([], 0.0)
        words = [
            self._begin(number, kind, row)
            for number, kind, row in zip(numbers, kinds, rows, strict=True)
        ]
        nothing = [0] * self._width
        for at, layer in enumerate(self._layers):
            far = 1 << at
            edge = [nothing] * far
            before, after = [*edge, *words[:-far]], [*words[far:], *edge]
            words = [
                _added(word, layer.of([*one, *word, *two]))
                for one, word, two in zip(before, words, after, strict=False)
            ]
        columns = list(zip(*words, strict=True))
        mean = [sum(column) // len(words) for column in columns]
        sentence = self._sentence.of([*mean, *map(max, columns)])
        return Reading(
            [self._last.of(self._head.of([*word, *sentence])) for word in words],
            self._level.of(sentence),
        )

    def _begin(
        self, number: int, kind: tuple[int, int, int], row: Sequence[float]
    ) -> Sequence[int]:
        tag, rare, shape = kind
        start = self._base + self._tags[tag] + self._rare[rare] + self._shapes[shape]
        scaled = [
            _scaled(value, mean, by) for value, (mean, by) in zip(row, self._scales, strict=True)
        ]
        found = _unpacked(sum(map(mul, scaled, self._columns), start), self._width)
        own = self._words[number * self._width : (number + 1) * self._width]
        return _positive(map(add, found, [more << _WORD_SHIFT for more in own]))


class _Logit:
    """Weights from inputs to one output."""

    def __init__(self, weights: "array[int]", base: "array[int]") -> None:
        self._weights: list[int] = weights.tolist()
        self._base: int = base[0]

    def of(self, inputs: Sequence[int]) -> float:
        """Return the output."""
        total: int = sum(map(mul, inputs, self._weights), self._base)
        return total / (UNIT * UNIT)


class _Layer:
    """Weights from inputs to outputs; what is below nothing becomes nothing."""

    def __init__(self, weights: "array[int]", base: "array[int]", width: int) -> None:
        self._rows, self._base, self._width = _rows(weights, width), _row(base), width

    def of(self, inputs: Sequence[int]) -> list[int]:
        """Return the outputs."""
        total = sum(map(mul, filter(None, inputs), compress(self._rows, inputs)), self._base)
        return _positive(_unpacked(total, self._width))


def _scaled(value: float, mean: float, by: float) -> int:
    farthest = FARTHEST * UNIT
    return max(-farthest, min(farthest, round((value - mean) * by)))


def _positive(sums: Iterable[int]) -> list[int]:
    """Return sums of products as steps, none below nothing."""
    return [
        (one - _HALF) >> _SHIFT if _HALF < one < _HIGHEST else 0 if one <= _HALF else MOST
        for one in sums
    ]


def _added(one: Sequence[int], two: Sequence[int]) -> list[int]:
    return [both if (both := a + b) < MOST else MOST for a, b in zip(one, two, strict=True)]


def _rows(weights: "array[int]", width: int) -> list[int]:
    """Return the weights of each input as one integer with the weights of all outputs, signed."""
    every = _row([0] * width)
    return [_row(weights[at : at + width]) - every for at in range(0, len(weights), width)]


def _row(values: Sequence[int]) -> int:
    """Return values side by side, each half a lane above what it is."""
    packed = struct.pack(f"<{len(values)}I", *(value + _HALF for value in values))
    return int.from_bytes(packed, "little")


def _unpacked(total: int, width: int) -> tuple[int, ...]:
    return struct.unpack(f"<{width}I", total.to_bytes(4 * width, "little"))


def pack_network(parts: Mapping[str, Sequence[float]], width: int) -> bytes:
    """Return learned numbers as bytes; those with weights are whole already.

    Raises ValueError where a sum could leave its lane.
    """
    columns, words = len(parts["mean"]), len(parts["words"]) // width
    layers = sum(name.startswith("layer") and "_" not in name for name in parts)
    found = [_HEAD.pack(_MAGIC, _VERSION, width, columns, layers, words)]
    for name, kind, length in _parts(width, columns, layers, words):
        part = array(kind, parts[name])
        if len(part) != length:
            raise ValueError(f"{name} has {len(part)} numbers, not {length}")
        if kind == "h" and name not in _LAST:
            base = parts[f"{name}_base"]
            for at in range(width):
                if MOST * sum(map(abs, part[at::width])) + abs(base[at]) >= _HALF:
                    raise ValueError(f"{name} could leave its lane")
        if sys.byteorder == "big":
            part.byteswap()
        found.append(part.tobytes())
    return b"".join(found)
