"""Lines of web pages that stand in an article: where they usually stand."""

import random
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from benchmarks.built.garbled import Edit, Plan
from benchmarks.built.pieces import some
from newsfix import Span

_LINES = Path(__file__).parent / "residue_lines.tsv"


class ResidueLine(NamedTuple):
    """A line of page furniture; ``place`` is "top", "inside", "end" or "any"."""

    kind: str
    place: str
    text: str


@cache
def residue_lines() -> tuple[ResidueLine, ...]:
    """Return the lines that the benchmark inserts; the rules never see this list."""
    rows = _LINES.read_text("utf-8").splitlines()
    return tuple(ResidueLine(*row.split("\t")) for row in rows if row and row[0] != "#")


def residue(text: str, chance: random.Random) -> Iterator[Plan]:
    """Plan lines inserted at the top, between paragraphs and at the end, and a doubled headline."""
    gap = "\n\n" if "\n\n" in text else "\n"
    paragraphs = text.split(gap)
    starts = [0]
    for paragraph in paragraphs:
        starts.append(starts[-1] + len(paragraph) + len(gap))
    chosen: dict[int, list[ResidueLine]] = defaultdict(list)
    for line in some(chance, residue_lines(), 6):
        chosen[_place(line, len(paragraphs), chance)].append(line)
    for index, found in chosen.items():
        for line in found[:1]:
            yield Plan(f"residue/{line.kind}", (_insertion(starts, index, line.text, gap, text),))
    if len(paragraphs) > 2 and chance.random() < 0.3:
        # The first line is the headline: see builders.
        index = 2 if chance.random() < 0.3 else 1
        yield Plan("residue/doubled", (_insertion(starts, index, paragraphs[0], gap, text),))


def _place(line: ResidueLine, count: int, chance: random.Random) -> int:
    place = line.place
    if place == "any":
        place = chance.choice(("top", "inside", "end"))
    if place == "top":
        return min(1, count)
    if place == "end" or count < 5:
        return count
    return chance.randrange(3, count)


def _insertion(starts: list[int], index: int, line: str, gap: str, text: str) -> Edit:
    if index >= len(starts) - 1:
        return Edit(Span(len(text), len(text)), f"{gap}{line}")
    return Edit(Span(starts[index], starts[index]), f"{line}{gap}")
