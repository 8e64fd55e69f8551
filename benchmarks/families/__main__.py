"""Measure machine-translated segments with some families of rules and without them.

    python -m benchmarks.families [DATA] [--families NUM NAM PRO WRD] [--every N] [--out FOLDER] [--list FILE]

Read are refs/newstest2013 and pe/dev/potet_fren. A change counts as closer if it lowers the word distance to
the closest human version. FILE gets every segment in which the families move the text away from that version:
keep it outside the project.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import Any

from benchmarks.data import MissingDataError, Segment, data_folder, post_edited, referenced
from benchmarks.families.table import table
from benchmarks.publish import publish
from benchmarks.quality.words import distance
from newsfix import Pipeline, Report

_OUT = Path(__file__).parent.parent / "results"
_SETS = ("newstest2013", "potet_fren")


@dataclass(slots=True)
class Tally:
    """Counts over the segments of one set, by whether the families were on."""

    segments: int = 0
    changed: int = 0
    closer: int = 0
    same: int = 0
    farther: int = 0
    gained: int = 0  #: words less to the closest human version, over all changed segments

    def add(self, segment: Segment, report: Report) -> int:
        """Count one segment; return by how many words it came closer."""
        self.segments += 1
        if not report.changes:
            return 0
        gain = distance(segment.text, segment.references) - distance(
            report.text, segment.references
        )
        self.changed += 1
        self.closer += gain > 0
        self.same += gain == 0
        self.farther += gain < 0
        self.gained += gain
        return gain

    def as_record(self) -> dict[str, Any]:
        """Return the figures for JSON."""
        moved = self.closer + self.farther
        return {
            "segments": self.segments,
            "changed": self.changed,
            "changed_share": round(self.changed / self.segments, 4) if self.segments else None,
            "closer": self.closer,
            "same": self.same,
            "farther": self.farther,
            "closer_of_moved": round(self.closer / moved, 4) if moved else None,
            "words_gained": self.gained,
        }


@dataclass(slots=True)
class Figures:
    """The tallies of one set: all rules, all without the families, the families alone."""

    all: Tally = field(default_factory=Tally)
    without: Tally = field(default_factory=Tally)
    alone: Tally = field(default_factory=Tally)


def measure(
    segments: Iterable[Segment], families: list[str]
) -> tuple[dict[str, Figures], list[str]]:
    """Return the figures by set, and the segments that the families alone move away."""
    pipelines = {
        "all": Pipeline(),
        "without": Pipeline(ignore=families),
        "alone": Pipeline(select=families),
    }
    found: dict[str, Figures] = defaultdict(Figures)
    listed = []
    for segment in segments:
        for name, pipeline in pipelines.items():
            report = pipeline.run(segment.text)
            gain = getattr(found[segment.set], name).add(segment, report)
            if name == "alone" and gain < 0:
                codes = ",".join(sorted({one.code for one in report.applied}))
                changes = "; ".join(
                    f"{one.original!r} > {one.replacement!r}" for one in report.changes
                )
                listed.append(f"{segment.set}\t{codes}\t{changes}\t{segment.references[0]}")
    return found, listed


def main() -> int:
    """Measure and write; return 1 if the data are missing."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("data", nargs="?")
    parser.add_argument("--families", nargs="+", default=["NUM", "NAM", "PRO", "WRD"])
    parser.add_argument("--every", type=int, default=1, help="of so many segments")
    parser.add_argument("--out", type=Path, default=_OUT)
    parser.add_argument("--list", type=Path)
    options = parser.parse_args()
    try:
        folder = data_folder(options.data)
        segments = chain(referenced(folder), post_edited(folder))
        wanted = (one for one in segments if one.set.startswith(_SETS))
        found, listed = measure(islice(wanted, 0, None, options.every), options.families)
    except MissingDataError as error:
        print(error, file=sys.stderr)
        return 1
    results = {
        "families": options.families,
        "every": options.every,
        "sets": {
            name: {which: getattr(one, which).as_record() for which in ("without", "all", "alone")}
            for name, one in sorted(found.items())
        },
    }
    publish(options.out, "families", results, table(results))
    if options.list:
        options.list.write_text("".join(f"{line}\n" for line in listed), "utf-8")
    print(table(results))
    return 0


if __name__ == "__main__":
    sys.exit(main())
