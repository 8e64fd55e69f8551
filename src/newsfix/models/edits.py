"""Edits that could make a sentence more usual: closed-class words, other forms, order, collocation.

They are generated only where a word surprises, and only of words that the model knows.
"""

from collections.abc import Collection, Iterator, Mapping
from enum import IntEnum
from functools import cache, lru_cache
from itertools import chain
from pkgutil import get_data
from typing import NamedTuple

from newsfix.models.inflections import form_of, forms
from newsfix.models.ngrams import UNIT
from newsfix.models.sentence import Sentence
from newsfix.models.tags import Tag
from newsfix.models.usual import Usual, usual
from newsfix.models.wording import CLASSES


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


_MISSING = (
    "the a an of to in for on that and at with by from is are was were be been have has had it as who"
    " which will would he they about into"
).split()
_SUPERFLUOUS = frozenset(
    (
        *_MISSING,
        *"its their his her him them this these those there also so do does did being over".split(),
    )
)
_SETS = (
    (
        "of to in for on with at by from as about into over after under between against during through"
        " within among towards toward than like since until"
    ).split(),
    "the a an its their his this".split(),
    "is are was were be been being".split(),
    "has have had having".split(),
    "do does did".split(),
    "will would can could".split(),
    "this these those that".split(),
    "who which that whom".split(),
    "it they he she".split(),
    "many much".split(),
    "more most".split(),
    "and but or".split(),
    "its their his her".split(),
)
_BETWEEN = frozenset("the a an its his her their this".split())
_RARE = len(CLASSES)
#: An edit is looked for where a word and the next together cost so much less than this, or more, alone.
_SURPRISE = -6 * UNIT
_FEWEST = 2 * UNIT  #: what an edit must save
#: What an edit must save to be ranked in any text,
STRONG = {
    Kind.MISSING: 9 * UNIT,
    Kind.SUPERFLUOUS: 17 * UNIT,
    Kind.WRONG: 12 * UNIT,
    Kind.FORM: 14 * UNIT,
    Kind.ORDER: 12 * UNIT,
    Kind.COLLOCATION: 12 * UNIT,
}
#: how much more the word must cost where it stands than alone, and what it and the next must cost.
_MISFIT = 12
#: The same for a word of the open classes, of which rare ones are often unexpected.
_OPEN_MISFIT = 3 * UNIT
_COSTLY = 16 * UNIT
#: These take other words: which of them is right is seldom a matter of usage.
_OF_SENSE = frozenset(
    "the a an its his her their this these those that it they he she and but or many".split()
)
_INFLECTED = frozenset(
    (Tag.NOUN, Tag.ADJ, Tag.VERB_FIN, Tag.VERB_GER, Tag.VERB_IMP, Tag.VERB_INF, Tag.VERB_PART)
)
_TELLING = 11 * UNIT  #: what a verb costs that goes with few nouns: “do” and “get” go with any
_ANY = dict.fromkeys(Kind, _FEWEST)
_SLACK = 7 * UNIT  #: how much more an edit may save than pairs of words tell
#: At most so many edits of one place are worth ranking.
_BEST = 3


@cache
def _alternatives() -> dict[str, tuple[str, ...]]:
    """Return what a closed-class word is mistaken for."""
    found: dict[str, list[str]] = {}
    for words in _SETS:
        for word in words:
            found.setdefault(word, []).extend(other for other in words if other != word)
    return {word: tuple(dict.fromkeys(others)) for word, others in found.items()}


@cache
def _closed() -> tuple[str, ...]:
    """Return every closed-class word that is ever put in."""
    return tuple(dict.fromkeys((*_MISSING, *(word for words in _SETS for word in words))))


@cache
def _closed_set() -> frozenset[str]:
    return frozenset(_closed()) | _SUPERFLUOUS


@cache
def _choices(usual: Usual) -> dict[str, frozenset[int]]:
    """Return by number what each word is mistaken for; under no word, what can be missing."""
    found = {word: usual.numbers(others) for word, others in _alternatives().items()}
    return found | {"": usual.numbers(_MISSING)}


