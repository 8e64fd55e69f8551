"""Where a text names somebody or something: every word with a capital, and what stands beside it."""

from functools import cache
from itertools import pairwise
from typing import NamedTuple

from newsfix.span import Span
from newsfix.text.lists import words
from newsfix.text.patterns import Pattern

_WORD = Pattern(r"(?<![\p{L}\p{M}\p{N}@#&_/’'-])\p{Lu}[\p{L}\p{M}]*+(?:[’'-][\p{L}\p{M}]++)*+")
_POSSESSIVE = ("'s", "’s")
_LONGEST_ROLE = 24  # characters
# What may stand between two parts of one name.
_GAPS = frozenset(
    (" ", *(f" {particle} " for particle in "de del da dos di du van von der bin ibn".split()))
)
_LONGEST_GAP = max(map(len, _GAPS))
#: Words before a name that are not a part of it.
TITLES = frozenset(
    "president minister premier governor mayor senator secretary general colonel captain judge coach"
    " professor ambassador chancellor prince princess king queen sir lord lady pope bishop king mr mrs ms"
    " miss dr prof sen rep gov gen col capt sgt lt chief director chairman officer representative"
    " congressman congresswoman commissioner sheriff justice dame father sister brother uncle aunt".split()
)


class Mention(NamedTuple):
    """A word of a name, without the possessive, and what stands beside it.

    ``before`` and ``after`` are the parts of the same name beside it (or ""); ``role`` is the title or
    the small word before the name, as in "Mr. Berg" or "minister Berg".
    """

    span: Span
    word: str
    before: str
    after: str
    role: str


_NOBODY = Mention(Span(0, 0), "", "", "", "")


def find_mentions(raw: str) -> tuple[Mention, ...]:
    """Return every word of ``raw`` with a capital, in order.

    >>> [one[1:] for one in find_mentions("We met minister Ana Ruiz; Mr. Berg's men left.")][1:]
    [('Ana', '', 'Ruiz', 'minister'), ('Ruiz', 'Ana', '', 'minister'), ('Mr', '', '', ''), ('Berg', '', '', 'mr')]
    """
    found = [_bare(*match.span(), match[0]) for match in _WORD.finditer(raw)]
    # What stands between a word and the next, where that can be within one name.
    gaps = [
        raw[end:start] if start - end <= _LONGEST_GAP else None
        for (_, end, _), (start, _, _) in pairwise(found)
    ]
    mentions: list[Mention] = []
    last = _NOBODY
    for at, (start, end, word) in enumerate(found):
        before = role = after = ""
        gap = gaps[at - 1] if at else None
        if gap in _GAPS or (gap == ". " and len(last.word) == 1):
            before, role = last.word, last.role
        elif gap == ". ":
            before = last.word if last.word.lower() in TITLES else ""
        if len(last.word) == 1 and last.before:
            before = last.before  # an initial stands between
        if before:
            small = before.lower()
            if small in TITLES:
                before, role = "", small
            elif small in _no_parts():
                before = ""
        if not before and not role:
            role = _role(raw[max(0, start - _LONGEST_ROLE) : start])
        if at < len(gaps):
            if gaps[at] in _GAPS:
                after = found[at + 1][2]
            elif at + 2 < len(found) and len(found[at + 1][2]) == 1:
                after = found[at + 2][2] if found[at + 2][0] - found[at + 1][1] == 2 else ""
        last = Mention(Span(start, end), word, before, after, role)
        mentions.append(last)
    return tuple(mentions)


@cache
def _no_parts() -> frozenset[str]:
    """Return what may stand before a name without being a part of it: small words, days, peoples."""
    return words("closed_class", "places")


def _role(before: str) -> str:
    """Return the small word with which a text ends, and a space behind it."""
    word = before[:-1].rpartition(" ")[2]
    return word if before[-1:] == " " and len(word) > 2 and word.islower() else ""


def _bare(start: int, end: int, word: str) -> tuple[int, int, str]:
    return (start, end - 2, word[:-2]) if word.endswith(_POSSESSIVE) else (start, end, word)
