"""The segments with what humans made of them, split by document before anything is learned.

``train`` parts are for learning, of which the documents of two folds in ten (``tune``) are for thresholds
and calibration; nothing is chosen on ``dev`` parts. A document whose name the set does not give is taken
to be twenty segments that follow each other.
"""

import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from benchmarks.data import MissingDataError
from benchmarks.quality.words import tokens

_TOGETHER = 20
_FOLDS, _TUNE = 10, 8
#: What a rater notes without finding fault with the translation.
_NO_FAULT = ("no-error", "source error", "accuracy/source")


@dataclass(frozen=True, slots=True)
class PostEdited:
    """A machine translation with its post-edit, and an independent translation where there is one."""

    set: str
    document: str
    text: str
    edited: str
    reference: str = ""

    @property
    def versions(self) -> tuple[str, ...]:
        """What humans made of it."""
        return (self.edited, self.reference) if self.reference else (self.edited,)


@dataclass(frozen=True, slots=True)
class Rated:
    """A translated segment with the character ranges that each rater marked."""

    set: str
    document: str
    text: str
    raters: tuple[tuple[tuple[int, int], ...], ...]


def is_tune(document: str) -> bool:
    """Say whether a document of a training part is kept for thresholds and calibration."""
    return crc32(document.encode()) % _FOLDS >= _TUNE


def is_drawn(document: str, every: int) -> bool:
    """Say whether a document is in a sample of one in ``every``, the same for all systems."""
    return crc32(document.encode()) % every == 0


def post_edited(folder: Path, part: str) -> Iterator[PostEdited]:
    """Yield the segments of pe/``part``; those without words are left out."""
    for record in _records(folder, f"pe/{part}/*.jsonl.xz"):
        document = record.get("doc") or record["seg"] // _TOGETHER
        if tokens(record["mt"]):
            name = f"{record['set']}/{document}"
            reference = record.get("ref") or ""
            yield PostEdited(record["set"], name, record["mt"], record["pe"], reference)


def rated(folder: Path, part: str, *, human: bool = False) -> Iterator[Rated]:
    """Yield the segments of mqm/``part`` that a machine translated, or a human, and somebody rated."""
    for record in _records(folder, f"mqm/{part}/*.jsonl.xz"):
        if record["human"] != human or not record["ratings"] or not tokens(record["mt"]):
            continue
        raters = tuple(
            tuple(
                (error["start"], error["end"])
                for error in rating["errors"]
                if error["start"] is not None
                and not error["category"].lower().startswith(_NO_FAULT)
            )
            for rating in record["ratings"]
        )
        yield Rated(record["set"], f"{record['set']}/{record['doc']}", record["mt"], raters)


def _records(folder: Path, pattern: str) -> Iterator[dict[str, Any]]:
    paths = sorted(folder.glob(pattern))
    if not paths:
        raise MissingDataError(f"there is no {pattern} in {folder}; see benchmarks/README.md")
    for path in paths:
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                yield json.loads(line)
