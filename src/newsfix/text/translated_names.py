"""Surnames that were translated as words, by what the document says beside them.

Sparrow, Baker and Dove are surnames too, so a name that is a word says nothing. What tells is the document:
somebody else stands behind the same first name or title, nobody introduces the one who is called by a word,
or the surname that means the word stands in the text as well.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from newsfix.text.lists import entries, words
from newsfix.text.mentions import TITLES, Mention
from newsfix.text.name_forms import folded

_LONGEST = 25  # characters of a title or first name
_RARE = 5  # documents of edited news that write the word as a name …
_RARE_IF_SURNAME = 20  # … the same of a word that surnames of other languages mean
_NO_WORDS = "closed_class", "places", "first_names", "body_nouns"
_ADDRESS = frozenset("mr mrs ms miss dr sir lord lady".split())
# Titles that stand before offices, ships and firms too.
_NO_PERSON = frozenset(
    "general justice captain prince queen king chief father sister brother".split()
)
_SAYS = ("said", "says", "told", "added", "stressed", "noted", "wrote", "explained")


class Translated(NamedTuple):
    """A word in the place of a surname."""

    mention: Mention
    surname: str  #: whom the document calls so beside the same first name or title, or ""
    why: str  #: in words, what the document shows
    sure: float


def find_translated(
    raw: str, bare: AbstractSet[str], mentions: Callable[[], Sequence[Mention]]
) -> tuple[Translated, ...]:
    """Return the mentions of people by a word; ``mentions`` is asked for where such a word has a title.

    >>> from newsfix.text.mentions import find_mentions
    >>> raw = "The minister Oleh Golub came. Later Oleh Dove left."
    >>> [one.surname for one in find_translated(raw, set(raw.split()), lambda: find_mentions(raw))]
    ['Golub']
    """
    wanted = {word for name in _words_of().keys() & bare for word in _words_of()[name] & bare}
    wanted.update(word for word in bare if _is_rare(word) and _has_title(raw, word))
    if not wanted:
        return ()
    people = _People(mentions())
    found = [one for word in wanted for one in people.judged(raw, word)]
    return tuple(sorted(found, key=lambda one: one.mention.span))


class _People:
    """Who is called what in one text."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.of: dict[str, list[Mention]] = defaultdict(list)
        self.by_first: dict[str, set[str]] = defaultdict(set)
        self.by_title: dict[str, set[str]] = defaultdict(set)
        for one in mentions:
            if one.after:
                continue
            self.of[one.word].append(one)
            if _is_first_name(one.before):
                self.by_first[one.before].add(one.word)
            if one.role in TITLES:
                self.by_title[one.role].add(one.word)

    def judged(self, raw: str, word: str) -> Iterator[Translated]:
        """Yield the mentions of a person by ``word`` if the document shows that it is no surname."""
        own = self.of[word]
        firsts = {one.before for one in own if _is_first_name(one.before)}
        shared = {first for first in firsts if self._others(self.by_first[first], word)}
        if firsts - shared:
            return  # somebody of that name is introduced
        titles = {one.role for one in own if one.role in TITLES and not _begins(raw, one)}
        verdict = self._verdict(word, shared, titles)
        if verdict is None:
            return
        surname, why, sure = verdict
        for one in own:
            if one.before in shared or one.role in titles or _speaks(raw, one):
                yield Translated(one, surname, why, sure)

    def _verdict(
        self, word: str, firsts: AbstractSet[str], titles: AbstractSet[str]
    ) -> tuple[str, str, float] | None:
        for surname in sorted(self.of):
            means = folded(surname.lower()) in _meanings().get(word.lower(), ())
            if means and (not firsts or not firsts.isdisjoint(self._firsts(surname))):
                why = f"“{word}” is what the name “{surname}” means, which stands here {_times(len(self.of[surname]))}"
                return surname, why, 0.85
        if not _is_rare(word):
            return None
        for first in sorted(firsts):
            others = sorted(self._others(self.by_first[first], word))
            surname = others[0] if len(others) == 1 else ""
            return surname, f"“{first}” is called “{first} {others[0]}” elsewhere", 0.75
        for title in sorted(titles - _NO_PERSON):
            others = sorted(self._others(self.by_title[title], word))
            if title in _ADDRESS:
                others = [name for name in others if self._firsts(name) - {""}]
            if others and title in _ADDRESS:
                return "", f"nobody introduces “{word}” by a first name, as “{others[0]}” is", 0.65
            if others:
                why = f"the {title} is “{others[0]}” elsewhere, and nobody introduces “{word}”"
                return others[0] if len(others) == 1 else "", why, 0.65
        return None

    def _firsts(self, surname: str) -> set[str]:
        return {one.before for one in self.of[surname]}

    def _others(self, names: Collection[str], word: str) -> set[str]:
        """Return the surnames among ``names`` that are no words."""
        return {
            name
            for name in names
            if name != word
            and len(name) > 2
            and not name.isupper()
            and not _is_word(name)
            and name.lower() not in _no_names()
        }


