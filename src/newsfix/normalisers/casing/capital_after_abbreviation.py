"""CAS102."""

from collections.abc import Iterator
from functools import cache

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.abbreviations import Stop, stop_at
from newsfix.text.clauses import may_hold_finite_verb
from newsfix.text.lists import words

_AFTER = Pattern(r"(?<=[\p{L}.])\.[ ](?P<word>\p{Lu}\p{Ll}+)(?=[ ,.;](?P<next>\p{Ll}?))")
_TIME = Pattern(r"\b[apAP]\.[mM]\.\Z")
_ZONES = frozenset("eastern central mountain pacific daylight standard local sharp".split())
_JOINING = frozenset("and or but nor".split())
_NEVER_FIRST = frozenset("of than is are was were been has have had would could".split())


@rule(
    "CAS102",
    "capital-after-abbreviation",
    changes={
        "In recent weeks, the U.S. And other states warned of it.": (
            "In recent weeks, the U.S. and other states warned of it."
        ),
        "The plan of the U.S. Is a risk.": "The plan of the U.S. is a risk.",
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
        if match is None:
            continue
        word = match["word"]
        small = word.lower()
        closed = small in words("closed_class") and match["next"] != ""
        timed = raw[stop - 1] in "mM" and _TIME.search(raw, max(0, stop - 4), stop + 1) is not None
        if not closed and not (timed and match["next"] and _is_common(small, word, text)):
            continue
        if stop_at(raw, stop) is not Stop.ABBREVIATION:
            continue
        line = text.line_at(stop)
        before = _sentence_before(raw, line.start, stop)
        if text.in_headline(stop):
            continue
        message = f"“{word}” has a capital after an abbreviation, inside a sentence."
        if closed and small in _NEVER_FIRST:
            sure = 0.97
        elif may_hold_finite_verb(before):
            continue
        elif closed:
            listed = before.endswith(("etc", "Ltd", "Co", "Inc", "Corp"))
            sure = 0.7 if listed and small not in _JOINING else 0.97
        else:
            sure = 0.85
        yield replace(match.span("word"), small, message, sure)


def _stops(text: Text) -> Iterator[int]:
    """Yield where abbreviations end with a capital behind them."""
    for spot in text.spots(".A. A", ".a. A"):
        yield spot + 2
    for short in _short_words() & text.vocabulary.tokens:
        at = text.raw.find(f"{short} ")
        while at >= 0:
            yield at + len(short) - 1
            at = text.raw.find(f"{short} ", at + 1)


@cache
def _short_words() -> frozenset[str]:
    """Return the abbreviations without inner stops, after which a sentence may go on."""
    kinds = ("company", "place", "name", "other", "time")
    known = frozenset[str]().union(*(words("abbreviations", kind=kind) for kind in kinds))
    return frozenset(word for word in known if word.count(".") == 1)


def _is_common(small: str, word: str, text: Text) -> bool:
    """Say whether a word is no name: the language writes it small, and so does the document."""
    if text.vocabulary.names[word]:
        return False
    return small in words("words") and small not in _ZONES


def _sentence_before(raw: str, line_start: int, stop: int) -> str:
    """Return the sentence up to the abbreviation."""
    start = line_start
    begin = max(line_start, stop - 300)
    for match in _SENTENCE_END.finditer(raw, begin, stop):
        if stop_at(raw, match.start()) is Stop.SENTENCE or raw[match.start()] in "!?":
            start = match.end()
    return raw[max(start, begin) : stop]


_SENTENCE_END = Pattern(r"[.!?][\"”’)]?[ ]")
