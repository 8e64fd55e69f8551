"""Which words of a sentence are probably wrong, and which edits a careful editor would make.

The models are read when first asked for. What they say is turned into probabilities by what was measured on
documents that nothing was learned from (``phrasing.tsv`` and ``doubts.tsv``; docs/models/phrasing.md).
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import pairwise

from newsfix.models import evidence
from newsfix.models.doubting import Shift, probabilities, sigmoid
from newsfix.models.edits import Edit, Kind
from newsfix.models.misfits import Misfit, Misfits, is_lost
from newsfix.models.network import Network, Reading
from newsfix.models.ngrams import Ngrams
from newsfix.models.sentence import Sentence
from newsfix.models.stored import stored


class Phrasing:
    """The models together."""

    def __init__(self, read: "dict[str, bytes]") -> None:
        self.ngrams = Ngrams(read["ngrams.bin"])
        self._read = read
        self._misfits = Misfits(read["misfits.bin"], read["misfit-trees.bin"])
        self._curves = curves_of(read["phrasing.tsv"].decode() + read["doubts.tsv"].decode())
        self._shift = Shift(*(self._curves[f"shift-{name}"].at(0) for name in Shift._fields))

    @cached_property
    def _network(self) -> Network:
        return Network(self._read["network.bin"])

    def sentence(self, words: Sequence[str]) -> Sentence:
        """Return a sentence with its costs."""
        return Sentence(self.ngrams, words)

    def scores(self, sentence: Sentence) -> list[float]:
        """Return how wrong each word looks beside others of texts that are as bad, from 0 to 1."""
        return [sigmoid(word) for word in self._read_whole(sentence).words]

    def claims(self, sentence: Sentence) -> list[float]:
        """Return how wrong each word looks, of whatever text: not yet a probability."""
        read = self._read_whole(sentence)
        return [sigmoid(word + read.level) for word in read.words]

    def _read_whole(self, sentence: Sentence) -> Reading:
        rows = list(zip(*evidence.columns(sentence), strict=True))
        return self._network.read(sentence.numbers, evidence.kinds(sentence), rows)

    def doubts(self, claims: Sequence[Sequence[float]], rare: int, seen: int) -> list[list[float]]:
        """Return the probability that a judge marks or changes each word of a document's odd sentences.

        ``claims`` are those of their words; of the ``seen`` words of all sentences, ``rare`` are unknown.
        """
        return probabilities(self._shift, claims, rare, seen)

    def misfits(self, sentence: Sentence, least: float) -> Iterator[Misfit]:
        """Yield the places of a sentence where something is probably wrong, at least so probably."""
        return self._misfits.find(sentence, least)

    def taken(self, kind: Kind) -> float:
        """Return the share of edits of one kind that were judged to be right."""
        return self._curves[f"edit-{kind.name.lower()}"].at(0)

    def wrong(self, probability: float, edit: Edit | None = None) -> float:
        """Return how sure it is that a judge finds something wrong where words do not fit, by the edit proposed."""
        wrong = self._curves["wrong"].at(probability)
        return max(wrong, self._curves["lost"].at(0)) if edit and is_lost(edit) else wrong

    def expected(self, claim: float) -> float:
        """Return the share of words that raters would mark, from the mean claim of a text."""
        return self._curves["text"].at(claim)


class Curve:
    """A monotonic function between points, straight from one to the next.

    >>> round(Curve([(0.0, 0.1), (1.0, 0.5)]).at(0.5), 3)
    0.3
    """

    def __init__(self, points: Sequence[tuple[float, float]]) -> None:
        if not points or any(one[0] >= two[0] for one, two in pairwise(points)):
            raise ValueError("a curve has points in order, each farther than the one before")
        self._from, self._to = zip(*points, strict=True)

    def at(self, value: float) -> float:
        """Return the value of the function; outside its points, that of the nearest."""
        right = bisect_right(self._from, value)
        if right == 0 or right == len(self._from):
            return float(self._to[max(0, right - 1)])
        left = right - 1
        part = (value - self._from[left]) / (self._from[right] - self._from[left])
        return float(self._to[left] + part * (self._to[right] - self._to[left]))


def curves_of(table: str) -> dict[str, Curve]:
    """Return the curves of a table by name."""
    points: dict[str, list[tuple[float, float]]] = {}
    for line in table.splitlines():
        if line and line[0] != "#":
            name, score, probability = line.split("\t")
            points.setdefault(name, []).append((float(score), float(probability)))
    return {name: Curve(some) for name, some in points.items()}


FILES = (
    *("ngrams.bin", "network.bin", "misfits.bin", "misfit-trees.bin"),
    *("phrasing.tsv", "doubts.tsv"),
)


@cache
def phrasing() -> Phrasing:
    """Return the models that ship with newsfix, read when first asked for."""
    return Phrasing({name: stored(name) for name in FILES})
