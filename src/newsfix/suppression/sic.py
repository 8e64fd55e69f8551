"""“[sic]”: somebody has seen what stands before it, and means it to stay."""

import re
from collections.abc import Iterator

from newsfix.scope import Place
from newsfix.span import Span

# Found by its end, which is rare: texts are full of "(" and "s".
_END = re.compile(r"ic!?(?:[*_]{1,3}|</(?:i|em)>)?[\])]")
_BEGINNING = re.compile(r"[\[(](?:[*_]{1,3}|<(?:i|em)>)?[sS]\Z")
_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]*_]*\Z")
#: So many words before it may be meant, and so far before it they begin.
_WORDS = 5
_REACH = 80


def sic_places(text: str) -> Iterator[Place]:
    """Yield the words that a “[sic]” or “(sic)” stands behind, each with it.

    >>> [place.span.of(text) for text in ["It rained. He go [sic] home."] for place in sic_places(text)]
    ['He go [sic]']
    """
    for end in _END.finditer(text):
        beginning = _BEGINNING.search(text[max(0, end.start() - 9) : end.start()])
        if beginning is None:
            continue
        at = end.start() - len(beginning[0])
        start = _first(text, max(0, at - _REACH), at)
        if start < at:
            yield Place(Span(start, end.end()), word=True)


def _first(text: str, since: int, at: int) -> int:
    """Return where the first word begins that is meant: in the same paragraph and sentence."""
    since = max(since, text.rfind("\n\n", since, at) + 1)
    start = at
    for taken, word in enumerate(reversed(list(_WORD.finditer(text, since, at)))):
        if taken == _WORDS or (taken and _SENTENCE_END.search(word[0])):
            break
        start = word.start()
    return start
