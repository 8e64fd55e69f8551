"""Learn which words are wrong: the network of newsfix.models.network, with JAX on one core.

    python -m tools.phrasing.detector ROWS VECTORS OUT [--begin WEIGHTS] [--skip SET ...] [--dev]

Words of the vocabulary, which begin as the vectors of tools.phrasing.embeddings or as tools.phrasing.pretrain left
them, and what is known of each go in; what comes out is taught to be the share of judges that find the word wrong.
Documents kept for tuning are not learned from. Weights are rounded to the steps in which
they are kept before anything is measured.
"""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from newsfix.models.network import UNIT, WORD_UNIT, pack_network
from tools.phrasing.batches import scaled, scales
from tools.phrasing.kept import tuning
from tools.phrasing.scores import figures, scored

WIDTH = 64
_EPOCHS, _RATE = 8, 4e-3


def main() -> int:
    """Learn, write the network, and print figures on tuning documents."""
    # One thread: sums in another order would give other weights.
    os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
    import numpy as np

    from tools.phrasing import network

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--begin", type=Path, help="weights of tools.phrasing.pretrain")
    parser.add_argument("--epochs", type=int, default=_EPOCHS)
    parser.add_argument("--width", type=int, default=WIDTH)
    parser.add_argument("--skip", nargs="*", default=[], help="sets that are left out")
    parser.add_argument("--dev", action="store_true", help="measure on dev documents too")
    options = parser.parse_args()
    data = dict(np.load(options.rows / "train.npz"))
    tune = tuning(data["documents"])
    kept = ~tune & ~np.isin(data["sets"], options.skip)
    size = scales(data["rows"][kept])
    ready = {
        **data,
        "rows": scaled(data["rows"], *size),
        "sets": np.unique(data["sets"], return_inverse=True)[1],
    }
    weights = network.beginning(ready["rows"].shape[1], np.load(options.vectors), options.width)
    if options.begin:
        before = np.load(options.begin)
        # What is said of a word at last is learned anew.
        weights |= {name: before[name] for name in before if not name.startswith(("last", "level"))}
    options.out.mkdir(parents=True, exist_ok=True)
    file = options.out / "network.bin"
    file.write_bytes(packed(network.learned(ready, kept, weights, options.epochs, _RATE), size))
    parts = [("tune", data, tune)]
    if options.dev:
        parts.append(("dev", dict(np.load(options.rows / "dev.npz")), slice(None)))
    for title, part, some in parts:
        found = scored(file.read_bytes(), part)[0]
        for line in figures(found[some], part["labels"][some], part["sets"][some]):
            print(title, line, flush=True)
    return 0


def packed(weights: dict[str, Any], size: tuple[Any, Any]) -> bytes:
    """Return the network as bytes, its weights rounded to steps; ``size`` is the mean and deviation of columns."""
    import numpy as np

    mean, deviation = size
    parts = {"mean": mean.tolist(), "deviation": deviation.tolist()}
    for name, part in weights.items():
        if name == "words":
            whole = np.clip(np.rint(part * WORD_UNIT), -127, 127)
        else:
            whole = np.rint(part * (UNIT * UNIT if name.endswith("_base") else UNIT))
        parts[name] = whole.astype(int).ravel().tolist()
    return pack_network(parts, len(weights["last"]))


if __name__ == "__main__":
    sys.exit(main())
