"""In which notation a document writes its numbers: a vote of those that show it."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from newsfix.text.measures import Measure
from newsfix.text.notation import Notation, Numeral, Proof, numeral_at
from newsfix.text.patterns import Pattern
from newsfix.text.shape import Shape

_ROUND = Pattern(r"[1-9]\d{0,2}\.000")
_SOUTH_ASIA = Pattern(
    r"₹|\bRs\b|\b(?:[Rr]upees?|India|Indian|Indians|Pakistan|Pakistani|Bangladesh|Bangladeshi|Nepal"
    r"|Nepalese|Nepali|Sri[ ]Lankan?|Delhi|Mumbai|Kolkata|Chennai|Bengaluru|Hyderabad|Lahore|Karachi"
    r"|Dhaka|Kathmandu|Modi|Lok[ ]Sabha)\b"
)
_WHOLE = frozenset((Measure.COUNTED, Measure.MONEY))
#: The share of the votes that decides for a document.
MAJORITY = 0.75


class Numerals:
    """The numbers of one text that have points or commas inside."""

    def __init__(self, raw: str, shape: Shape) -> None:
        self._raw = raw
        self._shape = shape

    @cached_property
    def found(self) -> tuple[Numeral, ...]:
        """All of them, in order."""
        return tuple(self._found())

    @cached_property
    def votes(self) -> "Counter[Notation]":
        """How many of them show each notation."""
        shown = (_vote(numeral) for numeral in self.found)
        return Counter(notation for notation in shown if notation is not None)

    @property
    def notation(self) -> Notation | None:
        """The notation of the text: what nearly all that show one agree on.

        A single number that only seems to be one like 5.000 does not decide for itself.
        """
        if self.votes.total() == 1 and not any(one.proof is not Proof.NONE for one in self.found):
            return None
        for notation, count in self.votes.most_common(1):
            if count >= MAJORITY * self.votes.total():
                return notation
        return None

    @property
    def is_unanimous(self) -> bool:
        """Whether all numbers that show a notation show the same one, and there are any."""
        return len(self.votes) == 1

    @cached_property
    def pointed_counts(self) -> int:
        """How many numbers like 1.234 count people, things or money: a weak sign of a notation."""
        return sum(is_whole(one) and "." in one.written for one in self.found)

    @cached_property
    def is_south_asian(self) -> bool:
        """Whether the text is about South Asia, where lakh, crore and 6,30,118 are right."""
        return _SOUTH_ASIA.search(self._raw) is not None

    def others(self, numeral: Numeral) -> "Counter[Notation]":
        """Return the votes without that of ``numeral``, which does not vouch for itself."""
        votes = self.votes.copy()
        own = _vote(numeral)
        if own is not None:
            votes[own] -= 1
        return +votes

    def evidence(self) -> str:
        """Say what decides, in words: "3 of 4 numbers in this document use a decimal comma"."""
        count, total = self.votes[Notation.COMMA], self.votes.total()
        if not total:
            return "no other number in this document shows how it is to be read"
        share = "the only number" if count == total == 1 else f"{count} of {total} numbers"
        verb = "that shows it has" if count == total == 1 else "in this document use"
        return f"{share} {verb} a decimal comma or points of thousands"

    def _found(self) -> Iterator[Numeral]:
        end = 0
        spots = sorted({*self._shape.spots("9,9"), *self._shape.spots("9.9")})
        for at in spots:
            if at < end:
                continue
            numeral = numeral_at(self._raw, at)
            if numeral is not None:
                end = numeral.span.end
                yield numeral


def is_round(numeral: Numeral) -> bool:
    """Say whether a number is one like 5.000, whose fraction would say nothing."""
    return _ROUND.fullmatch(numeral.written) is not None


def is_whole(numeral: Numeral) -> bool:
    """Say whether a number counts what has no thousandths: people, money."""
    return numeral.measure in _WHOLE


def _vote(numeral: Numeral) -> Notation | None:
    if numeral.proof is not Proof.NONE:
        return numeral.notation
    return Notation.COMMA if is_round(numeral) and is_whole(numeral) else None
