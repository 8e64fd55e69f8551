"""Measure phrasing, and write the figures as JSON and as a table.

    python -m benchmarks.phrasing [DATA] [--out FOLDER] [--part detection --part correction --part clean]

Nothing here is learned; thresholds are chosen on tuning documents of the training parts. LanguageTool takes part
where it is installed (docs/languagetool.md).
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.data import MissingDataError, clean_documents, data_folder, referenced
from benchmarks.phrasing import detection, figures, sets
from benchmarks.phrasing.correction import corrections
from benchmarks.phrasing.detection import Scorer
from benchmarks.phrasing.languagetool import NAME, LanguageTool, languagetool
from benchmarks.phrasing.on_clean import on_clean
from benchmarks.phrasing.systems import CORRECTORS, FAMILY, SCORERS
from benchmarks.phrasing.table import table
from benchmarks.publish import publish
from newsfix import Pipeline

_OUT = Path(__file__).parent.parent / "results"
_PARTS = ("detection", "correction", "clean")
#: Thresholds are chosen on every so many tuning segments; refs/ are measured on so few.
_EVERY_TUNE, _EVERY_REFERENCE = 4, 40
#: LanguageTool takes a millisecond a word and more: it is asked about so few documents of translations, and of
#: edited news.
_EVERY_ASKED, _EVERY_CLEAN = 4, 8
_NEURAL = "mlqe"
#: The scorer whose figures others are compared with, where it is there.
BASELINE = "n-gram"


def main() -> int:
    """Measure the parts asked for; return 2 if the data are missing."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("data", nargs="?")
    parser.add_argument("--out", type=Path, default=_OUT)
    parser.add_argument("--part", action="append", choices=_PARTS)
    options = parser.parse_args()
    file = options.out / "phrasing.json"
    results: dict[str, Any] = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    try:
        folder = data_folder(options.data)
        with languagetool() as grammar:
            for part in options.part or _PARTS:
                results.update(_MEASURE[part](folder, grammar))
    except MissingDataError as error:
        print(error, file=sys.stderr)
        return 2
    publish(options.out, "phrasing", results, table(results))
    print(table(results))
    return 0


def _detection(folder: Path, grammar: LanguageTool | None) -> dict[str, Any]:
    edited = {name: _on_edited(folder, scorer) for name, scorer in SCORERS.items()}
    rated = {name: _on_rated(folder, scorer) for name, scorer in SCORERS.items()}
    if grammar:
        edited[NAME] = _on_edited(folder, grammar.scores, _EVERY_ASKED)
        rated[NAME] = _on_rated(folder, grammar.scores, _EVERY_ASKED)
    for name, one in edited.items():
        if BASELINE in edited and name != BASELINE:
            one["above"] = _above(one["documents"], edited[BASELINE]["documents"])
    for one in edited.values():
        del one["documents"]
    return {"pe": edited, "mqm": rated}


def _on_edited(folder: Path, scorer: Scorer, every: int = 1) -> dict[str, Any]:
    tune = [one for one in sets.post_edited(folder, "train") if sets.is_tune(one.document)]
    dev = [one for one in sets.post_edited(folder, "dev") if sets.is_drawn(one.document, every)]
    tuned = detection.by_editors(tune[:: _EVERY_TUNE * every], scorer)
    threshold = detection.best_threshold(tuned, figures.mcc)[0]
    scored = detection.by_editors(dev, scorer)
    found = detection.post_edit_figures(scored, threshold)
    neural = {
        name: detection.outcomes([one for one in scored if one.set == name], threshold)
        for name in found
        if name.startswith(_NEURAL)
    }
    mean = sum(found[name]["mcc"] for name in neural) / len(neural)
    interval = figures.spread_of([_mcc_of] * len(neural), list(neural.values()))
    return {
        "threshold": threshold,
        "mean": round(mean, 4),
        "interval": [round(bound, 4) for bound in interval],
        "sets": found,
        "documents": neural,
    }


def _mcc_of(drawn: Any) -> float:
    return figures.mcc(tuple(map(sum, zip(*drawn, strict=True))))


def _above(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[float]:
    """Return the interval of the mean difference of MCC, with the same documents drawn for both."""

    def of(drawn: Any) -> float:
        total = tuple(map(sum, zip(*drawn, strict=True)))
        return figures.mcc(total[:4]) - figures.mcc(total[4:])

    paired = [
        {name: (*counts, *other[key][name]) for name, counts in documents.items()}
        for key, documents in one.items()
    ]
    return [round(bound, 4) for bound in figures.spread_of([of] * len(paired), paired)]


def _on_rated(folder: Path, scorer: Scorer, every: int = 1) -> dict[str, Any]:
    tune = [one for one in sets.rated(folder, "train") if sets.is_tune(one.document)]
    dev = [one for one in sets.rated(folder, "dev") if sets.is_drawn(one.document, every)]
    tuned = detection.by_raters(tune[:: _EVERY_TUNE * every], scorer)
    threshold = detection.best_threshold(tuned, figures.f1)[0]
    return detection.rating_figures(detection.by_raters(dev, scorer), threshold)


def _correction(folder: Path, grammar: LanguageTool | None) -> dict[str, Any]:
    correctors = {**CORRECTORS, **({NAME: grammar.edits} if grammar else {})}
    edited = list(sets.post_edited(folder, "dev"))
    named = {
        name: [(one.document, one.text, one.versions) for one in edited if one.set == name]
        for name in sorted({one.set for one in edited})
    }
    for name in ("newstest2013", "wmt"):
        named[f"{name} (refs)"] = list(islice(_references(folder, name), 0, None, _EVERY_REFERENCE))
    return {
        "corrections": {
            name: {system: corrections(some, one) for system, one in correctors.items()}
            for name, some in named.items()
        }
    }


def _references(folder: Path, name: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for one in referenced(folder):
        if one.set.startswith(name):
            yield one.id, one.text, one.references


def _clean(folder: Path, grammar: LanguageTool | None) -> dict[str, Any]:
    documents = clean_documents(folder)
    pipeline = Pipeline()

    def told(text: str) -> list[tuple[str, bool]]:
        return [(one.code, one.applied) for one in pipeline.run(text).findings]

    found = {"clean": on_clean(documents, told, FAMILY)}
    if grammar:
        found["clean_languagetool"] = on_clean(documents[::_EVERY_CLEAN], grammar.codes)
    return found


_MEASURE = {"detection": _detection, "correction": _correction, "clean": _clean}


if __name__ == "__main__":
    sys.exit(main())
