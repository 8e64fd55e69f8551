"""CHR101."""

from collections.abc import Iterator, Mapping
from functools import cache

from newsfix.finding import Finding, replace
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text
from newsfix.text.lists import entries, words

_LETTERS = Pattern(r"[\p{L}\p{M}]+")
_LATIN = Pattern(r"\p{Latin}")
_FOREIGN = Pattern(r"[\p{Cyrillic}\p{Greek}\p{Armenian}]")
_NO_NEIGHBOUR = Pattern(r"[\"“”«»:,;.'’]")

_BEGINNING = 3  # letters
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
        "The СОР28 talks": "The COP28 talks",
        "They had to реstart it.": "They had to restart it.",
    },
    keeps=[
        "The paper Правда and the band KoЯn",
        "The α-helix, 5 μm, Δt and a β-blocker, where α is small",
        "He read Αθήνα and СССР on the wall.",
        "In Russian, а means but.",
        "The odelasь of it",
    ],
    misses={"The konstituciя of Russia": "The konstitucia of Russia"},
    needs=(
        "а",
        "е",
        "о",
        "р",
        "с",
        "у",
        "х",
        "і",
        "ѕ",
        "ј",
        "һ",
        "к",
        "т",
        "п",
        "г",
        "в",
        "ь",
        "А",
        "В",
        "Е",
        "К",
        "М",
        "Н",
        "О",
        "Р",
        "С",
        "Т",
        "У",
        "Х",
        "І",
        "Ј",
        "Ѕ",
        "α",
        "ο",
        "ν",
        "ι",
        "κ",
        "ρ",
        "υ",
        "χ",
        "τ",
        "η",
        "ω",
        "γ",
        "ε",
        "ά",
        "ό",
        "έ",
        "Α",
        "Β",
        "Ε",
        "Ζ",
        "Η",
        "Ι",
        "Κ",
        "Μ",
        "Ν",
        "Ο",
        "Ρ",
        "Τ",
        "Υ",
        "Χ",
        "օ",
        "ո",
        "ս",
        "հ",
    ),
    languages=EVERY,
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
        if not _LATIN.search(word):
            sure = _sure_of_whole_word(mapped, text, *match.span())
        if mapped and sure:
            message = f"“{word}” has letters of another alphabet."
            yield replace(match.span(), mapped, message, sure)


def _sure_of_whole_word(mapped: str, text: Text, start: int, end: int) -> float:
    """Say how sure it is that a word wholly of another alphabet is an English one (0: it is not)."""
    if text.raw[end : end + 1].isdigit() and mapped.isupper() and _has_latin_line(text, start, end):
        return 0.96  # COP28, CO2
    if not _is_alone(text, start, end):
        return 0.0
    if mapped in _SMALL:
        # A lone alpha is a symbol.
        return 0.96 if len(mapped) > 1 or text.raw[start] in "аАІ" else 0.0
    return 0.5 if mapped.isupper() and len(mapped) > 1 else 0.0


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
    if len(word) <= 3 or _ENDING.search(word):
        return by_look, 0.7
    same = all(
        letter.isascii() or letter in _SOUND_AS_THEY_LOOK or not latin.get(letter)
        for letter in word
    )
    likely = _begins_like_a_word(by_look) and not _begins_like_a_word(by_sound)
    return by_look, 0.96 if same or likely else 0.7


def _begins_like_a_word(word: str) -> bool:
    return word[:_BEGINNING].lower() in _beginnings()


@cache
def _beginnings() -> frozenset[str]:
    """Return how known words begin."""
    return frozenset(word[:_BEGINNING] for word in words("words", "names", "places"))


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
    if not _has_latin_line(text, start, end):
        return False
    line = text.line_at(start)
    before = text.raw[max(line.start, start - 3) : start]
    after = text.raw[end : min(line.end, end + 2)]
    free = not before or (before[-1] == " " and not _NO_NEIGHBOUR.search(before))
    if after[:1] == " ":
        return free and _LATIN.match(after, 1) is not None
    return free and after[:1] in (",", ".", "")


def _has_latin_line(text: Text, start: int, end: int) -> bool:
    """Say whether all letters nearby are Latin, or look so."""
    line = text.line_at(start)
    around = text.raw[max(line.start, start - 60) : start] + text.raw[end : min(line.end, end + 60)]
    return all(letter in _latin() for letter in _FOREIGN.compiled.findall(around))
