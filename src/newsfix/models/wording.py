"""Words as the language model sees them: cut fast, small letters, digits alike, rare ones by their look."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import filterfalse

#: The first numbers of every vocabulary: the edge of a paragraph, then words that it does not hold.
EDGE = "<p>"
CLASSES = (EDGE, "<name>", "<s>", "<ed>", "<ing>", "<ly>", "<word>", "<mark>")
_BY_ENDING = (("ing", 4), ("ed", 3), ("ly", 5), ("s", 2))
_NAME, _WORD, _MARK = 1, 6, 7
_NUMBERS = {1: "0", 2: "00", 4: "0000"}
_SAME = str.maketrans("’‘`´“”„«»–—−", '\'\'\'\'"""""---')
_LONGEST_KEPT = 40
_MOST_KEPT = 100_000


@cache
def pieces() -> re.Pattern[str]:
    """Return the pattern of words and marks: “it's” is two, “don't” two, “1,000” one.

    >>> pieces().findall("The firm's 2,500 didn't “go”.")
    ['The', 'firm', "'s", '2,500', 'didn', "'t", '“', 'go', '”', '.']
    """
    return re.compile(r"\d[\d.,]*\d|\w+|['’](?:s|t|re|ve|ll|d|m)\b|[^\w\s]", re.IGNORECASE)


def plain(word: str) -> str:
    """Return the form under which a word is known.

    >>> plain("The"), plain("1984"), plain("2,500"), plain("’s"), plain("F-16")
    ('the', '0000', '000', "'s", 'f-00')
    """
    if word.isalpha():
        return word.lower()
    if word[0].isdigit() and word.replace(",", "").replace(".", "").isdigit():
        return _NUMBERS.get(len(word), "000")
    word = word.lower().translate(_SAME)
    return "".join("0" if letter.isdigit() else letter for letter in word)


def class_of(word: str) -> int:
    """Return the number of the class of a word that is not in the vocabulary."""
    if not word[:1].isalnum():
        return _MARK
    if not word[0].islower():
        return _NAME
    return next((number for ending, number in _BY_ENDING if word.endswith(ending)), _WORD)


class Words:
    """The words of a vocabulary by number, the commonest first; CLASSES come before them."""

    def __init__(self, known: Sequence[str]) -> None:
        self.known = tuple(known)
        self._numbers = dict(zip(known, range(len(known)), strict=True))
        self._kept = dict(self._numbers)

    def __len__(self) -> int:
        return len(self.known)

    def number(self, word: str) -> int:
        """Return the number of a word as it is written, or of its class."""
        number = self._kept.get(word)
        if number is None:
            number = self._numbers.get(plain(word), 0) or class_of(word)
            if len(word) <= _LONGEST_KEPT:
                if len(self._kept) > len(self.known) + _MOST_KEPT:
                    self._kept = dict(self._numbers)
                self._kept[word] = number
        return number

    def knows(self, word: str) -> bool:
        """Say whether a word in small letters is in the vocabulary."""
        return word in self._numbers

    def unknown(self, words: Iterable[str]) -> list[str]:
        """Return those of ``words`` that are not in the vocabulary as they are written; capitals never are."""
        return list(filterfalse(self._numbers.__contains__, words))

    def numbers(self, words: Sequence[str]) -> list[int]:
        """Return the numbers of words."""
        number = self.number
        kept = map(self._kept.get, words)
        return [known or number(word) for known, word in zip(kept, words, strict=True)]


def cut(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, str]]:
    """Yield the words and marks of a part of ``text``, each with where it begins."""
    for match in pieces().finditer(text, start, len(text) if end is None else end):
        yield match.start(), match[0]
