"""Texts that a program has spun: many of their words exchanged for near ones.

What it writes is in spun_words.tsv, which was written for it. Words with a capital, and those in addresses, stay.
"""

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from benchmarks.built.garbled import Edit, Plan
from newsfix import Span

_LIST = Path(__file__).parent / "spun_words.tsv"
_WORD = re.compile(r"(?<![\w@#/.’'-])[a-z]{3,}(?![\w@/’'-]|\.\w)")
_SHARES = (0.5, 0.7, 0.9)  # of the words that the list holds, which are a fifth of the longer ones


def spun(text: str, chance: random.Random) -> Iterator[Plan]:
    """Plan to exchange a share of the words of a text."""
    share = chance.choice(_SHARES)
    for match in _WORD.finditer(text):
        others = _others().get(match[0])
        if others and chance.random() < share:
            yield Plan("spun/synonym", (Edit(Span(*match.span()), chance.choice(others)),))


@cache
def _others() -> dict[str, list[str]]:
    """Return what a program that spins writes for a word."""
    rows = (line.split("\t") for line in _LIST.read_text("utf-8").splitlines() if line[0] != "#")
    return {word: others.split() for word, others in rows}
