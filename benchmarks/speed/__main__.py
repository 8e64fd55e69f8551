"""Measure speed, and write it as JSON and as a table.

    python -m benchmarks.speed [DATA] [--out FOLDER] [--rounds N]

Without DATA (or NEWSFIX_DATA) the example articles are measured instead of edited news and of
machine-translated segments.
"""

import argparse
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.articles import articles
from benchmarks.data import MissingDataError, clean_documents, data_folder, referenced
from benchmarks.publish import publish
from benchmarks.speed.process import memory, starts
from benchmarks.speed.table import table
from benchmarks.speed.throughput import contenders, growth, throughput

_OUT = Path(__file__).parent.parent / "results"
_MEGABYTE = 1_000_000


def main() -> int:
    """Measure; return 1 if data was asked for and is missing."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("data", nargs="?")
    parser.add_argument("--out", type=Path, default=_OUT)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    try:
        corpora = _corpora(data_folder(options.data))
    except MissingDataError as error:
        if options.data:
            print(error, file=sys.stderr)
            return 1
        print(f"the examples stand in for real text: {error}", file=sys.stderr)
        corpora = {"examples": [article.text for article in articles()] * 20}
    chosen = contenders()
    results: dict[str, Any] = {"throughput": {}, "growth": {}}
    for name, documents in corpora.items():
        results["throughput"][name] = throughput(documents, chosen, options.rounds)
        results["growth"][name] = growth(documents, options.rounds)
    results["starts_ms"] = starts(3 * options.rounds)
    results["memory"] = memory("\n\n".join(next(iter(corpora.values()))))
    publish(options.out, "speed", results, table(results))
    print(table(results))
    return 0


def _corpora(folder: Path) -> dict[str, Sequence[str]]:
    """Return a megabyte of edited news, and one of machine-translated paragraphs."""
    translated = (segment.text for segment in islice(referenced(folder), 0, None, 97))
    paragraphs = ["\n".join(islice(translated, 10)) for _ in range(2000)]
    return {
        "edited news": _first(clean_documents(folder), _MEGABYTE),
        "translated": _first([text for text in paragraphs if text], _MEGABYTE // 2),
    }


def _first(documents: Sequence[str], characters: int) -> list[str]:
    taken: list[str] = []
    for document in documents:
        if characters <= 0:
            break
        taken.append(document)
        characters -= len(document)
    return taken


if __name__ == "__main__":
    sys.exit(main())
