"""Learn which edits help.

python -m tools.phrasing.ranker ROWS OUT
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from newsfix.models.edits import Kind
from newsfix.models.ranking import BITS, NAMES
from tools.phrasing.learn import Learned, learn, tuning


def main() -> int:
    """Learn, print figures, and write the weights and the trees."""
    import numpy as np

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--trees", type=int, default=100)
    parser.add_argument("--leaves", type=int, default=15)
    parser.add_argument("--without", nargs="*", default=[])
    options = parser.parse_args()
    data = dict(np.load(options.rows / "edits-train.npz"))
    exact = data["exact"] & (data["labels"] > 0)
    helps = exact.astype(np.float32)
    learned = learn(
        data,
        helps,
        NAMES,
        BITS,
        trees=options.trees,
        leaves=options.leaves,
        smallest=100,
        without=options.without,
    )
    print(learned.gains)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "ranker-words.bin").write_bytes(learned.weights.tobytes())
    (options.out / "ranker.bin").write_bytes(learned.packed)
    tune = tuning(data["documents"])[0]
    _report(
        "tune",
        learned,
        {name: data[name][tune] for name in ("rows", "hashes", "labels", "sets", "exact")},
    )
    _report("dev", learned, dict(np.load(options.rows / "edits-dev.npz")))
    return 0


def _report(title: str, learned: Learned, data: dict[str, Any]) -> None:
    import numpy as np

    found = learned.predict(data["rows"], data["hashes"])
    for name in (*np.unique(data["sets"]), *Kind):
        at = data["rows"][:, 0] == name if isinstance(name, Kind) else data["sets"] == name
        score, label = found[at], data["labels"][at]
        label = label[np.argsort(-score)]
        shown = [
            f"{size}: {(label[:size] > 0).sum()}/{(label[:size] < 0).sum()}"
            for size in (50, 100, 400)
        ]
        bands = [
            f"≥{low}: {_bands(data, at, score, low)}" for low in (0.1, 0.2, 0.3, 0.5, 0.7, 0.9)
        ]
        shown_name = name.name if isinstance(name, Kind) else name
        print(
            title,
            shown_name,
            len(score),
            f"{(label > 0).mean():.3f}" if len(label) else "",
            *shown,
            *bands,
        )


def _bands(data: dict[str, Any], at: Any, score: Any, low: float) -> str:
    """Return of the edits at least so sure how many an editor made, how many help, and how many there are."""
    some = score >= low
    helps = data["labels"][at][some] > 0
    return f"{data['exact'][at][some].sum()} / {helps.sum()} of {some.sum()}"


if __name__ == "__main__":
    sys.exit(main())
