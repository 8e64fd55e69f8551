"""How good the wording of a text is: the share of its words that raters of translations would not mark."""

from dataclasses import dataclass
from functools import lru_cache

from newsfix.models.phrasing import phrasing
from newsfix.models.wording import pieces
from newsfix.span import Span
from newsfix.text import Text

#: So many sentences, spread evenly over the text, stand for all: what they cost is bounded.
_SENTENCES = 60
_FEWEST_WORDS = 3
_KEPT = 64


@dataclass(frozen=True, slots=True)
class Quality:
    """A score from 0 to 1, and what it is made of.

    ``score`` is the share of words that a human rater of translations is expected not to mark; ``marked`` is the
    rest. ``usual`` is how usual the words are where they stand, in bits that a word costs on average: edited
    news has 6 to 8. ``rare`` is the share of words that the model does not know. ``words`` says how many words
    and marks were looked at: of 0 the score is 1, and of few it is a guess.
    """

    score: float
    marked: float
    usual: float
    rare: float
    words: int


@lru_cache(maxsize=_KEPT)
def quality_of(raw: str) -> Quality:
    """Return the quality of a text.

    >>> good = "The council met on Monday and agreed to mend the bridge. He told reporters that it would take a year."
    >>> garbled = "Council on Monday it gathered and of agreeing the bridge for mend. To reporters he telling it will year one."
    >>> quality_of(good).score > quality_of(garbled).score + 0.1
    True
    """
    models = phrasing()
    cut = (pieces().findall(span.of(raw)) for span in _sample(raw))
    sentences = [models.sentence(words) for words in cut if len(words) >= _FEWEST_WORDS]
    claims: list[float] = []
    cost = rare = 0
    for sentence in sentences:
        size = len(sentence.words)
        claims += models.claims(sentence)
        cost += sum(sentence.costs[:size])
        rare += sentence.rare
    if not claims:
        return Quality(1.0, 0.0, 0.0, 0.0, 0)
    words = len(claims)
    marked = models.expected(sum(claims) / words)
    return Quality(
        score=round(1 - marked, 4),
        marked=round(marked, 4),
        usual=round(models.ngrams.bits(cost) / words, 4),
        rare=round(rare / words, 4),
        words=words,
    )


def _sample(raw: str) -> list[Span]:
    """Return sentences of a text, but no more than can be looked at."""
    every = Text(raw).sentences
    step = max(1.0, len(every) / _SENTENCES)
    return [every[int(at * step)] for at in range(min(len(every), _SENTENCES))]
