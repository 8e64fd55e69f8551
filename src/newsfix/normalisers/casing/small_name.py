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
_LEAST_MENTIONS = 2
_SHORTEST = 4  # letters
_MARKS = ("", *'.,;:!?)"”’', "'s", "’s", ',"', ",”", '."', ".”", ").", "),")
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

    Places, peoples, languages, months and days that are no ordinary words are sure. Other names are
    sure where the document itself mostly writes them with a capital; a word that no list knows is
    never sure. Names that are words too (turkey, china, march) need context and are left alone, and
    so are words of other languages.
    """
    for word in sorted(_candidates(text)):
        places = list(_occurrences(text, word))
        for start in places:
            span = Span(start, start + len(word))
            sure = _sure(text, word, len(places))
            if not _is_english(text, *span):
                sure = min(sure, 0.6)
            message = f"“{word}” is a name and needs a capital."
            yield replace((start, start + 1), word[0].upper(), message, sure, at=span)


def _candidates(text: Text) -> set[str]:
    """Return the small words of the text that are names, by a list or by the text itself."""
    vocabulary = text.vocabulary
    own = {
        name.lower()
        for name, count in vocabulary.names.items()
        if count >= _LEAST_MENTIONS and len(name) >= _SHORTEST
    }
    listed = {_with_marks()[token] for token in _tokens() & vocabulary.tokens}
    return listed | ((own & vocabulary.tokens) - _common())


def _occurrences(text: Text, word: str) -> Iterator[int]:
    at = text.raw.find(word)
    while at >= 0:
        match = _ALONE.match(text.raw, at)
        if match and match[0] == word and not text.is_protected(match.span()):
            yield at
        at = text.raw.find(word, at + len(word))


def _sure(text: Text, word: str, written_small: int) -> float:
    if word in words("places"):
        return 0.97
    capital = entries("names").get(word) or word.capitalize()
    mostly = text.vocabulary.names[capital] >= 2 * written_small
    if word in words("names"):
        return 0.96 if mostly else 0.85
    return 0.8 if mostly and len(word) > 4 else 0.6


@cache
def _with_marks() -> dict[str, str]:
    """Return every listed name as it stands between spaces, with the marks that may follow."""
    listed = words("places") | (words("names") - _common())
    return {name + mark: name for name in listed for mark in _MARKS}


@cache
def _tokens() -> frozenset[str]:
    return frozenset(_with_marks())


def _common() -> frozenset[str]:
    return words("words", "closed_class")


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
