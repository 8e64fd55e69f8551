"""What speaks for and against each word of a sentence: the columns that the detector decides by.

Training and detecting both take them from here, so the two cannot drift apart.
"""

from collections.abc import Sequence
from itertools import pairwise

from newsfix.models.ngrams import Ngrams
from newsfix.models.sentence import Sentence
from newsfix.models.tags import Tag
from newsfix.models.wording import CLASSES

#: The columns of numbers, in the order in which ``columns`` gives them.
NAMES = (
    *("cost", "cost_next", "alone"),
    *("excess", "excess_next", "excess_both"),
    *("order", "order_next"),
    *("without", "swapped"),
    *("around", "mean_cost", "mean_excess", "worst", "unseen", "length", "place", "rank"),
    *("rare_share", "rare_beside"),
    *("letters", "repeated"),
)
# Tags in an order in which neighbours behave alike, so that a threshold can split them.
_ORDER = (
    "PUNCT SYM X NUM INTJ CCONJ SCONJ ADP PART DET PRON AUX.Fin AUX.Inf AUX.Ger AUX.Part"
    " VERB.Fin VERB.Imp VERB.Inf VERB.Ger VERB.Part ADV ADJ NOUN PROPN"
).split()
_NUMBER = {Tag(name): number for number, name in enumerate(_ORDER, 1)}
_RARE = len(CLASSES)
_UNSEEN = 1


def number_of(tag: Tag) -> int:
    """Return the number of a tag; those that behave alike have numbers side by side."""
    return _NUMBER[tag]


def columns(sentence: Sentence) -> list[Sequence[float]]:
    """Return what is known of each word of a sentence, column by column, as NAMES has them."""
    model, words = sentence.model, sentence.words
    size = len(words)
    padded, costs, excess = sentence.padded, sentence.costs, sentence.excess
    orders = model.orders(padded)
    alone = [model.word_cost[number] for number in padded]
    both = [one + two for one, two in pairwise(excess)][:size]
    rare = [0 < number < _RARE for number in padded]
    ranked = {at: rank for rank, at in enumerate(sorted(range(size), key=both.__getitem__))}
    mean = 1 / size
    around = [sum(excess[max(0, at - 2) : at + 4]) / (min(at, 2) + 4) for at in range(size)]
    small = sentence.small
    times = {word: small.count(word) for word in set(small)}
    whole = [1] * size
    return [
        costs[:size],
        costs[1 : size + 1],
        alone[2 : size + 2],
        excess[:size],
        excess[1 : size + 1],
        both,
        orders[:size],
        orders[1 : size + 1],
        [_without(model, padded, costs, at) for at in range(size)],
        [_swapped(model, padded, costs, at) for at in range(size)],
        around,
        [sum(costs[:size]) * mean * one for one in whole],
        [sum(excess[:size]) * mean * one for one in whole],
        [max(both) * one for one in whole],
        [orders[:size].count(_UNSEEN) * mean * one for one in whole],
        [size * one for one in whole],
        [at * mean for at in range(size)],
        [ranked[at] * mean for at in range(size)],
        [sum(rare) * mean * one for one in whole],
        [rare[at + 1] + rare[at + 3] for at in range(size)],
        [len(word) for word in words],
        [times[word] if word.isalpha() else 0 for word in small],
    ]


def kinds(sentence: Sentence) -> list[tuple[int, int, int]]:
    """Return of each word what it is: its part of speech, which class of rare words or none, its shape."""
    return [
        (_NUMBER[tag], number if number < _RARE else 0, shape_of(word))
        for tag, number, word in zip(sentence.tags, sentence.numbers, sentence.words, strict=True)
    ]


def _without(model: Ngrams, padded: Sequence[int], costs: Sequence[int], at: int) -> int:
    """Return how much cheaper the sentence is without a word."""
    before, last, _, then, beyond = padded[at : at + 5]
    cost = model.cost
    return (
        costs[at]
        + costs[at + 1]
        + costs[at + 2]
        - cost(before, last, then)
        - cost(last, then, beyond)
    )


def _swapped(model: Ngrams, padded: Sequence[int], costs: Sequence[int], at: int) -> int:
    """Return how much cheaper the sentence is with a word and the next in each other's place."""
    before, last, word, then, one, two = (*padded, 0)[at : at + 6]
    cost = model.cost
    return (
        sum(costs[at : at + 4])
        - cost(before, last, then)
        - cost(last, then, word)
        - cost(then, word, one)
        - cost(word, one, two)
    )


def shape_of(word: str) -> int:
    """Return how a word is written: a mark, digits, small letters, one capital, more."""
    if not word[:1].isalnum():
        return 0
    if word[0].isdigit():
        return 1
    if word.islower():
        return 2
    return 4 if word.isupper() and len(word) > 1 else 3
