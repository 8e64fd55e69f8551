"""The families of rules, in the order in which they work, and where others join them."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from newsfix.plugins import offered
from newsfix.rules import Family, Normaliser, Rule
from newsfix.suppression import SUPPRESSION

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

#: Characters before marks, marks before the words between them, then what the document shows, then its wording.
FAMILIES = (
    *("encoding", "characters", "residue", "punctuation", "quotes", "structure", "casing"),
    *("numbers", "names", "pronouns", "wording", "phrasing"),
)


@cache
def family(name: str) -> Family:
    """Return one of the families by its name: all rules of its folder; KeyError if unknown.

    >>> family("punctuation").rules[0].code
    'PUN101'
    """
    if name not in FAMILIES:
        raise KeyError(f"no family is called {name!r}; there are {', '.join(FAMILIES)}")
    package = import_module(f"{__name__}.{name}")
    rules = (
        value
        for module in iter_modules(package.__path__, f"{package.__name__}.")
        for value in vars(import_module(module.name)).values()
        if isinstance(value, Rule)
    )
    return Family(name, tuple(sorted(rules, key=lambda rule: rule.code)))


def built_in() -> tuple[Family, ...]:
    """Return all families: those that look at the text, and the one that looks at comments."""
    return (*map(family, FAMILIES), SUPPRESSION)


def default() -> tuple[Normaliser, ...]:
    """Return the normalisers of the default pipeline: the families, then what others add."""
    return (*built_in(), *_added())


@cache
def _added() -> tuple[Normaliser, ...]:
    return tuple(_loaded(point) for point in offered())


def _loaded(point: "EntryPoint") -> Normaliser:
    """Return what an entry point names; ValueError, with its name, if that is no normaliser."""
    try:
        normaliser = point.load()
    except Exception as error:
        raise ValueError(f"the normaliser {point.name!r} ({point.value}) fails: {error}") from error
    if not isinstance(normaliser, Normaliser):
        raise ValueError(f"{point.value}, which {point.name!r} names, is no normaliser")  # noqa: TRY004  # as above
    return normaliser
