"""Sentences of like length side by side, as the detector's network learns from them."""

import random
from collections.abc import Iterator
from typing import Any

from newsfix.models.evidence import NAMES
from newsfix.models.network import FARTHEST, KINDS

#: Sentences are padded to one of these lengths; what is longer is cut for learning.
_LENGTHS = (16, 32, 64, 128)
TOGETHER = 4096  #: words and padding in a batch
PADDING = 1.42  #: words and padding for each word


def scales(rows: Any) -> tuple[Any, Any]:
    """Return the mean and the deviation of each column."""
    import numpy as np

    return rows.mean(0, dtype=np.float64), rows.std(0, dtype=np.float64) + 1e-6


def scaled(rows: Any, mean: Any, deviation: Any) -> Any:
    """Return columns as the network has them."""
    import numpy as np

    return np.clip((rows - mean) / deviation, -FARTHEST, FARTHEST).astype(np.float32)


def batches(data: dict[str, Any], kept: Any, chance: random.Random) -> Iterator[tuple[Any, ...]]:
    """Yield batches of the sentences that are kept, in an order of chance.

    ``data`` has ``rows`` as the network has them, ``numbers``, ``kinds``, ``labels`` and ``sets`` of words, sets
    being numbers, and the ``sizes`` of sentences.
    """
    import numpy as np

    starts = np.concatenate(([0], np.cumsum(data["sizes"])[:-1]))
    order = [at for at in range(len(starts)) if kept[starts[at]]]
    chance.shuffle(order)
    waiting: dict[int, list[slice]] = {length: [] for length in _LENGTHS}
    for at in order:
        size = min(int(data["sizes"][at]), _LENGTHS[-1])
        length = next(one for one in _LENGTHS if size <= one)
        waiting[length].append(slice(starts[at], starts[at] + size))
        if len(waiting[length]) == TOGETHER // length:
            yield _batch(data, waiting[length], length)
            waiting[length] = []
    for length, some in waiting.items():
        if some:
            yield _batch(data, some, length)


def _batch(data: dict[str, Any], some: list[slice], length: int) -> tuple[Any, ...]:
    import numpy as np

    single = np.float32
    shape = TOGETHER // length, length
    numbers, labels, mask = (
        np.zeros(shape, np.int32),
        np.zeros(shape, single),
        np.zeros(shape, single),
    )
    kinds = np.zeros((*shape, len(KINDS)), np.int32)
    rows, sets = np.zeros((*shape, len(NAMES)), single), np.zeros(shape[0], np.int32)
    mask[len(some) :, 0] = 1e-6  # what is not there has a mean too
    for at, one in enumerate(some):
        size = one.stop - one.start
        numbers[at, :size], kinds[at, :size] = data["numbers"][one], data["kinds"][one]
        rows[at, :size], labels[at, :size] = data["rows"][one], data["labels"][one]
        mask[at, :size], sets[at] = 1, data["sets"][one.start]
    return numbers, kinds, rows, mask, labels, sets
