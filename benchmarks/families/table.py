"""The figures of the families as a Markdown table."""

from collections.abc import Iterator
from typing import Any

_NAMES = {"without": "without them", "all": "all rules", "alone": "they alone"}


def table(results: dict[str, Any]) -> str:
    """Return all results as one Markdown document."""
    return "\n".join(_lines(results)) + "\n"


def _lines(results: dict[str, Any]) -> Iterator[str]:
    families = ", ".join(results["families"])
    every = results["every"]
    of = "every segment" if every == 1 else f"one segment of {every}"
    yield f"# Machine-translated segments with {families} and without"
    yield ""
    yield f"Measured on {of}; see benchmarks/README.md. Distance is in words, to the closest human version."
    yield ""
    yield "| set | rules | segments | changed | share | closer | same | farther | closer of moved | words gained |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for name, rows in results["sets"].items():
        for which, one in rows.items():
            share = "–" if one["closer_of_moved"] is None else f"{one['closer_of_moved']:.3f}"
            yield (
                f"| {name} | {_NAMES[which]} | {one['segments']} | {one['changed']} | {one['changed_share']:.4f}"
                f" | {one['closer']} | {one['same']} | {one['farther']} | {share} | {one['words_gained']} |"
            )
