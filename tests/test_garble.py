"""Garbled sentences to learn from: the same every time, some left alone, their words known to the model."""

import numpy as np

from newsfix.models.phrasing import phrasing
from tools.phrasing.corrupt import wrong
from tools.phrasing.garble import Garbler

GOOD = "The mayor said on Monday that the old bridge would be closed for two weeks .".split()


def garbler() -> Garbler:
    return Garbler(phrasing().ngrams, np.random.default_rng(1).standard_normal((60, 4)), 1)


def test_sentences_are_garbled_the_same_every_time() -> None:
    one, other = garbler(), garbler()
    found = [one.garbled(GOOD) for _ in range(60)]
    assert found == [other.garbled(GOOD) for _ in range(60)]
    kept = sum(words == GOOD for words in found)
    assert 10 < kept < 40
    assert min(map(len, found)) > 3
    # Nobody's list is changed, and what is garbled is mostly seen to be wrong.
    assert " ".join(GOOD).startswith("The mayor said on Monday")
    assert sum(any(wrong(words, GOOD)) for words in found) > 20


def test_words_that_are_put_in_are_known() -> None:
    number = phrasing().ngrams.words.number
    own = {word.lower() for word in GOOD}
    for words in map(garbler().garbled, [GOOD] * 60):
        new = {word for word in words if word.lower() not in own}
        assert all(number(word) > 7 for word in new)
