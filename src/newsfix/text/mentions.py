"""Where a text names somebody or something: every word with a capital, and what stands beside it."""

from functools import cache
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


def find_mentions(raw: str) -> tuple[Mention, ...]:
    """Return every word of ``raw`` with a capital, in order.

    >>> [one[1:] for one in find_mentions("We met minister Ana Ruiz; Mr. Berg's men left.")][1:]
    [('Ana', '', 'Ruiz', 'minister'), ('Ruiz', 'Ana', '', 'minister'), ('Mr', '', '', ''), ('Berg', '', '', 'mr')]
    """
    found = [_bare(*match.span(), match[0]) for match in _WORD.finditer(raw)]
    mentions: list[Mention] = []
    last: Mention | None = None
    for at, (span, word) in enumerate(found):
        before = role = ""
        if last is not None:
            gap = raw[last.span.end : span.start]
            if gap in _GAPS or (gap == ". " and len(last.word) == 1):
                before, role = last.word, last.role
            elif gap == ". ":
                before = last.word if last.word.lower() in TITLES else ""
            if len(last.word) == 1 and last.before:
                before = last.before  # an initial stands between
            if before.lower() in TITLES:
                before, role = "", before.lower()
            elif before.lower() in _no_parts():
                before = ""
        if not before and not role:
            role = _role(raw[max(0, span.start - _LONGEST_ROLE) : span.start])
        after = ""
        if at + 1 < len(found):
            following, name = found[at + 1]
            if raw[span.end : following.start] in _GAPS:
                after = name
            elif len(name) == 1 and at + 2 < len(found):
                after = found[at + 2][1] if found[at + 2][0].start - following.end == 2 else ""
        last = Mention(span, word, before, after, role)
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


def _bare(start: int, end: int, word: str) -> tuple[Span, str]:
    if word.endswith(_POSSESSIVE):
        end, word = end - 2, word[:-2]
    return Span(start, end), word
