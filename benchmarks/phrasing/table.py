"""The figures as Markdown tables."""

from collections.abc import Iterator
from typing import Any

#: The systems that are asked about edited news, and where their figures are.
_CLEAN = {"phrasing": "clean", "LanguageTool": "clean_languagetool"}


def table(results: dict[str, Any]) -> str:
    """Return all results as one Markdown document."""
    return "\n".join(_lines(results)) + "\n"


def _lines(results: dict[str, Any]) -> Iterator[str]:
    yield "# Phrasing"
    yield ""
    yield "Intervals: 95 %, documents drawn with replacement. See benchmarks/README.md."
    yield "About single words LanguageTool is asked in one document of four."
    yield from _post_edited(results.get("pe", {}))
    yield from _rated(results.get("mqm", {}))
    yield from _corrections(results.get("corrections", {}))
    yield from _clean({name: results[key] for name, key in _CLEAN.items() if key in results})


def _clean(systems: dict[str, Any]) -> Iterator[str]:
    if not systems:
        return
    yield from ("", "## Edited news, per 1,000 words", "")
    yield "Of LanguageTool, findings that propose something are counted as applied."
    yield ""
    yield from _rows(["system", "words", "applied", "findings", "findings of all families"])
    keys = ("applied", "findings", "findings_of_all_families")
    for name, one in systems.items():
        yield _row(name, one["words"], *(one[f"{key}_per_1000"] for key in keys))


def _post_edited(systems: dict[str, Any]) -> Iterator[str]:
    if not systems:
        return
    yield from ("", "## Words that the post-editor changed (pe/dev)", "")
    yield "The threshold of MCC is chosen on tuning documents of pe/train; “best” is hindsight."
    yield ""
    yield from _rows(["system", "set", "changed", "MCC", "interval", "best", "AP"])
    for system, sets in systems.items():
        for name, one in sets["sets"].items():
            figures = (one["changed"], one["mcc"], _range(one["interval"]), one["best_mcc"])
            yield _row(system, name, *figures, one["ap"])
        yield _row(system, "mean of mlqe", "", sets["mean"], _range(sets["interval"]), "", "")
        if "above" in sets:
            yield _row(system, "above the baseline", "", "", _range(sets["above"]), "", "")


def _rated(systems: dict[str, Any]) -> Iterator[str]:
    if not systems:
        return
    some = next(iter(systems.values()))
    yield from ("", "## Words that raters marked (mqm/dev)", "")
    yield f"Base: any rater {some['any_rater']}, two raters {some['two_raters']};"
    yield f"F1 between two raters {some['between_raters']}."
    yield ""
    yield from _rows(
        ["system", "F1", "interval", *(f"any, {p} %" for p in (0.5, 1, 5)), "two, 1 %"]
    )
    for system, one in systems.items():
        cells = [one[f"p_any_at_{p}%"] for p in ("0.5", "1", "5")] + [one["p_two_at_1%"]]
        shown = (f"{cell['share']} ({_range(cell['interval'])})" for cell in cells)
        yield _row(system, one["f1"], _range(one["interval"]), *shown)


def _corrections(sets: dict[str, Any]) -> Iterator[str]:
    if not sets:
        return
    yield from ("", "## Edits: help / neutral / hurt, each made alone", "")
    titles = (
        "set, system, applied, ≥ .5, all, first 100, first 400, distance removed: applied, ≥ .5"
    )
    yield from _rows(titles.split(", "))
    for name, systems in sets.items():
        for system, one in systems.items():
            keys = ("applied", "proposed_at_.5", "proposed", "top_100", "top_400")
            counts = (_helped(one[key]) for key in keys)
            gone = (one[key] for key in ("removed_by_applied", "removed_at_.5"))
            yield _row(name, system, *counts, *(f"{100 * part['share']:.2f} %" for part in gone))


def _helped(one: dict[str, Any]) -> str:
    return f"{one['helps']} / {one['neutral']} / {one['hurts']}"


def _range(pair: list[float]) -> str:
    return f"{pair[0]} to {pair[1]}" if pair else "–"


def _rows(titles: list[str]) -> Iterator[str]:
    yield _row(*titles)
    yield _row(*["---"] * len(titles))


def _row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"
