"""Regular expressions that are compiled on first use.

Compiling a pattern costs about a millisecond, and most texts need few of them: a pattern that no
text asks for is never compiled, and ``regex`` itself is not imported before the first is.
"""

from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from regex import Match
    from regex import Pattern as Compiled


class Pattern:
    """A lazily compiled ``regex`` pattern, with version 1 behaviour and ``^``/``$`` at lines."""

    def __init__(self, source: str, **lists: Any) -> None:
        r"""Keep ``source``; ``lists`` are the word lists that it names as ``\L<name>``."""
        self.source = source
        self._lists = lists

    def __repr__(self) -> str:
        return f"Pattern({self.source!r})"

    @cached_property
    def compiled(self) -> "Compiled[str]":
        """The pattern itself, compiled now if it was not."""
        import regex

        flags = regex.VERSION1 | regex.MULTILINE
        return regex.compile(self.source, flags, **self._lists)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> "Iterator[Match[str]]":
        """Yield every match in order."""
        return self.compiled.finditer(text, start, end)

    def near(
        self, text: str, literals: "Iterable[str]", before: int, behind: int
    ) -> "Iterator[Match[str]]":
        """Yield the matches around any of ``literals``, which each match must hold, each once, in no order.

        Much cheaper than ``finditer`` where the literals are rare: a match begins at most ``before``
        characters ahead of one, and ends at most ``behind`` after its beginning.

        >>> [match[0] for match in Pattern("[a-z]+ cat").near("the cat saw a cat", ["cat"], 8, 8)]
        ['the cat', 'a cat']
        """
        seen = set()
        for literal in literals:
            at = text.find(literal)
            while at >= 0:
                for match in self.compiled.finditer(text, max(0, at - before), at + behind):
                    if match.span() not in seen:
                        seen.add(match.span())
                        yield match
                at = text.find(literal, at + 1)

    def search(self, text: str, start: int = 0, end: int | None = None) -> "Match[str] | None":
        """Return the first match, if there is one."""
        return self.compiled.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> "Match[str] | None":
        """Return the match that begins at ``start``, if there is one."""
        return self.compiled.match(text, start, end)

    def fullmatch(self, text: str) -> "Match[str] | None":
        """Return the match of the whole ``text``, if there is one."""
        return self.compiled.fullmatch(text)
