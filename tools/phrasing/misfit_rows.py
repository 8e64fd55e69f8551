"""Make rows of places where words cost much: those where a fault was put in, and those of edited news.

    python -m tools.phrasing.misfit_rows COUNTS LM OUT

COUNTS and LM are those of ``tools.phrasing.count --held-out``: the model of word order must not have seen the text.
"""

import argparse
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from newsfix.models import misfits
from newsfix.models.edits import Edit, edits_at
from newsfix.models.ngrams import Ngrams
from newsfix.models.sentence import Sentence
from newsfix.models.tagger import tagger
from newsfix.models.wording import pieces
from newsfix.text import Text
from tools.phrasing.count import HELD_OUT
from tools.phrasing.faults import Fault, Faults

_FEWEST, _MOST = 8, 60  # words
_GARBLED = 0.6  # of sentences
_FOLDS = 10
TUNE = 8  #: this fold and those after it are kept for thresholds and calibration
_TOGETHER = 500  # paragraphs
_WORDS = 1_500_000
_BEST = 4  # edits kept of a place


def sentences(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the sentences of paragraphs as words, each with its fold."""
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file):
            paragraph = line.strip()
            for span in Text(paragraph).sentences if paragraph else ():
                raw = span.of(paragraph)
                words = pieces().findall(raw)
                if _FEWEST <= len(words) <= _MOST and raw[-1] in '.!?"”':
                    yield number // _TOGETHER % _FOLDS, words


def is_right(edit: Edit, fault: Fault) -> bool:
    """Say whether an edit takes a fault back."""
    if fault.right is None:
        return False
    made = [*fault.words[: edit.start], *edit.words, *fault.words[edit.end :]]
    right = [*fault.words[: fault.at], *fault.right, *fault.words[fault.end :]]
    return [word.lower() for word in made] == [word.lower() for word in right]


def main() -> int:
    """Write misfits.npz."""
    import numpy as np

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--words", type=int, default=_WORDS)
    options = parser.parse_args()
    model = Ngrams(options.model.read_bytes())
    faults, chance = Faults(model.words.knows, 1), random.Random(1)  # noqa: S311 - the same every time
    rows: list[list[float]] = []
    wrong, of, places, tops, fits = [], [], [], [], []
    kinds, folds = [], []
    sizes: list[int] = []
    seen = 0
    for fold, words in sentences(options.counts / HELD_OUT):
        if seen >= options.words:
            break
        seen += len(words)
        fault = None
        if chance.random() < _GARBLED:
            fault = faults.make(words, tagger().tag_words(words))
        sentence = Sentence(model, fault.words if fault else words)
        for at in misfits.suspects(sentence):
            found = edits_at(sentence, at)
            rows.append(misfits.row(sentence, at, found))
            wrong.append(fault is not None and fault.at <= at <= fault.at + 1)
            of.append(len(sizes))
            places.append(at)
            best = sorted(found, key=lambda edit: -edit.gain)[:_BEST]
            tops.append([(edit.kind, edit.gain) for edit in best] + [(-1, 0)] * (_BEST - len(best)))
            fits.append(
                [bool(fault and is_right(edit, fault)) for edit in best]
                + [False] * (_BEST - len(best))
            )
        sizes.append(len(sentence.words))
        kinds.append(fault.kind if fault else "")
        folds.append(fold)
    np.savez(
        options.out / "misfits.npz",
        rows=np.array(rows, np.float32),
        wrong=np.array(wrong),
        of=np.array(of),
        places=np.array(places),
        tops=np.array(tops),
        fits=np.array(fits),
        kinds=np.array(kinds),
        folds=np.array(folds),
        sizes=np.array(sizes),
    )
    print(len(rows), "places of", len(sizes), "sentences,", sum(wrong), "wrong")
    return 0


if __name__ == "__main__":
    sys.exit(main())
