"""Whether a pronoun means a woman or a man, by everything that its document says around it."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from math import exp, log
from typing import NamedTuple

from newsfix.span import Span
from newsfix.spans import meets
from newsfix.text.lists import entries, words
from newsfix.text.patterns import Pattern
from newsfix.text.people import Gender, Person

# Words for women and for men; "own" marks those that a pronoun owns: "her husband" is not who "her" means.
_NOUNS = Pattern(
    r"(?P<own>\b[Hh](?:er|is)[ ](?:\p{Ll}{2,12}[ ])?)?\b(?:"
    r"(?P<f>[Ww]om[ae]n|girls?|wife|widow|[Mm]other|mom|mum|daughter|sister|aunt|niece|grandmother|girlfriend|fiancée|bride|mistress"
    r"|[Ll]ady|actress|[Qq]ueen|[Pp]rincess|heroine|(?:spokes|congress|chair|police|business|states|council)woman)"
    r"|(?P<m>[Mm][ae]n|boys?|husband|widower|[Ff]ather|dad|son|brother|uncle|nephew|grandfather|boyfriend|fiancé|groom"
    r"|[Kk]ing|[Pp]rince|[Pp]ope|priest|gentleman|(?:spokes|congress|chair|police|business|states|council|gun)man))\b"
)
# Somebody whose gender nothing tells, unless a name follows.
_ROLE = Pattern(
    r"\b(?:victim|suspect|shooter|officer|driver|teacher|student|author|judge|juror|reporter|journalist|anchor|host|moderator"
    r"|witness|survivor|patient|caller|accuser|aide|attorney|lawyer|doctor|nurse|colleague|friend|child|baby|teen\p{L}*|person"
    r"|someone|somebody|anyone|everyone|whoever|employee|worker|opponent|rival|user|voter|resident|neighbou?r|relative"
    r"|partner|parent|candidate|nominee|delegate|governor|senator|lawmaker|mayor|ambassador|director|secretary|chief|leader"
    r"|owner|manager|chancellor|premier|predecessor|successor|star|singer|player|coach|professor|intern|passerby|spouse|[Pp]resident|speaker|congressman|[Mm]inister)\b"
    r"(?![ ]\p{Lu})"
)
_OBJECT = Pattern(
    r"him\b|her(?=[.,;:!?)]|[ ](?:to|in|on|at|for|from|with|as|and|or|but|that|by|of|about|into|after|before|when|while|if|was"
    r"|is|the|a|an|how|why|what|who|not|up|out|off|over|down|back|again|there|here)\b)"
)
_NAME = Pattern(r"\b\p{Lu}\p{Ll}+")
_NEAR = 500  # characters
_BACK, _FAR = 2, 5  # sentences
_SIGN = {Gender.FEMALE: 1, Gender.MALE: -1}


class Pronoun(NamedTuple):
    """A pronoun that says a gender."""

    span: Span
    gender: Gender


class Votes(NamedTuple):
    """How many other pronouns say each gender."""

    female: int
    male: int

    def of(self, gender: Gender) -> int:
        """Return the number that say ``gender``."""
        return self.female if gender is Gender.FEMALE else self.male


class Referents:
    """Whom the pronouns of one text may mean.

    ``pronouns`` are those outside quotations, in order.
    """

    def __init__(
        self,
        raw: str,
        pronouns: Sequence[Pronoun],
        sentences: Sequence[Span],
        quoted: Sequence[Span],
        people: Sequence[Person],
    ) -> None:
        self._raw = raw
        self._pronouns = pronouns
        self._sentences = sentences
        self._people = [one for one in people if not meets(quoted, one.span)]
        self._starts = [one.span.start for one in self._people]
        self._places = [one.span.start for one in pronouns]
        self._sentence_starts = [one.start for one in sentences]
        self._doc = Counter(one.gender for one in pronouns)
        self._named = Counter(one.gender for one in self._people if one.gender)
        self._of: dict[str, Counter[Gender]] = defaultdict(Counter)
        for one in pronouns:
            last = self.person_before(one)
            if last is not None:
                self._of[last.name][one.gender] += 1

    def odds(self, at: int) -> float:
        """Return the probability that the pronoun number ``at`` means somebody of the other gender."""
        total = sum(_weight(clue) * value for clue, value in self.clues(at))
        other = -total * _SIGN[self._pronouns[at].gender]
        return 1 / (1 + exp(-other))

    def has_candidate(self, at: int) -> bool:
        """Say whether somebody of the gender that the pronoun says is named or spoken of near it."""
        pronoun = self._pronouns[at]
        here = self._sentence(pronoun.span)
        low, end = self._since(here, _BACK), self._sentences[here].end
        own = words("first_names", kind=pronoun.gender.value)
        for one in self._between(low, end):
            if one.gender is pronoun.gender:
                return True
            votes = self.votes_for(one, pronoun)
            if one.gender is None and votes.of(pronoun.gender) > votes.of(pronoun.gender.other):
                return True
        if any(match[0] in own for match in _NAME.finditer(self._raw, low, end)):
            return True
        return any(
            match.lastgroup == pronoun.gender.value
            for match in _NOUNS.finditer(self._raw, low, end)
            if not match["own"] or match.start() < pronoun.span.start
        )

    def person_before(self, pronoun: Pronoun) -> Person | None:
        """Return the person named last before a pronoun, in its sentence or one of the five before."""
        at = bisect_left(self._starts, pronoun.span.start) - 1
        if at < 0 or self._starts[at] < self._since(self._sentence(pronoun.span), _FAR):
            return None
        return self._people[at]

    def votes(self, at: int) -> Votes:
        """Return what the other pronouns near the one number ``at`` say."""
        span, gender = self._pronouns[at]
        low = bisect_left(self._places, span.start - _NEAR)
        high = bisect_left(self._places, span.end + _NEAR)
        counts = Counter(one.gender for one in self._pronouns[low:high])
        counts[gender] -= 1
        return Votes(counts[Gender.FEMALE], counts[Gender.MALE])

    def votes_for(self, person: Person, without: Pronoun) -> Votes:
        """Return what the pronouns behind all mentions of ``person`` say, one left out."""
        counts = Counter(self._of.get(person.name, ()))
        last = self.person_before(without)
        if last is not None and last.name == person.name:
            counts[without.gender] -= 1
        return Votes(counts[Gender.FEMALE], counts[Gender.MALE])

    def clues(self, at: int) -> Iterable[tuple[str, float]]:
        """Yield what speaks for a woman (above zero) or for a man (below), by name."""
        pronoun = self._pronouns[at]
        start = pronoun.span.start
        here = self._sentence(pronoun.span)
        begin, end = self._sentences[here]
        since = [self._since(here, back) for back in range(_BACK + 1)]
        people = self._between(since[-1], end)
        before = [one for one in people if one.span.start < start]
        same = [one for one in before if one.span.start >= begin]
        prev = [one for one in before if since[1] <= one.span.start < begin]
        yield from self._named_clues(pronoun, before, same, prev, people)
        yield from self._noun_clues(
            (("here", begin, start), ("later", start, end), ("before", since[1], begin))
        )
        genders = {one.gender for one in people}
        unknown = None in genders or bool(_ROLE.search(self._raw, since[1], end))
        yield "only one near" + (", and others" if unknown else ""), _only(genders - {None})
        yield from self._pronoun_clues(at, begin, end, since)

    def _noun_clues(self, parts: Iterable[tuple[str, int, int]]) -> Iterable[tuple[str, float]]:
        for where, low, high in parts:
            found = [
                (match.lastgroup, bool(match["own"]))
                for match in _NOUNS.finditer(self._raw, low, high)
            ]
            for owned, kind in ((False, "noun"), (True, "own noun")):
                yield f"{kind} {where}", (("f", owned) in found) - (("m", owned) in found)

    def _named_clues(
        self,
        pronoun: Pronoun,
        before: Sequence[Person],
        same: Sequence[Person],
        prev: Sequence[Person],
        people: Sequence[Person],
    ) -> Iterable[tuple[str, float]]:
        start = pronoun.span.start
        after = [one for one in people if one.span.start > start]
        last = self.person_before(pronoun)
        case = ", object" if _OBJECT.match(self._raw, start) else ""
        for kind, group in (("here", same), ("before", prev), ("later", after)):
            found = {one.gender for one in group}
            yield f"any {kind}{case}", (Gender.FEMALE in found) - (Gender.MALE in found)
            elected = {self._elected(one, pronoun) for one in group if one.gender is None}
            yield f"elected {kind}{case}", (Gender.FEMALE in elected) - (Gender.MALE in elected)
        past = ""
        if before and _ROLE.search(self._raw, before[-1].span.end, start):
            past = ", past a role"
        picked = (
            (f"last here{case}{past}", same[-1:]),
            (f"last before{case}{past}", before[-1:] if not same else ()),
            (f"first here{case}", same[:1]),
            (f"first before{case}", prev[:1]),
            (f"first before, none here{case}{past}", prev[:1] if not same else ()),
            (f"next{case}", after[:1]),
            (f"far{case}", [last] if last and not before else ()),
        )
        for kind, group in picked:
            for one in group:
                yield f"name {kind}", _SIGN[one.gender] if one.gender else 0
                yield f"votes {kind}", _lead(self.votes_for(one, pronoun))
        yield "only one named", _only({gender for gender, number in self._named.items() if number})

    def _elected(self, person: Person, without: Pronoun) -> Gender | None:
        votes = self.votes_for(person, without)
        if votes.female >= 2 * votes.male + 2:
            return Gender.FEMALE
        return Gender.MALE if votes.male >= 2 * votes.female + 2 else None

    def _pronoun_clues(
        self, at: int, begin: int, end: int, since: Sequence[int]
    ) -> Iterable[tuple[str, float]]:
        own = self._pronouns[at].gender
        for step, kind in ((-1, "last"), (1, "next")):
            index = at + step
            if 0 <= index < len(self._pronouns):
                one = self._pronouns[index]
                place = one.span.start
                if begin <= place < end:
                    where = "here"
                elif since[1] <= place < end + 200:
                    where = "near"
                else:
                    where = "far"
                yield f"{kind} pronoun {where}", _SIGN[one.gender]
        votes = self.votes(at)
        yield "pronouns near", _lead(votes)
        total = Counter(self._doc)
        total[own] -= 1
        yield "pronouns", _lead(Votes(total[Gender.FEMALE], total[Gender.MALE]))

    def _sentence(self, span: Span) -> int:
        return max(0, bisect_right(self._sentence_starts, span.start) - 1)

    def _since(self, sentence: int, back: int) -> int:
        return self._sentences[max(0, sentence - back)].start

    def _between(self, start: int, end: int) -> Sequence[Person]:
        return self._people[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _only(genders: Iterable[Gender | None]) -> int:
    found = list(genders)
    return _SIGN[found[0]] if len(found) == 1 and found[0] else 0


def _lead(votes: Votes) -> float:
    return max(-3.0, min(3.0, log((votes.female + 0.5) / (votes.male + 0.5))))


def _weight(clue: str) -> float:
    return float(entries("pronoun_clues").get(clue, "0"))
