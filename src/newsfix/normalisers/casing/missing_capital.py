"""CAS104."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.abbreviations import Stop, stop_at
from newsfix.text.lists import words

_SMALL = Pattern(
    r"(?P<stop>(?<![.…])[.!?])(?P<quote>[”\"’)]?)[ ](?P<open>[“\"‘']?)(?P<word>\p{Ll}[\p{L}’']*)(?![\p{L}@./:_-])(?P<next>[ ,]|$)"
)
_STARTERS = frozenset(
    "however the this these those he she it they we but in on at after when while although though"
    " according meanwhile moreover nevertheless therefore instead there here his her their our if"
    " since because during despite many some most one another both such what who why how yesterday"
    " a an its as then now also yet".split()
)
_LAST_WORD = Pattern(r"\p{L}[\p{L}’'-]*\Z")
_GOES_ON = Pattern(
    r"\b(?:a|an|the|my|your|his|its|our|their|and|or|but|nor|if|of|at|for|from|with|into|who|which|whose|to|is)\Z"
)
_PARTICLES = frozenset(
    "de van von der den di da del la le bin ibn al el ter ten dos das du zu".split()
)


@rule(
    "CAS104",
    "missing-capital",
    changes={
        "Prices rose. however, wages fell.": "Prices rose. However, wages fell.",
        "The vote is over. the mayor left.": "The vote is over. The mayor left.",
        "Who won? the mayor did not say.": "Who won? The mayor did not say.",
    },
    keeps=[
        "It rose at 9 a.m. however you look, and in the U.S. wages fell.",
        "“Who won?” he asked. “Now!” they cried.",
        "He paused ... then left. de Souza followed. iPhone sales rose.",
        "Yahoo! and Jeopardy! are names. eBay is one.",
        "See No. 4 and approx. the half.",
    ],
    shapes=(". a", "? a", "! a", ".” a", '." a', ". “a", '. "a'),
)
def missing_capital(text: Text) -> Iterator[Finding]:
    """A small letter where a sentence starts.

    The full stop before it ends a sentence, so the next word needs a capital. Where the word is one
    that often begins sentences that is sure; elsewhere the stop itself may be wrong. After an
    abbreviation, an ellipsis, a quoted question or a brand, and on brands and particles of names,
    a small letter is right.
    """
    raw = text.raw
    for match in _SMALL.finditer(raw):
        word = match["word"]
        stop = match.start("stop")
        if not _ends_sentence(text, stop, match["stop"], match["quote"]):
            continue
        if not word.islower() or word in _PARTICLES or text.is_protected(match.span("word")):
            continue
        sure = _sure(word, match["stop"], beside_quotation=bool(match["quote"] or match["open"]))
        if _GOES_ON.search(raw, max(0, stop - 12), stop):
            sure = 0.5  # then the stop is wrong, not the letter
        start = match.start("word")
        message = f"“{word}” starts a sentence with a small letter."
        yield replace((start, start + 1), raw[start].upper(), message, sure, at=match.span("word"))


def _ends_sentence(text: Text, stop: int, mark: str, quote: str) -> bool:
    raw = text.raw
    last = _LAST_WORD.search(raw, max(0, stop - 30), stop)
    if mark == ".":
        if last is None or len(last[0]) < 2:
            return raw[stop - 1 : stop] in tuple(')”"%]')
        return stop_at(raw, stop) is Stop.SENTENCE
    # "Who won?" he asked; Yahoo! and others
    return not quote and last is not None and last[0][0].islower()


def _sure(word: str, mark: str, *, beside_quotation: bool) -> float:
    if beside_quotation:
        return 0.7
    if word in _STARTERS:
        return 0.96
    if mark != ".":
        return 0.6
    return 0.8 if word in words("words") or word in words("closed_class") else 0.6
