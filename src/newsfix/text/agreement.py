"""Pronouns for one man or woman where none is named or spoken of: "he" for a bank, for ministers, for a report."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from itertools import islice
from typing import NamedTuple

from newsfix.span import Span
from newsfix.text.anybody import both, is_anybody, is_name
from newsfix.text.lists import entries, words
from newsfix.text.patterns import Pattern
from newsfix.text.people import Gender
from newsfix.text.referents import Pronoun

_LONGEST_BACK = 3  # sentences
_FEWEST_FOR_NOTHING = 2  # of them without anybody, where no other meaning is found
_QUOTES = frozenset('“”"„«»')
_STOPS = frozenset(".!?\n")
# Words before the subject.
_OPENING = Pattern(
    r"(?:(?:But|And|So|Yet|Still|Instead|Meanwhile|However|Now|Then|Later|Also|Thus|Earlier|Separately|Nevertheless|Likewise|Indeed"
    r"|Moreover|Therefore),?[ ]|(?:On|In|At|After|Before|During|Since|By|For|With|According)[ ][^,.\n]{3,50},[ ])?"
)
_PHRASE = Pattern(r"[\p{L}\p{N}][\p{L}\p{N}’'.-]*")
_MOST_WORDS = 5  # before the noun of a subject
_ENDS_PHRASE = frozenset(
    "of in for by from to on at with that who which and as about against is are was were has have had do did does will would say"
    " says said be been allows makes gives".split()
)
_ARTICLES = frozenset("the a an its our this that".split())
_GROUPS = (
    "police people families companies countries states banks firms couples twins siblings authorities forces troops rebels"
    " militants unions parties"
).split()
_PARTIES = "Republicans Democrats Conservatives Liberals Muslims Christians Jews".split()
_STATES = "China Turkey Chad Jordan Yemen Nepal Parliament Congress Washington Moscow Beijing Brussels".split()
# The verb of a subject: who says something is somebody, named or not.
_VERB = Pattern(r"[ ](?:\p{Ll}+ly[ ]|(?:also|had|has)[ ])?(?P<verb>\p{Ll}+)")
_VESSEL = Pattern(r"(?i)\b(?:ships?|boats?|frigate|yacht|ferry|vessel|schooner|HMS|USS)\b")


class Meant(Enum):
    """What a pronoun for one man or woman stands for instead."""

    BODY = "body"
    GROUP = "group"
    NOTHING = "nothing"


class Stray(NamedTuple):
    """A pronoun for one man or woman in whose sentence and before which nobody is named or spoken of."""

    span: Span
    meant: Meant
    words: str  #: for the body or the group
    back: int  #: so many sentences before its own hold nobody

    @property
    def nobody(self) -> str:
        """In words, what the document shows."""
        before = {0: "", 1: " and the one before"}.get(self.back, f" and the {self.back} before")
        return f"nobody is named or spoken of in this sentence{before}"


def find_strays(
    raw: str,
    pronouns: Sequence[Pronoun],
    sentences: Callable[[], Sequence[Span]],
    quoted: Callable[[], Sequence[Span]],
) -> tuple[Stray, ...]:
    """Return the pronouns outside quotations that no man or woman near them can explain.

    >>> raw = "The ministers met in Lima. He signed a treaty."
    >>> he = Pronoun(Span(27, 29), Gender.MALE)
    >>> (one,) = find_strays(raw, [he], lambda: [Span(0, 26), Span(27, 46)], lambda: [])
    >>> one.meant.name, one.words
    ('GROUP', 'The ministers')
    """
    return tuple(_strays(raw, pronouns, sentences, quoted))


def _strays(
    raw: str,
    pronouns: Sequence[Pronoun],
    sentences: Callable[[], Sequence[Span]],
    quoted: Callable[[], Sequence[Span]],
) -> Iterator[Stray]:
    before = -1
    starts: list[int] = []
    for span, gender in pronouns:
        since, before = before, span.end
        if since >= 0 and _STOPS.isdisjoint(raw[since : span.start]):
            continue  # somebody is spoken of in this sentence
        starts = starts or [one.start for one in sentences()]
        at = max(0, bisect_right(starts, span.start) - 1)
        if since > starts[max(0, at - 1)] or is_anybody(raw, starts[at], span.start):
            continue
        back = _free(raw, sentences(), at)
        if back == 0 and at > 0:
            continue
        stray = _judged(raw, span, sentences(), at, back)
        if stray is None or any(one.start <= span.start < one.end for one in quoted()):
            continue
        if gender is Gender.MALE or not _is_she(raw, stray, starts[max(0, at - _LONGEST_BACK)]):
            yield stray


def _free(raw: str, sentences: Sequence[Span], at: int) -> int:
    """Return how many sentences before number ``at`` hold nobody."""
    most = min(at, _LONGEST_BACK)
    for back in range(1, most + 1):
        if is_anybody(raw, *sentences[at - back]):
            return back - 1
    return most


def _judged(raw: str, span: Span, sentences: Sequence[Span], at: int, back: int) -> Stray | None:
    here, previous = sentences[at], sentences[max(0, at - 1)]
    if not _QUOTES.isdisjoint(raw[previous.start : here.end]):
        return None  # somebody speaks
    begins = span.start - here.start < 2
    meant, subject = _subject(raw, previous if begins else here, span.start)
    if meant is not Meant.NOTHING:
        return Stray(span, meant, subject, back)
    verb = _VERB.match(raw, span.end)
    if back < _FEWEST_FOR_NOTHING or (verb and verb["verb"] in words("attribution_verbs")):
        return None
    if is_name(raw, span.end, here.end, here.start):
        return None
    if not begins and _subject(raw, previous, here.start)[1]:
        return None
    return Stray(span, meant, "", back)


def _subject(raw: str, sentence: Span, end: int) -> tuple[Meant, str]:
    """Return what the subject of a sentence is, as far as it stands before ``end``."""
    opening = _OPENING.match(raw, sentence.start, sentence.end)
    start = at = opening.end() if opening else sentence.start
    end = min(sentence.end, end)
    name = next(
        (one for one in _names(raw[start:end].split(maxsplit=1)) if raw.startswith(one, start)), ""
    )
    if name and not raw[start + len(name) : start + len(name) + 1].isalnum():
        several = raw.startswith(" and ", start + len(name))
        return Meant.GROUP if several else Meant.BODY, name
    found = Meant.NOTHING, ""
    for match in islice(_PHRASE.finditer(raw, start, end), _MOST_WORDS):
        word = match[0]
        if match.start() > at + 1 or word in _ENDS_PHRASE or (at > start and word in _ARTICLES):
            break
        at = match.end()
        if word in _plurals():
            # "The government investigators" are several.
            return Meant.GROUP, raw[start:at]
        if found[1]:
            break
        if word in _bodies() and raw[start:at].split(maxsplit=1)[0].lower() in _ARTICLES:
            found = Meant.BODY, raw[start:at]
    return found


def _names(beginning: Sequence[str]) -> Iterable[str]:
    """Return the names of bodies and states with a first word, the longest first."""
    return _named().get(beginning[0].rstrip(".,"), ()) if beginning else ()


@cache
def _named() -> Mapping[str, tuple[str, ...]]:
    called = words("bare_names", "articled_names") | words("body_nouns", kind="called")
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(called.union(_STATES), key=len, reverse=True):
        found[name.partition(" ")[0]].append(name)
    return {first: tuple(names) for first, names in found.items()}


@cache
def _plurals() -> frozenset[str]:
    peoples = (name for name in entries("places").values() if name.endswith(("ans", "lis", "nis")))
    nouns = (*entries("person_nouns").values(), *_GROUPS)
    return frozenset((*both(nouns), *_PARTIES, *peoples))


@cache
def _bodies() -> frozenset[str]:
    return frozenset(both(words("body_nouns", kind="")))


def _is_she(raw: str, stray: Stray, since: int) -> bool:
    """Say whether English may call it "she": a country, a ship."""
    if stray.words in words("bare_names", "articled_names") or stray.words in _STATES:
        return True
    vessel = _VESSEL.search(raw, since, stray.span.start)
    return "country" in stray.words or "nation" in stray.words or vessel is not None


_INSTEAD = {
    "he": ("it", "they"),
    "she": ("it", "they"),
    "him": ("it", "them"),
    "his": ("its", "their"),
    "hers": ("its", "theirs"),
    "himself": ("itself", "themselves"),
    "herself": ("itself", "themselves"),
}
# "her" is two words: "him" where no noun follows.
_OBJECT = Pattern(
    r"her(?=[.,;:!?)]|[ ](?:to|in|on|at|for|from|with|as|and|or|but|that|by|of|about|into|after|before|when|while|if|was"
    r"|is|the|a|an|how|why|what|who|not|up|out|off|over|down|back|again|there|here)\b|\Z|\n)"
)


def agreeing(raw: str, stray: Stray) -> str:
    """Return the pronoun for a body or a group that stands in place of a stray one.

    >>> agreeing("The bank sold her ships.", Stray(Span(14, 17), Meant.BODY, "The bank", 0))
    'its'
    """
    word = stray.span.of(raw)
    small = word.lower()
    if small == "her":
        small = "him" if _OBJECT.match(raw, stray.span.start) else "his"
    other = _INSTEAD[small][stray.meant is Meant.GROUP]
    return other.capitalize() if word[0].isupper() else other
