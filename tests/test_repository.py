"""A newsroom's repository in all formats: every fault in prose is repaired, and not one other byte.

The files of tests/repository are written by hand. ``[[garbled=>repaired]]`` in them makes two files: the
one that is repaired here, and the one that must come out, byte for byte. Everything else in them (code,
keys, addresses, attributes, comments, short-codes) looks wrong in places and has to stay as it is.
"""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsfix.cli.main import main

SOURCE = Path(__file__).parent / "repository"
_MARK = re.compile(r"\[\[((?:(?!\]\]).)*?)=>(.*?)\]\]", re.DOTALL)

#: By the name of a folder: how the files in it are encoded. All others are in UTF-8.
ENCODINGS = {"windows": "cp1252", "wide": "utf-16", "marked": "utf-8-sig"}


def files() -> Iterator[tuple[Path, bytes, bytes]]:
    """Yield each file of the repository: its path, how it is garbled, and how it must come out."""
    for path in sorted(SOURCE.rglob("*")):
        if path.is_file():
            text = path.read_text("utf-8")
            if path.parent.name == "crlf":
                text = text.replace("\n", "\r\n")
            encoding = ENCODINGS.get(path.parent.name, "utf-8")
            garbled, repaired = _MARK.sub(r"\1", text), _MARK.sub(r"\2", text)
            yield path.relative_to(SOURCE), garbled.encode(encoding), repaired.encode(encoding)


FILES = list(files())
NAMES = [str(path) for path, _, _ in FILES]

#: What is prose in its files of data.
FIELDS = "title,headline,description,summary,lead,caption,text,body,content,story.parts.*.said"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the garbled files, the working folder of the test."""
    for path, garbled, _ in FILES:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(garbled)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def wrong(repository: Path) -> dict[str, tuple[bytes, bytes]]:
    """Return the files that did not come out as they must: what they are, and what they ought to be."""
    return {
        str(path): (made, expected)
        for path, _, expected in FILES
        if (made := (repository / path).read_bytes()) != expected
    }


def test_the_repository_is_large_and_mixed() -> None:
    assert len(FILES) >= 60
    assert {path.suffix for path, _, _ in FILES} >= {
        *(
            ".txt",
            ".md",
            ".mdx",
            ".html",
            ".rst",
            ".adoc",
            ".json",
            ".jsonl",
            ".ndjson",
            ".yaml",
            ".yml",
        ),
    }
    assert sum(garbled != expected for _, garbled, expected in FILES) >= 50


@pytest.mark.parametrize(
    ("order", "jobs"), [("folder", "1"), ("sorted", "4"), ("reversed", "1"), ("shuffled", "4")]
)
def test_every_fault_in_prose_is_repaired_and_not_one_other_byte(
    repository: Path, order: str, jobs: str, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = {
        "folder": ["."],
        "sorted": NAMES,
        "reversed": NAMES[::-1],
        "shuffled": random.Random(order).sample(NAMES, len(NAMES)),  # noqa: S311  # an order, no secret
    }[order]
    fix = ["fix", "--isolated", "--jobs", jobs, "--exit-zero", "--fields", FIELDS]
    assert main([*fix, *paths]) == 0
    assert wrong(repository) == {}
    assert main([*fix, "--exit-non-zero-on-fix", *paths]) == 0
    assert wrong(repository) == {}
    assert not capsys.readouterr().err.startswith("newsfix:")
