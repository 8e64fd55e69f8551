"""The figures of the built benchmark as Markdown tables."""

from collections.abc import Iterator
from typing import Any

_TITLES = ("kind", "there", "found", "recall", "by its family", "repaired")


def table(results: dict[str, Any]) -> str:
    """Return all results as one Markdown document."""
    return "\n".join(_lines(results)) + "\n"


def _lines(results: dict[str, Any]) -> Iterator[str]:
    yield "# Built documents"
    yield ""
    yield f"Garbled from edited news with seed {results['seed']}; see benchmarks/README.md."
    yield ""
    yield from _row("documents", "of them", "words", "changed", "applied", "right", "precision")
    yield from _row(*["---"] * 7)
    for kind, one in results["kinds"].items():
        applied = one["applied"].get("all", {"said": 0, "right": 0, "precision": None})
        yield from _row(
            *(kind, one["documents"], one["words"], one["documents_changed"]),
            *(applied["said"], applied["right"], _dash(applied["precision"])),
        )
    yield ""
    yield from _row("documents", "findings of", "said", "right", "precision")
    yield from _row(*["---"] * 5)
    for kind, one in results["kinds"].items():
        for family, figures in one["findings"].items():
            if len(family) == 3 and kind != "clean":
                yield from _row(
                    *(kind, family, figures["said"], figures["right"]),
                    _dash(figures["precision"]),
                )
    yield ""
    yield from _row(*_TITLES)
    yield from _row(*["---"] * len(_TITLES))
    for one in results["kinds"].values():
        for kind, figures in one["faults"].items():
            if kind != "all" or len(one["faults"]) > 2:
                yield from _row(
                    *(kind, figures["there"], figures["found"]),
                    *(_dash(figures[what]) for what in ("recall", "recall_named", "repaired")),
                )


def _row(*cells: object) -> Iterator[str]:
    yield "| " + " | ".join(str(cell) for cell in cells) + " |"


def _dash(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}"
