"""Edits that could make a sentence more usual: closed-class words, other forms, order, collocation.

They are generated only where a word surprises, and only of words that the model knows.
"""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import cache, lru_cache
from itertools import chain
from pkgutil import get_data
from typing import NamedTuple

from newsfix.models.closed import MISSING, PUT_IN, SUPERFLUOUS, alternatives
from newsfix.models.inflections import form_of, forms
from newsfix.models.ngrams import UNIT, UNSEEN
from newsfix.models.sentence import Sentence
from newsfix.models.usual import Usual, usual
from newsfix.models.wording import CLASSES, Words


class Kind(IntEnum):
    """What an edit does."""

    MISSING = 0
    SUPERFLUOUS = 1
    WRONG = 2
    FORM = 3
    ORDER = 4
    COLLOCATION = 5


class Edit(NamedTuple):
    """Words ``start`` to ``end`` of a sentence become ``words``; the sentence costs ``gain`` less."""

    kind: Kind
    start: int
    end: int
    words: tuple[str, ...]
    gain: int


_BETWEEN = frozenset("the a an its his her their this".split())
_RARE = len(CLASSES)
#: Leaving a word out saves what it costs, so it saves more than what is right: how much an edit must save beside
#: others, by its kind (found on faults that were put into edited news; tools.phrasing.misfits prints it).
_HANDICAPS = {
    Kind.MISSING: -24,
    Kind.SUPERFLUOUS: 36,
    Kind.WRONG: -4,
    Kind.FORM: -8,
    Kind.ORDER: -16,
    Kind.COLLOCATION: 0,
}
_COLLOCATES = 12 * UNIT  #: what another verb must save to be proposed
#: These take other words: which of them is right is seldom a matter of usage.
_OF_SENSE = frozenset(
    "the a an its his her their this these those that it they he she and but or many".split()
)
_TELLING = 11 * UNIT  #: what a verb costs that goes with few nouns: “do” and “get” go with any
_TELLS = 4 * UNIT  #: what an edit must save to say that something is wrong
_SLACK = 7 * UNIT  #: how much more an edit may save than pairs of words tell


@cache
def _choices(usual: Usual) -> dict[str, frozenset[int]]:
    """Return by number what each word is mistaken for; under no word, what can be missing."""
    found = {word: usual.numbers(others) for word, others in alternatives().items()}
    return found | {"": usual.numbers(MISSING)}


def edits_at(sentence: Sentence, at: int) -> list[Edit]:
    """Return the edits of a word, and of it with the one before, that save so much that they tell something."""
    found = chain(_at(sentence, at), _swapped(sentence, at - 1))
    return [edit for edit in found if edit.gain >= _TELLS]


def by_likelihood(edits: Iterable[Edit]) -> list[Edit]:
    """Return the edits of one place, the likeliest to be right first."""
    return sorted(edits, key=lambda edit: (_HANDICAPS[edit.kind] - edit.gain, edit))


def is_usage(sentence: Sentence, edit: Edit) -> bool:
    """Say whether an edit is a matter of usage: which of “the” and “its” is right is mostly one of sense."""
    return edit.kind is not Kind.WRONG or sentence.words[edit.start].lower() not in _OF_SENSE


def collocations(sentence: Sentence) -> Iterator[Edit]:
    """Yield the verbs that go much better with the noun that is their object."""
    words, nouns = sentence.words, _collocations()
    if nouns.keys().isdisjoint(words):
        return
    for at in range(1, len(words) - 2):
        if words[at + 2] in nouns and words[at + 1] in _BETWEEN:
            found = [edit for edit in _collocated(sentence, at) if edit.gain >= _COLLOCATES]
            yield from sorted(found, key=lambda edit: -edit.gain)[:1]


def _at(sentence: Sentence, at: int) -> Iterator[Edit]:
    """Yield edits of one place that may save at least so much: of words seen beside both neighbours."""
    model, word, cost = sentence.model, sentence.words[at].lower(), sentence.cost
    fitting = usual(model, PUT_IN)
    choices = _choices(fitting)
    before, number, then = sentence.padded[at + 1 : at + 4]
    most = cost(at) + _SLACK
    for other, own in fitting.between(before, number, choices[""], most - _TELLS):
        yield Edit(Kind.MISSING, at, at, (other,), sentence.gain(at, at, (own,)))
    if sentence.words[at] != word and word not in SUPERFLUOUS:  # a name
        return
    if word in SUPERFLUOUS:
        yield Edit(Kind.SUPERFLUOUS, at, at + 1, (), sentence.gain(at, at + 1, ()))
    most += cost(at + 1)
    if word in choices:
        for other, own in fitting.between(before, then, choices[word], most - _TELLS):
            yield Edit(Kind.WRONG, at, at + 1, (other,), sentence.gain(at, at + 1, (own,)))
    elif word.isalpha():
        together = model.together
        for form, own in _forms(model.words, word):
            if together(before, own) + together(own, then) <= most - _TELLS:
                yield Edit(Kind.FORM, at, at + 1, (form,), sentence.gain(at, at + 1, (own,)))
        yield from _collocated(sentence, at)
    yield from _swapped(sentence, at)


def _swapped(sentence: Sentence, at: int) -> Iterator[Edit]:
    """Yield the exchange of a word with the next, if it may save so much."""
    if at < 1 or at + 1 >= len(sentence.words) or not sentence.words[at].isalpha():
        return
    if not _can_move(sentence, at + 1):
        return
    together = sentence.model.together
    before, number, then = sentence.padded[at + 1 : at + 4]
    new = together(before, then) + together(then, number)
    if new >= UNSEEN:
        return
    if new <= sum(map(sentence.cost, range(at, at + 3))) + _SLACK - _TELLS:
        words = sentence.words[at + 1], sentence.words[at]
        yield Edit(Kind.ORDER, at, at + 2, words, sentence.gain(at, at + 2, (then, number)))


def _can_move(sentence: Sentence, at: int) -> bool:
    return sentence.words[at].isalpha() and sentence.words[at].islower()


def _collocated(sentence: Sentence, at: int) -> Iterator[Edit]:
    """Yield the verbs that go with the noun that is the object of a verb."""
    words, word = sentence.words, sentence.words[at]
    if at + 2 >= len(words) or words[at + 1] not in _BETWEEN or not word.isalpha():
        return
    verbs = _collocations().get(words[at + 2], ())
    if not word.islower() or word in verbs or word in alternatives():
        return
    form = form_of(word)
    for verb in verbs:
        own = sentence.model.words.number(verb)
        if form_of(verb) == form and sentence.model.word_cost[own] >= _TELLING:
            yield Edit(Kind.COLLOCATION, at, at + 1, (verb,), sentence.gain(at, at + 1, (own,)))


@cache
def _collocations() -> dict[str, tuple[str, ...]]:
    """Return the verbs that go with a noun more than any other does."""
    data = get_data("newsfix.models", "data/collocations.tsv") or b""
    lines = (line.split("\t") for line in data.decode().splitlines() if line[:1] != "#")
    return {noun: tuple(verbs.split()) for noun, verbs in lines}


@lru_cache(maxsize=20_000)
def _forms(words: Words, word: str) -> tuple[tuple[str, int], ...]:
    """Return the other forms of a word that the model knows, with their numbers."""
    numbered = ((form, words.number(form)) for form in forms(word))
    return tuple((form, number) for form, number in numbered if number >= _RARE)
