"""The plain reading of a text: what a person reads, whatever the characters it is written with.

Two strings with the same plain reading say the same thing. The guard compares plain readings, so
that a full-width digit, a Cyrillic letter in an English word, an entity or a tokeniser's mark may
be repaired, while a number, a name or a "not" may not change.
"""

import unicodedata
from functools import cache

from newsfix.text.lists import entries
from newsfix.text.patterns import Pattern

_INVISIBLE = Pattern(r"[\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u3164\ufe00-\ufe0f]+")
_TOKENISED = Pattern(r"[ ]?@([^\s\w@]{1,2})@[ ]?|@@[ ]|▁|Ġ(?=\p{L})")
#: The months, in full and as news shortens them.
MONTHS = tuple(
    "January February March April May June July August September October November December"
    " Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
)
# The decimal and grouping marks of Arabic numbers, and the dot that Turkish leaves on an i.
_MARKS = {"٫": ".", "٬": ",", "\u0307": ""}
# A date without the space before its year is the same date.
_DATE = Pattern(r"(?<=\b\L<months>\.?[ ]\d{1,2}),(?=(?:19|20)\d\d\b)", months=MONTHS)
_APOSTROPHE = Pattern(r"[ ]?['’‘`´ʼ′＇][ ]?")


def plain(text: str) -> str:
    """Return the plain reading of a short text.

    >>> plain("１２ реople don ’t"), plain("1 @,@ 200")
    ("12 people don't", '1,200')
    """
    text = _DATE.compiled.sub(", ", text)
    if text.isascii() and not any(sign in text for sign in "&@'`"):
        return text
    from html import unescape  # slow to import, and most texts have no such sign

    read = unescape(unescape(text))
    read = _TOKENISED.compiled.sub(r"\1", _INVISIBLE.compiled.sub("", read))
    read = unicodedata.normalize("NFKC", read).translate(_confusables())
    read = "".join(map(_with_latin_digits, read))
    return _APOSTROPHE.compiled.sub("'", read)


def _with_latin_digits(character: str) -> str:
    return (
        str(unicodedata.digit(character))
        if character.isdecimal()
        else _MARKS.get(character, character)
    )


@cache
def _confusables() -> dict[int, str]:
    return {ord(letter): latin for letter, latin in entries("confusables").items()}
