"""Applied edits that somebody looked at: where they are and whether they are right, without the text."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from newsfix import Finding

FOLDER = Path(__file__).parent.parent / "judged"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judged edit: ``text`` and ``edit`` are hashes, ``start`` and ``end`` are in the text.

    ``sample`` says how it was drawn: "random" from all applied edits, or by rule ("rule").
    """

    set: str
    id: str
    text: str
    start: int
    end: int
    edit: str
    code: str
    sample: str
    right: bool


def digest(text: str) -> str:
    """Return a short hash."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def key(text: str, finding: Finding) -> tuple[str, int, int, str]:
    """Return what identifies an edit to a text."""
    fix = finding.fixes[0]
    return digest(text), fix.span.start, fix.span.end, digest(fix.replacement)


def read(name: str) -> list[Verdict]:
    """Return the verdicts of one list; empty if there is none."""
    path = FOLDER / f"{name}.jsonl"
    if not path.exists():
        return []
    return [Verdict(**json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def write(name: str, verdicts: Iterable[Verdict]) -> None:
    """Write a list, sorted, one verdict a line."""
    lines: Iterator[str] = (
        json.dumps(asdict(one), ensure_ascii=False)
        for one in sorted(
            verdicts, key=lambda one: (one.set, one.id, one.text, one.start, one.code)
        )
    )
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.jsonl").write_text("".join(f"{line}\n" for line in lines), "utf-8")
