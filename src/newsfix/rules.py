"""How a rule is declared: one function with its code, its name, its examples and its limits.

The tests, ``newsfix explain``, the page of the rule and the table in the README are all made from
the declaration, so there is nothing else to edit when a rule is added.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from inspect import cleandoc
from types import MappingProxyType
from typing import Protocol, runtime_checkable

from newsfix.finding import Finding
from newsfix.text import Text
from newsfix.triggers import Triggers

Check = Callable[[Text], Iterable[Finding]]

_CODE = re.compile(r"[A-Z]{2,}[0-9]*")
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

#: The languages that a rule knows, by their codes: English alone …
ENGLISH = frozenset(("en",))
#: … or whatever a text is written in.
EVERY = frozenset(("*",))


class UnavailableError(Exception):
    """A normaliser cannot work now: a server does not answer. The message is one line.

    A pipeline goes on without it, and its report says so.
    """


@runtime_checkable
class Normaliser(Protocol):
    """Whatever looks at a text and reports: a rule, a family of rules, a model, a server."""

    @property
    def name(self) -> str:
        """What the normaliser is called, for choosing and for messages."""

    @property
    def rules(self) -> Sequence["Rule"]:
        """What it can report."""

    def find(self, text: Text) -> Iterable[Finding]:
        """Report what looks wrong in ``text``, with spans in ``text.raw``; change nothing.

        UnavailableError if that cannot be told now.
        """


@dataclass(frozen=True, eq=False)
class Rule:
    """One kind of fault. A rule is a normaliser of its own, and a part of its family's."""

    code: str
    name: str
    check: Check
    #: Garbled text → what the default pipeline makes of it by this rule.
    changes: Mapping[str, str] = field(default_factory=dict)
    #: Garbled text → what it would be if the rule's suggestions were taken.
    suggests: Mapping[str, str] = field(default_factory=dict)
    #: Texts in which the rule reports something and proposes no fix.
    flags: tuple[str, ...] = ()
    #: Good texts that neither this rule nor the default pipeline may change.
    keeps: tuple[str, ...] = ()
    #: Known failures: garbled text → what a better rule would make of it.
    misses: Mapping[str, str] = field(default_factory=dict)
    #: Literals (characters or longer) of which the text must hold at least one.
    needs: frozenset[str] = frozenset()
    #: The same for the shape of the text, in which letters are ``a`` or ``A`` and digits ``9``.
    shapes: frozenset[str] = frozenset()
    #: Whether the rule is on unless it is asked for.
    default: bool = True
    #: In what languages texts may be that it looks at: codes such as ``de``, or EVERY.
    languages: frozenset[str] = ENGLISH

    def __post_init__(self) -> None:
        if not _CODE.fullmatch(self.code):
            raise ValueError(
                f"a rule's code is capitals and digits, like PUN101, not {self.code!r}"
            )
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"a rule's name is words-with-hyphens, not {self.name!r}")
        if any(len(shape) < 2 for shape in self.shapes):
            raise ValueError(f"a shape has two characters at least; {self.code} has a shorter one")

    @property
    def summary(self) -> str:
        """What the fault is, in one line."""
        return self.explanation.partition("\n")[0]

    @property
    def explanation(self) -> str:
        """All that the rule's author says of it."""
        return cleandoc(self.check.__doc__ or self.name)

    def knows(self, language: str) -> bool:
        """Say whether the rule can look at texts in a language, whose code is such as ``de``."""
        return self.languages == EVERY or language in self.languages

    @property
    def rules(self) -> tuple["Rule", ...]:
        """The rule itself."""
        return (self,)

    def find(self, text: Text) -> Iterator[Finding]:
        """Report this fault in ``text``; a text without what the rule needs is not looked at."""
        if self._triggers.live(text):
            yield from self.look(text)

    def look(self, text: Text) -> Iterator[Finding]:
        """Report this fault in ``text``, whose needs are known to be met."""
        for finding in self.check(text):
            yield replace(finding, code=self.code)

    @cached_property
    def _triggers(self) -> Triggers:
        return Triggers((self,))


def rule(  # noqa: PLR0913  # each says one thing of the rule
    code: str,
    name: str,
    *,
    changes: Mapping[str, str] | None = None,
    suggests: Mapping[str, str] | None = None,
    flags: Iterable[str] = (),
    keeps: Iterable[str] = (),
    misses: Mapping[str, str] | None = None,
    needs: Iterable[str] = (),
    shapes: Iterable[str] = (),
    default: bool = True,
    languages: Iterable[str] = ENGLISH,
) -> Callable[[Check], Rule]:
    """Declare the decorated function to be a rule: it takes a Text and yields findings.

    The function's docstring explains the fault: its first line says what it is, the rest why it
    comes about and which good text it must not be confused with. See Rule for the arguments.

    >>> from newsfix.finding import replace as repair
    >>> @rule("DEMO1", "ampersand", changes={"salt & pepper": "salt and pepper"}, needs="&")
    ... def ampersand(text):
    ...     '''An ampersand for "and".'''
    ...     at = text.raw.find(" & ")
    ...     if at >= 0:
    ...         yield repair((at + 1, at + 2), "and", "An ampersand for “and”.", 0.9)
    >>> [finding.code for finding in ampersand.find(Text("salt & pepper"))]
    ['DEMO1']
    """

    def declare(check: Check) -> Rule:
        return Rule(
            code,
            name,
            check,
            changes=MappingProxyType(dict(changes or {})),
            suggests=MappingProxyType(dict(suggests or {})),
            flags=tuple(flags),
            keeps=tuple(keeps),
            misses=MappingProxyType(dict(misses or {})),
            needs=frozenset(needs),
            shapes=frozenset(shapes),
            default=default,
            languages=frozenset(languages),
        )

    return declare


@dataclass(frozen=True, eq=False)
class Family:
    """Rules that look at the same text together; the order in which they stand never matters."""

    name: str
    rules: tuple[Rule, ...]

    def find(self, text: Text) -> Iterator[Finding]:
        """Report what any of the rules finds in ``text``."""
        for at in self._triggers.live(text):
            yield from self.rules[at].look(text)

    @cached_property
    def _triggers(self) -> Triggers:
        return Triggers(self.rules)
