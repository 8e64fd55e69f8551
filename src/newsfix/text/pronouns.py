"""Pronouns that do not fit whom they can mean: a document-level vote of names, titles and pronouns."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from newsfix.span import Span
from newsfix.spans import meets
from newsfix.text.patterns import Pattern
from newsfix.text.people import Gender, Person, tokens_of

_PRONOUN = Pattern(
    r"(?<![\p{L}\p{N}’'@#/-])(?:[Hh](?:e|im|is|imself|er|ers|erself)|[Ss]he)(?![\p{L}\p{N}/-]|[ ]or[ ]s?he)"
    r"(?<![Hh]er?[ ]or[ ]\p{L}{2,3}|[Hh]i[ms][ ]or[ ]her)"
)
_FEMALE = frozenset(("she", "her", "hers", "herself"))
# Words that a pronoun of one gender may mean though nobody is named.
_NOUNS = {
    Gender.FEMALE: Pattern(
        r"(?i)\b(?:wom[ae]n|girls?|wife|wives|mothers?|mom|mum|daughters?|sisters?|aunts?|nieces?|grandm\p{L}+|widow"
        r"|lady|ladies|girlfriend|bride|actress|queen|princess|\p{L}+woman|\p{L}+women|females?|nun|ship|frigate|yacht|ferry|nurse|ms|mrs|miss)\b"
    ),
    Gender.MALE: Pattern(
        r"(?i)\b(?:m[ae]n|boys?|husbands?|fathers?|dad|sons?|brothers?|uncles?|nephews?|grandf\p{L}+|widower|lord"
        r"|gentlem[ae]n|guys?|boyfriend|groom|actor|king|prince|pope|\p{L}+[^o]man|\p{L}+[^o]men|males?|monk|priest|god|jesus|mr)\b"
    ),
}
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
_VOTING = 500  # characters on either side
_NEAR, _FAR = 2, 4  # sentences


class Misfit(NamedTuple):
    """A pronoun that does not fit the only person it can mean."""

    span: Span
    gender: Gender  #: what the pronoun says
    person: Person  #: the nearest mention of whom it can mean
    fitting: int  #: pronouns near it that say the other
    alike: int  #: further pronouns near it that say the same

    @property
    def is_alone(self) -> bool:
        """Whether all other pronouns near it say the other."""
        return self.fitting > 0 and not self.alike


class _Suspect(NamedTuple):
    """A pronoun, and how the other pronouns near it vote."""

    span: Span
    gender: Gender
    fitting: int
    alike: int


def find_misfits(
    raw: str,
    tokens: frozenset[str],
    analysed: Callable[[], tuple[Sequence[Span], Sequence[Span], Sequence[Person]]],
) -> tuple[Misfit, ...]:
    """Return the pronouns outside quotations for which only a person of the other gender was named.

    ``analysed`` gives the sentences, the quoted parts and the people; it is asked only where the
    pronouns and the words between spaces leave it possible.
    """
    suspects = list(_suspects(raw, tokens))
    if not suspects:
        return ()
    sentences, quoted, named = analysed()
    starts = [person.span.start for person in named]
    found = []
    for one in suspects:
        if meets(quoted, one.span):
            continue
        at = max(0, bisect_right(sentences, one.span.start, key=lambda span: span.start) - 1)
        end = sentences[at].end
        near = sentences[max(0, at - _NEAR)].start
        close = named[bisect_left(starts, near) : bisect_left(starts, end)]
        meant = [other for other in close if other.gender and other.span.start < one.span.start]
        if not meant or any(other.gender is one.gender for other in close):
            continue
        if _NOUNS[one.gender].search(raw, near, end):
            continue
        misfit = Misfit(one.span, one.gender, meant[-1], one.fitting, one.alike)
        # Where no other pronoun votes, or some vote for this one, nobody else may be spoken of.
        if not misfit.is_alone:
            far = sentences[max(0, at - _FAR)].start
            since = 0 if one.alike else bisect_left(starts, far)
            before = named[since : bisect_left(starts, end)]
            if any(other.gender is not one.gender.other for other in before):
                continue
            if _NOUNS[one.gender].search(raw, far, end) or _ANYBODY.search(raw, near, end):
                continue
        found.append(misfit)
    return tuple(found)


def _suspects(raw: str, tokens: frozenset[str]) -> Iterator[_Suspect]:
    """Yield the pronouns that may be misfits, by the pronouns and the first names of the text."""
    shown = {gender: not tokens_of(gender).isdisjoint(tokens) for gender in Gender}
    if not any(shown.values()):
        return
    found = [
        (Span(*match.span()), Gender.FEMALE if match[0].lower() in _FEMALE else Gender.MALE)
        for match in _PRONOUN.finditer(raw)
    ]
    places: dict[Gender, list[int]] = {gender: [] for gender in Gender}
    for span, gender in found:
        places[gender].append(span.start)
    for span, gender in found:
        if not shown[gender.other]:
            continue
        start, end = span.start - _VOTING, span.end + _VOTING
        alike, fitting = (
            bisect_left(places[kind], end) - bisect_left(places[kind], start)
            for kind in (gender, gender.other)
        )
        # Whoever may be meant is shown by a first name or a title, unless all others vote.
        if (fitting and alike == 1) or not shown[gender]:
            yield _Suspect(span, gender, fitting, alike - 1)


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


_SOMEBODY = (_NAMED, _NOUNS[Gender.MALE], _ANYBODY, _OFFICE)


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
