"""The reliability plot: what was claimed beside what was true."""

from pathlib import Path
from typing import Any

_COLOURS = {"stated": "tab:grey", "held_out": "tab:blue", "shifted": "tab:orange"}
_LABELS = {
    "stated": "as stated",
    "held_out": "learned from other articles",
    "shifted": "learned from other sets",
}


def plot(results: dict[str, Any], path: Path) -> None:
    """Draw findings and fixes side by side; each point is a group of about equal weight."""
    import matplotlib as mpl

    mpl.use("Agg")
    import matplotlib.pyplot as plt

    figure, both = plt.subplots(1, 2, figsize=(9, 4.5))
    for axes, (name, one) in zip(both, results.items(), strict=True):
        axes.plot([0, 1], [0, 1], color="black", linewidth=0.6)
        for way, label in _LABELS.items():
            points = one["translated"][way]["bins"]
            axes.plot(
                [point[0] for point in points],
                [point[1] for point in points],
                marker="o",
                markersize=4,
                color=_COLOURS[way],
                label=label,
            )
        axes.set_title(name)
        axes.set_xlabel("claimed")
        axes.set_ylabel("true")
    both[0].legend(fontsize=8)
    figure.tight_layout()
    figure.savefig(path, dpi=100, metadata={"Software": None})
