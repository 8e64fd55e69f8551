"""What the words of a line say: how much each speaks for a kind of page furniture."""

from collections.abc import Mapping
from functools import cache, cached_property
from types import MappingProxyType
from typing import NamedTuple

from newsfix.text.lists import entries, words
from newsfix.text.patterns import Pattern

_TOKEN = Pattern(r"\p{L}[\p{L}\p{M}’'-]*|\d[\d.,:]*|©")
_LABEL = Pattern(r"[^\n:|»>→►▶⇒]{2,40}?(?:[ ]?[:|»>→►▶⇒]+|[ ][-–—])[ ]?(?=\S)")
_STRONG = 2.0
_LONG = 14  # words
_LOUD = frozenset(
    "originally reproduced redistributed cookies Cookies newsletter newsletters subscribe Subscribe"
    " Copyright © inbox inbox. unsubscribe".split()
)
_AROUND = (
    ("", ""),
    ("", "."),
    ("", ","),
    ("", "!"),
    ("", "?"),
    ("", ":"),
    ("(", ""),
    ("", ")"),
    ("", "..."),
)
# Words that say little alone, but stand in small print.
_ALSO = (
    "rights email app originally redistributed stories privacy partners materials reproduced copying mistake"
    " error thank story correspondents site website necessarily appeared donation consider newsroom"
).split()
#: An entry that weighs so much is a phrase that hardly stands in an article.
PHRASE = 4.0
_MOST_SINGLE = 4.5
_MOST = 9.0


class Reading(NamedTuple):
    """What the words of a line say. Weights are logarithms of odds, by kind."""

    weights: Mapping[str, float]
    #: The weight of the entry that says most.
    heaviest: float
    #: How many of the words that carry meaning are those of web pages, from 0 to 1.
    covered: float
    #: Whether the words of web pages stand before a colon or a bar, and something else behind it.
    labelled: bool
    tokens: tuple[str, ...]


def tokens_of(line: str) -> list[str]:
    """Return the words of a line in small letters, each number as 0.

    >>> tokens_of("1,234 views – Don’t miss it")
    ['0', 'views', "don't", 'miss', 'it']
    """
    found = _TOKEN.compiled.findall(line.casefold().replace("’", "'"))
    return ["0" if token[0].isdigit() else token.strip("'-") for token in found]


def signals_in(tokens: frozenset[str]) -> frozenset[str]:
    """Return those of the strings between spaces of a text that make a sentence worth a look."""
    return _salient() & tokens


def may_be_furniture(sentence: str, signals: frozenset[str]) -> bool:
    """Say whether a sentence has words that make it worth a closer look; ``signals`` are the text's."""
    if sentence.split(None, 1)[0].lstrip("([*").lower() in imperatives():
        return True
    found = sentence.split()
    here = signals.intersection(found)
    if not here:
        return False
    # One such word in a long sentence is the sentence's own, unless news hardly ever has it.
    return len(here) > (len(found) >= _LONG) or not _LOUD.isdisjoint(here)


def read(line: str, tokens: list[str]) -> Reading:
    """Read a line.

    >>> found = read("Leave a Reply", ["leave", "a", "reply"])
    >>> dict(found.weights), found.covered
    ({'comment': 6.0}, 1.0)
    """
    whole = _Sum(tokens)
    covered, labelled = whole.covered, False
    if whole.weights:
        label = _LABEL.match(line)
        if label:
            head = _Sum(tokens[: len(tokens_of(line[: label.end()]))])
            labelled = head.covered >= 0.6 and head.heaviest >= 1.5
            covered = max(head.covered, covered) if labelled else covered
    return Reading(
        MappingProxyType(whole.weights), whole.heaviest, covered, labelled, tuple(tokens)
    )


class _Sum:
    """The entries that some words hold, from left to right, the longest first."""

    def __init__(self, tokens: list[str]) -> None:
        self.heaviest = 0.0
        self._single: dict[str, float] = {}
        self._phrases: dict[str, float] = {}
        longest, small = _longest(), words("closed_class")
        known = rest = at = 0
        seen = set()
        while at < len(tokens):
            entry, length = _entry_at(tokens, at, longest.get(tokens[at], 0))
            if not length:
                # A little word counts where an entry holds it, and is nothing elsewhere.
                rest += tokens[at] not in small
                at += 1
                continue
            known += length
            at += length
            if entry not in seen:
                seen.add(entry)
                self._add(entry)
        self.covered = known / (known + rest) if known else 0.0

    def _add(self, entry: str) -> None:
        for kind, weight in _lexicon()[entry].items():
            group = self._phrases if weight >= PHRASE else self._single
            group[kind] = group.get(kind, 0.0) + weight
            self.heaviest = max(self.heaviest, weight)

    @cached_property
    def weights(self) -> dict[str, float]:
        """How much the entries say for each kind; many weak ones say less than a phrase."""
        return {
            kind: min(
                self._phrases.get(kind, 0.0) + min(self._single.get(kind, 0.0), _MOST_SINGLE), _MOST
            )
            for kind in {*self._single, *self._phrases}
        }


def _entry_at(tokens: list[str], at: int, longest: int) -> tuple[str, int]:
    for length in range(min(longest, len(tokens) - at), 0, -1):
        entry = " ".join(tokens[at : at + length])
        if entry in _lexicon():
            return entry, length
    return "", 0


@cache
def _longest() -> Mapping[str, int]:
    """Return for each word how many words the longest entry has that begins with it."""
    found: dict[str, int] = {}
    for entry in _lexicon():
        first, count = entry.partition(" ")[0], entry.count(" ") + 1
        found[first] = max(count, found.get(first, 0))
    return MappingProxyType(found)


@cache
def _lexicon() -> Mapping[str, Mapping[str, float]]:
    return MappingProxyType(
        {
            entry: MappingProxyType(
                {
                    kind: float(weight)
                    for kind, _, weight in (p.partition("=") for p in what.split())
                }
            )
            for entry, what in entries("furniture").items()
        }
    )


@cache
def _salient() -> frozenset[str]:
    """Return the words that say much, as they stand between spaces."""
    strong = {
        entry
        for entry, weights in _lexicon().items()
        if " " not in entry and max(weights.values()) >= _STRONG
    }
    return frozenset(
        f"{before}{form}{after}"
        for word in (*strong, *_ALSO)
        for form in (word, word.capitalize(), word.upper())
        for before, after in _AROUND
    )


@cache
def imperatives() -> frozenset[str]:
    """Return the verbs by which pages ask their readers to do something."""
    return frozenset(
        "accept add allow ask browse buy check choose click comment contact continue copy create"
        " discover donate download email e-mail enable enter explore find follow get give go hear help"
        " install join keep learn leave let like listen log look manage open order pin play please post"
        " print rate read receive register reply report return save scroll search see select send share"
        " shop show sign skip stay submit subscribe support swipe take tap tell try tune turn tweet"
        " unlock update upgrade view visit vote watch write don't never click".split()
    )
