"""What two spellings of one name have in common, whatever marks and letters they are written with."""

import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart.
_WHOLE = str.maketrans(
    {
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ð": "d",
        "Ð": "D",
        "ħ": "h",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "Œ": "Oe",
        "þ": "th",
        "Þ": "Th",
        "ı": "i",
        "ʻ": "",
        "ʼ": "",
        "’": "'",
    }
)
# Vowels come and go between transliterations, and so do the letters that only colour another.
_SOUNDS = str.maketrans(
    {
        **dict.fromkeys("aeiouyjhw'-", ""),
        "c": "k",
        "q": "k",
        "g": "k",
        "z": "s",
        "f": "v",
        "b": "v",
        "p": "v",
        "d": "t",
    }
)


@lru_cache(4096)
def folded(word: str) -> str:
    """Return a word without its diacritics.

    >>> folded("Núñez"), folded("Łukaszyk"), folded("Sørensen")
    ('Nunez', 'Lukaszyk', 'Sorensen')
    """
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word.translate(_WHOLE))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def skeleton(word: str) -> str:
    """Return the sounds that all transliterations of a name share, roughly, of a folded small word.

    >>> skeleton("kyrylo"), skeleton("kyrlo"), skeleton("mohammed") == skeleton("muhamad")
    ('krl', 'krl', True)
    """
    found: list[str] = []
    for sound in word.translate(_SOUNDS):
        if not found or found[-1] != sound:
            found.append(sound)
    return "".join(found)


def residue(one: str, other: str) -> tuple[str, str]:
    """Return what is left of two words between their common beginning and their common end.

    >>> residue("petrovich", "petrovych"), residue("kyrylo", "kyrlo")
    (('i', 'y'), ('y', ''))
    """
    most = min(len(one), len(other))
    start = 0
    while start < most and one[start] == other[start]:
        start += 1
    end = 0
    while end < most - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]
