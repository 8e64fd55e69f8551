"""From scores to probabilities: what a score is worth depends on the sentence and the document around it.

Editors change six words in ten of one translation and one in ten of another. Where much else in a document looks
wrong, the same score means more; so the logit of a word's score is shifted by how the document looks.
"""

from collections.abc import Sequence
from math import exp, log
from typing import NamedTuple

#: Documents of few odd words are taken to be as most are: as if so many more had been seen, of this mean score.
PRIOR_WORDS, PRIOR_SCORE = 25, 0.3
_NEAREST = 1e-4  # to 0 and 1, so that there is a logit


class Shift(NamedTuple):
    """How much each column of what is known of a score moves the logit."""

    score: float  #: for the logit of the score itself
    sentence: float  #: for the mean score of the sentence
    document: float  #: for the mean score of the odd sentences of the document
    odd: float  #: for the share of the document that is odd sentences
    base: float


def probabilities(shift: Shift, scored: Sequence[Sequence[float]], odd: float) -> list[list[float]]:
    """Return the probability that a judge finds each word of some odd sentences wrong.

    ``scored`` are the scores of the words of all odd sentences of a document; ``odd`` says which share they are of it.

    >>> careful = Shift(score=1, sentence=0, document=2, odd=1, base=-2)
    >>> few, many = (probabilities(careful, [[0.5]], odd)[0][0] for odd in (0.1, 0.9))
    >>> few < many
    True
    """
    count = sum(map(len, scored))
    total = sum(map(sum, scored))
    document = (total + PRIOR_SCORE * PRIOR_WORDS) / (count + PRIOR_WORDS)
    start = shift.base + shift.document * document + shift.odd * odd
    found = []
    for scores in scored:
        own = start + shift.sentence * sum(scores) / max(1, len(scores))
        found.append([_sigmoid(own + shift.score * _logit(score)) for score in scores])
    return found


def _logit(share: float) -> float:
    share = min(1 - _NEAREST, max(_NEAREST, share))
    return log(share / (1 - share))


def _sigmoid(logit: float) -> float:
    return 1 / (1 + exp(-logit))
