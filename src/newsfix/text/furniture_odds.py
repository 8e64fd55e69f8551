"""The odds that a line is furniture of a page: what speaks for each kind, and what against any."""

from dataclasses import dataclass
from enum import Enum
from math import exp, log

from newsfix.text.furniture_shapes import (
    byline_weight,
    code_weight,
    counter_weight,
    credit_weight,
    is_bare_credit,
    is_date,
    is_notice,
    is_pointer,
    is_trail,
)
from newsfix.text.furniture_words import PHRASE, Reading, imperatives
from newsfix.text.lines import is_headline
from newsfix.text.lists import words
from newsfix.text.role import Role


class Kind(Enum):
    """What a piece of furniture is for."""

    SHARE = "share"
    COMMENT = "comment"
    READ = "read"
    LETTER = "letter"
    BYLINE = "byline"
    CREDIT = "credit"
    RELATED = "related"
    CODE = "code"
    DOUBLED = "doubled"
    CHROME = "chrome"
    COUNTER = "counter"


@dataclass(frozen=True, slots=True)
class Signs:
    """What can be seen of one line, its words aside."""

    text: str
    index: int
    last: int
    role: Role
    is_stopped: bool
    is_quoted: bool
    #: Whether it breaks off a sentence: the line before is unfinished, or the next one goes on.
    is_torn: bool
    repeated: int
    links: int


_LONGEST_LOOSE = 200  # characters
_STOPS = (".", "!", "?", "…")
_CLOSERS = "\"”’'»)]"
#: Roles in which a line without a sentence is at home.
KEPT = frozenset((Role.LIST, Role.TABLE, Role.TRANSCRIPT, Role.VERSE, Role.DATELINE))
#: Three points at the end of what is no sentence.
DOTS = ("...", "…")
_TOLD = frozenset("he she they his her hers their theirs him them i my me it its who whose".split())
_READER = frozenset("you your yours us our ours we here this below now more".split())
#: What a kind may claim at most: what some readers want to keep is never taken away unasked.
MOST = {Kind.BYLINE: 0.93, Kind.RELATED: 0.9, Kind.CREDIT: 0.93}
#: The same for a text that is one line.
ALONE = 0.9


def weigh(signs: Signs, reading: Reading, *, stamps: int) -> tuple[Kind, float]:
    """Return the best kind by words and looks, and its odds."""
    weights = dict(reading.weights)
    looks = _looks(signs)
    for kind, weight in looks.items():
        weights[kind] = weights.get(kind, 0.0) + weight
    if stamps > 2:  # a live blog
        weights.pop(Kind.COUNTER.value, None)
    if not weights:
        return Kind.CHROME, -9.0
    best = max(weights, key=weights.__getitem__)
    others = min(2.5, 0.5 * (sum(weights.values()) - weights[best]))
    odds = -4.0 + weights[best] + others
    shaped = looks.get(best, 0.0) >= 4
    odds += _by_words(signs, reading) if not shaped else 1.0
    odds += _by_place(signs, strong=shaped or reading.heaviest > 4.5)
    most = _most(Kind(best), signs, reading.heaviest, shaped=shaped)
    return Kind(best), min(odds, most)


def _looks(signs: Signs) -> dict[str, float]:
    """Return what the looks of a line say, by kind."""
    text = signs.text
    edge = signs.index < 3 or signs.index > signs.last - 3
    found = {
        "code": code_weight(text),
        "counter": counter_weight(text) if signs.role not in KEPT or is_date(text) else 0.0,
        "byline": byline_weight(text, edge=edge),
        "credit": credit_weight(text) if not signs.is_stopped or len(text) < 160 else 0.0,
        "read": 4.5 if is_pointer(text) and not signs.is_stopped else 0.0,
        "chrome": 4.5 * is_notice(text) + 2.5 * (is_trail(text) and not signs.is_stopped),
        "share": min(3.0, 1.2 * signs.links) if not signs.is_stopped else 0.0,
    }
    if found["byline"] >= 6:
        found["credit"] = 0.0
    if signs.role is Role.BYLINE:
        found["byline"] = max(found["byline"], 6.0)
    elif signs.role is Role.CAPTION and found["byline"] < 6:
        found["credit"] = max(found["credit"], 5.2)
    elif signs.role is Role.BOILERPLATE:
        found["chrome"] += 1.0
    elif signs.role is Role.TIMESTAMP:
        found["counter"] = max(found["counter"], 5.5)
    if signs.repeated > 1 and not signs.is_stopped:
        found["chrome"] += 2.0
    return {kind: weight for kind, weight in found.items() if weight}


