"""Words that are probably misspelled: nobody knows them, and one slip away is a common word that fits.

Only a word is looked at that stands once in the text, that is no name there, and that neither edited news nor other
languages are known to have. A capital is right where a sentence starts; elsewhere it makes a name.
"""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from newsfix.models.phrasing import phrasing
from newsfix.models.spelling import Correction, correction
from newsfix.models.wording import cut
from newsfix.span import Span
from newsfix.text.joints import is_common
from newsfix.text.lists import words
from newsfix.text.patterns import Pattern

_LONGEST = 20  # letters
_SHORT = 3  #: letters; words so short are looked at though the model knows them, if no list does
_FEWEST_WORDS, _MOST_WORDS = 5, 90  # of a sentence: shorter ones say too little
#: Scores (docs/models/slips.md); in edited news .07 words in 1,000 are above them, some of them misspelled indeed.
_LEAST, _MUCH = -38.0, -34.0
_LEAST_SHORT = MappingProxyType({1: -28.0, 2: -28.0, 3: -15.0})  #: by letters
_LEAST_FIRST = -28.0  #: of the first word of a sentence, which may be a name
_ENGLISH = 0.2  #: probable it is at least that a misspelled word is English
#: Short, and no slips.
_SIGNS = frozenset("i v x w vs ye na da er eh hi ii iii iv min max est ism nos".split())
# Letters alone that spell a word out, and “b)” of a list, are none.
_ALONE = Pattern(
    r"(?<=(?:\A|[\s“\"(‘']))(?<!(?<![\p{L}\p{N}])[b-zB-HJ-Z][ ])\p{Lu}?\p{Ll}+"
    r"(?<!(?<!\p{L})\p{L}(?=\)))(?=[\s,;:!?)”\"’]|\.(?!\p{L})|\Z)"
)


class Misspelling(NamedTuple):
    """A word, what was probably meant, and whether that is nearly sure."""

    span: Span
    meant: str
    is_plain: bool


def find_misspellings(
    raw: str, bare: AbstractSet[str], sentence_at: Callable[[int], Span]
) -> Iterator[Misspelling]:
    """Yield the words of ``raw`` that are probably misspelled, word by word; ``bare`` are its words without marks.

    >>> raw = "The mayor syas that the town has won the prize."
    >>> [(one.span.of(raw), one.meant) for one in find_misspellings(raw, set(raw.split()), lambda at: Span(0, len(raw)))]
    [('syas', 'says')]
    """
    for word in sorted((*_strange(bare), *_first(bare))):
        places = list(islice(_places(raw, word), 2))
        if len(places) != 1:
            continue
        at = places[0]
        sentence = sentence_at(at)
        if word[0].isupper() and at > sentence.start + 1:  # a quotation mark may stand before it
            continue
        found = _in_sentence(raw, sentence, at)
        if found is not None and found.score >= _least(word) and _is_english(word.lower()):
            meant = found.word.capitalize() if word[0].isupper() else found.word
            yield Misspelling(Span(at, at + len(word)), meant, found.score >= _MUCH)


def _strange(bare: AbstractSet[str]) -> Iterator[str]:
    """Yield the words in small letters that nobody knows, or hardly anybody, and that are no names of the text."""
    knows = phrasing().ngrams.words.knows
    for word in bare:
        if (knows(word) and len(word) > _SHORT) or not _is_plain(word) or is_common(word):
            continue
        if word not in _SIGNS and bare.isdisjoint((word.capitalize(), word.upper())):
            yield word


def _first(bare: AbstractSet[str]) -> Iterator[str]:
    """Yield the words with a capital that are not known to be names."""
    knows = phrasing().ngrams.words.knows
    for word in bare:
        if _SHORT <= len(word) <= _LONGEST and word.istitle() and word.isascii() and word.isalpha():
            small = word.lower()
            known = knows(small) or is_common(small) or word in words("known_names", "first_names")
            if not known and small not in bare:
                yield word


def _is_plain(word: str) -> bool:
    letters = len(word) <= _LONGEST and word.islower() and word.isascii() and word.isalpha()
    return letters and word not in words("loanwords", "units")


def _places(raw: str, word: str) -> Iterator[int]:
    """Yield where a word stands alone."""
    at = raw.find(word)
    while at >= 0:
        match = _ALONE.match(raw, at)
        if match is not None and match.end() == at + len(word):
            yield at
        at = raw.find(word, at + len(word))


def _least(word: str) -> float:
    if word[0].isupper():
        return _LEAST_FIRST
    if len(word) == _SHORT and not phrasing().ngrams.words.knows(word):
        return _LEAST
    return _LEAST_SHORT.get(len(word), _LEAST)


def _in_sentence(raw: str, sentence: Span, at: int) -> Correction | None:
    found = list(cut(raw, *sentence))
    if not _FEWEST_WORDS <= len(found) <= _MOST_WORDS:
        return None
    places, pieces = zip(*found, strict=True)
    if at not in places:
        return None
    place = places.index(at)
    if _is_beside_other(pieces, place):
        return None
    if raw[at].isupper():
        after = pieces[place + 1 : place + 2]
        if not all(map(str.islower, after)):
            return None
        pieces = (*pieces[:place], pieces[place].lower(), *pieces[place + 1 :])
    return correction(phrasing().sentence(pieces), place, is_common)


def _is_beside_other(pieces: Sequence[str], at: int) -> bool:
    """Say whether a word stands among words of another language, or a short one in a name: “Ústí nad Labem”."""
    knows = phrasing().ngrams.words.knows
    before, after = pieces[at - 1 : at], pieces[at + 1 : at + 2]
    if len(pieces[at]) == 1 and any(
        len(word) == 1 for word in (*before, *after, *pieces[at + 2 : at + 3])
    ):
        return True  # “c and d” are letters, and a letter at a mark is one as well
    if len(pieces[at]) <= _SHORT and any(word[0].isupper() for word in after):
        return True
    return any(word.islower() and word.isalpha() and not knows(word) for word in (*before, *after))


def _is_english(word: str) -> bool:
    """Say whether a word has the letters of an English one: others are left to the rule for words of the source."""
    from newsfix.models.languages import languages

    return len(word) <= _SHORT or languages().probabilities(word)[0] >= _ENGLISH
