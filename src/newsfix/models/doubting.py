"""From claims to probabilities: what the network claims of a word is worth more in some documents than in others.

Editors change six words in ten of one translation and one in ten of another. Where much else in a document looks
wrong, and where many of its words are unknown, the same claim means more; so its logit is shifted by how the
document looks.
"""

from collections.abc import Sequence
from math import exp, log
from typing import NamedTuple

#: Documents of few odd words are taken to be as most are: as if so many more had been seen, of this mean claim.
PRIOR_WORDS, PRIOR_CLAIM = 25, 0.3
#: The same of the words of all sentences, and the share of them that is rare.
PRIOR_SEEN, PRIOR_RARE = 100, 0.03
_NEAREST = 1e-4  # to 0 and 1, so that there is a logit


class Shift(NamedTuple):
    """How much each column of what is known of a claim moves the logit."""

    claim: float  #: for the logit of the claim itself
    document: float  #: for the mean claim of the odd sentences of the document
    rare: float  #: for the share of all its words that the model of word order does not know
    base: float


def probabilities(
    shift: Shift, claims: Sequence[Sequence[float]], rare: int, seen: int
) -> list[list[float]]:
    """Return the probability that a judge finds each word of some odd sentences wrong.

    ``claims`` are those of the words of all odd sentences of a document; of the ``seen`` words of all its sentences,
    ``rare`` are unknown.

    >>> careful = Shift(claim=1, document=2, rare=5, base=-2)
    >>> few, many = (probabilities(careful, [[0.5]], rare, 100)[0][0] for rare in (1, 20))
    >>> few < many
    True
    """
    count = sum(map(len, claims))
    document = (sum(map(sum, claims)) + PRIOR_CLAIM * PRIOR_WORDS) / (count + PRIOR_WORDS)
    share = (rare + PRIOR_RARE * PRIOR_SEEN) / (seen + PRIOR_SEEN)
    start = shift.base + shift.document * document + shift.rare * share
    return [[sigmoid(start + shift.claim * _logit(claim)) for claim in some] for some in claims]


def _logit(share: float) -> float:
    share = min(1 - _NEAREST, max(_NEAREST, share))
    return log(share / (1 - share))


def sigmoid(logit: float) -> float:
    """Return the probability of a logit."""
    return 1 / (1 + exp(-logit))