def _by_words(signs: Signs, reading: Reading) -> float:
    """Return what the words say about furniture of any kind."""
    tokens = reading.tokens
    count = len(tokens)
    told = any(token in _TOLD for token in tokens)
    asked = bool(tokens) and tokens[0] in imperatives()
    reader = not _READER.isdisjoint(tokens)
    odds = 2.5 * (reading.covered - 0.4)
    if not signs.is_stopped:
        odds += 1.0 + (0.5 if count < 5 else 0.0)
        if not reading.labelled and count > 4 and reading.heaviest < 5 and not asked:
            odds -= 1.5 if _has_clause(signs.text) else 0.0
        if signs.text[0].isupper() and count > 2 and reading.covered > 0.99:
            odds += 0.8
        if signs.text[-1] in ":»→›>*|":
            odds += 0.7
    else:
        odds -= 1.0 + (1.5 if told and not reading.labelled else 0.0)
        if not (asked or reader or reading.heaviest >= 5 or reading.labelled):
            odds -= 2.5
        if not words("attribution_verbs").isdisjoint(tokens) and not asked:
            odds -= 2.0
        odds -= 0.08 * max(0, count - 12)
        if reading.covered < 0.35 and not (asked or reading.labelled):
            odds -= 2.0
    odds += 0.8 if asked else 0.0
    odds += 0.7 if asked and reader else 0.0
    odds += 0.5 if signs.links else 0.0
    return odds


def _by_place(signs: Signs, *, strong: bool) -> float:
    """Return what the place of a line says about furniture of any kind."""
    odds = 0.0
    if signs.index == 0:
        odds -= 1.5 if strong else 4.0
    if signs.index == signs.last:
        odds += 0.4
    if signs.role in KEPT:
        odds -= 0.5 if strong else 2.5
    if signs.role is Role.CORRECTION:
        odds -= 6.0
    if signs.is_quoted:
        odds -= 2.5
    if signs.is_torn:
        odds -= 0.5 if strong else 1.5
    return odds


def weigh_loose(signs: Signs, known: float) -> tuple[Kind, float]:
    """Return what a line without a full stop may be by its grammar alone: a headline, a caption.

    A subheading is short, or has words of the paragraphs below it, and is left; so is a line that is
    a part of a sentence.
    """
    from newsfix.models import Tag, has_finite_clause, tag

    text = signs.text
    if signs.is_stopped or signs.is_torn or signs.role in KEPT or signs.role is Role.CORRECTION:
        return Kind.RELATED, -9.0
    if text[-1] in ":;,—–-" or text.endswith(DOTS) or signs.is_quoted or len(text) > _LONGEST_LOOSE:
        return Kind.RELATED, -9.0
    tokens = tag(text)
    count = sum(token.tag not in {Tag.PUNCT, Tag.SYM} for token in tokens)
    names = sum(token.tag is Tag.PROPN for token in tokens)
    if has_finite_clause(tokens) or (is_headline(text) and count > 5):
        odds = -0.6 + 0.25 * min(count, 9) - 4.0 * known
        return Kind.RELATED, min(odds, 1.6) if count > 4 else -2.0
    if count < 3 or not (names or count > 6) or sum(map(str.isdigit, text)) > 3:
        return Kind.CREDIT, -2.0
    return Kind.CREDIT, min(1.2, -0.8 + 0.3 * count) - (2.0 * known if names < count / 2 else 0.0)


def _most(kind: Kind, signs: Signs, heaviest: float, *, shaped: bool) -> float:
    most = odds_of(MOST.get(kind, 0.995))
    dated = signs.role is Role.TIMESTAMP or is_date(signs.text)
    if kind is Kind.COUNTER and dated and counter_weight(signs.text) < 8:
        most = min(most, odds_of(0.9))
    if kind is Kind.CREDIT and shaped and is_bare_credit(signs.text):
        most = odds_of(0.97)
    if kind is Kind.COUNTER and signs.text.strip("()#+").replace(",", "").isdecimal():
        most = min(most, odds_of(0.7))
    if not signs.last or (signs.links and heaviest < PHRASE):
        most = min(most, odds_of(ALONE))
    return most


def _has_clause(text: str) -> bool:
    from newsfix.models import has_finite_clause, tag

    return has_finite_clause(tag(text))


def is_stopped(text: str) -> bool:
    """Say whether a sentence ends at the end of a line."""
    return text.rstrip(_CLOSERS).endswith(_STOPS)


def probability_of(odds: float) -> float:
    """Return the probability that the logarithm of some odds stands for."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


def odds_of(probability: float) -> float:
    """Return the logarithm of the odds of a probability."""
    return log(probability / (1 - probability))
