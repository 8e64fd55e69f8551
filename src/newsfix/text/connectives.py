"""Connectives made of a noun between two small words, and wordings that differ from one in a small word.

"In recognition to", "on basis of": the noun is right, and a preposition or an article is that of another
language. Whatever edited news writes itself is none, however near it is to a connective.
"""

from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from newsfix.span import Span
from newsfix.text.lists import entries, words
from newsfix.text.patterns import Pattern

_BEFORE = Pattern(
    r"(?i)(?<![\p{L}’'-])(?<first>in|on|at|by|for|with|under|within|to|as|from)[ ](?:(?<article>an?|the)[ ])?\Z"
)
_AFTER = Pattern(r"[ ](?<last>of|to|with|from|than|about|against|for|at)(?![\p{L}’'-])")
_BEGINNINGS = frozenset(
    f" {word[:2]}" for word in "of to with from than about against for at".split()
)
_LONGEST = len("within the ")
# A preposition before the noun is another one of these, or a verb may want it.
_FIRST = frozenset("in on at by".split())
_LAST = frozenset("of to with from than about against".split())


class Phrase(NamedTuple):
    """A noun between two small words, in small letters; the article may be missing."""

    first: str
    article: str
    noun: str
    last: str

    def __str__(self) -> str:
        return " ".join(filter(None, self))


class Wording(NamedTuple):
    """A wording near to a connective that it is not, and that connective."""

    span: Span
    meant: Phrase


def find_wordings(raw: str, bare: AbstractSet[str]) -> Iterator[Wording]:
    """Yield what differs from a connective in one small word; ``bare`` are the words of the text.

    >>> [str(one.meant) for one in find_wordings("In recognition to her", {"recognition"})]
    ['in recognition of']
    """
    for phrase, span in phrases_in(raw, _nouns() & bare):
        if str(phrase) not in words("connective_variants"):
            meant = nearest(phrase)
            if meant is not None:
                yield Wording(span, meant)


def phrases_in(raw: str, nouns: AbstractSet[str]) -> Iterator[tuple[Phrase, Span]]:
    """Yield where one of ``nouns`` stands between two small words."""
    for noun in sorted(nouns):
        at = raw.find(noun)
        while at >= 0:
            end = at + len(noun)
            after = _AFTER.match(raw, end) if raw[end : end + 3] in _BEGINNINGS else None
            before = _BEFORE.search(raw[max(0, at - _LONGEST - 1) : at]) if after else None
            if after and before:
                first, article = before["first"].lower(), (before["article"] or "").lower()
                start = at - len(before[0])
                yield Phrase(first, article, noun, after["last"]), Span(start, after.end())
            at = raw.find(noun, end)


def nearest(phrase: Phrase) -> Phrase | None:
    """Return the connective that a phrase differs from in one small word; None if it is one, or there is none."""
    known = _by_noun()[phrase.noun]
    if phrase in known:
        return None
    return next((one for one in known if _differs_in_one(phrase, one)), None)


def _differs_in_one(phrase: Phrase, other: Phrase) -> bool:
    first, article, last = (
        phrase.first != other.first,
        phrase.article != other.article,
        phrase.last != other.last,
    )
    if first + article + last != 1 or (last and phrase.last not in _LAST):
        return False
    if article and phrase.article and not other.article and other.last == "of":
        return False  # "his part in the violation of the law" is another "in"
    return not first or (phrase.first in _FIRST and other.first in _FIRST)


@cache
def phrases() -> tuple[Phrase, ...]:
    """Return the connectives, the most usual of each noun first."""
    found = []
    for entry in entries("connectives"):
        first, *article, noun, last = entry.split()
        found.append(Phrase(first, " ".join(article), noun, last))
    return tuple(found)


@cache
def _by_noun() -> dict[str, list[Phrase]]:
    found: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases():
        found[phrase.noun].append(phrase)
    return found


@cache
def _nouns() -> frozenset[str]:
    return frozenset(_by_noun())
