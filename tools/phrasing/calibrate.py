"""Turn what the ranker says into probabilities: curves fitted on tuning documents, from which nothing was learned.

    python -m tools.phrasing.calibrate ROWS MODEL OUT

The scores are taken from the highest down in groups, small ones first; neighbours that are out of order are
put together (isotonic regression), and each group claims a little less than it showed.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsfix.models.edits import STRONG, Kind
from newsfix.models.ranking import BITS
from newsfix.models.trees import Trees
from tools.phrasing.learn import SCALE, tuning

#: Strong edits in 77,000 words of refs/ and 46,000 of clean/dev that one reader judged: right, of how many.
JUDGED = {
    Kind.MISSING: (5, 8),
    Kind.SUPERFLUOUS: (5, 11),
    Kind.WRONG: (5, 17),
    Kind.FORM: (0, 12),
    Kind.ORDER: (1, 6),
    Kind.COLLOCATION: (0, 10),
}
_SMALLEST = 40
_GROWTH = 1.4


def _scored(folder: Path, rows: Any, hashes: Any) -> Any:
    """Return what the ranker says of rows."""
    import numpy as np

    weights = np.frombuffer((folder / "ranker-words.bin").read_bytes(), np.int8)
    assert len(weights) == 1 << BITS
    every = np.column_stack((rows, (weights / SCALE)[hashes].sum(1))).astype(np.float32)
    return Trees((folder / "ranker.bin").read_bytes()).probabilities(every)


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


def edit_curves(rows: Path, model: Path) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    """Yield how often strong edits were judged right, and how sure it is that something is wrong there."""
    import numpy as np

    data = np.load(rows / "edits-train.npz")
    tune = tuning(data["documents"])[0]
    kinds, gains = data["rows"][:, 0], data["rows"][:, 1]
    least = np.array([STRONG[kind] for kind in Kind])[kinds.astype(int)]
    some = tune & (gains >= least)
    scores = _scored(model, data["rows"][some], data["hashes"][some])
    print(f"{some.sum()} strong edits")
    print(
        "made exactly so by an editor:", curve(scores, (data["exact"] & (data["labels"] > 0))[some])
    )
    for kind, (right, judged) in JUDGED.items():
        # Drawn towards one in fifty, as if twenty more had been judged: so many help on pe/dev.
        yield f"edit-{kind.name.lower()}", [(0.0, round((right + 0.4) / (judged + 20), 4))]
    yield "wrong", curve(scores, data["touched"][some])


def main() -> int:
    """Write the curves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    lines = ["# Curves from scores to probabilities: name, score, probability.\n"]
    lines.append(
        "# Built by tools/phrasing/calibrate.py; docs/models/phrasing.md says from what.\n"
    )
    for name, points in edit_curves(options.rows, options.model):
        lines += [f"{name}\t{score}\t{share}\n" for score, share in points]
        print(name, points[-3:])
    options.out.write_text("".join(lines), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
