"""Words and phrases of one other language a document, in the place of English ones.

The translations are in untranslated_words.tsv and were written for it.
"""

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from benchmarks.built.garbled import Edit, Plan
from benchmarks.built.pieces import every_sentence, some
from newsfix import Span

_LIST = Path(__file__).parent / "untranslated_words.tsv"


def untranslated(text: str, chance: random.Random) -> Iterator[Plan]:
    """Plan up to three words and two phrases of one language."""
    words = chance.choice(list(_translations().values()))
    sentences = list(every_sentence(text))
    for kind, most in (("phrase", 2), ("word", 3)):
        found = [
            Plan(f"untranslated/{kind}", (Edit(Span(*match.span()), instead),))
            for english, instead in words.items()
            if (" " in english) == (kind == "phrase")
            for match in re.finditer(rf"(?<=[a-z] ){english}(?= [a-z]|\.|,)", text)
            if any(span.start < match.start() < span.end for span in sentences)
        ]
        yield from some(chance, found, most)


@cache
def _translations() -> dict[str, dict[str, str]]:
    """Return what other languages have for English words, by language."""
    found: dict[str, dict[str, str]] = {}
    for line in _LIST.read_text("utf-8").splitlines():
        if line[0] != "#":
            language, english, instead = line.split("\t")
            found.setdefault(language, {})[english] = instead
    return found
