"""The figures of calibration as Markdown."""

from collections.abc import Iterator
from typing import Any

_WAYS = {
    "stated": "as the rules state",
    "held_out": "shifted, learned from other articles",
    "shifted": "shifted, learned from other sets",
}


def table(results: dict[str, Any]) -> str:
    """Return all figures as one page."""
    return "\n".join(_lines(results)) + "\n"


def _lines(results: dict[str, Any]) -> Iterator[str]:
    yield "# Calibration"
    yield ""
    yield "Made by `python -m benchmarks.calibration`; what the figures mean is in benchmarks/README.md."
    for name, one in results.items():
        yield from ("", f"## {name.capitalize()}", "", *_overall(one["translated"]))
        yield from ("", *_by_set(one))
        yield from ("", *_precision(one["translated"]["held_out"]["at_least"]))
        yield from ("", *_bins(one["translated"]["held_out"]["bins"]))
        yield from ("", *_rules(one["rules"]))


def _overall(ways: dict[str, Any]) -> Iterator[str]:
    yield from _row(
        *(
            "translated news",
            "judged",
            "true",
            "ECE",
            "ECE, rules alike",
            "of exact claims",
            "Brier",
        ),
        *("coverage at .95", "at .99"),
    )
    yield from _row(*["---"] * 9)
    for way, title in _WAYS.items():
        one = ways[way]
        low, high = one["ece_by_chance"]
        yield from _row(
            *(title, one["judged"], one["true"], one["ece"], one["ece_rules_alike"]),
            *(f"{low}–{high}", one["brier"]),
            *one["coverage"].values(),
        )


def _by_set(one: dict[str, Any]) -> Iterator[str]:
    yield from _row("learned from the others", "judged", "true", "ECE", "Brier")
    yield from _row(*["---"] * 5)
    for name, figures in one["sets"].items():
        yield from _row(name, *(figures[column] for column in ("judged", "true", "ece", "brier")))


def _precision(at_least: dict[str, Any]) -> Iterator[str]:
    yield from _row("claimed at least", "judged", "true", "share", "95 % interval")
    yield from _row(*["---"] * 5)
    for least, one in at_least.items():
        low, high = one["interval"]
        share = f"{one['true'] / one['judged']:.3f}"
        yield from _row(least, one["judged"], one["true"], share, f"{low}–{high}")


def _bins(bins: list[list[float]]) -> Iterator[str]:
    yield from _row("claimed", "true", "proposals")
    yield from _row(*["---"] * 3)
    for claimed, true, weight in bins:
        yield from _row(f"{claimed:.3f}", f"{true:.3f}", round(weight))


def _rules(rules: dict[str, Any]) -> Iterator[str]:
    yield from _row("rule or family", "judged", "true", "stated", "shift")
    yield from _row(*["---"] * 5)
    for name, one in rules.items():
        yield from _row(name, *(one[column] for column in ("judged", "true", "stated", "shift")))


def _row(*cells: object) -> Iterator[str]:
    yield "| " + " | ".join(str(cell) for cell in cells) + " |"
