"""Put one small fault into a sentence of edited news, as translation does, and remember where it is.

A small word that is dropped, put in or taken for another; two words in each other's place; a noun or a verb
that was lost; another form; some words said twice; a pronoun in the wrong case.
"""

import random
from collections.abc import Callable, Sequence
from typing import NamedTuple

from newsfix.models.closed import MISSING, alternatives
from newsfix.models.inflections import forms
from newsfix.models.tags import Tag

_PREPOSITIONS = tuple(
    "of to in for on with at by from as about into over after under between against".split()
)
#: Which of these is right is seldom a matter of usage.
_OF_SENSE = frozenset(
    "and but or it he she they its his her their a an the this will would".split()
)
_CASES = {
    "I": "me",
    "he": "him",
    "him": "he",
    "she": "her",
    "they": "them",
    "them": "they",
    "we": "us",
    "us": "we",
}
_NOUNS = frozenset((Tag.NOUN, Tag.PROPN))
_VERBS = frozenset((Tag.VERB_FIN, Tag.VERB_GER, Tag.VERB_IMP, Tag.VERB_INF, Tag.VERB_PART))
_LONGEST_REPEATED = 3


class Fault(NamedTuple):
    """A sentence with a fault: which word it shows at, and the words that belong there for which others."""

    kind: str
    words: list[str]
    at: int
    end: int
    right: tuple[str, ...] | None  # None where no small edit repairs it


class Faults:
    """Makes faults by chance; ``knows`` says whether a word is in the vocabulary."""

    def __init__(self, knows: Callable[[str], bool], seed: int) -> None:
        self._knows, self._chance = knows, random.Random(seed)  # noqa: S311 - the same every time
        self._ways = (
            self._dropped,
            self._exchanged,
            self._put_in,
            self._swapped,
            self._lost_noun,
            self._lost_verb,
            self._other_form,
            self._repeated,
            self._other_case,
        )

    def make(self, words: Sequence[str], tags: Sequence[Tag]) -> Fault | None:
        """Return a sentence with a fault of a kind that chance has; None if it has no place for it."""
        return self._chance.choice(self._ways)(list(words), tags)

    def _place(self, words: Sequence[str], fits: Callable[[int], bool], before: int = 1) -> int:
        places = [
            at for at in range(1, len(words) - before) if words[at - 1][-1].isalnum() and fits(at)
        ]
        return self._chance.choice(places) if places else 0

    def _dropped(self, words: list[str], _: Sequence[Tag]) -> Fault | None:
        at = self._place(words, lambda at: words[at] in MISSING)
        return Fault("dropped", words, at, at, (words.pop(at),)) if at else None

    def _exchanged(self, words: list[str], _: Sequence[Tag]) -> Fault | None:
        others = alternatives()
        at = self._place(words, lambda at: words[at] in others and words[at] not in _OF_SENSE)
        if not at:
            return None
        word = words[at]
        some = others[word]
        if word in _PREPOSITIONS and self._chance.random() < 0.3:
            some = tuple(one for one in _PREPOSITIONS if one != word)
        words[at] = self._chance.choice(some)
        return Fault("exchanged", words, at, at + 1, (word,))

    def _put_in(self, words: list[str], _: Sequence[Tag]) -> Fault | None:
        at = self._place(words, lambda at: words[at][0].isalpha())
        choices = MISSING if self._chance.random() < 0.5 else (*_PREPOSITIONS, *["the", "a"] * 6)
        word = self._chance.choice(choices)
        if not at or word in words[at - 1 : at + 1]:
            return None
        words.insert(at, word)
        return Fault("put in", words, at, at + 1, ())

    def _swapped(self, words: list[str], _: Sequence[Tag]) -> Fault | None:
        def fits(at: int) -> bool:
            one, two = words[at : at + 2]
            return one != two and all(word.isalpha() and word.islower() for word in (one, two))

        at = self._place(words, fits)
        if not at:
            return None
        right = words[at], words[at + 1]
        words[at : at + 2] = reversed(right)
        return Fault("swapped", words, at, at + 2, right)

    def _lost_noun(self, words: list[str], tags: Sequence[Tag]) -> Fault | None:
        return self._lost("lost noun", words, lambda at: tags[at] in _NOUNS)

    def _lost_verb(self, words: list[str], tags: Sequence[Tag]) -> Fault | None:
        return self._lost("lost verb", words, lambda at: tags[at] in _VERBS)

    def _lost(self, kind: str, words: list[str], fits: Callable[[int], bool]) -> Fault | None:
        at = self._place(words, lambda at: words[at].isalpha() and fits(at))
        if not at:
            return None
        del words[at]
        return Fault(kind, words, at, at, None)

    def _other_form(self, words: list[str], tags: Sequence[Tag]) -> Fault | None:
        some = _NOUNS | _VERBS | {Tag.AUX_FIN}
        at = self._place(words, lambda at: words[at].islower() and tags[at] in some)
        known = [form for form in forms(words[at]) if self._knows(form)] if at else []
        if not known:
            return None
        word = words[at]
        words[at] = self._chance.choice(known)
        return Fault("form", words, at, at + 1, (word,))

    def _repeated(self, words: list[str], _: Sequence[Tag]) -> Fault | None:
        at = self._place(words, lambda at: words[at].isalpha(), _LONGEST_REPEATED)
        if not at:
            return None
        end = at + self._chance.randint(1, _LONGEST_REPEATED)
        words[end:end] = words[at:end]
        return Fault("repeated", words, end, end, None)

    def _other_case(self, words: list[str], _: Sequence[Tag]) -> Fault | None:
        at = self._place(words, lambda at: words[at] in _CASES)
        if not at:
            return None
        word = words[at]
        words[at] = _CASES[word]
        return Fault("case", words, at, at + 1, (word,))
