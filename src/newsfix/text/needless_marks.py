"""Marks that divide what belongs together, by the model of word order.

A mark is weighed by how much more usual its neighbours are without it. How much is much depends on the mark, on the
letter behind it and on whether the word before can end a phrase at all: a comma behind an article is seldom meant.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from newsfix.models.phrasing import phrasing
from newsfix.models.window import window_at
from newsfix.models.wording import pieces
from newsfix.text.abbreviations import Stop, stop_at
from newsfix.text.patterns import Pattern

# Behind an s an apostrophe makes a possessive, “goin'” is how some people talk, and “qu'” is French.
_MARK = Pattern(
    r"(?:(?<=[\p{L}\p{N}])[,;:.!?]|(?<=\p{L}\p{Ll}|\p{N})(?<![sxz]|in|qu)['’])(?=[ ][\p{L}\p{N}])"
)
_OPENING = Pattern(r"(?<![\p{L}\p{N}])['‘“\"„«]")
#: Words that lean on the next: hardly any phrase of news ends with one.
_LEANING = frozenset(
    "the a an its their our my your his of for with from to by at in into on onto during despite amid among between per via"
    " is are was were be been has have had will would can could should may might must and or nor than".split()
)
_COPULAS = frozenset("is are was were be".split())  #: a list may follow: “They are: …”
# Bits, by the mark and the look of what follows ("a", "A"); measured on edited news that the model has not seen
# (docs/models/slips.md), so that
# each row finds hardly more than one mark in a hundred thousand words of it.
_AFTER_LEANING = MappingProxyType(
    {"'": 6, ",": 10, ";": 4, ":": 9, "!": 5, "?": 4, ".": 6, "?A": 9, ".A": 17, "!A": 8}
)
_ELSEWHERE = MappingProxyType(
    {"'": 8, ",": 13, ";": 14, ":": 14, "!": 6, "?": 12, ".": 9, "!A": 14, "?A": 16, ".A": 16}
)
_AMONG_COMMAS = 2  #: bits more behind a word that leans where commas set words off; elsewhere such commas are meant
_NEAR = 30  #: characters on either side in which another comma is looked for
_MUCH = 10  #: bits; where so much is asked for, what pairs of words say is looked at first, for it costs little …
_SLACK = 7  #: … and they may say so much less
_FAR = 400  #: characters before an apostrophe in which its quotation may have begun
_WINDOW = 48  #: characters on either side: more than the model looks at
_KEPT = 50_000  # pairs of words


class Needless(NamedTuple):
    """Where a mark stands, how many bits are saved without it, and whether the word before leans on the next."""

    at: int
    bits: float
    is_leaning: bool


def find_needless(raw: str) -> Iterator[Needless]:
    """Yield the marks of ``raw`` that stand between words that belong together, in order.

    >>> text = "The number of; people who left the, city grew, and it rained."
    >>> [text[one.at - 3 : one.at + 1] for one in find_needless(text)]
    [' of;', 'the,']
    """
    model = phrasing().ngrams
    for match in _MARK.finditer(raw):
        at = match.start()
        before, after = _word_before(raw, at), _word_after(raw, at + 2)
        is_leaning = before in _LEANING and not (raw[at] == ":" and before in _COPULAS)
        least = _least(raw[at], raw[at + 2].isupper(), is_leaning)
        if least >= _MUCH and _pairs_save(before, raw[at], after) < least - _SLACK:
            continue
        if raw[at] == "," and "," in raw[max(0, at - _NEAR) : at] + raw[at + 1 : at + _NEAR]:
            if not is_leaning:
                continue
            least += _AMONG_COMMAS
        window = window_at(model, raw, at, at + 1)
        bits = window.bits(raw[at]) - window.bits()
        if bits >= least and not _has_another_use(raw, at):
            yield Needless(at, bits, is_leaning)


@cache
def _least(mark: str, has_capital: bool, is_leaning: bool) -> int:  # noqa: FBT001
    table = _AFTER_LEANING if is_leaning else _ELSEWHERE
    mark = "'" if mark == "’" else mark
    return table.get(f"{mark}A", table[mark]) if has_capital else table[mark]


def _word_before(raw: str, end: int) -> str:
    start = raw.rfind(" ", max(0, end - _WINDOW), end) + 1
    return raw[start or max(0, end - _WINDOW) : end].lower()


def _word_after(raw: str, start: int) -> str:
    match = pieces().match(raw, start, start + _WINDOW)
    return match[0] if match else ""


def _has_another_use(raw: str, at: int) -> bool:
    """Say whether a stop may shorten a word, or an apostrophe close a quotation."""
    if raw[at] == ".":
        return stop_at(raw, at) is not Stop.SENTENCE
    start = max(0, at - _FAR)
    begun = max(start, raw.rfind("\n", start, at))
    return raw[at] in "'’" and _OPENING.search(raw, begun, at) is not None


def _pairs_save(before: str, mark: str, after: str) -> float:
    word = before if before.isalpha() else (pieces().findall(before) or [""])[-1]
    return _together(word, mark) + _together(mark, after) - _together(word, after)


@lru_cache(maxsize=_KEPT)  # the same words stand beside marks again and again
def _together(first: str, second: str) -> float:
    """Return how many bits a word or mark costs behind another alone."""
    model = phrasing().ngrams
    number = model.words.number
    return model.bits(model.together(number(first), number(second)))
