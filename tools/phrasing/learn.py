"""Learning that the detector and the ranker share: weights of hashed features, then trees.

The lexical weights that the trees see in training were learned without the document at hand, so that they
are worth as much there as anywhere. Documents kept for tuning are not learned from.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from benchmarks.phrasing.sets import is_tune
from newsfix.models.trees import pack_trees

_FOLDS = 3
_EPOCHS = 3
_BATCH = 2048
_RATE = 0.2
_PULL = 1e-2  # towards nothing, for each batch that a feature is in
SCALE = 32  #: a lexical weight is kept in steps of a 32nd


@dataclass(frozen=True)
class Learned:
    """What was learned, and what it says of the rows that it was not learned from."""

    weights: Any
    trees: Any
    used: list[int]
    packed: bytes
    gains: dict[str, int]

    def predict(self, rows: Any, hashes: Any) -> Any:
        """Return the probability of each row."""
        return self.trees.predict(with_lexical(rows, hashes, self.weights)[:, self.used])


def with_lexical(rows: Any, hashes: Any, weights: Any) -> Any:
    """Return rows with what the lexical weights say as one more column."""
    import numpy as np

    return np.column_stack((rows, (weights / SCALE)[hashes].sum(1))).astype(np.float32)


def tuning(documents: Any) -> tuple[Any, Any]:
    """Return which rows are kept for tuning, and the fold of each row."""
    import numpy as np

    names, numbers = np.unique(documents, return_inverse=True)
    tune = np.array([is_tune(name) for name in names])[numbers]
    fold = np.array([crc32(name.encode()[::-1]) % _FOLDS for name in names])[numbers]
    return tune, fold


def learn(
    data: dict[str, Any],
    labels: Any,
    names: Sequence[str],
    bits: int,
    *,
    trees: int,
    leaves: int,
    smallest: int,
    without: Sequence[str] = (),
    row_weights: Any = None,
) -> Learned:
    """Learn from the documents that are not kept for tuning."""
    import lightgbm
    import numpy as np

    rows, hashes = data["rows"], data["hashes"]
    tune, fold = tuning(data["documents"])
    lexical = np.zeros(len(rows))
    for at in range(_FOLDS):
        inside, outside = ~tune & (fold != at), ~tune & (fold == at)
        found = logistic(hashes[inside], labels[inside], bits, at)
        lexical[outside] = found[hashes[outside]].sum(1)
    found = logistic(hashes[~tune], labels[~tune], bits, 0)
    weights = np.clip(np.rint(found * SCALE), -127, 127).astype(np.int8)
    print("lexical weights learned", flush=True)
    columns = [*names, "lexical"]
    used = [at for at, name in enumerate(columns) if name not in without]
    every = np.column_stack((rows, lexical)).astype(np.float32)[~tune][:, used]
    some = None if row_weights is None else row_weights[~tune]
    model = lightgbm.train(
        {
            "objective": "cross_entropy",
            "num_leaves": leaves,
            "learning_rate": 0.1,
            "min_data_in_leaf": smallest,
            "feature_fraction": 0.6,
            "bagging_fraction": 0.8,
            "bagging_freq": 1,
            "max_bin": 127,
            "seed": 1,
            "deterministic": True,
            "num_threads": 2,
            "verbose": -1,
        },
        lightgbm.Dataset(every, labels[~tune], weight=some),
        num_boost_round=trees,
    )
    gains = zip(used, model.feature_importance("gain"), strict=True)
    return Learned(
        weights,
        model,
        used,
        pack_trees(model.dump_model(), used),
        {columns[at]: round(float(gain)) for at, gain in sorted(gains, key=lambda pair: -pair[1])},
    )


def logistic(hashes: Any, labels: Any, bits: int, seed: int) -> Any:
    """Return the weights of a logistic regression on hashed features (AdaGrad, shuffled batches)."""
    import numpy as np

    size = 1 << bits
    weights = np.zeros(size)
    squares = np.full(size, 1e-2)
    chance = np.random.default_rng(seed)
    for _ in range(_EPOCHS):
        order = chance.permutation(len(hashes))
        for start in range(0, len(order), _BATCH):
            some = order[start : start + _BATCH]
            features = hashes[some]
            error = labels[some] - 1 / (1 + np.exp(-weights[features].sum(1)))
            flat = features.ravel()
            total = np.bincount(flat, np.repeat(error, features.shape[1]), minlength=size)
            hit = np.unique(flat)
            step = total[hit] - _PULL * weights[hit]
            squares[hit] += step**2
            weights[hit] += _RATE * step / np.sqrt(squares[hit])
    return weights
