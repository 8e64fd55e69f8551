"""LanguageTool alone, newsfix alone, and both, on the development parts, in one run.

``python -m benchmarks.grammar [--home FOLDER] [--documents N] [--from N] [DATA]``

A finding is true where the editor of the translation changed a word at it. LanguageTool alone is asked in
the same English as with newsfix, and tells all that it finds.
"""

import argparse
import json
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.data import clean_documents, data_folder
from benchmarks.grammar.alone import alone
from benchmarks.grammar.observed import Finder, Observed, observe
from benchmarks.grammar.texts import translated
from benchmarks.phrasing.sets import post_edited
from newsfix.finding import Finding
from newsfix.languagetool import Grammar, Server, find_home
from newsfix.normalisers import default
from newsfix.pipeline import Pipeline

RESULTS = Path(__file__).parent.parent / "results" / "grammar.json"
_LIKELY = 0.5


def main() -> int:
    """Compare, print, and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?")
    parser.add_argument("--home", help="an installation of LanguageTool")
    parser.add_argument("--documents", type=int, default=120, help="of each side")
    parser.add_argument("--from", type=int, default=0, dest="first", help="begin the samples here")
    options = parser.parse_args()
    folder = data_folder(options.data)
    edited = list(translated(post_edited(folder, "dev")))[options.first :]
    documents = _spread(edited, options.documents)
    clean = _spread(clean_documents(folder)[options.first :], options.documents)
    with Server(find_home(options.home), limit=120) as server:
        systems = {
            "LanguageTool": alone(server.url),
            "newsfix": _newsfix(Pipeline()),
            "newsfix with LanguageTool": _newsfix(
                Pipeline([*default(), Grammar(server.url, limit=300)])
            ),
        }
        list(systems["LanguageTool"]("Warm up."))  # it loads a language with the first request
        rows = {}
        observed = {}
        for name, finder in systems.items():
            begun = time.perf_counter()
            observed[name] = seen = observe(finder, documents, clean)
            took = time.perf_counter() - begun
            rows[name] = {
                **_figures(seen),
                "words/s": round((seen.words + seen.clean_words) / took),
            }
            print(name, json.dumps(rows[name]))
        memory = _memory(server)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    result = {
        "words": [seen.words, seen.clean_words],
        "MB newsfix": peak,
        "MB server": memory,
        **rows,
    }
    without, both = rows["LanguageTool"], rows["newsfix with LanguageTool"]
    for share, of in (
        ("false alarms, share", "findings per 1,000 clean"),
        ("false alarms of LT, share", "LT findings per 1,000 clean"),
        ("true findings, share", "true in all"),
    ):
        result[share] = round(both[of] / without[of], 3)
    kept = observed["LanguageTool"].shared(observed["newsfix with LanguageTool"])
    result["true findings of LT that are kept"] = round(kept, 3)
    RESULTS.write_text(json.dumps(result, indent=1) + "\n")
    print(json.dumps({key: result[key] for key in result if key not in rows}, indent=1))
    return 0


def _spread(items: list[Any], most: int) -> list[Any]:
    return items[:: max(1, len(items) // most)]


def _newsfix(pipeline: Pipeline) -> Finder:
    """What a user is told: what is at least as likely as not."""

    def find(text: str) -> Iterator[tuple[str, Finding]]:
        report = pipeline.run(text)
        if report.skipped:
            raise RuntimeError(report.skipped[0])
        for finding in report.findings:
            if finding.confidence >= _LIKELY:
                yield finding.code.partition(":")[0], finding

    return find


def _figures(seen: Observed) -> dict[str, Any]:
    found, wrong = sum(seen.found.values()), sum(seen.wrong.values())
    closer, moved = sum(seen.closer.values()), sum(seen.moved.values())
    return {
        "findings": found,
        "true in all": wrong,
        "precision": round(wrong / max(1, found), 3),
        "recall of changed words": round(seen.met / max(1, seen.changed), 3),
        "first fixes": moved,
        "first fixes that help": round(closer / max(1, moved), 3),
        "true per 1,000 translated": round(1e3 * wrong / seen.words, 2),
        "findings per 1,000 clean": round(1e3 * sum(seen.clean.values()) / seen.clean_words, 2),
        "LT findings": seen.found["LT"],
        "LT true": seen.wrong["LT"],
        "LT findings per 1,000 clean": round(1e3 * seen.clean["LT"] / seen.clean_words, 2),
    }


def _memory(server: Server) -> int:
    """Return the peak memory of the server in MB (Linux alone)."""
    try:
        children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
        status = Path(f"/proc/{children[0]}/status").read_text()
        line = next(one for one in status.splitlines() if one.startswith("VmHWM"))
        return int(line.split()[1]) // 1024
    except (OSError, IndexError, StopIteration):
        return 0


if __name__ == "__main__":
    sys.exit(main())