def edits(sentence: Sentence, places: Collection[int] | None = None) -> Iterator[Edit]:
    """Yield the best edits of every place where the sentence surprises, or of some of these."""
    for at in range(1, len(sentence.words)) if places is None else sorted(places):
        if sentence.surprise(at) < _SURPRISE:
            continue
        found = [edit for edit in _at(sentence, at, _ANY) if edit.gain >= _FEWEST]
        if sentence.tags[at] not in _INFLECTED:
            found = [edit for edit in found if edit.kind is not Kind.FORM]
        found.sort(key=lambda edit: (-edit.gain, edit))
        yield from found[:_BEST]


def is_strong(sentence: Sentence, edit: Edit) -> bool:
    """Say whether an edit saves so much, and at such a place, that it is worth ranking in any text."""
    if edit.gain < STRONG[edit.kind]:
        return False
    if edit.kind is Kind.WRONG and sentence.small[edit.start] in _OF_SENSE:
        return False
    last = max(edit.start, edit.end - 1)
    return edit.kind is Kind.COLLOCATION or (max(sentence.excess[edit.start : last + 1]) >= _MISFIT)


def strong_places(sentence: Sentence) -> list[int]:
    """Return where there may be strong edits; no part of speech is asked for."""
    numbers, words, costs, excess = (
        sentence.numbers,
        sentence.words,
        sentence.costs,
        sentence.excess,
    )
    nouns, closed = _collocations(), _closed_set()
    found = []
    for at in range(1, len(words)):
        if (
            excess[at] >= _MISFIT
            and numbers[at] >= _RARE
            and numbers[at - 1] >= _RARE
            and costs[at] + costs[at + 1] >= _COSTLY
            and (words[at].islower() or words[at - 1].islower())
            and (excess[at] >= _OPEN_MISFIT or words[at] in closed or words[at][0].isupper())
            and any(
                is_strong(sentence, edit)
                for edit in chain(_at(sentence, at, STRONG), _swapped(sentence, at - 1, STRONG))
            )
        ):
            found.append(at)
        elif (
            words[at] in nouns
            and at > 2
            and words[at - 1] in _BETWEEN
            and any(is_strong(sentence, edit) for edit in _collocated(sentence, at - 2))
        ):
            found.append(at - 2)
    return found


def _at(sentence: Sentence, at: int, least: Mapping[Kind, int]) -> Iterator[Edit]:
    """Yield edits of one place that may save at least so much: of words seen beside both neighbours."""
    model, word, costs = sentence.model, sentence.small[at], sentence.costs
    fitting = usual(model, _closed())
    choices = _choices(fitting)
    before, number, then = sentence.padded[at + 1 : at + 4]
    most = costs[at] + _SLACK
    for other, own in fitting.between(before, number, choices[""], most - least[Kind.MISSING]):
        yield Edit(Kind.MISSING, at, at, (other,), sentence.gain(at, at, (own,)))
    if sentence.words[at] != word and word not in _SUPERFLUOUS:  # a name
        return
    if word in _SUPERFLUOUS:
        yield Edit(Kind.SUPERFLUOUS, at, at + 1, (), sentence.gain(at, at + 1, ()))
    most += costs[at + 1]
    if word in choices:
        for other, own in fitting.between(before, then, choices[word], most - least[Kind.WRONG]):
            yield Edit(Kind.WRONG, at, at + 1, (other,), sentence.gain(at, at + 1, (own,)))
    elif word.isalpha():
        together = model.together
        for form in _forms(word):
            own = model.words.number(form)
            if own < _RARE:
                continue
            if together(before, own) + together(own, then) <= most - least[Kind.FORM]:
                yield Edit(Kind.FORM, at, at + 1, (form,), sentence.gain(at, at + 1, (own,)))
        yield from _collocated(sentence, at)
    yield from _swapped(sentence, at, least)


def _swapped(sentence: Sentence, at: int, least: Mapping[Kind, int]) -> Iterator[Edit]:
    """Yield the exchange of a word with the next, if it may save so much."""
    if at < 1 or at + 1 >= len(sentence.words) or not sentence.small[at].isalpha():
        return
    if not _can_move(sentence, at + 1):
        return
    together = sentence.model.together
    before, number, then = sentence.padded[at + 1 : at + 4]
    most = sum(sentence.costs[at : at + 3]) + _SLACK - least[Kind.ORDER]
    if together(before, then) + together(then, number) <= most:
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
    if not word.islower() or word in verbs or word in _alternatives():
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
def _forms(word: str) -> tuple[str, ...]:
    return tuple(forms(word))
