"""Is the detector's probability worth what it says? Figures and a plot, on dev documents.

    python -m tools.phrasing.reliability ROWS MODEL CURVES PLOT

In domain: words of newstest2020 zh-en, wrong if some rater marks them, as the curve was fitted. Shifted: words of
other sets, wrong if the editor changed them.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from newsfix.models.evidence import BITS
from newsfix.models.phrasing import curves_of
from tools.phrasing.calibrate import scored

_BINS = 15
_LEAST = 0.05
_NEWS = "newstest2020_zhen"


def bins(claimed: Any, true: Any) -> list[tuple[float, float, int]]:
    """Return, for groups of equal size, what was claimed, what was true, and how many there are."""
    import numpy as np

    order = np.argsort(claimed, kind="stable")
    return [
        (float(claimed[some].mean()), float(true[some].mean()), len(some))
        for some in np.array_split(order, _BINS)
    ]


def ece(groups: list[tuple[float, float, int]]) -> float:
    """Return the mean distance between claim and truth, weighted by size (Naeini et al., 2015)."""
    total = sum(size for _, _, size in groups)
    return sum(size * abs(claimed - true) for claimed, true, size in groups) / total


def main() -> int:
    """Print the figures and draw the plot."""
    import matplotlib as mpl

    mpl.use("Agg")
    import matplotlib.pyplot as plt
    import numpy as np
    from scipy.stats import beta

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("curves", type=Path)
    parser.add_argument("plot", type=Path)
    options = parser.parse_args()
    data = np.load(options.rows / "dev.npz")
    scores = scored(options.model, "detector", data["rows"], data["hashes"], BITS)
    curve = curves_of(options.curves.read_text("utf-8"))["word"]
    claimed = np.array([curve.at(score) for score in scores])
    true = (data["labels"] > 0).astype(float)
    figure, axes = plt.subplots(figsize=(5, 5))
    axes.plot([0, 1], [0, 1], color="grey", linewidth=0.8)
    print("| set | words | ECE | Brier | claimed at least: right of how many (95 %) |")
    print("| --- | --- | --- | --- | --- |")
    for name in (_NEWS, *(one for one in np.unique(data["sets"]) if one != _NEWS)):
        some = (data["sets"] == name) & (claimed >= _LEAST)
        groups = bins(claimed[some], true[some])
        axes.plot([one[0] for one in groups], [one[1] for one in groups], marker="o", label=name)
        cells = []
        for least in (0.5, 0.6, 0.7):
            top = some & (claimed >= least)
            right, count = int(true[top].sum()), int(top.sum())
            if count:
                low = beta.ppf(0.025, right, count - right + 1) if right else 0.0
                high = beta.ppf(0.975, right + 1, count - right) if right < count else 1.0
                cells.append(f"{least}: {right / count:.2f} of {count} ({low:.2f} to {high:.2f})")
        brier = ((claimed[some] - true[some]) ** 2).mean()
        print(f"| {name} | {some.sum()} | {ece(groups):.3f} | {brier:.3f} | {'; '.join(cells)} |")
    axes.set_xlabel("claimed")
    axes.set_ylabel("marked by a rater, or changed by the editor")
    axes.legend(fontsize=7)
    figure.tight_layout()
    figure.savefig(options.plot, dpi=110)
    return 0


if __name__ == "__main__":
    sys.exit(main())
