"""Turn edits of post-edited segments into rows with labels: does the edit alone bring the text closer?

    python -m tools.phrasing.edit_rows DATA LM OUT

What people translated themselves needs no edit: the human segments of mqm/train are rows that are all wrong.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.phrasing import sets
from benchmarks.quality.words import distance
from newsfix.models.edits import Edit, edits
from newsfix.models.ngrams import Ngrams
from newsfix.models.ranking import lexical, rows
from newsfix.models.sentence import Sentence
from newsfix.models.wording import cut


def segments(folder: Path, part: str) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Yield set, document, text, and what humans made of it."""
    for one in sets.post_edited(folder, part):
        yield one.set, one.document, one.text, one.versions
    seen = set()
    for one_rated in sets.rated(folder, part, human=True):
        if one_rated.text not in seen:
            seen.add(one_rated.text)
            yield "human", one_rated.document, one_rated.text, (one_rated.text,)


def edited(words: Sequence[tuple[int, str]], text: str, edit: Edit) -> str:
    """Return ``text`` after an edit."""
    start = words[edit.start][0] if edit.start < len(words) else len(text)
    new = " ".join(edit.words)
    if edit.start == edit.end:
        return f"{text[:start]}{new} {text[start:]}"
    last, word = words[edit.end - 1]
    return text[:start] + new + text[last + len(word) :]


def taken(pieces: Sequence[str], edit: Edit, versions: Sequence[str]) -> tuple[bool, bool]:
    """Say whether a human made exactly this edit, and whether one changed something here at all.

    Exactly: what the edit makes of the place, with a word on either side, stands in a human's version, and
    what was there does not. Changed at all: what was there stands in no version.
    """
    last = pieces[edit.start - 1 : edit.start]
    then = pieces[edit.end : edit.end + 1]
    old = _line([*last, *pieces[edit.start : edit.end], *then])
    new = _line([*last, *edit.words, *then])
    lines = [_line([word for _, word in cut(version)]) for version in versions]
    return (
        any(new in line and old not in line for line in lines),
        all(old not in line for line in lines),
    )


def _line(words: Sequence[str]) -> str:
    return f" {' '.join(words).lower()} "


def main() -> int:
    """Write edits-train.npz and edits-dev.npz."""
    import numpy as np

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    model = Ngrams(options.model.read_bytes())
    for part in ("dev", "train"):
        evidence: list[list[float]] = []
        hashes: list[list[int]] = []
        labels: list[int] = []
        exacts: list[bool] = []
        touches: list[bool] = []
        names: list[str] = []
        documents: list[str] = []
        for name, document, text, versions in segments(options.data, part):
            words = list(cut(text))
            pieces = [word for _, word in words]
            if not pieces:
                continue
            sentence = Sentence(model, pieces)
            found = list(edits(sentence))
            if not found:
                continue
            own = distance(text, versions)
            evidence += rows(sentence, found)
            for edit in found:
                hashes.append(lexical(sentence, edit))
                exact, touched = taken(pieces, edit, versions)
                exacts.append(exact)
                touches.append(touched)
                labels.append(own - distance(edited(words, text, edit), versions))
                names.append(name)
                documents.append(document)
        np.savez(
            options.out / f"edits-{part}.npz",
            rows=np.array(evidence, np.float32),
            hashes=np.array(hashes, np.int32),
            labels=np.array(labels, np.int16),
            exact=np.array(exacts),
            touched=np.array(touches),
            sets=np.array(names),
            documents=np.array(documents),
        )
        print(part, len(labels), sum(label > 0 for label in labels), sum(exacts), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