def _has_title(raw: str, word: str) -> bool:
    """Say whether a title or a first name stands anywhere before a word."""
    at = raw.find(f" {word}")
    while at > 0:
        if raw[at - 1] == "." or raw[at - 1].isalpha():
            before = raw[max(0, at - _LONGEST) : at].rpartition(" ")[2].rpartition("\n")[2]
            if before.rstrip(".").lower() in TITLES or before in words("first_names"):
                return True
            if before[:1].isupper() and word.lower() in _meanings() and _is_first_name(before):
                return True
        at = raw.find(f" {word}", at + 1)
    return False


def _begins(raw: str, mention: Mention) -> bool:
    """Say whether a mention begins a sentence, and the title ends the one before: "is the president. Recent"."""
    before = raw[max(0, mention.span.start - 2) : mention.span.start]
    return before == ". " and len(mention.role) > len("capt")


def _speaks(raw: str, mention: Mention) -> bool:
    return (
        not mention.before
        and raw.startswith(_SAYS, mention.span.end + 1)
        and raw[mention.span.end] == " "
    )


def _is_first_name(word: str) -> bool:
    if len(word) < 3 or word.isupper() or not word.isalpha():
        return False
    small = word.lower()
    return word in words("first_names") or (
        small not in _no_names() and not _is_word(word) and small not in TITLES
    )


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


@cache
def _meanings() -> dict[str, frozenset[str]]:
    """Return the words that surnames mean, each with those surnames as they are compared."""
    return {
        word: frozenset(folded(name.lower()) for name in names.split())
        for word, names in entries("surname_words").items()
    }


@cache
def _words_of() -> dict[str, frozenset[str]]:
    """Return the surnames that mean words, with and without their marks, each with those words."""
    found: dict[str, set[str]] = defaultdict(set)
    for word, names in entries("surname_words").items():
        for name in names.split():
            found[name].add(word.capitalize())
            found[folded(name)].add(word.capitalize())
    return {name: frozenset(some) for name, some in found.items()}


def _is_word(name: str) -> bool:
    """Say whether a name with a capital may have been made of a word."""
    small = name.lower()
    if name != small.capitalize():
        return False
    if small in entries("surname_words"):
        return True
    return (
        small in entries("words")
        and small not in TITLES
        and not any(small in entries(others) for others in _NO_WORDS)
    )


def _is_rare(name: str) -> bool:
    """Say whether a name may have been made of a word that edited news hardly ever writes as a name."""
    if not _is_word(name):
        return False
    most = _RARE_IF_SURNAME if name.lower() in entries("surname_words") else _RARE
    return int(entries("known_names").get(name, "0")) < most


@cache
def _no_names() -> frozenset[str]:
    bodies = (noun.lower() for noun in words("body_nouns"))
    return words("places", "closed_class", "words") | frozenset(bodies)
