"""CHR116."""

import unicodedata
from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text

_DIGITS = Pattern(r"[\p{Nd}--[0-9\uff10-\uff19\U0001d7ce-\U0001d7ff]]+(?:[.,:٫٬][\p{Nd}--[0-9]]+)*")
_NEAREST = Pattern(r"\p{L}")
_LATIN = Pattern(r"\p{Latin}")
_SEPARATORS = {"٫": ".", "٬": ","}


@rule(
    "CHR116",
    "foreign-digits",
    changes={
        "About ٢٥ people left at ٨:٣٠; १२ stayed.": "About 25 people left at 8:30; 12 stayed."
    },
    keeps=["The sign says ساعت ٢٥ there."],
    needs=tuple(
        chr(start + digit)
        for start in (0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xBE6, 0xC66, 0xCE6, 0xE50, 0x1040)
        for digit in range(10)
    ),
    languages=EVERY,
)
def foreign_digits(text: Text) -> Iterator[Finding]:
    """A number in the digits of another script, in English text.

    Arabic, Persian, Hindi, Bengali and other languages have digits of their own, which translation
    leaves. The value stays the same. Beside words in its own script a number keeps them.
    """
    raw = text.raw
    for match in _DIGITS.finditer(raw):
        start, end = match.span()
        before = _NEAREST.compiled.findall(raw[max(0, start - 20) : start])[-1:]
        after = _NEAREST.compiled.findall(raw[end : end + 20])[:1]
        if all(_LATIN.match(letter) for letter in (*before, *after)):
            english = "".join(_english(character) for character in match[0])
            yield replace((start, end), english, "A number in the digits of another script.", 0.97)


def _english(character: str) -> str:
    if character.isdigit():
        return str(unicodedata.digit(character))
    return _SEPARATORS.get(character, character)
