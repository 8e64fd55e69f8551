"""One small fault of phrasing: a word too few, too many or wrong, two words in each other's place, another form."""

import random
import re
from collections.abc import Callable, Iterator

from benchmarks.built.garbled import Edit, Plan
from benchmarks.built.pieces import every_sentence, some
from newsfix import Span

_PREPOSITIONS = tuple("of to in for on with at by from about".split())
_DROPPED = (
    *_PREPOSITIONS,
    *"the a an that is are was were be been has have had will would".split(),
)
_PUT_IN = (*_PREPOSITIONS, "the", "the", "a")
_FORMS = {
    "is": "are",
    "are": "is",
    "was": "were",
    "were": "was",
    "has": "have",
    "have": "has",
    "be": "been",
    "been": "be",
    "does": "do",
    "do": "does",
}
# Between words on both sides, and no part of a name.
_WORD = re.compile(r"(?<=[a-z] )[a-z]+(?= [a-z])")
_TWO = re.compile(r"(?<=[a-z] )(?P<one>[a-z]+) (?P<two>[a-z]+)(?= [a-z])")
_PAST = re.compile(r"(?<=[a-z] )(?P<base>[a-z]{3,}[^aeious\W])ed(?= [a-z])")
_MOST = 4


def _dropped(sentence: str, _: random.Random) -> Iterator[tuple[Span, str]]:
    for match in _WORD.finditer(sentence):
        if match[0] in _DROPPED:
            yield Span(match.start(), match.end() + 1), ""


def _put_in(sentence: str, chance: random.Random) -> Iterator[tuple[Span, str]]:
    for match in _WORD.finditer(sentence):
        word = chance.choice(_PUT_IN)
        around = sentence[: match.start()].split()[-1:], match[0]
        if word not in around[0] and word != around[1]:
            yield Span(match.start(), match.start()), f"{word} "


def _exchanged(sentence: str, chance: random.Random) -> Iterator[tuple[Span, str]]:
    for match in _WORD.finditer(sentence):
        if match[0] in _PREPOSITIONS:
            others = [word for word in _PREPOSITIONS if word != match[0]]
            yield Span(*match.span()), chance.choice(others)


def _swapped(sentence: str, _: random.Random) -> Iterator[tuple[Span, str]]:
    for match in _TWO.finditer(sentence):
        if match["one"] != match["two"]:
            yield Span(*match.span()), f"{match['two']} {match['one']}"


def _form(sentence: str, _: random.Random) -> Iterator[tuple[Span, str]]:
    for match in _WORD.finditer(sentence):
        if match[0] in _FORMS:
            yield Span(*match.span()), _FORMS[match[0]]
    for match in _PAST.finditer(sentence):
        yield Span(*match.span()), match["base"]


_WAYS: dict[str, Callable[[str, random.Random], Iterator[tuple[Span, str]]]] = {
    "dropped": _dropped,
    "put in": _put_in,
    "exchanged": _exchanged,
    "swapped": _swapped,
    "form": _form,
}


def small(text: str, chance: random.Random) -> Iterator[Plan]:
    """Plan up to four sentences with one fault each."""
    for sentence in some(chance, list(every_sentence(text)), _MOST):
        kind = chance.choice(list(_WAYS))
        places = list(_WAYS[kind](sentence.of(text), chance))
        for span, new in some(chance, places, 1):
            start, end = sentence.start + span.start, sentence.start + span.end
            yield Plan(f"small/{kind}", (Edit(Span(start, end), new),))
