"""Choosing rules by code, by the beginning of a code, by name, or by family."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from newsfix.finding import Finding
from newsfix.rules import Family, Normaliser, Rule
from newsfix.text import Text

ALL = "ALL"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rules are wanted.

    A selector is ``PUN101``, ``PUN1``, ``PUN``, ``punctuation``, ``space-before-mark`` or ``ALL``.

    Without ``select`` the rules that are on by default are; ``extend`` adds to them, and ``ignore``
    takes away from whatever was chosen. A rule that runs as a normaliser of its own was asked for.
    """

    select: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def wants(self, rule: Rule, family: str) -> bool:
        """Say whether ``rule`` of ``family`` is chosen."""
        if any(_names(selector, rule, family) for selector in self.ignore):
            return False
        if any(_names(selector, rule, family) for selector in (*self.select, *self.extend)):
            return True
        return not self.select and (rule.default or family == rule.name)

    def of(self, normalisers: Sequence[Normaliser]) -> tuple[Normaliser, ...]:
        """Return ``normalisers`` without the rules that are not chosen.

        ValueError names a selector that fits no rule, and the nearest one that does.
        """
        self._check(normalisers)
        kept: list[Normaliser] = []
        for normaliser in normalisers:
            rules = tuple(rule for rule in normaliser.rules if self.wants(rule, normaliser.name))
            if len(rules) == len(normaliser.rules):
                kept.append(normaliser)
            elif rules and isinstance(normaliser, Family):
                kept.append(Family(normaliser.name, rules))
            elif rules:
                kept.append(_Part(normaliser, rules))
        return tuple(kept)

    def _check(self, normalisers: Sequence[Normaliser]) -> None:
        rules = [(rule, normaliser.name) for normaliser in normalisers for rule in normaliser.rules]
        for selector in (*self.select, *self.extend, *self.ignore):
            if not any(_names(selector, rule, family) for rule, family in rules):
                known = [
                    ALL,
                    *(name for rule, family in rules for name in (rule.code, rule.name, family)),
                ]
                raise ValueError(
                    f"no rule or family is called {selector!r}{nearest(selector, known)}"
                )


def nearest(wanted: str, known: Iterable[str]) -> str:
    """Return what an error says of the nearest known name, whatever its capitals; or nothing.

    >>> nearest("pun11", ["CAS101", "PUN111", "casing"])
    "; the nearest is 'PUN111'"
    """
    names = {name.lower(): name for name in known}
    near = get_close_matches(wanted.lower(), names, n=1, cutoff=0.4)
    return f"; the nearest is {names[near[0]]!r}" if near else ""


def _names(selector: str, rule: Rule, family: str) -> bool:
    if selector in (ALL, rule.name, family):
        return True
    return selector.isupper() and rule.code.startswith(selector)


@dataclass(frozen=True, slots=True)
class _Part:
    """A normaliser that is no family, and of which only some rules are wanted."""

    whole: Normaliser
    rules: tuple[Rule, ...]

    @property
    def name(self) -> str:
        return self.whole.name

    def find(self, text: Text) -> Iterator[Finding]:
        wanted = {rule.code for rule in self.rules}
        yield from (finding for finding in self.whole.find(text) if finding.code in wanted)
