"""Where the names and phrases of a list stand in a text."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from newsfix.span import Span


class Listed:
    """Names and phrases, looked for all together: only those whose words are all there, which are few.

    >>> found = Listed(["Hague", "North Sea"]).find("In the North Sea; Haguers, Hague.", {"North", "Sea", "Hague"})
    >>> sorted(span for _, span in found)
    [Span(start=7, end=16), Span(start=27, end=32)]
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_last: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for phrase in phrases:
            *others, last = phrase.split()
            self._by_last.setdefault(last, []).append((phrase, frozenset(others)))

    def find(self, raw: str, words: AbstractSet[str]) -> Iterator[tuple[str, Span]]:
        """Yield each phrase with every place where it stands, in no order that means anything.

        ``words`` are those of the text without their marks. A part of a longer word is none.
        """
        for last in self._by_last.keys() & words:
            for phrase, others in self._by_last[last]:
                if others <= words:
                    yield from ((phrase, span) for span in _places(raw, phrase))


def _places(raw: str, phrase: str) -> Iterator[Span]:
    at = raw.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not (raw[at - 1 : at].isalnum() or raw[end : end + 1].isalnum()):
            yield Span(at, end)
        at = raw.find(phrase, end)
