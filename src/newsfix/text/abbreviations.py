"""What a full stop after a short word may mean."""

from enum import Enum

from newsfix.text.lists import entries
from newsfix.text.patterns import Pattern

_BEFORE_STOP = Pattern(r"(?<![\w.&])[\w&]+(?:[.’'][\w&]+)*\.\Z")
_DOTTED = Pattern(r"(?:\p{L}\.){2,}s?|(?:\p{L}{1,2}\.){2,}")


class Stop(Enum):
    """What a full stop does."""

    SENTENCE = "ends a sentence"
    ABBREVIATION = "shortens a word and may end a sentence too"
    TITLE = "shortens a word that something follows"
    INITIAL = "follows an initial"


def stop_at(raw: str, position: int) -> Stop:
    """Say what the full stop at ``position`` of ``raw`` does.

    >>> [stop_at(text, len(text) - 1).name for text in ("It ended.", "the U.S.", "Mr.", "John F.")]
    ['SENTENCE', 'ABBREVIATION', 'TITLE', 'INITIAL']
    """
    begin = max(0, position - 24)
    match = _BEFORE_STOP.search(raw, begin, position + 1)
    if match is None:
        return Stop.SENTENCE
    word = match[0]
    kind = entries("abbreviations").get(word)
    if kind == "title":
        return Stop.TITLE
    if kind == "number":
        following = raw[position + 1 : position + 3].lstrip()
        return Stop.TITLE if following[:1].isdigit() else Stop.SENTENCE
    if kind is not None:
        return Stop.ABBREVIATION
    if len(word) == 2 and word[0].isupper():
        return Stop.INITIAL
    if _DOTTED.fullmatch(word):
        return Stop.ABBREVIATION
    return Stop.SENTENCE
