"""How usual words are where they stand, by the model of word order."""

from newsfix.models.phrasing import phrasing
from newsfix.models.wording import cut
from newsfix.span import Span

_AROUND = 60  # characters on either side: more than the model looks at


def bits_saved(raw: str, sentence: Span, span: Span, replacement: str) -> float:
    """Return by how many bits a sentence is more usual with ``replacement`` at ``span``.

    How usual the two words are alone does not count.

    >>> raw = "He has thrown in the napkin."
    >>> bits_saved(raw, Span(0, len(raw)), Span(21, 27), "towel") > 3
    True
    """
    start = max(sentence.start, span.start - _AROUND)
    end = min(sentence.end, span.end + _AROUND)
    model = phrasing().ngrams
    costs = []
    for word in (span.of(raw), replacement):
        changed = raw[start : span.start] + word + raw[span.end : end]
        numbers = model.words.numbers([piece for _, piece in cut(changed)])
        alone = sum(model.word_cost[number] for number in model.words.numbers([word]))
        costs.append(sum(model.costs([0, 0, *numbers, 0])) - alone)
    return model.bits(costs[0] - costs[1])
