"""Measure sentence boundaries beside other segmenters, and write JSON and a table.

    python -m benchmarks.segmentation [DATA] [--part dev|train] [--out FOLDER]

Every segmenter gets one paragraph at a time. Peers that are not installed are left out and named.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

from benchmarks.data import MissingDataError, clean_documents, data_folder
from benchmarks.publish import publish
from benchmarks.segmentation.corpora import TREEBANKS, golden_rules, treebank
from benchmarks.segmentation.measure import boundaries, golden, speed
from benchmarks.segmentation.segmenters import SEGMENTERS
from benchmarks.segmentation.table import table

_OUT = Path(__file__).parent.parent / "results"
_SECONDS = 2.0  # for the speed of each, three times


def main() -> int:
    """Measure and write; return 1 if the data are missing."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("data", nargs="?")
    parser.add_argument("--part", choices=("dev", "train"), default="dev")
    parser.add_argument("--out", type=Path, default=_OUT)
    options = parser.parse_args()
    try:
        folder = data_folder(options.data)
        passages = {name: treebank(folder, name, options.part) for name in TREEBANKS}
        cases = golden_rules(folder)
        paragraphs = [
            line for text in clean_documents(folder) for line in text.split("\n") if line.strip()
        ]
    except MissingDataError as error:
        print(error, file=sys.stderr)
        return 1
    results: dict[str, Any] = {"treebanks": list(passages), "segmenters": {}, "missing": {}}
    for name, load in SEGMENTERS.items():
        try:
            segment = load()
        except ImportError as error:
            results["missing"][name] = str(error)
            continue
        results["segmenters"][name] = {
            **{treebank: boundaries(segment, some) for treebank, some in passages.items()},
            "golden": golden(segment, cases),
            "megabytes_per_second": speed(segment, paragraphs, limit=_SECONDS),
        }
    publish(options.out, "segmentation", results, table(results))
    print(table(results))
    return 0


if __name__ == "__main__":
    sys.exit(main())
