"""CHR101."""

from collections.abc import Iterator, Mapping
from functools import cache

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.lists import entries, words

_LETTERS = Pattern(r"[\p{L}\p{M}]+")
_LATIN = Pattern(r"\p{Latin}")
_FOREIGN = Pattern(r"[\p{Cyrillic}\p{Greek}\p{Armenian}]")
_NO_NEIGHBOUR = Pattern(r"[\"“”«»:,;.'’]")

# A foreign ending on a word: it was inflected, not misspelt.
_ENDING = Pattern(r"\p{Latin}(?:\p{Cyrillic}|\p{Greek}){2,}\Z")

# Letters that sound as they look; the others may be meant by their sound, as "р" for "r" may.
_SOUND_AS_THEY_LOOK = frozenset("аеокмтіјѕАЕОКМТІЈЅαοικτΑΕΖΙΚΜΝΟΤ")
_BY_SOUND = str.maketrans(
    "рнсвхупгилРНСВХУПГИЛρνηΡΗΒΧΥ",
    "rnsvhupgilRNSVHUPGILrniRIVHY",
)

# Whole words of look-alikes are repaired only where they spell one of these.
_SMALL = frozenset("a I A he be me so as us is his her has am at to on of or no we co".split())


@cache
def _latin() -> dict[str, str]:
    return dict(entries("confusables"))


@rule(
    "CHR101",
    "homoglyph",
    changes={
        "The Рresident spоke in Κenya.": "The President spoke in Kenya.",
        "It was а cold day in оur town.": "It was a cold day in our town.",
        "They had to реstart it.": "They had to restart it.",
    },
    keeps=[
        "The paper Правда and the band KoЯn",
        "The α-helix, 5 μm, Δt and a β-blocker",
        "He read Αθήνα and СССР on the wall.",
        "In Russian, а means but.",
        "The odelasь of it",
    ],
    misses={"The konstituciя of Russia": "The konstitucia of Russia"},
    needs=("а", "е", "о", "р", "с", "у", "х", "і", "ѕ", "ј", "һ", "к", "т", "п", "г", "в", "ь")
    + ("А", "В", "Е", "К", "М", "Н", "О", "Р", "С", "Т", "У", "Х", "І", "Ј", "Ѕ")
    + ("α", "ο", "ν", "ι", "κ", "ρ", "υ", "χ", "τ", "η", "ω", "γ", "ε", "ά", "ό", "έ")
    + ("Α", "Β", "Ε", "Ζ", "Η", "Ι", "Κ", "Μ", "Ν", "Ο", "Ρ", "Τ", "Υ", "Χ", "օ", "ո", "ս", "հ"),
)
def homoglyph(text: Text) -> Iterator[Finding]:
    """A Cyrillic or Greek letter that looks Latin, inside a Latin word.

    A name that was half transliterated, or a text that was disguised from filters, holds letters of
    another alphabet. Readers do not see it; search and models do. A letter is read by its look or by
    its sound ("р" looks like p and sounds like r), whichever gives a word that is known. Words that
    are wholly foreign, units and formulas stay, but for the smallest English words between Latin
    ones.
    """
    for match in _LETTERS.finditer(text.raw):
        word = match[0]
        if word.isascii() or not _FOREIGN.search(word):
            continue
        mapped, sure = _reading(word, text)
        if mapped and (
            _LATIN.search(word) or (mapped in _SMALL and _is_alone(text, *match.span()))
        ):
            message = f"“{word}” has letters of another alphabet."
            yield replace(match.span(), mapped, message, sure)


def _reading(word: str, text: Text) -> tuple[str, float]:
    """Return the word in Latin letters, by look or by sound, and how sure that is."""
    latin = _latin()
    by_look = "".join(latin.get(letter, letter) for letter in word)
    by_sound = _latinised(word.translate(_BY_SOUND), latin)
    if _FOREIGN.search(by_look):
        return (by_sound, 0.9) if _is_word(by_sound, text) else ("", 0.0)
    if _is_word(by_look, text):
        return by_look, 0.98
    if _is_word(by_sound, text):
        return by_sound, 0.96
    same = all(
        letter.isascii() or letter in _SOUND_AS_THEY_LOOK or not latin.get(letter)
        for letter in word
    )
    return by_look, 0.96 if same and len(word) > 3 and not _ENDING.search(word) else 0.7


def _latinised(word: str, latin: Mapping[str, str]) -> str:
    return "".join(latin.get(letter, letter) for letter in word)


def _is_word(word: str, text: Text) -> bool:
    if _FOREIGN.search(word):
        return False
    small = word.lower()
    if any(small in words(name) for name in ("words", "closed_class", "names", "places")):
        return True
    return bool(text.vocabulary.words[word])


def _is_alone(text: Text, start: int, end: int) -> bool:
    """Say whether a word stands between Latin words, with nothing but spaces beside it."""
    line = text.line_at(start)
    around = text.raw[max(line.start, start - 60) : start] + text.raw[end : min(line.end, end + 60)]
    if _FOREIGN.search(around):
        return False
    before = text.raw[max(line.start, start - 3) : start]
    after = text.raw[end : min(line.end, end + 2)]
    free = not before or (before[-1] == " " and not _NO_NEIGHBOUR.search(before))
    return free and after[:1] == " " and _LATIN.match(after, 1) is not None
