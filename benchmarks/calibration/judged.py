"""Proposals that somebody judged: where they are, what was claimed, what is true; without the text."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

_FOLDER = Path(__file__).parent.parent / "judged"
FILE = _FOLDER / "proposals.jsonl"
#: What was applied, of the rules of which benchmarks.judge hardly finds any in single segments.
APPLIED = _FOLDER / "applied.jsonl"
_FOUND = _FOLDER / "found.tsv"
#: The set of edited news.
CLEAN = "clean"
#: Sets of translations are cut into sentences, one of which stands for one: furniture, cut and misplaced
#: sentences are not in them, so what is found there says nothing of pages; edited news has too few of them.
OF_PAGES = ("RES", "STR101", "STR102", "STR103", "STR104", "STR105", "STR106")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A finding: ``text`` and ``edit`` are hashes, ``start`` and ``end`` where its edit, or it, is.

    ``stated`` is the rule's own confidence in the finding, ``stated_fix`` in its first fix, if it has one;
    ``wrong`` says whether something is wrong there, ``right`` whether the fix is what an editor would do.
    """

    set: str
    id: str
    text: str
    start: int
    end: int
    edit: str
    code: str
    stated: float
    stated_fix: float | None
    wrong: bool | None = None
    right: bool | None = None


def read(path: Path = FILE) -> list[Proposal]:
    """Return what was judged; empty if nothing was."""
    if not path.exists():
        return []
    return [Proposal(**json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def write(proposals: Iterable[Proposal], path: Path = FILE) -> None:
    """Keep what was judged, sorted, one proposal a line."""
    ordered = sorted(proposals, key=lambda one: (one.code, one.set, one.id, one.start, one.end))
    lines = (json.dumps(asdict(one), ensure_ascii=False) for one in ordered)
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def found() -> dict[tuple[str, str], int]:
    """Return how many proposals of each rule were found in each set, of which some were judged."""
    rows = (line.split("\t") for line in _FOUND.read_text("utf-8").splitlines())
    return {(code, name): int(count) for code, name, count in rows}


def write_found(counts: Mapping[tuple[str, str], int]) -> None:
    """Keep how many proposals were found."""
    lines = (f"{code}\t{name}\t{count}\n" for (code, name), count in sorted(counts.items()))
    _FOUND.write_text("".join(lines), "utf-8")
