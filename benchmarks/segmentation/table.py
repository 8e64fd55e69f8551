"""The figures of the segmentation benchmark as a Markdown table."""

from collections.abc import Iterator
from typing import Any


def table(results: dict[str, Any]) -> str:
    """Return all results as one Markdown document."""
    return "\n".join(_lines(results)) + "\n"


def _lines(results: dict[str, Any]) -> Iterator[str]:
    treebanks = results["treebanks"]
    yield from ("# Sentence boundaries", "")
    yield "Boundaries inside paragraphs of UD English dev; golden rules of pySBD; edited news for speed."
    yield ""
    columns = [f"{name} {what}" for name in treebanks for what in ("P", "R", "F1")]
    yield from _row("segmenter", *columns, "golden", "golden without lists on one line", "MB/s")
    yield from _row(*["---"] * (len(columns) + 4))
    for name, one in results["segmenters"].items():
        figures = [
            f"{one[treebank][what]:.4f}"
            for treebank in treebanks
            for what in ("precision", "recall", "f1")
        ]
        kept = one["golden"]
        yield from _row(
            *(name, *figures, f"{kept['right']} of {kept['cases']}"),
            *(f"{kept['share_without_lists']:.3f}", one["megabytes_per_second"]),
        )
    for name, reason in results["missing"].items():
        yield from ("", f"{name} was not measured: {reason}")


def _row(*cells: object) -> Iterator[str]:
    yield "| " + " | ".join(str(cell) for cell in cells) + " |"
