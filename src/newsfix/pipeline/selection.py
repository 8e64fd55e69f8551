"""Choosing rules by code, by the beginning of a code, by name, or by family."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsfix.finding import Finding
from newsfix.profile import ENGLISH
from newsfix.rules import Family, Normaliser, Rule
from newsfix.selectors import SERVER, at_server, fits, unknown
from newsfix.text import Text


class Selection(NamedTuple):
    """Which rules are wanted.

    A selector is ``PUN101``, ``PUN1``, ``PUN``, ``punctuation``, ``space-before-mark`` or ``ALL``.

    Without ``select`` the rules that are on by default are, and those with a code in ``on``; ``extend``
    adds to them, and ``ignore`` takes away from whatever was chosen. Rules that do not know the language
    of the texts are not chosen. A rule that runs as a normaliser of its own was asked for.
    """

    select: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    on: frozenset[str] = frozenset()
    language: str = ENGLISH

    def wants(self, rule: Rule, family: str) -> bool:
        """Say whether ``rule`` of ``family`` is chosen."""
        if any(fits(selector, rule, family) for selector in self.ignore):
            return False
        if not rule.knows(self.language) and family != rule.name:
            return False
        if any(fits(selector, rule, family) for selector in (*self.select, *self.extend)):
            return True
        return not self.select and (rule.default or rule.code in self.on or family == rule.name)

    def of(self, normalisers: Sequence[Normaliser]) -> tuple[Normaliser, ...]:
        """Return ``normalisers`` without the rules that are not chosen.

        ValueError names a selector that fits no rule, and the nearest one that does.
        """
        self._check(normalisers)
        kept: list[Normaliser] = []
        withheld = tuple(one for one in self.ignore if one.startswith(f"{SERVER}:"))
        for normaliser in normalisers:
            rules = tuple(rule for rule in normaliser.rules if self.wants(rule, normaliser.name))
            if withheld and any(rule.code == SERVER for rule in rules):
                kept.append(_Without(normaliser, withheld))
            elif len(rules) == len(normaliser.rules):
                kept.append(normaliser)
            elif rules and isinstance(normaliser, Family):
                kept.append(Family(normaliser.name, rules))
            elif rules:
                kept.append(_Part(normaliser, rules))
        return tuple(kept)

    def _check(self, normalisers: Sequence[Normaliser]) -> None:
        rules = [(rule, normaliser.name) for normaliser in normalisers for rule in normaliser.rules]
        for selector in (*self.select, *self.extend, *self.ignore):
            if selector in self.ignore and at_server(selector):
                continue  # right, whether or not a server is asked
            if not any(fits(selector, rule, family) for rule, family in rules):
                raise ValueError(unknown(selector, rules))


class _Without(NamedTuple):
    """A server without some of its own rules."""

    whole: Normaliser
    withheld: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.whole.name

    @property
    def rules(self) -> Sequence[Rule]:
        return self.whole.rules

    def find(self, text: Text) -> Iterator[Finding]:
        yield from (one for one in self.whole.find(text) if one.code not in self.withheld)


class _Part(NamedTuple):
    """A normaliser that is no family, and of which only some rules are wanted."""

    whole: Normaliser
    rules: tuple[Rule, ...]

    @property
    def name(self) -> str:
        return self.whole.name

    def find(self, text: Text) -> Iterator[Finding]:
        wanted = {rule.code for rule in self.rules}
        yield from (finding for finding in self.whole.find(text) if finding.code in wanted)
