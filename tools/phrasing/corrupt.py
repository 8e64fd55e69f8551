"""Turn edited news into garbled sentences whose wrong words are known: rows to learn from before the real ones.

    python -m tools.phrasing.corrupt DATA LM VECTORS OUT [--words 5000000]

A word is wrong where an editor who restores the sentence would replace it or delete it, as in tools.phrasing.rows.
The model of word order has seen these sentences, and keeps of them only what is common.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from newsfix.models.evidence import columns, kinds
from newsfix.models.ngrams import Ngrams
from newsfix.models.sentence import Sentence
from newsfix.models.wording import pieces
from tools.phrasing.count import paragraphs
from tools.phrasing.garble import Garbler

_SEED = 1
_SHORTEST, _LONGEST = 6, 60  # words of a sentence
_WORDS_IN_ALL = 42_000_000
_END = re.compile(r"(?<=[.!?])[”\"’']?\s+(?=[“\"A-Z])")


def sentences(folder: Path, count: int) -> Iterator[list[str]]:
    """Yield the words of sentences of clean/train, from everywhere in it, until there are ``count`` words."""
    every = max(1, _WORDS_IN_ALL // count // 2)
    for at, paragraph in enumerate(paragraphs(folder)):
        if at % every:
            continue
        for sentence in _END.split(paragraph):
            words = pieces().findall(sentence)
            if _SHORTEST <= len(words) <= _LONGEST:
                yield words
                count -= len(words)
        if count <= 0:
            return


def wrong(words: Sequence[str], good: Sequence[str]) -> list[float]:
    """Return 1 for each word that is replaced or deleted to get the good sentence, 0 for others.

    >>> wrong("a bridge of old".split(), "a bridge".split())
    [0.0, 0.0, 1.0, 1.0]
    """
    found = [0.0] * len(words)
    for edit in Levenshtein.opcodes(words, good):
        if edit.tag in {"replace", "delete"}:
            found[edit.src_start : edit.src_end] = [1.0] * (edit.src_end - edit.src_start)
    return found


def main() -> int:
    """Write corrupted.npz: evidence, what words are, labels, sizes."""
    import numpy as np

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--words", type=int, default=5_000_000)
    options = parser.parse_args()
    model = Ngrams(options.model.read_bytes())
    garbler = Garbler(model, np.load(options.vectors), _SEED)
    rows, numbers, every, labels = [], [], [], []
    for at, good in enumerate(sentences(options.data, options.words)):
        words = garbler.garbled(good)
        sentence = Sentence(model, words)
        rows.append(np.array(columns(sentence), np.float16).T)
        numbers.append(np.array(sentence.numbers, np.int32))
        every.append(np.array(kinds(sentence), np.int8))
        labels.append(np.array(wrong(words, good), np.float32))
        if at % 20_000 == 0:
            print(at, flush=True)
    np.savez(
        options.out / "corrupted.npz",
        rows=np.concatenate(rows),
        numbers=np.concatenate(numbers),
        kinds=np.concatenate(every),
        labels=np.concatenate(labels),
        sizes=np.array([len(one) for one in labels]),
    )
    print(f"{sum(map(len, labels))} words, {np.concatenate(labels).mean():.3f} wrong", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
