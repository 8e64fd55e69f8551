"""Measure quality, and write it as JSON and as a table.

    python -m benchmarks.quality [DATA] [--out FOLDER] [--list FILE]

Without DATA (or NEWSFIX_DATA) the examples alone are measured. FILE gets every change to clean news,
with its text: keep it outside the project.
"""

import argparse
import sys
from collections import Counter
from itertools import chain, islice
from pathlib import Path
from typing import Any

from benchmarks.data import (
    MissingDataError,
    clean_documents,
    data_folder,
    post_edited,
    rated,
    referenced,
)
from benchmarks.publish import publish
from benchmarks.quality import verdicts
from benchmarks.quality.counts import wilson
from benchmarks.quality.on_clean import on_clean
from benchmarks.quality.on_examples import on_examples
from benchmarks.quality.on_segments import against_editors, against_raters, on_segments
from benchmarks.quality.reliability import reliability
from benchmarks.quality.table import table

#: Reliability is measured on every so many segments of refs/: distances are slow.
_EVERY = 10
_OUT = Path(__file__).parent.parent / "results"


def main() -> int:
    """Measure what there is data for; return 1 if some was asked for and is missing."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("data", nargs="?")
    parser.add_argument("--out", type=Path, default=_OUT)
    parser.add_argument("--list", type=Path)
    options = parser.parse_args()
    results: dict[str, Any] = {"examples": on_examples(), "judged": judged()}
    status = 0
    try:
        folder = data_folder(options.data)
        results["clean"], listed = on_clean(clean_documents(folder))
        if options.list:
            options.list.write_text("".join(f"{line}\n" for line in listed), "utf-8")
        results["post-edited"] = on_segments(post_edited(folder))
        results["referenced"] = on_segments(referenced(folder))
        results["editors"] = against_editors(post_edited(folder))
        sample = islice(referenced(folder), 0, None, _EVERY)
        results["reliability"] = reliability(chain(post_edited(folder), sample))
        results["raters"] = against_raters(rated(folder))
    except MissingDataError as error:
        print(f"only the examples are measured: {error}", file=sys.stderr)
        status = 1 if options.data else 0
    publish(options.out, "quality", results, table(results))
    print(table(results))
    return status


def judged() -> dict[str, Any]:
    """Return the precision of applied edits that somebody judged."""
    results: dict[str, Any] = {}
    for name in ("translated", "clean"):
        for sample in ("random", "rule"):
            kept = [one for one in verdicts.read(name) if one.sample == sample]
            right = sum(one.right for one in kept)
            if kept:
                low, high = wilson(right, len(kept))
                wrong = Counter(one.code for one in kept if not one.right)
                results[f"{name}, {sample}"] = {
                    "judged": len(kept),
                    "right": right,
                    "precision": round(right / len(kept), 4),
                    "interval": [round(low, 4), round(high, 4)],
                    "wrong": dict(wrong.most_common()),
                }
    return results


if __name__ == "__main__":
    sys.exit(main())
