"""CAS102."""

from collections.abc import Iterator
from functools import cache

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.abbreviations import Stop, stop_at
from newsfix.text.clauses import may_be_sentence, may_hold_finite_verb
from newsfix.text.lists import entries, words
from newsfix.text.sentences import sentence_at

_AFTER = Pattern(r"(?<=[\p{L}.])\.[ ](?P<word>\p{Lu}\p{Ll}+)(?=[ ,.;](?P<next>[\p{Ll}\p{N}]?))")
_TIME = Pattern(r"\b[apAP]\.[mM]\.\Z")
_LATIN = Pattern(r"\b(?:e\.g|i\.e|a\.k\.a|viz|approx)\.\Z")
_COMPANY = Pattern(r"\b(?:etc|Ltd|Co|Inc|Corp)\.\Z")
_ZONES = frozenset("eastern central mountain pacific daylight standard local sharp".split())
_NEVER_FIRST = frozenset("of than is are was were been has have had would could".split())
_JOINING = frozenset("and or but nor to until till through at on in for by with from".split())
_FIRST_PREPOSITION = Pattern(r"[“\"(]?(?:In|At|From|On|By|With|For|Across|Throughout|Until)[ ]")
_AUXILIARY = Pattern(r"[ ](?:is|are|was|were|has|have|had|will|would|can|could|must|did)\b")


@rule(
    "CAS102",
    "capital-after-abbreviation",
    changes={
        "In recent weeks, the U.S. And other states warned of it.": (
            "In recent weeks, the U.S. and other states warned of it."
        ),
        "The plan of the U.S. Is a risk.": "The plan of the U.S. is a risk.",
        "Some costs (e.g. The price of bread) rose.": "Some costs (e.g. the price of bread) rose.",
        "The shop is open from 9 a.m. To 5 p.m. today.": "The shop is open from 9 a.m. to 5 p.m. today.",
        "The U.N. And World Bank staff left with Anna K. And her son.": (
            "The U.N. and World Bank staff left with Anna K. and her son."
        ),
    },
    suggests={"At 8 a.m. Crews in boats left the town.": "At 8 a.m. crews in boats left the town."},
    keeps=[
        "It passed in the U.S. Congress.",
        "It came from the U.S. The vote followed.",
        "He met Dr. Ito, Rep. Cole and No. 4 on Jan. 6.",
        "They left at 9 a.m. Crews stayed.",
        "He works for Berg Inc. And he likes it.",
        "A team of the U.S. Census Bureau met U.S. President Cole at 9 p.m. Eastern time.",
    ],
    shapes=("A. A", "a. A"),
)
def capital_after_abbreviation(text: Text) -> Iterator[Finding]:
    """A capital after an abbreviation whose full stop was taken for the end of a sentence.

    Systems split text at "U.S." and "a.m." and capitalise what follows. The sentence so far shows
    it: without a verb it cannot have ended. A name after the abbreviation keeps its capital, and
    where the sentence could have ended there, nothing is said.
    """
    raw = text.raw
    for stop in sorted(_stops(text)):
        match = _AFTER.match(raw, stop)
        if match is None or text.in_headline(stop):
            continue
        word = match["word"]
        sure = _sure(text, stop, word, match.end("word"), goes_on=bool(match["next"]))
        if sure:
            message = f"“{word}” has a capital after an abbreviation, inside a sentence."
            yield replace(match.span("word"), word.lower(), message, sure)


def _sure(text: Text, stop: int, word: str, end: int, *, goes_on: bool) -> float:
    """Return how sure it is that a word behind a full stop continues the sentence."""
    raw = text.raw
    small = word.lower()
    closed = small in words("closed_class")
    kind = stop_at(raw, stop)
    near = raw[max(0, stop - 8) : stop + 1]
    in_place = entries("abbreviations").get(near.split()[-1]) == "place"
    timed = raw[stop - 1] in "mM" and _TIME.search(near) is not None
    if not (closed or in_place or timed):
        return 0.0
    if closed and _LATIN.search(near):
        return 0.97
    if kind not in (Stop.ABBREVIATION, Stop.INITIAL):
        return 0.0
    sentence = sentence_at(raw, text.line_at(stop), end)
    left, right = raw[sentence.start : stop + 1], raw[end : sentence.end]
    begun = may_hold_finite_verb(left)
    if kind is Stop.INITIAL or not goes_on:
        unfinished = kind is not Stop.INITIAL and small in ("and", "or") and not begun
        attached = small in _JOINING and not may_be_sentence(small, right)
        return 0.96 if attached or unfinished else 0.0
    if closed and small in _NEVER_FIRST:
        return 0.97
    if closed and small in _JOINING:
        listed = small not in ("and", "or", "but", "nor") and _COMPANY.search(near)
        return 0.0 if begun and may_be_sentence(small, right) else 0.7 if listed else 0.97
    if begun:
        return 0.0
    fragment = bool(_FIRST_PREPOSITION.match(left))
    if closed:
        return 0.96 if fragment and not _COMPANY.search(near) else 0.7
    if timed and _is_common(small, word, text):
        return 0.85
    return (
        0.6
        if in_place and fragment and small in words("words") and _AUXILIARY.match(right)
        else 0.0
    )


def _stops(text: Text) -> Iterator[int]:
    """Yield where abbreviations end with a capital behind them."""
    for spot in text.spots(".A. A", ".a. A"):
        yield spot + 2
    for spot in text.spots(" A. Aa"):
        if text.raw[spot + 4 : spot + 9].partition(" ")[0].lower() in _JOINING:
            yield spot + 2
    for short in _short_words() & text.vocabulary.tokens:
        at = text.raw.find(f"{short} ")
        while at >= 0:
            yield at + len(short) - 1
            at = text.raw.find(f"{short} ", at + 1)


@cache
def _short_words() -> frozenset[str]:
    """Return the abbreviations with one stop, after which a sentence may go on."""
    kinds = ("company", "place", "name", "other", "time")
    known = frozenset[str]().union(*(words("abbreviations", kind=kind) for kind in kinds))
    return frozenset(word for word in known if word.count(".") == 1)


def _is_common(small: str, word: str, text: Text) -> bool:
    """Say whether a word is no name: the language writes it small, and so does the document."""
    if text.vocabulary.names[word]:
        return False
    return small in words("words") and small not in _ZONES
