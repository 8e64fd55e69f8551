"""The data sets that newsfix is measured on, read from a folder outside the project."""

import json
import lzma
import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

ENVIRONMENT = "NEWSFIX_DATA"


class MissingDataError(Exception):
    """The data folder, or a set in it, is not there; the message says how to lay it out."""


class Mark(NamedTuple):
    """A character range that raters marked, and as what (an MQM category)."""

    start: int
    end: int
    category: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A machine-translated segment and what humans made of it.

    ``references`` are the post-edited version or independent translations; ``marked`` are the
    character ranges that two of three raters agree are wrong.
    """

    set: str
    id: str
    text: str
    references: tuple[str, ...] = ()
    marked: tuple[Mark, ...] = ()


class Document(NamedTuple):
    """A machine-translated article: one system's output, a segment a line."""

    set: str
    id: str
    text: str


def data_folder(argument: str | None) -> Path:
    """Return the data folder: the argument, or what NEWSFIX_DATA names; MissingDataError if none."""
    name = argument or os.environ.get(ENVIRONMENT)
    if not name:
        raise MissingDataError(
            f"name the data folder as an argument or in {ENVIRONMENT};"
            " benchmarks/README.md says what it holds"
        )
    folder = Path(name)
    if not folder.is_dir():
        raise MissingDataError(f"there is no data folder {name}; see benchmarks/README.md")
    return folder


def clean_documents(folder: Path) -> list[str]:
    """Return the documents of edited news in clean/dev: false alarms are measured on them."""
    text = "\n\n".join(_text(path) for path in _files(folder, "clean/dev/*.txt.xz"))
    return [document for document in text.split("\n\n") if document.strip()]


def post_edited(folder: Path) -> Iterator[Segment]:
    """Yield the segments of pe/dev: a machine translation and its human post-edit."""
    for path in _files(folder, "pe/dev/*.jsonl.xz"):
        for record in _records(path):
            yield Segment(record["set"], record["id"], record["mt"], (record["pe"],))


def referenced(folder: Path) -> Iterator[Segment]:
    """Yield every different output of every system in refs/, with the human references."""
    for path in _files(folder, "refs/*.jsonl.xz"):
        name = path.name.removesuffix(".jsonl.xz")
        for record in _records(path):
            references = tuple(record["refs"].values())
            for text in dict.fromkeys(record["hyps"].values()):
                yield Segment(name, record["id"], text, references)


def translated_documents(folder: Path) -> Iterator[Document]:
    """Yield every article in refs/ by every system, where the set says which segments are one article."""
    for path in _files(folder, "refs/*.jsonl.xz"):
        name = path.name.removesuffix(".jsonl.xz")
        by_article = groupby(_records(path), lambda record: record["doc"])
        for article, records in ((article, list(some)) for article, some in by_article if article):
            for system in sorted(set.intersection(*(set(one["hyps"]) for one in records))):
                text = "\n".join(" ".join(one["hyps"][system].split("\n")) for one in records)
                yield Document(name, f"{article}|{system}", text)


def rated(folder: Path) -> Iterator[Segment]:
    """Yield the machine-translated segments of mqm/dev with the spans that raters agree on."""
    for path in _files(folder, "mqm/dev/*.jsonl.xz"):
        for record in _records(path):
            if not record["human"]:
                marked = tuple(
                    Mark(span["start"], span["end"], span["category"])
                    for span in record["consensus"]
                )
                yield Segment(record["set"], record["id"], record["mt"], (), marked)


def _files(folder: Path, pattern: str) -> list[Path]:
    found = sorted(folder.glob(pattern))
    if not found:
        raise MissingDataError(f"there is no {pattern} in {folder}; see benchmarks/README.md")
    return found


def _text(path: Path) -> str:
    with lzma.open(path, "rt", encoding="utf-8") as file:
        return file.read()


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)
