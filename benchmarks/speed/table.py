"""The results of the speed benchmark as Markdown tables."""

from collections.abc import Iterator
from typing import Any


def table(results: dict[str, Any]) -> str:
    """Return all results as one Markdown document."""
    return "\n".join(_lines(results)) + "\n"


def _lines(results: dict[str, Any]) -> Iterator[str]:
    yield "# Speed"
    yield from ("", "Processor time, all in one run; compare within a table, not across machines.")
    for name, one in results["throughput"].items():
        yield from ("", f"## {name}: {one['megabytes']} MB, {one['rounds']} rounds", "")
        yield from ("| | MB/s | times ftfy.fix_text |", "|---|---|---|")
        for contender, speed in one["contenders"].items():
            yield f"| {contender} | {speed['mb_per_s']} | {speed['of_ftfy']} |"
    yield from ("", "## Growth: time for 1×, 2× and 4× the text", "")
    yield from ("| text | characters | 1× | 2× | 4× |", "|---|---|---|---|---|")
    for name, one in results["growth"].items():
        yield f"| {name} | {one['characters']} | {one['1x']} | {one['2x']} | {one['4x']} |"
    yield from ("", "## Processes: median milliseconds from start to end", "")
    yield from ("| | ms |", "|---|---|")
    for name, milliseconds in results["starts_ms"].items():
        yield f"| {name} | {milliseconds} |"
    one = results["memory"]
    if one is None:
        return
    yield from ("", "## Memory", "")
    yield (
        f"{one['megabytes_of_text']} MB of text as one string: peak {one['peak_mb']} MB,"
        f" {one['before_mb']} MB of them before newsfix is imported."
    )
