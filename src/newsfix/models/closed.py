"""The words of the closed classes that edits put in, leave out, or take one for another."""

from functools import cache

#: What can be missing.
MISSING = (
    "the a an of to in for on that and at with by from is are was were be been have has had it as who"
    " which will would he they about into"
).split()
#: What can be too much.
SUPERFLUOUS = frozenset(
    (
        *MISSING,
        *"its their his her them him this these those there also so do does did being over".split(),
    )
)
_SETS = (
    (
        "of to in for on with at by from as about into over after under between against during through"
        " within among towards toward than like since until"
    ).split(),
    "the a an its their his this".split(),
    "is are was were be been being".split(),
    "has have had having".split(),
    "do does did".split(),
    "will would can could".split(),
    "this these those that".split(),
    "who which that whom".split(),
    "it they he she".split(),
    "many much".split(),
    "more most".split(),
    "and but or".split(),
    "its their his her".split(),
)
#: Every one that is ever put in.
PUT_IN = tuple(dict.fromkeys((*MISSING, *(word for words in _SETS for word in words))))
#: All of them.
CLOSED = frozenset(PUT_IN) | SUPERFLUOUS


@cache
def alternatives() -> dict[str, tuple[str, ...]]:
    """Return what a word is mistaken for.

    >>> alternatives()["many"]
    ('much',)
    """
    found: dict[str, list[str]] = {}
    for words in _SETS:
        for word in words:
            found.setdefault(word, []).extend(other for other in words if other != word)
    return {word: tuple(dict.fromkeys(others)) for word, others in found.items()}
