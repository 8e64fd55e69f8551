"""Proposals that somebody judged: where they are, what was claimed, what is true; without the text."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = Path(__file__).parent.parent / "judged" / "proposals.jsonl"


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
