"""What a word that nobody knows may have been meant for: known words that are one slip of the hand away.

The slips are those of F. Damerau (1964): two letters exchanged, one missing, one too many, one that is another.
"""

from collections.abc import Callable, Iterator
from math import log2
from string import ascii_lowercase
from typing import NamedTuple

from newsfix.models.sentence import Sentence

# Bits, fitted to words of edited news that were spoiled by chance, beside the unknown words that stand there.
_SWAPPED, _MISSING = 9, 7  #: for slips that hands make often, beside other ones
_FORMED = 10  #: against a word that is built from known ones: “scouted” is seldom a “shouted”
_CHOICES = 2  #: against each doubling of the number of words that may be meant
_RARITY = 2  #: against each bit by which the word that may be meant is rare

_SHORTEST = 3  #: letters of a word from which others are built
_ENDINGS = (
    *("s", "es", "d", "ed", "r", "er", "rs", "ers", "ing", "ly", "y", "ies", "ied", "ier", "iest", "est", "ness"),
    *("able", "ish", "like", "less", "ful", "ism", "ist", "ists", "ment", "ments", "al", "ally", "ity"),
    *("ise", "ised", "ises", "ising", "ize", "ized", "izes", "izing", "isation", "ization", "ation", "ion", "ions", "ian", "ic"),
)  # fmt: skip
_BEGINNINGS = (
    *("un", "re", "de", "dis", "mis", "over", "out", "non", "pre", "up", "in", "im", "anti", "inter", "sub", "super", "under"),
    *("co", "counter", "micro", "mega", "multi", "post", "semi", "ultra", "bio", "geo", "auto", "eco", "hyper", "fore"),
)  # fmt: skip
# How British and American spellings differ, where neither is a slip.
_VARIANTS = (
    *(("is", "iz"), ("our", "or"), ("ae", "e"), ("oe", "e"), ("ys", "yz"), ("ogue", "og"), ("re", "er"), ("ence", "ense")),
    *(("lling", "ling"), ("lled", "led"), ("ller", "ler"), ("llment", "lment"), ("mould", "mold"), ("grey", "gray")),
)  # fmt: skip


class Correction(NamedTuple):
    """A word that may have been meant, and how sure that is, in bits with an arbitrary zero."""

    word: str
    score: float


def correction(sentence: Sentence, at: int, is_common: Callable[[str], bool]) -> Correction | None:
    """Return what the unknown word at ``at`` of a sentence was probably meant for, if anything near is known.

    ``is_common`` says what may be meant: no name in small letters.

    >>> from newsfix.models.phrasing import phrasing
    >>> words = "The mayor syas that the town has won .".split()
    >>> correction(phrasing().sentence(words), 2, str.isalpha).word
    'says'
    """
    word, model = sentence.words[at], sentence.model
    near = {
        other: bits for other, bits in slips(word) if model.words.knows(other) and is_common(other)
    }
    if not near:
        return None
    numbers = {other: model.words.number(other) for other in near}
    best = max(near, key=lambda other: (sentence.gain(at, at + 1, [numbers[other]]), other))
    if is_variant(word, best):
        return None
    saved = model.bits(sentence.gain(at, at + 1, [numbers[best]]))
    against = _RARITY * model.bits(model.word_cost[numbers[best]]) + _CHOICES * log2(1 + len(near))
    against += _FORMED * is_formed(word, model.words.knows)
    return Correction(best, saved + near[best] - against)


def slips(word: str) -> Iterator[tuple[str, int]]:
    """Yield what is one slip away from a word, with the bits for that slip; the slip that is worth most comes last.

    >>> dict(slips("nto"))["not"], dict(slips("nto"))["into"], "net" in dict(slips("nto"))
    (9, 7, False)
    """
    parts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    for left, right in parts[:-1]:
        yield left + right[1:], 0
        for letter in ascii_lowercase:
            if letter != right[0]:
                yield left + letter + right[1:], 0
    for left, right in parts:
        for letter in ascii_lowercase:
            yield left + letter + right, _MISSING
    for left, right in parts[:-2]:
        if right[0] != right[1]:
            yield left + right[1] + right[0] + right[2:], _SWAPPED


def is_formed(word: str, knows: Callable[[str], bool]) -> bool:
    """Say whether a word may be built from known ones: by an ending, a beginning, or both.

    >>> known = {"scout", "settle", "stop"}.__contains__
    >>> [is_formed(word, known) for word in ("scouted", "unsettling", "stopped", "shcout")]
    [True, True, True, False]
    """
    return any(
        knows(stem)
        for whole in (word, *_without_beginning(word))
        for stem in (whole, *_stems(whole))
        if stem != word
    )


def _without_beginning(word: str) -> Iterator[str]:
    for beginning in _BEGINNINGS:
        if word.startswith(beginning) and len(word) > len(beginning) + _SHORTEST:
            yield word[len(beginning) :]


def _stems(word: str) -> Iterator[str]:
    for ending in _ENDINGS:
        stem = word[: -len(ending)]
        if len(stem) >= _SHORTEST and word.endswith(ending):
            yield from (stem, f"{stem}e", f"{stem}y")
            if stem[-1] == stem[-2]:
                yield stem[:-1]


def is_variant(one: str, other: str) -> bool:
    """Say whether two words are the same one as it is spelled in Britain and in America.

    >>> is_variant("organise", "organize"), is_variant("color", "colour"), is_variant("syas", "says")
    (True, True, False)
    """
    return any(
        one.replace(british, american) == other.replace(british, american)
        for british, american in _VARIANTS
    )
