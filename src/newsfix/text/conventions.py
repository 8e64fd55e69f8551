"""How a language sets its marks, where others do it otherwise."""

from typing import NamedTuple


class Conventions(NamedTuple):
    """What is right in a language."""

    #: Marks that have a space before them.
    spaced: frozenset[str] = frozenset()
    #: Quotation marks that close, and open in English: „so“, »so«.
    closing: frozenset[str] = frozenset()
    #: Whether spaces that do not break are set between words on purpose, as behind short words.
    binds_words: bool = True
    #: Whether parts of words stand in brackets that touch the rest: "(wieder)gewählt".
    brackets_parts: bool = True


_LOW = Conventions(closing=frozenset("“‘«"))
_OTHERWISE = {
    "en": Conventions(binds_words=False, brackets_parts=False),
    # Imprimerie nationale, Lexique des règles typographiques: a thin or a full space.
    "fr": Conventions(spaced=frozenset(";:!?")),
    # Languages that open a quotation with a low mark and close it with one that English opens it with.
    **dict.fromkeys("bg cs de et hr is ka lt lv mk sk sl sr".split(), _LOW),
}


def conventions(language: str) -> Conventions:
    """Return the conventions of a language, whose code is such as ``de``.

    >>> sorted(conventions("fr").spaced), sorted(conventions("de").spaced)
    (['!', ':', ';', '?'], [])
    """
    return _OTHERWISE.get(language, Conventions())
