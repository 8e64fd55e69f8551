"""Paragraphs and sentences of edited news, found without newsfix: it is what is measured."""

import random
import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from newsfix import Span

# Where nobody doubts that one sentence ends and another begins.
_END = re.compile(r"(?<=[a-z]{3}[.?!]) (?=[A-Z][a-z]+,? [a-z])")
_PROSE = re.compile(r"[A-Z][^\n]{80,}[.]$")
_T = TypeVar("_T")


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs that are prose: long lines that end in a full stop."""
    found = []
    position = 0
    for line in text.split("\n"):
        if _PROSE.match(line):
            found.append(Span(position, position + len(line)))
        position += len(line) + 1
    return found


def sentences(text: str, paragraph: Span) -> list[Span]:
    """Return the sentences of a paragraph, without quotations and brackets.

    >>> text = "It rained all day. Nobody left. “Why?”"
    >>> [span.of(text) for span in sentences(text, Span(0, 38))]
    ['It rained all day.']
    """
    cuts = [match.start() for match in _END.finditer(text, *paragraph)]
    starts = [paragraph.start, *(cut + 1 for cut in cuts)]
    spans = map(Span, starts, [*cuts, paragraph.end])
    return [span for span in spans if re.fullmatch(r"[A-Z][^“”\"()\[\]:;—–?!]+[.]", span.of(text))]


def every_sentence(text: str) -> Iterator[Span]:
    """Yield the plain sentences of all paragraphs."""
    for paragraph in paragraphs(text):
        yield from sentences(text, paragraph)


def some(chance: random.Random, found: Sequence[_T], most: int) -> list[_T]:
    """Return up to ``most`` of ``found``, in random order."""
    return chance.sample(list(found), min(most, len(found)))


def capital(text: str) -> str:
    """Return ``text`` with a capital at its start."""
    return text[:1].upper() + text[1:]
