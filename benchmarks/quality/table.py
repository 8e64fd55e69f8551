"""The results of the quality benchmark as Markdown tables."""

from collections.abc import Iterator
from typing import Any


def table(results: dict[str, Any]) -> str:
    """Return all results as one Markdown document."""
    return "\n".join(_lines(results)) + "\n"


def _lines(results: dict[str, Any]) -> Iterator[str]:
    yield "# Quality"
    yield from ("", "Made by `make bench`; what the figures mean is in benchmarks/README.md.")
    examples = results["examples"]
    yield from ("", "## Examples: applied fixes and findings", "")
    yield from _rates(examples["applied"], "applied", "right", "precision")
    yield ""
    yield from _rates(examples["findings"], "said", "right", "precision")
    yield from ("", "## Examples: defects found, by type", "")
    yield from _found(examples["types"])
    if results["judged"]:
        yield from ("", "## Applied edits, judged by hand", "")
        yield from _row("sample", "judged", "right", "precision", "95 % interval", "wrong")
        yield from _row(*["---"] * 6)
        for name, one in results["judged"].items():
            low, high = one["interval"]
            wrong = ", ".join(f"{code} {count}" for code, count in one["wrong"].items()) or "–"
            yield from _row(
                name, one["judged"], one["right"], one["precision"], f"{low}–{high}", wrong
            )
    if "clean" in results:
        yield from _clean(results["clean"])
    for name, title in (
        ("post-edited", "Post-edited segments"),
        ("referenced", "Segments with references"),
    ):
        if name in results:
            yield from ("", f"## {title}: does a change bring the text closer to a human's?", "")
            yield from _segments(results[name])
    if "reliability" in results:
        yield from _reliability(results["reliability"])
    for name, title in (
        ("editors", "Findings against what post-editors changed"),
        ("raters", "Findings against what two of three raters marked"),
    ):
        if name in results:
            yield from ("", f"## {title}", "")
            yield from _both(results[name])


def _clean(clean: dict[str, Any]) -> Iterator[str]:
    yield from ("", "## Edited news", "")
    yield (
        f"{clean['words']} words: {clean['changes']} applied changes"
        f" ({clean['changes_per_100000_words']} per 100,000 words),"
        f" {clean['findings_per_1000_words']} findings per 1,000 words."
    )
    yield ""
    yield from _row("rule", "applied", "left as suggestion")
    yield from _row(*["---"] * 3)
    for code in sorted({*clean["applied"], *clean["left"]}):
        yield from _row(code, clean["applied"].get(code, 0), clean["left"].get(code, 0))


def _reliability(one: dict[str, Any]) -> Iterator[str]:
    yield from ("", "## Reliability: claimed confidence against the closest human version", "")
    yield f"{one['fixes']} fixes that move the text; expected calibration error {one['ece']}."
    yield ""
    yield from _row("from", "to", "fixes", "claimed", "right")
    yield from _row(*["---"] * 5)
    for each in one["bins"]:
        yield from _row(*(each[key] for key in ("from", "to", "fixes", "claimed", "right")))


def _segments(sets: dict[str, Any]) -> Iterator[str]:
    columns = (
        *("segments", "changed", "applied", "closer", "same", "farther", "closer_of_moved"),
        *("distance_of_changed_before", "distance_of_changed_after"),
    )
    yield from _row("set", *(column.replace("_", " ") for column in columns))
    yield from _row(*["---"] * (len(columns) + 1))
    for name, one in sets.items():
        yield from _row(name, *(one[column] for column in columns))


def _rates(counts: dict[str, Any], *columns: str) -> Iterator[str]:
    yield from _row("rule or family", *columns)
    yield from _row(*["---"] * (len(columns) + 1))
    for key, one in counts.items():
        yield from _row(key, one["said"], one["right"], _dash(one["precision"]))


def _found(counts: dict[str, Any]) -> Iterator[str]:
    yield from _row("type", "there", "found", "recall")
    yield from _row(*["---"] * 4)
    for key, one in counts.items():
        yield from _row(key, one["there"], one["found"], _dash(one["recall"]))


def _both(counts: dict[str, Any]) -> Iterator[str]:
    yield from _row(
        "rule, family or category", "said", "right", "precision", "there", "found", "recall"
    )
    yield from _row(*["---"] * 7)
    for key, one in counts.items():
        yield from _row(
            key,
            *(one["said"], one["right"], _dash(one["precision"])),
            *(one["there"], one["found"], _dash(one["recall"])),
        )


def _row(*cells: object) -> Iterator[str]:
    yield "| " + " | ".join(str(cell) for cell in cells) + " |"


def _dash(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}"
