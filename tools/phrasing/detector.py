"""Learn which words are wrong.

python -m tools.phrasing.detector ROWS OUT [--without COLUMN ...]
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from newsfix.models.evidence import BITS, NAMES
from tools.phrasing.learn import Learned, learn, tuning


def main() -> int:
    """Learn, print figures on the tuning documents, and write the weights and the trees."""
    import numpy as np

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--trees", type=int, default=120)
    parser.add_argument("--leaves", type=int, default=31)
    parser.add_argument("--without", nargs="*", default=[])
    parser.add_argument("--skip", nargs="*", default=[], help="sets that are left out")
    options = parser.parse_args()
    data = dict(np.load(options.rows / "train.npz"))
    kept = ~np.isin(data["sets"], options.skip)
    data = {name: part[kept] for name, part in data.items() if len(part) == len(kept)}
    learned = learn(
        data,
        data["labels"],
        NAMES,
        BITS,
        trees=options.trees,
        leaves=options.leaves,
        smallest=200,
        without=options.without,
    )
    print(learned.gains)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "detector.weights").write_bytes(learned.weights.tobytes())
    (options.out / "detector.trees").write_bytes(learned.packed)
    tune = tuning(data["documents"])[0]
    _report(
        "tune", learned, {name: data[name][tune] for name in ("rows", "hashes", "labels", "sets")}
    )
    _report("dev", learned, dict(np.load(options.rows / "dev.npz")))
    return 0


def _report(title: str, learned: Learned, data: dict[str, Any]) -> None:
    import numpy as np

    found = learned.predict(data["rows"], data["hashes"])
    for name in np.unique(data["sets"]):
        at = data["sets"] == name
        score, label = found[at], data["labels"][at]
        order = np.argsort(-score)
        wrong = label[order] > 0.5
        precision = np.cumsum(wrong) / np.arange(1, len(order) + 1)
        top = [
            float((label[order[: int(len(order) * share)]] > 0).mean())
            for share in (0.005, 0.01, 0.05)
        ]
        print(
            f"{title} {name}: base {wrong.mean():.3f}, best MCC {_mcc(wrong):.4f},"
            f" AP {precision[wrong].mean():.4f}, any of 0.5, 1, 5 %: {top[0]:.3f} {top[1]:.3f} {top[2]:.3f}",
            flush=True,
        )


def _mcc(wrong: Any) -> float:
    """Return the best MCC over all thresholds, of labels from the highest score to the lowest."""
    import numpy as np

    tp = np.cumsum(wrong).astype(float)
    said, size, total = np.arange(1.0, len(wrong) + 1), len(wrong), float(wrong.sum())
    below = np.sqrt(said * total * (size - said) * (size - total))
    return float(((tp * size - said * total) / np.maximum(below, 1e-9)).max())


if __name__ == "__main__":
    sys.exit(main())
