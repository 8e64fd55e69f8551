"""Every pattern, every rule and every analysis takes time in proportion to the length of the text."""

import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, partial
from importlib import import_module
from inspect import getsource
from pkgutil import walk_packages

import pytest
from _pytest.mark import ParameterSet

import newsfix
from newsfix.text import Pattern, Text
from tests.growth import MOST, growth
from tests.strategies import RULES

#: What makes patterns go back and forth, over and over again.
UNITS = (
    *" aA1.,-\"'“”’(<&@/\néÃ\xa0\u200b…—_#`%а[\\",
    *'a |A |Aa |a. |A. |a, |a.|a-|a/|a\'|aA|1,|1.|1 |$1 |" | "|“a |( |— |! |<a|&a;|@@ '.split("|"),
    *"a\n|\n |A\n\n| \t|the |said |said Aa |Mr. |U.S. |and |of the |www.|http://|a@".split("|"),
)
#: Characters of the shorter text: patterns are fast, and rules are made of them.
FOR_PATTERNS = 500
FOR_RULES = 200
#: Seconds after which a pattern has failed.
TOO_LONG = 0.5


@dataclass(frozen=True)
class Named:
    """A pattern, its name, and the source in which it stands."""

    name: str
    pattern: Pattern
    source: str

    @cached_property
    def searches(self) -> bool:
        """Whether it is looked for anywhere in a text, not only at one place."""
        used = set(re.findall(rf"\b{self.name}\b(?:\.compiled)?\.(\w+)", self.source))
        return not used or bool(used - {"match", "fullmatch"})


def patterns() -> Iterator[tuple[str, Named]]:
    for info in walk_packages(newsfix.__path__, "newsfix."):
        if info.name.endswith("__main__"):
            continue
        module = import_module(info.name)
        source = getsource(module)
        for name, value in vars(module).items():
            if isinstance(value, Pattern) and re.search(rf"^{name}\b.*=", source, re.MULTILINE):
                yield f"{info.name.removeprefix('newsfix.')}:{name}", Named(name, value, source)


PATTERNS = dict(patterns())
ANALYSES = [name for name, value in vars(Text).items() if isinstance(value, cached_property)]

#: Patterns that are only ever shown a stretch of bounded length, and which.
BOUNDED = {
    "pipeline.guard:_LAST_WORDS": "60 characters before an edit",
    "normalisers.casing.small_name:_WORD_BEFORE": "30 characters before a word",
    "normalisers.casing.stray_capital:_TITLE_LIKE": "40 characters before a word",
    "normalisers.punctuation.no_space_after_mark:_LIST": "one token, cut to a bounded length",
    "text.page_lines:_NAME": "lines of eight words at most",
}
#: Patterns and rules that are not linear yet. Strict: take one off when it is put right.
KNOWN: set[str] = set()


def slow_units(
    make: Callable[[str, int], Callable[[], object]], length: int = FOR_RULES
) -> dict[str, float]:
    """Return the units of which more take far more time, and how many times as much."""
    found = {}
    for unit in UNITS:
        try:
            times = growth(partial(make, unit), length)
        except TimeoutError:
            times = float("inf")
        if times > MOST:
            found[unit] = round(times, 1)
    return found


def cases(ids: Iterable[str], known: Container[str]) -> list[ParameterSet]:
    """Return a test case for each id; those that are known to fail must fail."""
    xfail = pytest.mark.xfail(reason="not linear yet")
    return [pytest.param(one, marks=[xfail] if one in known else []) for one in ids]


def use(one: Named, text: str) -> object:
    """Use a pattern as the code does: all over a text, or at a place of it."""
    compiled = one.pattern.compiled
    if one.searches:
        return sum(1 for _ in compiled.finditer(text, timeout=TOO_LONG))
    return [compiled.match(text, at, timeout=TOO_LONG) for at in (0, len(text) // 2)]


@cache
def analysed(unit: str, length: int) -> Text:
    """Return a text all of whose parts were looked at, so that a rule is measured without them."""
    text = Text((unit * length)[:length])
    for name in ANALYSES:
        getattr(text, name)
    return text


@pytest.mark.parametrize("place", cases((one for one in PATTERNS if one not in BOUNDED), KNOWN))
def test_a_pattern_is_linear(place: str) -> None:
    one = PATTERNS[place]
    assert not slow_units(lambda unit, n: partial(use, one, (unit * n)[:n]), FOR_PATTERNS)


@pytest.mark.parametrize("code", cases((rule.code for rule in RULES), KNOWN))
def test_a_rule_is_linear(code: str) -> None:
    def looking(unit: str, length: int) -> Callable[[], object]:
        text = analysed(unit, length)
        return lambda: sum(1 for _ in one.look(text))

    one = next(rule for rule in RULES if rule.code == code)
    assert not slow_units(looking)


@pytest.mark.parametrize("name", ANALYSES)
def test_an_analysis_is_linear(name: str) -> None:
    analyse = vars(Text)[name].func
    assert not slow_units(lambda unit, n: lambda: analyse(Text((unit * n)[:n])))


def test_the_exceptions_are_patterns_and_rules() -> None:
    assert {*PATTERNS, *(rule.code for rule in RULES)} >= {*BOUNDED, *KNOWN}


@pytest.mark.parametrize(("source", "noticed"), [(r"a+b", True), (r"a{1,300}b", False)])
def test_a_slow_pattern_would_be_noticed(source: str, *, noticed: bool) -> None:
    """One that is slow for as far as it looks is not."""
    one = Named("_SLOW", Pattern(source), "_SLOW.search(raw)")
    found = slow_units(lambda unit, n: partial(use, one, (unit * n)[:n]), FOR_PATTERNS)
    assert bool(found) is noticed
