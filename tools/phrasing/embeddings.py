"""Learn what words go together in edited news: vectors with which the detector's network begins.

    python -m tools.phrasing.embeddings COUNTS OUT [--width 48]

Log-bilinear (A. Mnih and K. Kavukcuoglu, 2013): the vectors of the five words to either side, each weighted by its
place, say how likely the word between is, against words drawn by chance. One pass, with Numba on one core.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

_BESIDE = 5
_DRAWN = 8  # words by chance against each word
_RATE, _LEAST = 0.1, 0.05  # the last words are learned from at this part of the rate
_CHUNK = 200_000


def main() -> int:
    """Write the vectors of all words as an array."""
    import numpy as np

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--width", type=int, default=48)
    options = parser.parse_args()
    numbers = np.load(options.counts / "numbers.npy").astype(np.int32)
    words = len((options.counts / "words.txt").read_text("utf-8").split("\n"))
    np.save(options.out, learned(numbers, words, options.width))
    return 0


def learned(numbers: Any, words: int, width: int) -> Any:
    """Return the vectors of ``words`` words, learned from a stream in which 0 is an edge."""
    import numpy as np

    chance = np.random.default_rng(1)
    single = np.float32
    vectors, targets = (
        (chance.uniform(-0.5, 0.5, (words, width)) / width**0.5).astype(single) for _ in range(2)
    )
    places, base = np.full((2 * _BESIDE, width), 0.5, single), np.zeros(words, single)
    squares = (
        np.full(words, 1e-4, single),
        np.full(words, 1e-4, single),
        np.full_like(places, 1e-2),
        np.full(words, 1e-2, single),
    )
    run = _compiled()
    chunks = chance.permutation((len(numbers) - 2 * _BESIDE) // _CHUNK + 1)
    mean = 0.0
    for at, chunk in enumerate(chunks.tolist()):
        start = _BESIDE + chunk * _CHUNK
        end = min(start + _CHUNK, len(numbers) - _BESIDE)
        rate = single(_RATE * max(_LEAST, 1 - at / len(chunks)))
        loss = run(numbers, start, end, vectors, targets, places, base, *squares, rate, at)
        mean = loss if at == 0 else 0.95 * mean + 0.05 * loss
        if at % 20 == 0:
            print(f"{at} of {len(chunks)}: {mean:.4f}", flush=True)
    return vectors


def _compiled() -> Any:  # noqa: C901, PLR0915 - one loop, which Numba wants whole
    """Return the loop over a part of the stream, compiled."""
    import numpy as np
    from numba import njit

    one = np.float32(1)

    def run(  # noqa: C901, PLR0912, PLR0913, PLR0917
        numbers: Any,
        start: int,
        end: int,
        vectors: Any,
        targets: Any,
        places: Any,
        base: Any,
        vector_squares: Any,
        target_squares: Any,
        place_squares: Any,
        base_squares: Any,
        rate: Any,
        seed: int,
    ) -> float:
        np.random.seed(seed)
        width = vectors.shape[1]
        size = np.float32(width)
        around = np.zeros(2 * _BESIDE, np.int32)
        mixed, slope = np.zeros(width, np.float32), np.zeros(width, np.float32)
        total, seen = 0.0, 0
        for at in range(start, end):
            word = numbers[at]
            if word == 0:
                continue
            for side in range(2):
                is_over = False
                for far in range(_BESIDE):
                    near = numbers[at + far + 1] if side else numbers[at - far - 1]
                    is_over = is_over or near == 0
                    around[side * _BESIDE + far] = 0 if is_over else near
            mixed[:] = 0
            slope[:] = 0
            for place in range(2 * _BESIDE):
                near = around[place]
                for i in range(width):
                    mixed[i] += places[place, i] * vectors[near, i]
            for drawn in range(_DRAWN + 1):
                other = numbers[np.random.randint(0, len(numbers))] if drawn else word
                if drawn and other == word:
                    continue
                logit = base[other]
                for i in range(width):
                    logit += mixed[i] * targets[other, i]
                claimed = one / (one + np.exp(-logit))
                error = claimed if drawn else claimed - one
                total -= np.log((one - claimed if drawn else claimed) + np.float32(1e-9))
                base_squares[other] += error * error
                base[other] -= rate * error / np.sqrt(base_squares[other])
                square = np.float32(0)
                for i in range(width):
                    slope[i] += error * targets[other, i]
                    part = error * mixed[i]
                    square += part * part
                target_squares[other] += square / size
                step = rate * error / np.sqrt(target_squares[other])
                for i in range(width):
                    targets[other, i] -= step * mixed[i]
            for place in range(2 * _BESIDE):
                near = around[place]
                square = np.float32(0)
                for i in range(width):
                    part = slope[i] * places[place, i]
                    square += part * part
                vector_squares[near] += square / size
                step = rate / np.sqrt(vector_squares[near])
                if at % 16 == 0:  # places are few, and learned enough from some words
                    for i in range(width):
                        part = slope[i] * vectors[near, i]
                        place_squares[place, i] += part * part
                        fall = rate * part / np.sqrt(place_squares[place, i])
                        places[place, i] -= np.float32(0.1) * fall
                for i in range(width):
                    vectors[near, i] -= step * slope[i] * places[place, i]
            seen += 1
        return total / max(1, seen)

    return njit(fastmath=True)(run)


if __name__ == "__main__":
    sys.exit(main())
