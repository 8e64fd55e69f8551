"""Edits that could make a sentence more usual: closed-class words, other forms, order, collocation.

They are generated only where a word surprises, and only of words that the model knows.
"""

from collections.abc import Collection, Iterator, Mapping
from enum import IntEnum
from functools import cache, lru_cache
from itertools import chain
from pkgutil import get_data
from typing import NamedTuple

from newsfix.models.closed import CLOSED, MISSING, PUT_IN, SUPERFLUOUS, alternatives
from newsfix.models.inflections import form_of, forms
from newsfix.models.ngrams import UNIT, UNSEEN
from newsfix.models.sentence import Sentence
from newsfix.models.tags import Tag
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
#: how much more the word must cost where it stands than alone,
_MISFIT = 12
#: and this, with what it and the next must cost together, by what kind of word it is: rare ones are often
#: unexpected. Nearly all strong edits of dev sets are at such places.
_CLOSED_MISFIT = _MISFIT, 16 * UNIT
_NAME_MISFIT = 2 * UNIT, 21 * UNIT
_OPEN_MISFIT = 25, 21 * UNIT
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
def _choices(usual: Usual) -> dict[str, frozenset[int]]:
    """Return by number what each word is mistaken for; under no word, what can be missing."""
    found = {word: usual.numbers(others) for word, others in alternatives().items()}
    return found | {"": usual.numbers(MISSING)}


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
    if edit.kind is Kind.WRONG and sentence.words[edit.start].lower() in _OF_SENSE:
        return False
    last = max(edit.start, edit.end - 1)
    return edit.kind is Kind.COLLOCATION or (
        max(map(sentence.excess_at, range(edit.start, last + 1))) >= _MISFIT
    )


def strong_places(sentence: Sentence) -> list[int]:
    """Return where there may be strong edits; no part of speech is asked for."""
    words, nouns = sentence.words, _collocations()
    strong = [
        at
        for at in _misfits(sentence)
        if any(
            is_strong(sentence, edit)
            for edit in chain(_at(sentence, at, STRONG), _swapped(sentence, at - 1, STRONG))
        )
    ]
    if not nouns.keys().isdisjoint(words):
        strong += [
            at
            for at in range(1, len(words) - 2)
            if words[at + 2] in nouns
            and words[at + 1] in _BETWEEN
            and any(is_strong(sentence, edit) for edit in _collocated(sentence, at))
        ]
    return strong


def _misfits(sentence: Sentence) -> Iterator[int]:
    """Yield where a known word, behind another, is so unexpected that an edit may save much."""
    words, numbers, hints = sentence.words, sentence.padded, sentence.hints
    alone = sentence.model.word_cost
    for at in [at for at, hint in enumerate(hints[: len(words)]) if hint >= _MISFIT]:
        before, number, then = numbers[at + 1 : at + 4]
        if at == 0 or number < _RARE or before < _RARE:
            continue
        word = words[at]
        if not (word.islower() or words[at - 1].islower()):
            continue
        if word in CLOSED:
            least, costly = _CLOSED_MISFIT
        else:
            least, costly = _NAME_MISFIT if word[0].isupper() else _OPEN_MISFIT
        # By pairs first: what three words tell hardly ever costs more.
        if (
            hints[at] >= least
            and hints[at] + alone[number] + hints[at + 1] + alone[then] >= costly
            and sentence.excess_at(at) >= least
            and sentence.cost(at) + sentence.cost(at + 1) >= costly
        ):
            yield at


def _at(sentence: Sentence, at: int, least: Mapping[Kind, int]) -> Iterator[Edit]:
    """Yield edits of one place that may save at least so much: of words seen beside both neighbours."""
    model, word, cost = sentence.model, sentence.words[at].lower(), sentence.cost
    fitting = usual(model, PUT_IN)
    choices = _choices(fitting)
    before, number, then = sentence.padded[at + 1 : at + 4]
    most = cost(at) + _SLACK
    for other, own in fitting.between(before, number, choices[""], most - least[Kind.MISSING]):
        yield Edit(Kind.MISSING, at, at, (other,), sentence.gain(at, at, (own,)))
    if sentence.words[at] != word and word not in SUPERFLUOUS:  # a name
        return
    if word in SUPERFLUOUS:
        yield Edit(Kind.SUPERFLUOUS, at, at + 1, (), sentence.gain(at, at + 1, ()))
    most += cost(at + 1)
    if word in choices:
        for other, own in fitting.between(before, then, choices[word], most - least[Kind.WRONG]):
            yield Edit(Kind.WRONG, at, at + 1, (other,), sentence.gain(at, at + 1, (own,)))
    elif word.isalpha():
        together = model.together
        for form, own in _forms(model.words, word):
            if together(before, own) + together(own, then) <= most - least[Kind.FORM]:
                yield Edit(Kind.FORM, at, at + 1, (form,), sentence.gain(at, at + 1, (own,)))
        yield from _collocated(sentence, at)
    yield from _swapped(sentence, at, least)


def _swapped(sentence: Sentence, at: int, least: Mapping[Kind, int]) -> Iterator[Edit]:
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
    if new <= sum(map(sentence.cost, range(at, at + 3))) + _SLACK - least[Kind.ORDER]:
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
