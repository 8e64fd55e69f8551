"""LanguageTool beside the others, where it is installed."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from benchmarks.grammar.alone import alone
from benchmarks.grammar.observed import Finder
from benchmarks.phrasing.correction import Edit
from benchmarks.phrasing.labels import Range
from newsfix.languagetool import Server, find_home
from newsfix.languagetool.errors import GrammarError

NAME = "LanguageTool"
_START = 120.0  # seconds


@dataclass(frozen=True, slots=True)
class LanguageTool:
    """All that LanguageTool alone finds. It does not say how sure it is, so everything counts alike."""

    find: Finder

    def scores(self, text: str) -> Sequence[tuple[Range, float]]:
        """Score the words at a finding."""
        return [(one.span, 1.0) for _, one in self.find(text)]

    def edits(self, text: str) -> Sequence[Edit]:
        """Take the first proposal of every finding."""
        return [
            Edit(fix.span, fix.replacement, 1.0, applied=True)
            for _, one in self.find(text)
            for fix in one.fixes[:1]
        ]

    def codes(self, text: str) -> Sequence[tuple[str, bool]]:
        """Return the code of every finding, and whether something is proposed."""
        return [(one.code, bool(one.fixes)) for _, one in self.find(text)]


@contextmanager
def languagetool() -> Iterator[LanguageTool | None]:
    """Start a server for the time of a ``with``; one line says so if there is none, and nothing is yielded."""
    with ExitStack() as stack:
        found = None
        try:
            server = stack.enter_context(Server(find_home(), limit=_START))
        except GrammarError as error:
            print(f"LanguageTool is left out: {error}", file=sys.stderr)
        else:
            found = LanguageTool(alone(server.url))
        yield found
