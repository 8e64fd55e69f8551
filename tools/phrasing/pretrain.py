"""Let the detector's network learn from garbled news before it learns from real translations.

    python -m tools.phrasing.pretrain CORRUPTED ROWS VECTORS OUT [--epochs 1] [--width 64]

The columns are scaled as those of the real rows, so that the weights mean the same there.
"""

import argparse
import os
import sys
from pathlib import Path

from tools.phrasing.batches import scaled, scales
from tools.phrasing.kept import tuning

_EPOCHS, _RATE = 1, 4e-3


def main() -> int:
    """Write the weights as arrays."""
    # One thread: sums in another order would give other weights.
    os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
    import numpy as np

    from tools.phrasing import network
    from tools.phrasing.detector import WIDTH

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corrupted", type=Path)
    parser.add_argument("rows", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=_EPOCHS)
    parser.add_argument("--width", type=int, default=WIDTH)
    options = parser.parse_args()
    real = np.load(options.rows / "train.npz")
    size = scales(real["rows"][~tuning(real["documents"])])
    data = dict(np.load(options.corrupted))
    data["rows"] = scaled(data["rows"].astype(np.float32), *size)
    every = np.ones(len(data["labels"]), bool)
    data["sets"] = np.zeros(len(every), np.int32)
    weights = network.beginning(data["rows"].shape[1], np.load(options.vectors), options.width)
    np.savez(options.out, **network.learned(data, every, weights, options.epochs, _RATE))
    return 0


if __name__ == "__main__":
    sys.exit(main())
