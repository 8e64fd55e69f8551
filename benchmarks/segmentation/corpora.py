"""Paragraphs whose sentences are known: from UD treebanks, and from pySBD's golden rules."""

import json
import lzma
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from benchmarks.data import MissingDataError

TREEBANKS = ("ewt", "gum")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, and its sentences in order."""

    text: str
    sentences: tuple[str, ...]


def treebank(folder: Path, name: str, part: str) -> list[Passage]:
    """Return the paragraphs of the English treebank ``name`` ("ewt"), ``part`` "train" or "dev"."""
    path = folder / "pos" / f"en_{name}-{part}.conllu.xz"
    with _open(path) as lines:
        return list(passages(lines))


def passages(lines: Iterable[str]) -> Iterator[Passage]:
    r"""Yield the paragraphs of CoNLL-U ``lines``, sentences joined as the treebank says.

    >>> two = ["# newpar", "# text = It rained.", "", "# text = We left.", ""]
    >>> list(passages(two))
    [Passage(text='It rained. We left.', sentences=('It rained.', 'We left.'))]
    """
    text = ""
    sentences: list[str] = []
    glued = False
    for raw in lines:
        line = raw.rstrip("\n")
        if line.startswith(("# newpar", "# newdoc")) and "_block" not in line:
            if sentences:
                yield Passage(text, tuple(sentences))
            text, sentences, glued = "", [], False
        elif line.startswith("# text = "):
            sentence = line.removeprefix("# text = ").strip()
            text += sentence if not text or glued else f" {sentence}"
            sentences.append(sentence)
        elif line[:1].isdigit() and line.partition("\t")[0].isdecimal():
            # That of the last word is what stands when the next sentence comes.
            glued = "SpaceAfter=No" in line.rpartition("\t")[2]
    if sentences:
        yield Passage(text, tuple(sentences))


def golden_rules(folder: Path) -> list[Passage]:
    """Return the cases of pySBD's golden rules for English."""
    with _open(folder / "cases" / "pysbd_golden.json.xz") as file:
        cases = json.loads("".join(file))
    return [Passage(case["text"], tuple(case["sents"])) for case in cases]


def ends(sentences: Iterable[str]) -> set[int]:
    """Return where sentences end, in characters that are not space: spaces cannot disagree.

    The last end is that of the text, and no decision; it is left out.

    >>> sorted(ends(["It rained.", "We left.", "Why?"]))
    [9, 16]
    """
    found: list[int] = []
    position = 0
    for sentence in sentences:
        length = len("".join(sentence.split()))
        if length:
            position += length
            found.append(position)
    return set(found[:-1])


def _open(path: Path) -> TextIO:
    if not path.exists():
        raise MissingDataError(f"there is no {path}; see benchmarks/README.md")
    return lzma.open(path, "rt", encoding="utf-8")
