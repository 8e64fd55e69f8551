"""Pronouns in a form that their place does not take: “him said”, “they effectiveness”, “itself was announced”.

Another form of the same pronoun is weighed against the one that stands there, by how usual both are between their
neighbours. All forms are common, so the model knows them well; what it has not seen is the wrong one.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from newsfix.models.phrasing import phrasing
from newsfix.models.window import window_at
from newsfix.models.wording import pieces
from newsfix.span import Span
from newsfix.text.patterns import Pattern

#: Subject, object, before a noun, alone, reflexive; some are the same.
FORMS = (
    "he him his his himself".split(),
    "she her her hers herself".split(),
    "it it its its itself".split(),
    "they them their theirs themselves".split(),
    "we us our ours ourselves".split(),
    "I me my mine myself".split(),
)
_OBJECT, _ALONE, _REFLEXIVE = 1, 3, 4
_PRONOUN = Pattern(
    r"(?<![\p{L}\p{N}’'.-])(?:\L<forms>)(?![\p{L}\p{N}’'-])(?!\.\p{L})",
    forms=tuple(
        {form for forms in FORMS for one in forms for form in (one, one[0].upper() + one[1:])}
    ),
)
# Bits; measured on edited news that the model has not seen (docs/models/slips.md). Where a reflexive
# stands, or might, both are often right.
_LEAST = 8.0
_LEAST_ALONE = 11.0  #: for “ours” and “theirs”: what follows says little
_LEAST_REFLEXIVE = MappingProxyType(
    {True: 16.0, False: 10.0}
)  #: by whether the object form is the other one
_USUAL = -2.0  #: bits that a form and the next word cost more than alone: so usual a form is right where it stands
_UNSEEN = 10.0  #: bits more, at most, where a pair was not seen
_SLACK = 9.0  #: bits that three words may save more than pairs of them tell
_NEAR = 24  # characters
_KEPT = 50_000  # pairs of words


class WrongCase(NamedTuple):
    """A pronoun, and the form that its place takes."""

    span: Span
    meant: str


def find_wrong_cases(raw: str) -> Iterator[WrongCase]:
    """Yield the pronouns of ``raw`` in a wrong form, in order.

    >>> raw = "The mayor said that him would not run again."
    >>> [(one.span.of(raw), one.meant) for one in find_wrong_cases(raw)]
    [('him', 'he')]
    """
    model = phrasing().ngrams
    for match in _PRONOUN.finditer(raw):
        word = match[0] if match[0] == "I" else match[0].lower()
        start, end = match.span()
        before, after = _beside(raw, start, end)
        here = _excess(before, word) + _excess(word, after)
        others = _others(word)
        if here < _USUAL or not any(
            here - _excess(before, other) - _excess(other, after) >= _least(word, other) - _SLACK
            for other in others
        ):
            continue
        window = window_at(model, raw, start, end)
        saved = {other: window.bits(word) - window.bits(other) for other in others}
        meant = max(saved, key=lambda other: saved[other])
        if saved[meant] >= _least(word, meant):
            is_capital = match[0][0].isupper() and word != "I"
            yield WrongCase(Span(start, end), meant[0].upper() + meant[1:] if is_capital else meant)


def _beside(raw: str, start: int, end: int) -> tuple[str, str]:
    before = pieces().findall(raw, max(0, start - _NEAR), start)[-1:]
    after = pieces().search(raw, end, end + _NEAR)
    return "".join(before), after[0] if after else ""


@lru_cache(maxsize=_KEPT)  # the same words stand beside pronouns again and again
def _excess(first: str, second: str) -> float:
    """Return how many bits a word costs more behind another than alone, or less; "" is the edge of a text."""
    model = phrasing().ngrams
    one, two = (model.words.number(word) if word else 0 for word in (first, second))
    return min(model.bits(model.together(one, two) - model.word_cost[two]), _UNSEEN)


@cache
def _others(word: str) -> tuple[str, ...]:
    forms = next(forms for forms in FORMS if word in forms)
    return tuple(dict.fromkeys(form for form in forms if form != word))


@cache
def _least(word: str, meant: str) -> float:
    forms = next(forms for forms in FORMS if word in forms)
    if forms[_REFLEXIVE] in (word, meant):
        return _LEAST_REFLEXIVE[forms[_OBJECT] in (word, meant)]
    return (
        _LEAST_ALONE if forms[_ALONE] in (word, meant) and len(set(forms)) == len(forms) else _LEAST
    )
