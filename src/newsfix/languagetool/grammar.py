"""The normaliser that asks LanguageTool."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

from newsfix.finding import Finding
from newsfix.languagetool.annotation import annotated
from newsfix.languagetool.chunks import chunks
from newsfix.languagetool.client import ANSWER, Client, Match
from newsfix.languagetool.errors import GrammarError, RefusedError
from newsfix.languagetool.judgement import Judged, judged
from newsfix.languagetool.odds import State, switched_off
from newsfix.languagetool.swarm import swarms
from newsfix.languagetool.variety import checked, variety
from newsfix.profile import ENGLISH
from newsfix.rules import EVERY, Rule
from newsfix.text import Text

#: Codes of its findings begin so; what follows is LanguageTool's own rule.
PREFIX = "LT:"
#: Seconds for the first answer in another language than English: German takes a minute to load.
LOADING = 300.0
_AT_ONCE = 4
_REMEMBERED = 4_096


class Grammar:
    """A normaliser that asks the LanguageTool server at ``url``.

    Whole paragraphs are sent, several at once, and answers are remembered by their text. ``language``
    of None follows the text: its profile's, and of English the American or British kind. Rules that were mostly wrong about news
    are off, and those that edited news draws too are told among many other faults alone, unless
    ``all_rules``. ``find`` raises GrammarError where the server does not answer; a
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
        self._all = all_rules
        self._off = frozenset() if all_rules else switched_off()
        self._asked = lru_cache(_REMEMBERED)(self._ask)
        self._trouble: GrammarError | None = None

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The one rule that stands for all those of the server."""
        return (LANGUAGETOOL,)

    def find(self, text: Text) -> Iterator[Finding]:
        """Report what the server finds in ``text``; GrammarError if it does not answer."""
        found = self.judged(text)
        if not self._all:
            sure = sum(one.state is State.ON for one in found)
            told = {State.ON, State.MANY} if swarms(sure, text) else {State.ON}
            found = [one for one in found if one.state in told]
        yield from (one.finding for one in found)

    def judged(self, text: Text) -> list[Judged]:
        """Return what the server found, with what it is worth; GrammarError as above."""
        language = self._language or variety(text)
        spans = list(chunks(text.paragraphs))
        answers = self._answers([span.of(text.raw) for span in spans], language)
        return [
            one
            for span, matches in zip(spans, answers, strict=True)
            for one in judged(matches, text, span)
        ]

    def version(self, language: str = ENGLISH) -> str:
        """Return the version of the server; GrammarError if it does not answer, or knows no such language."""
        limit = ANSWER if language.startswith(ENGLISH) else LOADING
        try:
            return Client(self._client.url, limit=limit).version(checked(language))
        except RefusedError:
            raise GrammarError(
                f"this LanguageTool does not know the language “{language}”;"
                f" “newsfix languagetool install --languages {language.partition('-')[0]}” gets it"
            ) from None

    def _answers(self, parts: list[str], language: str) -> list[tuple[Match, ...]]:
        if len(parts) < 2:
            return [self._asked(part, language) for part in parts]
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            return list(pool.map(self._asked, parts, [language] * len(parts)))

    def _ask(self, part: str, language: str) -> tuple[Match, ...]:
        if self._trouble is not None:
            raise self._trouble  # whoever did not answer once is not asked again
        try:
            return self._client.check(annotated(part), language, self._off)
        except RefusedError:  # about this part: the next one may be well
            raise
        except GrammarError as error:
            self._trouble = error
            raise


def _server_side(_: Text) -> Iterator[Finding]:
    """Something that a LanguageTool server reports; its own rule stands behind the colon.

    On only with ``--languagetool``. Its rules for spelling do not count for names that the text uses again
    and again, for words in quotations and for accepted words; those for single names only where the
    text has many other faults.
    """
    yield from ()


LANGUAGETOOL = Rule("LT", "languagetool", _server_side, languages=EVERY)
