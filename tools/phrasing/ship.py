"""Put learned files into the package under their own names, and write the manifest of all hashes.

python -m tools.phrasing.ship FILE ...
"""

import argparse
import sys
from hashlib import sha256
from pathlib import Path

from newsfix.models.phrasing import FILES

#: All that the manifest holds.
SHIPPED = (*FILES, "languages.bin")
DATA = Path(__file__).parents[2] / "src" / "newsfix" / "models" / "data"


def main() -> int:
    """Copy the files and write the manifest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()
    for file in options.files:
        if file.name not in SHIPPED:
            parser.error(f"{file.name} is not one of {', '.join(SHIPPED)}")
        (DATA / file.name).write_bytes(file.read_bytes())
    lines = ["# The files of the models with their SHA-256. Written by tools/phrasing/ship.py.\n"]
    for name in SHIPPED:
        data = (DATA / name).read_bytes()
        lines.append(f"{name}\t{sha256(data).hexdigest()}\n")
        print(name, len(data))
    (DATA / "manifest.tsv").write_text("".join(lines), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
