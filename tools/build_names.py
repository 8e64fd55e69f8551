"""Count the names of human-edited news: which there are, and which first names go with he or she.

    python -m tools.build_names DATA

DATA is the folder that benchmarks/README.md describes; clean/train is read. Only counts leave it.
"""

import lzma
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).parent.parent / "src/newsfix/text/data"

# A capital where no sentence starts.
INSIDE = re.compile(r"(?<=[a-z,;] )([A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]+(?:[-’'][^\W\d_]{2,})*)")
FEWEST = 8  # documents
HEAD = """\
# Names that edited news writes, each with the number of documents that do.
# Source: counts over allsides, reuters21578, bbc2005, masakhanenews, wikinews and basil (clean/train).
# Built by tools/build_names.py. Licence: Apache-2.0, as newsfix.
"""


def documents(data: Path) -> Iterator[str]:
    """Yield the documents of edited news."""
    for path in sorted((data / "clean/train").glob("*.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as file:
            yield from file.read().split("\n\n")


def main(data: Path) -> None:
    """Write the lists."""
    names: Counter[str] = Counter()
    for document in documents(data):
        names.update(set(INSIDE.findall(document)))
    rows = [f"{name}\t{often}\n" for name, often in sorted(names.items()) if often >= FEWEST]
    (OUT / "known_names.tsv").write_text(HEAD + "".join(rows), "utf-8")
    print(f"{len(rows)} names")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
