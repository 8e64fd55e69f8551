"""Learn which words do not fit where they stand: a sum that every word can afford, then trees.

python -m tools.phrasing.misfits ROWS OUT
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from newsfix.models import misfits
from newsfix.models.edits import Kind
from newsfix.models.trees import pack_trees
from tools.phrasing.misfit_rows import TUNE

_PULL = 1.0  # of the weights of the sum towards nothing
_ASKED = 0.03  # of all words go on to the trees
_SURE = 0.5  # what may be found at all
_LOST = 0.01  # of that, by asking the first trees
_HANDICAPS = range(-64, 92, 4)  # eighths of a bit
_NEVER = 999
_RATES = (0.3, 0.6, 1.0, 1.5)  # places found in 1,000 words of edited news


def learned_sum(rows: Any, wrong: Any) -> Any:
    """Return the weights of the sum (logistic regression)."""
    import numpy as np
    from scipy.optimize import minimize

    inputs = design(rows)
    truth = wrong.astype(float)

    def loss(weights: Any) -> tuple[float, Any]:
        total = inputs @ weights
        slope = inputs.T @ (1 / (1 + np.exp(-total)) - truth) + _PULL * weights
        value = (np.logaddexp(0, total) - truth * total).sum()
        return value + _PULL / 2 * (weights**2).sum(), slope

    start = np.zeros(inputs.shape[1])
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def design(rows: Any) -> Any:
    """Return what the sum adds up, as a sparse matrix: hints, hints above nothing, one; kinds of words."""
    import numpy as np
    from scipy.sparse import csr_matrix, hstack

    size = len(rows)
    parts = [csr_matrix(_linear(rows))]
    for numbers in _kinds(rows):
        ones = np.ones(size), (np.arange(size), numbers)
        parts.append(csr_matrix(ones, shape=(size, misfits.KINDS + 1)))
    return hstack(parts).tocsr()


def summed(rows: Any, weights: Any) -> Any:
    """Return what ``weights`` make of rows: what design(rows) @ weights is."""
    linear = _linear(rows)
    total = linear @ weights[: linear.shape[1]]
    for at, numbers in enumerate(_kinds(rows)):
        total = total + weights[linear.shape[1] + at * (misfits.KINDS + 1) + numbers]
    return total


def _linear(rows: Any) -> Any:
    import numpy as np

    each, step = misfits.STEPS_OF_COSTS
    hints = _columns(rows, *misfits.SUMMED_HINTS) / each
    alone = _columns(rows, *misfits.SUMMED_ALONE) / step
    both = (hints[:, 1] * alone[:, 1])[:, None]
    return np.hstack((hints, np.maximum(hints, 0), alone, both, np.ones((len(rows), 1))))


def costly_names(rows: Any) -> Any:
    """Return which rows are of names that misfits.is_costly_name is true of."""
    own, then, alone, alone_then, last, shape = _columns(
        rows, "hint+0", "hint+1", "alone+0", "alone+1", "shape-1", "shape+0"
    ).T
    least, both = misfits.COSTLY_NAME
    is_name = (shape >= misfits.CAPITAL) & (last == misfits.SMALL)
    return is_name & (own >= least) & (own + alone + then + alone_then >= both)


def _columns(rows: Any, *names: str) -> Any:
    return rows[:, [misfits.NAMES.index(name) for name in names]]


def _kinds(rows: Any) -> list[Any]:
    return [rows[:, misfits.NAMES.index(name)].astype(int) + 1 for name in misfits.SUMMED_KINDS]


def packed_sum(weights: Any, least: float, floor: float) -> bytes:
    """Return the sum as bytes: what is added for each hint and kind, in steps."""
    import numpy as np

    weights = weights.copy()
    linear = len(weights) - len(misfits.SUMMED_KINDS) * (misfits.KINDS + 1)
    weights[linear - 1] -= least
    return misfits.pack_sum(
        floor,
        [float(one) for one in weights[:linear]],
        bytes(np.clip(np.rint(weights[linear:] * misfits.STEPS), -127, 127).astype(np.int8)),
    )


def main() -> int:
    """Learn, print how much is found of each kind, and write the model."""
    import lightgbm
    import numpy as np

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--trees", type=int, default=50)
    parser.add_argument("--leaves", type=int, default=15)
    parser.add_argument("--rate", type=float, default=0.25)
    options = parser.parse_args()
    data = dict(np.load(options.rows / "misfits.npz"))
    rows, wrong = data["rows"], data["wrong"]
    tune = (data["folds"] >= TUNE)[data["of"]]
    weights = learned_sum(rows[~tune], wrong[~tune])
    total = summed(rows, weights)
    words = data["sizes"][data["folds"] >= TUNE].sum()
    least = float(np.sort(total[tune])[::-1][int(_ASKED * words)])
    asked = (total >= least) | costly_names(rows)
    print(
        f"{asked[tune].sum() / words:.4f} of words go on, {(total >= least)[tune].sum() / words:.4f} by the sum"
    )
    model = lightgbm.train(
        {
            "objective": "binary",
            "num_leaves": options.leaves,
            "learning_rate": options.rate,
            "min_data_in_leaf": 60,
            "feature_fraction": 0.6,
            "bagging_fraction": 0.8,
            "bagging_freq": 1,
            "max_bin": 127,
            "seed": 1,
            "deterministic": True,
            "num_threads": 2,
            "verbose": -1,
        },
        lightgbm.Dataset(rows[asked & ~tune], wrong[asked & ~tune]),
        num_boost_round=options.trees,
    )
    here = asked & tune
    found = np.zeros(len(rows))
    found[here] = model.predict(rows[here])
    first: Any = model.predict(rows[here], raw_score=True, num_iteration=misfits.FIRST_TREES)
    floor = float(np.quantile(first[found[here] >= _SURE], _LOST))
    found[here] = np.where(first >= floor, found[here], 0)
    print(f"{(first < floor).mean():.3f} of places are decided by the first trees")
    gains = sorted(zip(model.feature_importance("gain"), misfits.NAMES, strict=True), reverse=True)
    print(*(f"{name} {gain:.0f}" for gain, name in gains[:20]))
    report(data, found, tune)
    print("handicaps:", dict(zip(Kind, handicaps(data, tune), strict=True)))
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "misfits.bin").write_bytes(packed_sum(weights, least, floor))
    used = list(range(len(misfits.NAMES)))
    (options.out / "misfit-trees.bin").write_bytes(pack_trees(model.dump_model(), used))
    return 0


def handicaps(data: dict[str, Any], tune: Any) -> list[int]:
    """Return how much more an edit of each kind must save beside others, so that the right one is most often first."""
    import numpy as np

    tops, fits = data["tops"], data["fits"]
    some = ~tune & data["wrong"] & fits.any(1)
    kinds, gains, right = tops[some, :, 0], tops[some, :, 1], fits[some]
    found = np.zeros(len(Kind) + 1, int)  # the last is that of no edit
    found[-1] = _NEVER

    def share(handicaps: Any) -> float:
        first = (gains - handicaps[kinds]).argmax(1)
        return float(right[np.arange(len(right)), first].mean())

    for _ in range(3):
        for kind in Kind:
            tries = [np.where(np.arange(len(found)) == kind, one, found) for one in _HANDICAPS]
            found = max(tries, key=share)
    return [int(one) for one in found[:-1] - found[Kind.COLLOCATION]]


def report(data: dict[str, Any], found: Any, tune: Any) -> None:
    """Print which share of the faults of each kind is found, at some rates in edited news."""
    import numpy as np

    of, kinds, sizes = data["of"], data["kinds"], data["sizes"]
    here = data["folds"] >= TUNE
    edited = here & (kinds == "")
    best = np.zeros(len(sizes))
    np.maximum.at(best, of[tune & edited[of]], found[tune & edited[of]])
    right = np.zeros(len(sizes))
    some = tune & data["wrong"]
    np.maximum.at(right, of[some], found[some])
    top = {}
    for at in np.flatnonzero(some & (found > 0)):  # the likeliest place of each fault
        if found[at] == right[of[at]]:
            top[of[at]] = at
    for rate in _RATES:
        least = np.sort(best[edited])[::-1][int(rate * sizes[edited].sum() / 1000)]
        shares = []
        for kind in sorted(set(kinds) - {""}):
            every = here & (kinds == kind)
            hits = [top[one] for one in np.flatnonzero(every & (right >= least))]
            first = sum(bool(data["fits"][at][0]) for at in hits)
            any_ = sum(bool(data["fits"][at].any()) for at in hits)
            shares.append(f"{kind} {len(hits) / every.sum():.3f} ({first}/{any_}/{len(hits)})")
        print(f"{rate} in 1,000 (≥{least:.3f}):", "; ".join(shares))


if __name__ == "__main__":
    sys.exit(main())
