"""CAS107."""

from collections.abc import Iterator
from functools import cache

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.span import Span
from newsfix.text import Pattern, Text
from newsfix.text.lists import entries, words

_ALONE = Pattern(r"(?<![\p{L}\p{N}@#&./:_’'-])\p{Ll}{3,}(?![\p{L}\p{N}@&/_-]|\.\p{L}|['’]\p{L}{3})")
_NEIGHBOUR = Pattern(r"[\p{L}’']+")
_SHORTEST = 4  # letters
_WORD_BEFORE = Pattern(r"(?:\p{L}[\p{L}’'-]*|\p{N}+)(?=[ ]\Z)")
# What a name stands behind, and a common noun hardly without an article.
_ALONE_AFTER = ("", "preposition", "conjunction", "adverb", "auxiliary")
_TITLE_AFTER = Pattern(r"[ ](?:of[ ])?\p{Lu}|-")
_INSIDE = Pattern(r"\p{Ll},?[ ]\Z")
# Endings that make an ordinary word of another one.
_DERIVED = tuple("ism ist ists ing tion tions ment ments ity ness ies ics ican icans".split())
# Small words that hardly any other language has.
_ENGLISH = words("closed_class") - frozenset(
    "a am an as at de do en for he her i in is it me no of on or so".split()
)


@rule(
    "CAS107",
    "small-name",
    changes={
        "The army of russia met ukrainian troops on monday.": (
            "The army of Russia met Ukrainian troops on Monday."
        ),
        "He met Zelensky and spoke to Zelensky; then zelensky left.": (
            "He met Zelensky and spoke to Zelensky; then Zelensky left."
        ),
        "The state of florida said that putin had called.": (
            "The state of Florida said that Putin had called."
        ),
        "They left Vorduna at dawn. Trains to vorduna were late.": (
            "They left Vorduna at dawn. Trains to Vorduna were late."
        ),
    },
    keeps=[
        "They ate turkey from fine china in march.",
        "See russia.example.org, @russia and #ukraine now.",
        "The anti-american vote and the pro-russia site",
        "Il est venu de france en april.",
    ],
    misses={"He met the president of chad.": "He met the president of Chad."},
)
def small_name(text: Text) -> Iterator[Finding]:
    """A proper name with a small letter, such as "russia".

    Places, peoples, languages, months and days that are no ordinary words are sure, and so are other
    names inside a sentence, or where the document itself mostly writes them with a capital. A word
    that no list knows is sure where the document uses it as a name only. Names that are words too (turkey, china, march) are
    not this rule's, and words of other languages are left alone.
    """
    for word in sorted(_candidates(text)):
        places = list(_occurrences(text, word))
        for start in places:
            span = Span(start, start + len(word))
            sure = _sure(text, span, len(places))
            if not sure:
                continue
            if not _is_english(text, *span):
                sure = min(sure, 0.6)
            message = f"“{word}” is a name and needs a capital."
            yield replace((start, start + 1), word[0].upper(), message, sure, at=span)


def _candidates(text: Text) -> set[str]:
    """Return the small words of the text that are names, by a list or by the text itself."""
    vocabulary = text.vocabulary
    small = frozenset(" ".join(vocabulary.names).lower().split()) & vocabulary.tokens
    own = {
        name for name in _uncommon(small) if len(name) >= _SHORTEST and not name.endswith(_DERIVED)
    }
    return own | (_listed() & vocabulary.bare)


def _occurrences(text: Text, word: str) -> Iterator[int]:
    at = text.raw.find(word)
    while at >= 0:
        match = _ALONE.match(text.raw, at)
        if match and match[0] == word and not text.is_protected(match.span()):
            yield at
        at = text.raw.find(word, at + len(word))


def _sure(text: Text, span: Span, written_small: int) -> float:
    """Return how sure it is that a small word is a name, from lists or from the text itself."""
    word = span.of(text.raw)
    if word in words("places"):
        return 0.97
    capital = entries("names").get(word) or word.capitalize()
    mostly = text.vocabulary.names[capital] >= 2 * written_small
    if word in words("names"):
        return 0.96 if mostly or _is_inside(text.raw, span) else 0.85
    if len(word) < 5 or text.vocabulary.names[capital] < written_small:
        return 0.0
    alone = _kind_before(text.raw, span.start) in _ALONE_AFTER and not _TITLE_AFTER.match(
        text.raw, span.end
    )
    return 0.96 if alone and _is_always_name(text, capital) else 0.0


def _is_inside(raw: str, span: Span) -> bool:
    """Say whether small words stand on the left, and the sentence goes on: no label of a speaker."""
    return _INSIDE.search(raw, max(0, span.start - 12), span.start) is not None and raw[
        span.end : span.end + 1
    ] not in (")", ":")


def _is_always_name(text: Text, name: str) -> bool:
    """Say whether the text uses a word with a capital as a name, and never within a title."""
    for start, word in text.vocabulary.inner_capitals:
        if word != name:
            continue
        if _kind_before(text.raw, start) in ("article", "determiner", "possessive", "number"):
            return False
        if _TITLE_AFTER.match(text.raw, start + len(name)):
            return False
    return True


def _kind_before(raw: str, start: int) -> str:
    """Return what kind of word stands before; "" where there is none, "other" for most words."""
    before = _WORD_BEFORE.search(raw, max(0, start - 30), start)
    if before is None:
        return ""
    return "number" if before[0].isdigit() else entries("closed_class").get(before[0], "other")


@cache
def _listed() -> frozenset[str]:
    return words("places") | _uncommon(words("names"))


def _uncommon(names: frozenset[str]) -> frozenset[str]:
    return names - words("words") - words("closed_class")


def _is_english(text: Text, start: int, end: int) -> bool:
    """Say whether the words beside are English ones."""
    line = text.line_at(start)
    around = (
        text.raw[max(line.start, start - 80) : start]
        + " "
        + text.raw[end : min(line.end, end + 80)]
    )
    found = [match[0].lower() for match in _NEIGHBOUR.finditer(around)]
    if any(word in _ENGLISH for word in found):
        return True
    long = [word for word in found if len(word) > 3]
    return not long or sum(word in words("words") for word in long) > len(long) / 3
