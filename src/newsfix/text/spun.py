"""Whether a text was spun, its words exchanged for synonyms, and which of them.

Spun text is news whose words a program exchanged for near ones, so that it passes for another text. A single odd word
says nothing: the whole text must say yes before any of its words is doubted. The cheap looks come first: how many
different words are oftener synonyms than themselves, then every place. The weights are those of two logistic regressions
(``tools/learn_spun.py``, docs/models/spun.md).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from math import exp, log
from typing import NamedTuple

from newsfix.span import Span
from newsfix.text.lists import entries, words

_SHORTEST = 4  # letters
_FITS = 9.0  #: bits: a word that costs no more where it stands fits
_MOST_BITS = 12.0  #: that a usual word can save, as far as they count
_PERHAPS = 0.3  #: how surely so many places must say that a text was spun, for all to be looked at
_FEWEST_WORDS = 40  #: different ones
_ROUNDS = 4  #: of expectation maximisation
FEWEST = 60  #: places that a text must have


class Place(NamedTuple):
    """A word that may be a synonym, and what speaks for it.

    ``own`` is what the words around it cost, in bits, beyond how rare it is; ``saved`` what they would cost less with
    ``meant``, the usual word that fits best (or "").
    """

    span: Span
    word: str
    own: float
    saved: float
    meant: str
    rank: float


class Synonym(NamedTuple):
    """A word that was exchanged, with the probability, and the usual word that was there, perhaps."""

    span: Span
    meant: str
    saved: float
    confidence: float


class Spun(NamedTuple):
    """A text that was spun: how surely, the share of its longer words that were exchanged, and which ones."""

    confidence: float
    share: float
    places: int
    synonyms: tuple[Synonym, ...]


def find_spun(
    raw: str, uncommon: AbstractSet[str], find_sentences: Callable[[], Sequence[Span]]
) -> Spun | None:
    """Return what was spun in a text; None if it was not.

    ``uncommon`` are its words without marks, but for the commonest of English.
    """
    if len(uncommon) < _FEWEST_WORDS:
        return None
    odds = odds_of_words(uncommon)
    if odds < _weights()["least odds"]:
        return None
    sentences, every = iter(find_sentences()), list[Place]()
    confidence = 0.0
    for enough, least in ((FEWEST, _PERHAPS), (len(raw), _weights()["least"])):
        for span in sentences:
            every += places(raw, span)
            if len(every) >= enough:
                break
        if len(every) < FEWEST:
            return None
        confidence = logistic(weighed("text", signs(every, odds)))
        if confidence < least:
            return None
    return told(every, confidence)


def odds_of_words(uncommon: AbstractSet[str]) -> float:
    """Return how much the different words of a text, on average, speak for one whose words were exchanged."""
    small = max(_FEWEST_WORDS, sum(map(str.islower, uncommon)))
    return sum(filter(None, map(_odds().get, uncommon))) / 100 / small


def places(raw: str, sentence: Span) -> Iterator[Place]:
    """Yield the words of a sentence that a program might have exchanged."""
    from newsfix.models.phrasing import phrasing
    from newsfix.models.wording import cut

    model = phrasing().ngrams
    synonyms, small, alone = _synonyms(), words("closed_class"), model.word_cost
    found = list(cut(raw, *sentence))
    numbers = [0, 0, *model.words.numbers([word for _, word in found]), 0, 0]
    for at, (start, word) in enumerate(found):
        if len(word) < _SHORTEST or not word.islower() or not word.isalpha() or word in small:
            continue
        around = numbers[at : at + 5]
        own = around[2]
        cost = sum(model.costs(around)) - alone[own]
        least, meant = cost + (1 << 16), ""
        if model.bits(cost) > _FITS:
            for other in synonyms.get(word, ()):
                number = model.words.number(other)
                if model.pair(around[1], number) >= 0 or model.pair(number, around[3]) >= 0:
                    then = sum(model.costs([*around[:2], number, *around[3:]])) - alone[number]
                    if then < least:
                        least, meant = then, other
        saved = model.bits(cost - least) if meant else -_MOST_BITS
        yield Place(Span(start, start + len(word)), word, model.bits(cost), saved, meant, log(own))


def columns(place: Place) -> tuple[float, ...]:
    """Return what a place is weighed by."""
    rare = place.rank - 8
    saved = max(-3.0, min(place.saved, _MOST_BITS))
    odds = _odds().get(place.word)
    known = (0.0, 0.0) if odds is None else (1.0, odds / 100)
    return (place.own / 10, saved / 10, rare, rare * rare / 10, float(bool(place.meant)), *known)


def signs(every: Sequence[Place], odds: float) -> tuple[float, ...]:
    """Return what a text is weighed by."""
    every_odds = [logistic(weighed("word", columns(place))) for place in every]
    return (
        10 * sum(every_odds) / len(every),
        10 * sum(one > 0.6 for one in every_odds) / len(every),
        sum(place.own for place in every) / len(every) / 10,
        10 * sum(place.saved >= 8 for place in every) / len(every),
        100 * odds,
    )


def weighed(name: str, row: Sequence[float]) -> float:
    """Return the sum of a row with the weights of a regression, and its constant."""
    constant, *weights = _rows()[name]
    return constant + sum(weight * value for weight, value in zip(weights, row, strict=True))


def logistic(score: float) -> float:
    """Return the probability that a score stands for.

    >>> logistic(0), round(logistic(3), 3)
    (0.5, 0.953)
    """
    return 1 / (1 + exp(-max(-30.0, min(score, 30.0))))


def told(every: Sequence[Place], confidence: float) -> Spun:
    """Return the words that were exchanged: the more were, the less must speak for each (expectation maximisation)."""
    scores = [weighed("word", columns(place)) for place in every]
    usual = share = _weights()["share"]
    for _ in range(_ROUNDS):
        shift = log(share / (1 - share)) - log(usual / (1 - usual))
        odds = [logistic(score + shift) for score in scores]
        share = min(0.8, max(0.02, sum(odds) / len(odds)))
    synonyms = tuple(
        Synonym(place.span, place.meant, place.saved, one)
        for place, one in zip(every, odds, strict=True)
        if one >= _weights()["least word"]
    )
    return Spun(confidence, share, len(every), synonyms)


@cache
def _synonyms() -> Mapping[str, tuple[str, ...]]:
    return {word: tuple(value.split()[1:]) for word, value in entries("synonyms").items()}


@cache
def _odds() -> Mapping[str, int]:
    """Return a hundred times how much each word speaks for spun text; whole numbers add up to the same in any order."""
    return {word: int(value.partition(" ")[0]) for word, value in entries("synonyms").items()}


@cache
def _rows() -> Mapping[str, tuple[float, ...]]:
    return {name: tuple(map(float, row.split())) for name, row in entries("spun").items()}


@cache
def _weights() -> Mapping[str, float]:
    return {name: row[0] for name, row in _rows().items() if len(row) == 1}
