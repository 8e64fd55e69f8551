"""Pronouns that do not fit whom they can mean: a document-level vote of names, titles and pronouns."""

from bisect import bisect_right
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
# Words for men whom a "he" may mean though nobody is named.
_MEN = Pattern(
    r"(?i)\b(?:m[ae]n|boys?|husbands?|fathers?|dad|sons?|brothers?|uncles?|nephews?|grandf\p{L}+|widower|lord"
    r"|gentlem[ae]n|guys?|boyfriend|groom|actor|king|prince|pope|\p{L}+[^o]man|\p{L}+[^o]men|males?|monk|priest|god|jesus|mr)\b"
)
# Somebody whose gender nothing tells.
_ANYBODY = Pattern(
    r"(?i)\b(?:victim|suspect|gunman|shooter|officer|driver|teacher|student|author|judge|reporter|witness|patient|caller"
    r"|attorney|lawyer|doctor|colleague|friend|child|baby|teen\p{L}*|person|someone|somebody|anyone|everyone|whoever|employee"
    r"|worker|opponent|user|voter|resident|neighbou?r|relative|partner|parent|they|non-?binary|trans(?:gender)?|queer)\b"
)
# Offices, which people hold; a name need not stand beside them.
_OFFICE = Pattern(
    r"(?i)\b(?:president|minister|mayor|governor|senator|chief|director|secretary|chancellor|ambassador|premier|founder"
    r"|owner|coach|captain|player|professor|analyst|general|deputy|candidate|leader|boss|manager|executive|head|ceo"
    r"|judge|lawyer|official|expert|economist|editor|spokes\p{L}+|chair\p{L}*|king|pope|dictator|tyrant|he|him|his)\b(?<!\b[Hh]e)"
)
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


def find_pronouns(raw: str, quoted: Sequence[Span]) -> list[Pronoun]:
    """Return the pronouns that say a gender, outside quotations, in order.

    >>> [one.gender.value for one in find_pronouns("She gave him his or her coat.", ())]
    ['f', 'm']
    """
    return [one for one in _said(raw) if not meets(quoted, one.span)]


def find_misfits(
    raw: str,
    tokens: frozenset[str],
    analysed: Callable[[], tuple[Sequence[Span], Sequence[Span], Sequence[Person]]],
) -> tuple[Misfit, ...]:
    """Return the pronouns outside quotations that most of the evidence speaks against.

    ``analysed`` gives the sentences, the quoted parts and the people; it is asked only where the
    pronouns and the words between spaces leave it possible.
    """
    said = list(_said(raw))
    if not _is_open_question({one.gender for one in said}, tokens):
        return ()
    sentences, quoted, people = analysed()
    pronouns = [one for one in said if not meets(quoted, one.span)]
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


def _said(raw: str) -> Iterator[Pronoun]:
    for match in _PRONOUN.finditer(raw):
        gender = Gender.FEMALE if match[0].lower() in _FEMALE else Gender.MALE
        yield Pronoun(Span(*match.span()), gender)


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


# What no "he" stands for: states and bodies, as the subject of a clause.
_BODY = Pattern(
    r"\b(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Oo]ur|[Tt]his|[Tt]hat)[ ](?:\p{Ll}+[ ]|\p{Lu}\p{L}+[ ]){0,2}?"
    r"(?:company|bank|firm|government|ministry"
    r"|parliament|party|agency|union|club|council|committee|commission|army|country|state|nation|republic|airline|newspaper"
    r"|university|authority|federation|organi[sz]ation|manufacturer|carmaker|retailer|regulator|alliance|Kremlin|Pentagon)"
    r"|Russia|Ukraine|Germany|France|Italy|Spain|Poland|Turkey|Iran|Iraq|Israel|Syria|Egypt|India|Pakistan|China|Japan"
    r"|Brazil|Mexico|Canada|Australia|Greece|Hungary|Romania|Serbia|Croatia|Sweden|Norway|Finland|Denmark|Portugal"
    r"|Belgium|Austria|Switzerland|Lebanon|Argentina|Chile|Peru|Colombia|Venezuela|Cuba|Nigeria|Kenya|Ethiopia|Sudan"
    r"|Morocco|Algeria|Tunisia|Libya|Indonesia|Vietnam|Thailand|Malaysia|Belarus|Azerbaijan|Armenia|Kazakhstan)"
    r"(?=[ ](?:has|had|is|was|will|would|does|did|\p{Ll}{3,}(?:ed|s))\b)"
)
_SUBJECT = Pattern(r"(?<![\p{L}\p{N}’'])[Hh]e(?=[ ](?:also[ ]|then[ ]|has[ ]|had[ ])?\p{Ll}{2,}\b)")
_NAMED = Pattern(
    r"(?<=[\p{Ll}.,’”][ ])\p{Lu}\p{Ll}{2,}[ ]\p{Lu}\p{Ll}{2,}|\b(?:Mr|Dr|Sen|Rep|Gov|Gen)\b"
)


class Body(NamedTuple):
    """A "he" that can only mean a state or another body, and the words for it."""

    span: Span
    body: str


_SOMEBODY = (_NAMED, _OFFICE, _ANYBODY, _MEN)  # the largest pattern last: it is seldom needed


def find_bodies(
    raw: str, sentences: Callable[[], Sequence[Span]], quoted: Callable[[], Sequence[Span]]
) -> tuple[Body, ...]:
    """Return every "he" before which nobody was named or spoken of, and a state or company was."""
    found: list[Body] = []
    looked = 0
    for match in _SUBJECT.finditer(raw):
        if any(one.search(raw, looked, match.start()) for one in _SOMEBODY):
            break
        looked = match.end()
        at = max(0, bisect_right(sentences(), match.start(), key=lambda one: one.start) - 1)
        bodies = list(_BODY.finditer(raw, sentences()[max(0, at - 1)].start, match.start()))
        if bodies and not meets(quoted(), Span(*match.span())):
            found.append(Body(Span(*match.span()), bodies[-1][0]))
    return tuple(found)


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
