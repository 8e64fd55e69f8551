"""Turn rated and post-edited segments into rows of evidence with labels, and keep them as arrays.

python -m tools.phrasing.rows DATA LM OUT
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.phrasing import sets
from benchmarks.phrasing.labels import changed, covered, words
from newsfix.models.evidence import columns, kinds
from newsfix.models.ngrams import Ngrams
from newsfix.models.sentence import Sentence
from newsfix.models.wording import cut

#: Of the rated segments, of which many translate the same sentence, every so many are taken.
_EVERY_RATED = 2


def labelled(
    folder: Path, part: str
) -> Iterator[tuple[str, str, str, list[tuple[int, int]], list[float]]]:
    """Yield set, document and text of segments, where their words are, and how wrong each is."""
    for one in sets.post_edited(folder, part):
        places = [(start, start + len(word)) for start, word in cut(one.text)]
        own = words(one.text)
        truth = changed(one.text, one.edited)
        wrong = [place for place, is_wrong in zip(own, truth, strict=True) if is_wrong]
        label = [float(is_wrong) for is_wrong in covered(places, wrong)]
        yield one.set, one.document, one.text, places, label
    for at, one_rated in enumerate(sets.rated(folder, part)):
        if part == "train" and at % _EVERY_RATED:
            continue
        places = [(start, start + len(word)) for start, word in cut(one_rated.text)]
        marks = [covered(places, judge) for judge in one_rated.raters]
        label = [sum(some) / len(marks) for some in zip(*marks, strict=True)]
        yield one_rated.set, one_rated.document, one_rated.text, places, label


def main() -> int:
    """Write train.npz and dev.npz: evidence, what words are, labels, sets, documents."""
    import numpy as np

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    model = Ngrams(options.model.read_bytes())
    for part in ("dev", "train"):
        rows, numbers, every, labels, names, documents = [], [], [], [], [], []
        for name, document, text, places, label in labelled(options.data, part):
            if not places:
                continue
            pieces = [text[start:end] for start, end in places]
            sentence = Sentence(model, pieces)
            rows.append(np.array(columns(sentence), np.float32).T)
            numbers.append(np.array(sentence.numbers, np.int32))
            every.append(np.array(kinds(sentence), np.int8))
            labels.append(np.array(label, np.float32))
            names += [name] * len(pieces)
            documents += [document] * len(pieces)
        np.savez(
            options.out / f"{part}.npz",
            rows=np.concatenate(rows),
            numbers=np.concatenate(numbers),
            kinds=np.concatenate(every),
            labels=np.concatenate(labels),
            sizes=np.array([len(one) for one in labels]),
            sets=np.array(names),
            documents=np.array(documents),
        )
        print(part, len(names), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
