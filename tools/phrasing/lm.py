"""Estimate the model of word order from counted n-grams (modified Kneser-Ney), prune it, and pack it.

    python -m tools.phrasing.lm COUNTS OUT [--pairs 900000] [--triples 1200000]

An n-gram is kept by how much the text would cost more without it: its count times the difference of its
logarithm from the estimate of the shorter history (K. Seymore and R. Rosenfeld, 1996).
"""

import argparse
import sys
from array import array
from pathlib import Path
from typing import Any

from newsfix.models.ngrams import BASE, UNIT, pack

_WORD = 16
_LOW = (1 << _WORD) - 1


def discounts(counts: Any) -> Any:
    """Return what is taken off counts of one, two and more (Chen and Goodman, 1999), by count."""
    import numpy as np

    n1, n2, n3, n4 = (float((counts == value).sum()) for value in (1, 2, 3, 4))
    y = n1 / (n1 + 2 * n2)
    return np.array([0.0, 1 - 2 * y * n2 / n1, 2 - 3 * y * n3 / n2, 3 - 4 * y * n4 / n3])


def groups(keys: Any) -> tuple[Any, Any, Any]:
    """Return the contexts of sorted keys, where each begins, and the number of each key's context."""
    import numpy as np

    contexts = keys >> np.uint64(_WORD)
    starts = np.flatnonzero(np.concatenate(([True], contexts[1:] != contexts[:-1])))
    number = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(keys))))
    return contexts[starts], starts, number


def estimated(keys: Any, counts: Any, lower: Any) -> tuple[Any, Any]:
    """Return the probability of each n-gram, given that of its shorter one, and each one's back-off."""
    import numpy as np

    _, starts, number = groups(keys)
    taken = discounts(counts)[np.minimum(counts, 3)]
    totals = np.add.reduceat(counts.astype(np.float64), starts)
    left = np.add.reduceat(taken, starts) / totals
    return (counts - taken) / totals[number] + left[number] * lower, left[number]


def continued(keys: Any, order: int) -> tuple[Any, Any]:
    """Return the n-grams without their first word, and after how many words each was seen."""
    import numpy as np

    low = keys & np.uint64((1 << _WORD * (order - 1)) - 1)
    low.sort()
    first = np.flatnonzero(np.concatenate(([True], low[1:] != low[:-1])))
    return low[first], np.diff(np.append(first, len(low)))


def eighths(values: Any, base: int = 0) -> bytes:
    """Return minus the binary logarithm in units of the model, each in a byte."""
    import numpy as np

    cost = np.rint(-np.log2(values) * UNIT) + base
    return bytes(np.clip(cost, 0, 255).astype(np.uint8))


def build(folder: Path, most_pairs: int, most_triples: int) -> bytes:
    """Return the packed model."""
    import numpy as np

    words = (folder / "words.txt").read_text("utf-8").split("\n")
    size = len(words)
    pairs, triples = (np.load(folder / f"{order}.npz") for order in (2, 3))
    keys2, raw2 = pairs["keys"], pairs["counts"].astype(np.int64)
    keys3, raw3 = triples["keys"], triples["counts"].astype(np.int64)

    # How many different words each word was seen after; one for those never seen.
    after = np.bincount((keys2 & np.uint64(_LOW)).astype(np.int64), minlength=size) + 1.0
    p1 = after / after.sum()

    # Pairs count by how many words they were seen after; those that open a paragraph by themselves.
    low, kinds = continued(keys3, 3)
    counts2 = raw2.copy()
    at = np.searchsorted(keys2, low)
    opens = (low >> np.uint64(_WORD)) == 0
    counts2[at[~opens]] = kinds[~opens]
    last2 = (keys2 & np.uint64(_LOW)).astype(np.int64)
    p2, left2 = estimated(keys2, counts2, p1[last2])

    to2 = np.searchsorted(keys2, keys3 & np.uint64((1 << 2 * _WORD) - 1))
    p3, left3 = estimated(keys3, raw3, p2[to2])

    worth3 = np.where(raw3 > 1, raw3 * np.log2(p3 / (left3 * p2[to2])), -1)
    kept3 = np.sort(np.argsort(-worth3, kind="stable")[:most_triples])
    kept3 = kept3[worth3[kept3] > 0]
    worth2 = np.where(raw2 > 1, raw2 * np.abs(np.log2(p2 / (left2 * p1[last2]))), -1)
    needed = np.zeros(len(keys2), bool)
    needed[np.searchsorted(keys2, keys3[kept3] >> np.uint64(_WORD))] = True
    needed[to2[kept3]] = True
    worth2[needed] = np.inf
    kept2 = np.sort(np.argsort(-worth2, kind="stable")[: max(most_pairs, int(needed.sum()))])
    kept2 = kept2[worth2[kept2] > 0]
    print(f"{len(kept2)} pairs, {int(needed.sum())} of them for triples; {len(kept3)} triples")

    k2, q2 = keys2[kept2], p2[kept2]
    first = (k2 >> np.uint64(_WORD)).astype(np.int64)
    last = (k2 & np.uint64(_LOW)).astype(np.int64)
    seen = np.bincount(first, q2, minlength=size)
    lower = np.bincount(first, p1[last], minlength=size)
    back1 = np.clip((1 - seen) / (1 - lower), 1e-6, None)

    k3, q3 = keys3[kept3], p3[kept3]
    context = np.searchsorted(k2, k3 >> np.uint64(_WORD))
    short = k3 & np.uint64((1 << 2 * _WORD) - 1)
    place = np.searchsorted(k2, short)
    assert (k2[place] == short).all()
    seen = np.bincount(context, q3, minlength=len(k2))
    lower = np.bincount(context, q2[place], minlength=len(k2))
    back2 = np.clip((1 - seen) / np.maximum(1 - lower, 1e-6), 1e-6, 4)

    def starts(of: Any, count: int) -> "array[int]":
        return array("I", np.searchsorted(of, np.arange(count + 1)).astype(np.uint32).tobytes())

    return pack(
        words,
        {
            "first_pair": starts(first, size),
            "first_triple": starts(context, len(k2)),
            "pair_word": array("H", last.astype(np.uint16).tobytes()),
            "triple_word": array("H", (k3 & np.uint64(_LOW)).astype(np.uint16).tobytes()),
            "word_cost": eighths(p1),
            "word_back": eighths(back1, BASE),
            "pair_cost": eighths(q2),
            "pair_back": eighths(back2, BASE),
            "triple_cost": eighths(q3),
        },
    )


def main() -> int:
    """Write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pairs", type=int, default=900_000)
    parser.add_argument("--triples", type=int, default=1_200_000)
    options = parser.parse_args()
    data = build(options.counts, options.pairs, options.triples)
    options.out.write_bytes(data)
    print(f"{len(data)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
