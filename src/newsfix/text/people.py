"""Who in a text is a woman and who a man, as far as the text itself and their first names say."""

from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cache
from typing import NamedTuple

from newsfix.span import Span
from newsfix.text.lists import entries, words
from newsfix.text.mentions import TITLES, Mention


class Gender(Enum):
    """What a pronoun or a word says of a person."""

    FEMALE = "f"
    MALE = "m"

    @property
    def other(self) -> "Gender":
        """The other one of the two that "he" and "she" tell apart."""
        return Gender.MALE if self is Gender.FEMALE else Gender.FEMALE


_BY_TITLE = {
    **dict.fromkeys(
        "mrs ms miss queen princess duchess dame spokeswoman congresswoman".split(), "f"
    ),
    **dict.fromkeys("chairwoman actress policewoman businesswoman councilwoman".split(), "f"),
    **dict.fromkeys(
        "mr sir lord king prince duke spokesman congressman chairman actor".split(), "m"
    ),
    **dict.fromkeys("policeman businessman councilman pope father".split(), "m"),
}


_NO_SURNAMES = frozenset(
    "sen rep gov police state day street park house department university college school county city hospital"
    " center centre times post court district airport fire island river bay lake news square air church".split()
)
_OF_PLACES = frozenset("San Santa St St. Los Las New Fort Port Lake Mount".split())
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august"
    " september october november december".split()
)
_SHORTEST = 3  # letters of a surname


class Person(NamedTuple):
    """A mention of a person: where, the surname, what says the gender (None: nothing does)."""

    span: Span
    name: str
    gender: Gender | None
    why: str  #: "the first name “Maria”", "“Ms. Lopez”"


def find_people(mentions: Sequence[Mention]) -> tuple[Person, ...]:
    """Return every mention of a person in order, by the surname.

    Surnames alone take the gender of the full name or title before; two people of one surname and
    different gender leave it open.

    >>> from newsfix.text.mentions import find_mentions
    >>> raw = "Maria Lopez resigned. Mr. Olsen praised Lopez."
    >>> [(one.name, one.gender.value) for one in find_people(find_mentions(raw))]
    [('Lopez', 'f'), ('Olsen', 'm'), ('Lopez', 'f')]
    """
    votes: dict[str, dict[Gender, int]] = {}
    said: dict[tuple[str, Gender], str] = {}
    introduced: dict[str, bool] = {}
    found: list[tuple[Mention, Gender | None, str]] = []
    run: list[str] = []
    last: Mention | None = None
    for mention in mentions:
        if last is None or not mention.before or mention.before not in (last.word, last.before):
            run = []
        last = mention
        run.append(mention.word)
        if mention.after or len(mention.word) < _SHORTEST:
            continue  # the last part stands for the whole
        gender, why = _evidence(run, mention)
        introduced.setdefault(mention.word, gender is not None)
        introduced[mention.word] |= mention.role in _BY_TITLE
        if gender is not None:
            own = votes.setdefault(mention.word, {})
            own[gender] = own.get(gender, 0) + 1
            said.setdefault((mention.word, gender), why)
        elif _may_be_person(run, mention):
            votes.setdefault(mention.word, {})
        found.append((mention, gender, why))
    people = []
    for mention, own_gender, own_why in found:
        word, gender, why = mention.word, own_gender, own_why
        if word not in votes:
            continue
        if gender is None and not mention.before:
            # Who is first called by the surname alone is somebody else than the relative named later.
            gender = _elected(votes[word]) if introduced[word] else None
            why = said[word, gender] if gender else ""
        people.append(Person(mention.span, word, gender, why))
    return tuple(people)


def _elected(votes: Mapping[Gender, int]) -> Gender | None:
    """Return the gender that a surname alone has: that of three quarters of its full mentions."""
    for gender, number in votes.items():
        if 4 * number >= 3 * sum(votes.values()):
            return gender
    return None


@cache
def tokens_of(gender: Gender) -> frozenset[str]:
    """Return the words between spaces that show somebody of a gender: first names and titles."""
    titles = [title for title, kind in _BY_TITLE.items() if kind == gender.value]
    titled = {form for title in titles for form in (title, title.title(), f"{title.title()}.")}
    return words("first_names", kind=gender.value) | titled


def _evidence(run: Sequence[str], mention: Mention) -> tuple[Gender | None, str]:
    kind = _BY_TITLE.get(mention.role)
    if kind:
        return Gender(kind), f"the title “{mention.role.capitalize()}”"
    if mention.word.lower() in _NO_SURNAMES:
        return None, ""
    if not _OF_PLACES.isdisjoint(run[:-1]):
        return None, ""
    for first in reversed(run[:-1]):
        kind = entries("first_names").get(first)
        if kind:
            return Gender(kind), f"the first name “{first}”"
    return None, ""


def _may_be_person(run: Sequence[str], mention: Mention) -> bool:
    """Say whether a name has a title, or two parts that are no ordinary words."""
    if mention.role in TITLES and mention.word.lower() not in TITLES | _NO_SURNAMES | _DAYS:
        return True
    if len(run) < 2 or not _OF_PLACES.isdisjoint(run[:-1]):
        return False
    return not {run[-2].lower(), mention.word.lower()} & _no_names()


@cache
def _no_names() -> frozenset[str]:
    return words("words", "places", "closed_class")
