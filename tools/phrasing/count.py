"""Count n-grams of edited news, with numpy: a sorted array of keys and one of counts for each order.

    python -m tools.phrasing.count DATA OUT [--words 60000]
    python -m tools.phrasing.count DATA OUT --held-out [--words 60000]

With ``--held-out`` the documents of one fold in ten are not counted but written to held-out.txt: what is learned
from text with faults that were put in needs text that the model of word order has not seen.
"""

import argparse
import lzma
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, filterfalse, groupby
from pathlib import Path
from typing import Any
from zlib import crc32

from newsfix.models.wording import CLASSES, EDGE, Words, pieces, plain

BITS = 16  # a word's number
FOLDS = 10
HELD_OUT = "held-out.txt"


def documents(folder: Path) -> Iterator[list[str]]:
    """Yield the documents of clean/train as paragraphs: no word of a set that anything is measured on."""
    for path in sorted(folder.glob("clean/train/*.txt.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for is_text, lines in groupby(file, lambda line: bool(line.strip())):
                if is_text:
                    yield list(lines)


def is_held_out(document: Sequence[str]) -> bool:
    """Say whether a document is of the fold that ``--held-out`` leaves out."""
    return crc32(document[0].encode()) % FOLDS == 0


def paragraphs(folder: Path) -> Iterator[str]:
    """Yield the paragraphs of all documents."""
    return chain.from_iterable(documents(folder))


def vocabulary(folder: Path, size: int) -> list[str]:
    """Return the classes of rare words and then the commonest words, the commonest first."""
    raw: Counter[str] = Counter()
    find = pieces().findall
    for paragraph in paragraphs(folder):
        raw.update(find(paragraph))
    counts: Counter[str] = Counter()
    for word, count in raw.items():
        counts[plain(word)] += count
    common = sorted(counts, key=lambda word: (-counts[word], word))
    return [*CLASSES, *common[: size - len(CLASSES)]]


def stream(paragraphs: Iterable[str], words: Words) -> Any:
    """Return the numbers of all words, with the edge between paragraphs."""
    import numpy as np

    found = []
    some: list[int] = [0]
    find = pieces().findall
    for paragraph in paragraphs:
        some += words.numbers(find(paragraph))
        some.append(0)
        if len(some) > 1_000_000:
            found.append(np.array(some, np.uint16))
            some = []
    return np.concatenate([*found, np.array(some, np.uint16)])


def counted(numbers: Any, order: int) -> tuple[Any, Any]:
    """Return the keys and counts of the n-grams that do not go beyond a paragraph."""
    import numpy as np

    size = len(numbers) - order + 1
    keys = np.zeros(size, np.uint64)
    inside = np.ones(size, bool)
    for at in range(order):
        part = numbers[at : at + size]
        keys = keys << np.uint64(BITS) | part
        if 0 < at < order - 1:
            inside &= part != 0
    keys = keys[inside]
    keys.sort()
    first = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    return keys[first], np.diff(np.append(first, len(keys))).astype(np.uint32)


def main() -> int:
    """Write words.txt, numbers.npy and a file of keys and counts for each order."""
    import numpy as np

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--words", type=int, default=60_000)
    parser.add_argument("--held-out", action="store_true")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    known = vocabulary(options.data, options.words)
    assert known[0] == EDGE
    (options.out / "words.txt").write_text("\n".join(known), "utf-8")
    every: Iterable[list[str]] = documents(options.data)
    if options.held_out:
        out = filter(is_held_out, documents(options.data))
        every = filterfalse(is_held_out, documents(options.data))
        text = "\n".join("".join(document) for document in out)
        (options.out / HELD_OUT).write_text(text, "utf-8")
    numbers = stream(chain.from_iterable(every), Words(known))
    np.save(options.out / "numbers.npy", numbers)
    print(f"{len(numbers)} words and marks, {(numbers < len(CLASSES)).mean():.4f} edge or unknown")
    for order in (2, 3) if options.held_out else (2, 3, 4):
        keys, counts = counted(numbers, order)
        np.savez(options.out / f"{order}.npz", keys=keys, counts=counts)
        print(
            f"order {order}: {len(keys)} different, {(counts > 1).sum()} more than once", flush=True
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
