"""Put learned files into the package, with the manifest of their hashes.

python -m tools.phrasing.ship NGRAMS MODEL CURVES
"""

import argparse
import sys
from hashlib import sha256
from pathlib import Path

from newsfix.models.phrasing import FILES

DATA = Path(__file__).parents[2] / "src" / "newsfix" / "models" / "data"


def main() -> int:
    """Copy the files and write the manifest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ngrams", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("curves", type=Path)
    options = parser.parse_args()
    sources = {
        "ngrams.bin": options.ngrams,
        "detector.bin": options.model / "detector.trees",
        "detector-words.bin": options.model / "detector.weights",
        "ranker.bin": options.model / "ranker.trees",
        "ranker-words.bin": options.model / "ranker.weights",
        "phrasing.tsv": options.curves,
    }
    lines = [
        "# The files of the phrasing models with their SHA-256. Written by tools/phrasing/ship.py.\n"
    ]
    for name in FILES:
        data = sources[name].read_bytes()
        (DATA / name).write_bytes(data)
        lines.append(f"{name}\t{sha256(data).hexdigest()}\n")
        print(name, len(data))
    (DATA / "manifest.tsv").write_text("".join(lines), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
