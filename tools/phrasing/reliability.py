"""Is the detector's probability worth what it says? Figures and a plot, on dev documents.

    python -m tools.phrasing.reliability ROWS NETWORK PLOT

Truth is the share of judges that found a word wrong: the one editor, or the raters. In domain: the shift was
fitted on tuning documents of all sets. Shifted: on those of all sets but the one that it is tried on; over all sets,
the words of each as they are shifted, all together.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from tools.phrasing.doubts import claimed, fitted, known, shifted
from tools.phrasing.kept import tuning
from tools.phrasing.scores import LEAST, bins, ece
from tools.phrasing.scores import claims as claims_of

_ALL = "all sets"


def main() -> int:
    """Print the figures and draw the plot."""
    import matplotlib as mpl

    mpl.use("Agg")
    import matplotlib.pyplot as plt
    import numpy as np

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("network", type=Path)
    parser.add_argument("plot", type=Path)
    options = parser.parse_args()
    network = options.network.read_bytes()
    dev, train = (dict(np.load(options.rows / f"{part}.npz")) for part in ("dev", "train"))
    tune = tuning(train["documents"])
    tuned = known(train, claims_of(network, train))[tune]
    truth, sets = train["labels"][tune], train["sets"][tune]
    rows, true = known(dev, claims_of(network, dev)), dev["labels"]
    figure, axes = plt.subplots(figsize=(5, 5))
    axes.plot([0, 1], [0, 1], color="grey", linewidth=0.8)
    print("| set | words | wrong | ECE | Brier | ECE shifted | claimed at least: true (95 %) |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    claims = claimed(rows, fitted(tuned, truth))
    moved = shifted(tuned, truth, sets, rows, dev["sets"])
    for name in (_ALL, *np.unique(dev["sets"])):
        inside = np.ones(len(true), bool) if name == _ALL else dev["sets"] == name
        some = inside & (claims >= LEAST)
        groups = bins(claims[some], true[some])
        axes.plot([one[0] for one in groups], [one[1] for one in groups], marker="o", label=name)
        cells = [_precision(claims, true, inside, least) for least in (0.5, 0.7, 0.8)]
        brier = ((claims[some] - true[some]) ** 2).mean()
        print(
            f"| {name} | {some.sum()} | {true[some].mean():.3f} | {ece(claims[inside], true[inside]):.3f} |"
            f" {brier:.3f} | {ece(moved[inside], true[inside]):.3f} |"
            f" {'; '.join(filter(None, cells))} |",
            flush=True,
        )
    axes.set_xlabel("claimed")
    axes.set_ylabel("share of judges that found the word wrong")
    axes.legend(fontsize=7)
    figure.tight_layout()
    figure.savefig(options.plot, dpi=110)
    return 0


def _precision(claims: Any, true: Any, inside: Any, least: float) -> str:
    """Return how many of the words that are claimed so surely are wrong (Clopper and Pearson)."""
    from scipy.stats import beta

    top = inside & (claims >= least)
    right, count = float(true[top].sum()), int(top.sum())
    if not count:
        return ""
    low = beta.ppf(0.025, right, count - right + 1) if right else 0.0
    high = beta.ppf(0.975, right + 1, count - right) if right < count else 1.0
    return f"{least}: {right / count:.2f} of {count} ({low:.2f} to {high:.2f})"


if __name__ == "__main__":
    sys.exit(main())
