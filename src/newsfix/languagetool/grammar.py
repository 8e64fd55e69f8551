"""The normaliser that asks LanguageTool."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

from newsfix.finding import Finding
from newsfix.languagetool.annotation import annotated
from newsfix.languagetool.chunks import chunks
from newsfix.languagetool.client import ANSWER, Client, Match
from newsfix.languagetool.errors import GrammarError
from newsfix.languagetool.judgement import judged
from newsfix.languagetool.odds import switched_off
from newsfix.languagetool.variety import variety
from newsfix.rules import Rule
from newsfix.text import Text

#: Codes of its findings begin so; what follows is LanguageTool's own rule.
PREFIX = "LT:"
_AT_ONCE = 4
_REMEMBERED = 4_096


class Grammar:
    """A normaliser that asks the LanguageTool server at ``url``.

    Whole paragraphs are sent, several at once, and answers are remembered by their text. ``language``
    of None follows the text (American or British English). Rules that were mostly wrong about news
    are off, unless ``all_rules``. ``find`` raises GrammarError where the server does not answer; a
    pipeline then goes on without it and says so in its report. GrammarError for a bad address.
    """

    name = "grammar"

    def __init__(
        self,
        url: str,
        *,
        language: str | None = None,
        all_rules: bool = False,
        limit: float = ANSWER,
    ) -> None:
        self._client = Client(url, limit=limit)
        self._language = language
        self._off = frozenset() if all_rules else switched_off()
        self._asked = lru_cache(_REMEMBERED)(self._ask)
        self._trouble: GrammarError | None = None

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The one rule that stands for all those of the server."""
        return (LANGUAGETOOL,)

    def find(self, text: Text) -> Iterator[Finding]:
        """Report what the server finds in ``text``; GrammarError if it does not answer."""
        for _, finding in self.matches(text):
            yield finding

    def matches(self, text: Text) -> Iterator[tuple[Match, Finding]]:
        """Yield what the server found, with what is reported of it; GrammarError as above."""
        language = self._language or variety(text)
        spans = list(chunks(text.paragraphs))
        for span, matches in zip(
            spans, self._answers([span.of(text.raw) for span in spans], language), strict=True
        ):
            yield from judged(matches, text, span, self._off)

    def version(self) -> str:
        """Return the version of the server; GrammarError if it does not answer."""
        return self._client.version()

    def _answers(self, parts: list[str], language: str) -> list[tuple[Match, ...]]:
        if self._trouble is not None:
            raise self._trouble  # whoever did not answer once is not asked again
        try:
            if len(parts) < 2:
                return [self._asked(part, language) for part in parts]
            with ThreadPoolExecutor(_AT_ONCE) as pool:
                return list(pool.map(self._asked, parts, [language] * len(parts)))
        except GrammarError as error:
            self._trouble = error
            raise

    def _ask(self, part: str, language: str) -> tuple[Match, ...]:
        return self._client.check(annotated(part), language, self._off)


def _server_side(_: Text) -> Iterator[Finding]:
    """Something that a LanguageTool server reports; its own rule stands behind the colon.

    On only with ``--languagetool``. Its rules for spelling do not count for names, for words in
    quotations and for words that the text uses again and again.
    """
    yield from ()


LANGUAGETOOL = Rule("LT", "languagetool", _server_side)
