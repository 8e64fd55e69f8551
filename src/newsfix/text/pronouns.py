"""Pronouns that do not fit whom they can mean: a document-level vote of names, titles and pronouns."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from newsfix.span import Span
from newsfix.spans import meets
from newsfix.text.patterns import Pattern
from newsfix.text.people import Gender, Person, tokens_of
from newsfix.text.referents import Pronoun, Referents

_PRONOUN = Pattern(
    r"(?<![\p{L}\p{N}’'@#/-])(?:[Hh](?:e|im|is|imself|er|ers|erself)|[Ss]he)(?![\p{L}\p{N}/-]|[ ]or[ ]s?he)"
    r"(?<![Hh]er?[ ]or[ ]\p{L}{2,3}|[Hh]i[ms][ ]or[ ]her)"
)
_FEMALE = frozenset(("she", "her", "hers", "herself"))
_VOTING = 500  # characters
_BELIEVED = 0.8  # the least probability that another gender is meant
_FEWEST = 3  # pronouns that must agree where no name tells the gender
_TIMES = 5  # as many of them as of the others
# Where any of these stands, "he" and "she" may follow other rules.
_OPEN = Pattern(r"(?i)\b(?:non-?binary|trans(?:gender)?|queer|drag[ ]queen)\b")
# What English calls "she".
_VESSEL = Pattern(r"(?i)\b(?:ships?|boats?|frigate|yacht|ferry|vessel|schooner|HMS|USS)\b")


class Misfit(NamedTuple):
    """A pronoun that says another gender than that of whom it seems to mean."""

    span: Span
    gender: Gender  #: what the pronoun says
    person: Person  #: whom it seems to mean
    votes: int  #: pronouns behind the other mentions of that person that say the other gender
    fitting: int  #: pronouns near it that say the other
    alike: int  #: further pronouns near it that say the same
    probability: float  #: that the other gender is meant


def said(raw: str) -> Iterator[Pronoun]:
    """Yield the pronouns that say a gender, in order, those of quotations too."""
    for match in _PRONOUN.finditer(raw):
        gender = Gender.FEMALE if match[0].lower() in _FEMALE else Gender.MALE
        yield Pronoun(Span(*match.span()), gender)


def find_pronouns(raw: str, quoted: Sequence[Span]) -> list[Pronoun]:
    """Return the pronouns that say a gender, outside quotations, in order.

    >>> [one.gender.value for one in find_pronouns("She gave him his or her coat.", ())]
    ['f', 'm']
    """
    return [one for one in said(raw) if not meets(quoted, one.span)]


def find_misfits(
    raw: str,
    everywhere: Sequence[Pronoun],
    tokens: frozenset[str],
    analysed: Callable[[], tuple[Sequence[Span], Sequence[Span], Sequence[Person]]],
) -> tuple[Misfit, ...]:
    """Return the pronouns outside quotations that most of the evidence speaks against.

    ``everywhere`` are all pronouns (see said); ``analysed`` gives the sentences, the quoted parts and
    the people; it is asked only where the pronouns and the words between spaces leave it possible.
    """
    if not _is_open_question({one.gender for one in everywhere}, tokens):
        return ()
    sentences, quoted, people = analysed()
    pronouns = [one for one in everywhere if not meets(quoted, one.span)]
    referents = Referents(raw, pronouns, sentences, quoted, people)
    genders: dict[str, set[Gender | None]] = defaultdict(set)
    for somebody in people:
        genders[somebody.name].add(somebody.gender)
    found = []
    for at, one in enumerate(pronouns):
        person = referents.person_before(one)
        if person is None or one.gender in genders[person.name]:
            continue
        other = one.gender.other
        votes = referents.votes_for(person, one)
        if not person.gender and votes.of(other) < _FEWEST + _TIMES * votes.of(one.gender):
            continue
        if referents.has_candidate(at) or _is_vessel(raw, one):
            continue
        likely = referents.odds(at)
        if likely < _BELIEVED:
            continue
        near = referents.votes(at)
        found.append(
            Misfit(
                one.span,
                one.gender,
                person,
                votes.of(other),
                near.of(other),
                near.of(one.gender),
                likely,
            )
        )
    return () if found and _OPEN.search(raw) else tuple(found)


def _is_open_question(said: set[Gender], tokens: frozenset[str]) -> bool:
    """Say whether pronouns of both genders occur, or one against a first name or title of the other."""
    return len(said) > 1 or any(not tokens_of(one.other).isdisjoint(tokens) for one in said)


def _is_vessel(raw: str, pronoun: Pronoun) -> bool:
    start = max(0, pronoun.span.start - _VOTING)
    return pronoun.gender is Gender.FEMALE and bool(_VESSEL.search(raw, start, pronoun.span.start))


_OTHER = {
    "he": "she",
    "him": "her",
    "his": "her",
    "himself": "herself",
    "she": "he",
    "hers": "his",
    "herself": "himself",
}
# "her" is two words: "of him" where no noun follows, else "his".
_NO_NOUN = Pattern(
    r"[.,;:!?)]|[ ](?:to|in|on|at|for|from|with|as|and|or|but|that|by|of|about|into|after|before|when|while|if|was"
    r"|is|the|a|an|how|why|what|who|not|up|out|off|over|down|back|again|there|here)\b|\Z|\n"
)


def other_pronoun(raw: str, span: Span) -> str:
    """Return the pronoun of the other gender for the one at ``span``.

    >>> [other_pronoun("She saw her boat and her, too", span) for span in (Span(0, 3), Span(8, 11), Span(21, 24))]
    ['He', 'his', 'him']
    """
    word = span.of(raw)
    small = word.lower()
    her = "him" if _NO_NOUN.match(raw, span.end) else "his"
    other = her if small == "her" else _OTHER[small]
    return other.capitalize() if word[0].isupper() else other
