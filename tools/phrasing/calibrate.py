"""Turn what is said of words that do not fit into probabilities, on translations that nothing was learned from.

    python -m tools.phrasing.calibrate DATA OUT

The places in tuning documents are taken from the likeliest down in groups, small ones first; neighbours that are
out of order are put together (isotonic regression), and each group claims a little less than it showed. What is true
is the share of judges that marked or changed one of the two words that do not fit.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.phrasing.sets import is_tune
from newsfix.models.edits import Kind
from newsfix.models.phrasing import phrasing
from tools.phrasing.rows import labelled

#: Edits in 77,000 words of refs/ and 46,000 of clean/dev that one reader judged: right, of how many.
JUDGED = {
    Kind.MISSING: (5, 8),
    Kind.SUPERFLUOUS: (5, 11),
    Kind.WRONG: (5, 17),
    Kind.FORM: (0, 12),
    Kind.ORDER: (1, 6),
    Kind.COLLOCATION: (0, 10),
}
#: Places in whole articles where a small word that saves 9 bits was proposed, and judged: something was wrong.
JUDGED_LOST = (16, 20)
_LEAST = 0.5  # places that are less likely are never told
_SMALLEST = 200
_GROWTH = 1.4


def curve(scores: Any, truth: Any, smallest: int = _SMALLEST) -> list[tuple[float, float]]:
    """Return points of a monotonic curve from scores to the share that is true."""
    import numpy as np

    order = np.argsort(-scores, kind="stable")
    score, true = scores[order].astype(float), truth[order].astype(float)
    base = float(true.mean())
    groups: list[tuple[float, float, float]] = []  # scores, true ones and how many, added up
    at, size = 0, float(smallest)
    while at < len(score):
        end = min(len(score), at + int(size))
        if len(score) - end < smallest:
            end = len(score)
        groups.append((score[at:end].sum(), true[at:end].sum(), float(end - at)))
        while len(groups) > 1 and _share(groups[-1], base) >= _share(groups[-2], base):
            last, before = groups.pop(), groups.pop()
            groups.append((before[0] + last[0], before[1] + last[1], before[2] + last[2]))
        at, size = end, size * _GROWTH
    points = [(group[0] / group[2], _share(group, base)) for group in reversed(groups)]
    found: list[tuple[float, float]] = []
    for point in points:
        if not found or round(point[0], 5) > found[-1][0]:
            found.append((round(float(point[0]), 5), round(float(point[1]), 4)))
    return found


def _share(group: tuple[float, float, float], base: float) -> float:
    """Return the share of a group, drawn towards the base as if two more had been seen."""
    return (group[1] + 2 * base) / (group[2] + 2)


def places(folder: Path) -> Iterator[tuple[str, float, float, float]]:
    """Yield the set, the probability and the truth of each place in tuning documents, and of any two words there."""
    models = phrasing()
    for name, document, text, spans, label in labelled(folder, "train"):
        if not is_tune(document) or len(spans) < 2:
            continue
        sentence = models.sentence([text[start:end] for start, end in spans])
        any_two = sum(map(max, label, label[1:])) / (len(label) - 1)
        for misfit in models.misfits(sentence, _LEAST):
            yield name, misfit.probability, max(label[misfit.at - 1 : misfit.at + 1]), any_two


def curves(folder: Path) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    """Yield how often edits were judged right, and how sure it is that something is wrong at a place."""
    import numpy as np

    names, scores, truth, any_two = map(np.array, zip(*places(folder), strict=True))
    for name in np.unique(names):
        some = names == name
        shares = f"{truth[some].mean():.3f} wrong, {any_two[some].mean():.3f} of any two words"
        print(f"{name}: {some.sum()} places, {shares}")
    for kind, (right, judged) in JUDGED.items():
        # Drawn towards one in fifty, as if twenty more had been judged: so many help on pe/dev.
        yield f"edit-{kind.name.lower()}", [(0.0, round((right + 0.4) / (judged + 20), 4))]
    yield "wrong", curve(scores, truth)
    wrong, judged = JUDGED_LOST  # drawn towards the others, as if four more had been judged
    yield "lost", [(0.0, round((wrong + 4 * float(truth.mean())) / (judged + 4), 4))]


def main() -> int:
    """Write the curves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    lines = ["# Curves from scores to probabilities: name, score, probability.\n"]
    lines.append(
        "# Built by tools/phrasing/calibrate.py; docs/models/phrasing.md says from what.\n"
    )
    for name, points in curves(options.data):
        lines += [f"{name}\t{score}\t{share}\n" for score, share in points]
        print(name, points[-9:])
    options.out.write_text("".join(lines), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
