"""Measure recall and precision on documents garbled from edited news.

    python -m benchmarks.built [DATA] [--seed N] [--documents N] [--kind KIND …] [--out FOLDER] [--list FILE]

Every run with the same seed builds the same documents; another seed builds others. FILE gets what was
missed and every wrong edit, with its text: keep it outside the project.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from benchmarks.built.builders import BUILDERS, build
from benchmarks.built.score import score
from benchmarks.built.table import table
from benchmarks.data import MissingDataError, clean_documents, data_folder
from benchmarks.publish import publish

_OUT = Path(__file__).parent.parent / "results"


def main() -> int:
    """Build, measure and write; return 1 if the data are missing."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("data", nargs="?")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, default=200, help="of each kind")
    parser.add_argument("--kind", nargs="+", choices=tuple(BUILDERS), default=tuple(BUILDERS))
    parser.add_argument("--out", type=Path, default=_OUT)
    parser.add_argument("--list", type=Path)
    options = parser.parse_args()
    try:
        documents = clean_documents(data_folder(options.data))
    except MissingDataError as error:
        print(error, file=sys.stderr)
        return 1
    results: dict[str, Any] = {"seed": options.seed, "kinds": {}}
    listed: list[str] = []
    for kind in options.kind:
        one = score(build(kind, documents, seed=options.seed, most=options.documents))
        results["kinds"][kind] = one.as_record()
        listed += [
            *(f"missed {line}" for line in one.missed),
            *(f"wrong {line}" for line in one.wrong),
        ]
    publish(options.out, "built", results, table(results))
    if options.list:
        options.list.write_text("".join(f"{line}\n" for line in listed), "utf-8")
    print(table(results))
    return 0


if __name__ == "__main__":
    sys.exit(main())
