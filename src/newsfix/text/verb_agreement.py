"""Finite verbs that do not agree in number with the subject right before them: “the minister have”, “they was”.

A verb behind a word of the other number is cheap to see, and mostly right: another subject explains it. So the parts of
speech are asked for there, and only there.
"""

import re
from collections.abc import Iterator
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from newsfix.models.phrasing import phrasing
from newsfix.models.window import window_at
from newsfix.span import Span
from newsfix.spans import meets
from newsfix.text.named import is_one_thing, is_person, word_before
from newsfix.text.noun_number import Number, number_of, number_of_name
from newsfix.text.subjects import MORE, ONE, RELATIVE, subject_of

if TYPE_CHECKING:
    from newsfix.text import Text

_SINGULAR = MappingProxyType({"is": "are", "was": "were", "has": "have", "does": "do"})
# Hardly ever nouns.
_SAYS = MappingProxyType({"says": "say", "seems": "seem", "remains": "remain", "wants": "want"})
_ONES = MappingProxyType(_SINGULAR | _SAYS)
_OTHERS = MappingProxyType(_ONES | {other: verb for verb, other in _ONES.items()})
_OF_I = MappingProxyType({"is": "am", "are": "am", "were": "was"})
_VERB = re.compile(
    r" ((?:i|wa|ha)s|(?:a|we)re|have|do(?:es)?|s(?:ay|eem)s?|remains?|wants?)(?=[ ,]|n[’']t )"
)
_BETWEEN = frozenset(
    "also still now then already never often always only once later soon just even again".split()
)
_MARKS = frozenset('.,;:?!\n“"')
_QUOTES = "“\"‘'(["
_NEAR, _FAR = 30, 70  # characters
_BEHIND = 24
_SHORTEST_ADVERB = 5  # letters
_THERE = frozenset(("There", "there"))
_OF_ONE = frozenset("a an no another one nothing something little much".split())
_NO_SUBJECTS = (
    MORE
    | ONE
    | frozenset(
        "I to will would could can may might must should shall not and or but there what how as than".split()
    )
)
# Bits by which the other form is more usual. An adverb before the verb hides the subject from the model.
_LEAST = 0.5
_LEAST_BEHIND_ADVERB = -1.0
_LEAST_THERE = 2.0


class Disagreement(NamedTuple):
    """A verb, the form that agrees with its subject, and the subject."""

    span: Span
    meant: str
    subject: str


def find_disagreements(text: "Text") -> Iterator[Disagreement]:
    """Yield the verbs of ``text`` that do not agree with their subject, in order.

    >>> from newsfix.text import Text
    >>> raw = "The talks has ended, and the minister have left."
    >>> [(one.subject, one.meant) for one in find_disagreements(Text(raw))]
    [('The talks', 'have')]
    """
    raw = text.raw
    for match in _VERB.finditer(raw):
        verb, start = match[1], match.start(1)
        wanted = Number.ONE if verb in _ONES else Number.SEVERAL
        if not _may_differ(raw, start - 1, wanted):
            continue
        if wanted is Number.SEVERAL and _are_two(raw, start - 1):
            continue
        end = match.end(1)
        meant = _OTHERS[verb]
        window = window_at(phrasing().ngrams, raw, start, end)
        if window.bits(verb) - window.bits(meant) < _least(raw, start - 1):
            continue
        sentence = text.sentence_at(start)
        until = min(sentence.end, raw.find(" ", end + _BEHIND) % (len(raw) + 1))
        found = subject_of(text.tokens((sentence.start, until)), Span(start, end), raw)
        if found is None or found.number is wanted:
            continue
        if raw.startswith(("n't", "n’t"), end) and meets(text.quoted, Span(start, end)):
            continue  # spoken English: “it don’t”
        subject = found.span.of(raw)
        if subject == "I" and verb == "was":
            continue
        if subject == "I":
            meant = _OF_I.get(verb, meant)
        if meant != verb:
            yield Disagreement(Span(start, end), meant, subject)


def _are_two(raw: str, end: int) -> bool:
    """Say whether the word that ends at ``end`` is, most often, the second of two subjects."""
    at = raw.rfind(" and ", max(0, end - _NEAR), end)
    return at >= 0 and _MARKS.isdisjoint(raw[at:end])


def _least(raw: str, end: int) -> float:
    word = word_before(raw, end).of(raw)
    if word.endswith("here"):
        return _LEAST_THERE
    return _LEAST_BEHIND_ADVERB if _is_adverb(word) else _LEAST


def _is_adverb(word: str) -> bool:
    return word in _BETWEEN or (word.endswith("ly") and len(word) > _SHORTEST_ADVERB)


def _may_differ(raw: str, end: int, wanted: Number) -> bool:
    """Say whether the subject of a verb behind ``end`` may be of another number than is wanted, by a cheap look."""
    start = raw.rfind(" ", max(0, end - _NEAR), end) + 1
    word = raw[start:end]
    number = _number(word)
    if number is None:
        number = _looked_at(raw, start, end, wanted)
    if number is not None and number is not wanted:
        if word == "I" and raw.startswith("was", end + 1):
            return False
        # “The number of deaths has”: the subject is before.
        at = raw.rfind(" of ", max(0, start - _NEAR), start)
        return at < 0 or not _MARKS.isdisjoint(raw[at:start]) or _noun_differs(raw, at, wanted)
    if word in _NO_SUBJECTS:
        return False
    near = max(0, end - _FAR)
    at = raw.find(" of ", near, end)
    if at < 0:
        at = raw.find(" in ", near, end)
    if at < 0:
        return False
    return _noun_differs(raw, at, wanted)


def _noun_differs(raw: str, end: int, wanted: Number) -> bool:
    number = _number(raw[raw.rfind(" ", max(0, end - _NEAR), end) + 1 : end])
    return number is not None and number is not wanted


def _looked_at(raw: str, start: int, end: int, wanted: Number) -> Number | None:
    """Return the number of what a word that has none itself stands for, or may stand for."""
    word = raw[start:end].rpartition("\n")[2].lstrip(_QUOTES)
    if word in _THERE:
        behind = raw[end + 1 : end + _FAR].split(" ", 2)
        is_one = len(behind) > 1 and behind[1] in _OF_ONE
        return Number.ONE if is_one else Number.SEVERAL
    if word in RELATIVE or _is_adverb(word):
        word = raw[raw.rfind(" ", max(0, start - _NEAR), max(0, start - 1)) + 1 : max(0, start - 1)]
        return _number(word.rstrip(","))
    if not word[:1].isupper():
        return _number(word)
    before = word_before(raw, start - 1).of(raw)
    if wanted is Number.ONE:
        return Number.SEVERAL if before == "and" and is_person(raw, word) else _number(word)
    if number_of_name(word, before) is Number.ONE:
        return Number.ONE
    if before != "and" and (is_person(raw, word) or is_one_thing(raw, word)):
        return Number.ONE
    return _number(word)


@cache
def _number(word: str) -> Number | None:
    """Return the number that a pronoun, noun or name may have."""
    small = word.lower()
    if small in ONE or word == "That":
        return Number.ONE
    if small in MORE or word == "I":
        return Number.SEVERAL
    if not word.replace("-", "").isalpha() or word.isupper():
        return None
    return number_of_name(word) or number_of(small)
