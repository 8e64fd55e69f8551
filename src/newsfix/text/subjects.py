"""The subject of a verb, where it stands right before it and opens its clause, and its number."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsfix.models.tagger import Token
from newsfix.models.tags import Tag
from newsfix.span import Span
from newsfix.text.lists import words
from newsfix.text.named import is_name, is_one_thing, is_person
from newsfix.text.noun_number import EITHER, TITLES, Number, number_of, number_of_name

#: Pronouns by number, as far as they say it; “I” goes with the verbs of several.
ONE = frozenset(
    "he she it this everybody everyone somebody someone nobody anybody anyone something everything nothing anything".split()
)
_HE = frozenset("he she it".split())
MORE = frozenset("they we you".split())
RELATIVE = frozenset("who which that".split())

_NAMES = frozenset((Tag.NOUN, Tag.PROPN))
_IN_PHRASE = _NAMES | {
    Tag.ADJ, Tag.NUM, Tag.DET, Tag.VERB_PART, Tag.VERB_GER, Tag.ADV, Tag.PART, Tag.PRON,
}  # fmt: skip
_OF_SOMEBODY = frozenset("his her its their our my your".split())
_OF_ONE = frozenset("a an this that each every another one either neither any".split())
_OF_SEVERAL = frozenset("these those both many several few most all some".split())
_DETERMINERS = _OF_SOMEBODY | _OF_ONE | {"the", "no", "these", "those"}
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_OPENING = frozenset(
    "that because if whether unless as although though while when where why how since after before but whereas".split()
)
_PREPOSITIONS_TOO = frozenset("as since after before".split())
# Verbs before a clause that hardly ever have a noun for their object.
_SAID = frozenset(
    "adding argue argued argues arguing believe believed believes claiming hope hoped hopes insist insisted insists said say"
    " saying says suggesting think thinks thought".split()
)
_ASKING = frozenset("what which whose".split())
_MARKS = frozenset(",;:—–")
_INTRODUCES = frozenset((Tag.ADP, Tag.SCONJ, Tag.ADV, Tag.CCONJ))
# What is only thought of, asked for or let happen takes “were” and “have”.
_THOUGHT = frozenset(
    "if though whether unless would suppose imagine wish wishes wished lest were had".split()
)
_ASKED = re.compile(
    r"(?i:let|lets|letting|help|helps|helped|helping|make|makes|made|making|had|important|essential|necessary|imperative"
    r"|order|orders|ordered|did|does|will|would|should)\Z|demand|insist|requir|recommend|propos|suggest|request|ask|urg|mandat"
)
_FAR = 15  # words
_SUMS = frozenset(
    "years months weeks days hours minutes seconds miles metres meters kilometres kilometers dollars pounds euros points"
    " cents times yards feet inches acres tonnes tons barrels goals runs shots thirds quarters degrees".split()
)
_BEFORE_THERE = frozenset("also still n't n’t now then already always never".split())
_THERE = frozenset((Tag.DET, Tag.ADJ, Tag.NOUN, Tag.NUM, Tag.VERB_PART))
_MOST_THERE = 6  # words
_SUMMED = frozenset("a an the too enough more less what still not n't n’t".split())


class Clause(NamedTuple):
    """Where the subject is, and its number."""

    span: Span
    number: Number


def subject_of(tokens: Sequence[Token], verb: Span, raw: str) -> Clause | None:
    """Return the subject of a finite verb; None unless it stands right before it and its number is sure.

    ``raw`` is the text that the tokens are from: it shows what names mean.

    >>> from newsfix.models import tag
    >>> raw = "The price of goods is high, but the ministers are calm."
    >>> found = [subject_of(tag(raw), Span(*at), raw) for at in ((19, 21), (46, 49))]
    >>> [(one.span.of(raw), one.number.value) for one in found]
    [('The price of goods', 'singular'), ('the ministers', 'plural')]
    """
    at = next((at for at, token in enumerate(tokens) if token.span.start == verb.start), 0)
    if at == 0 or not tokens[at].tag.is_finite:
        return None
    last = at - 1
    while last > 0 and tokens[last].tag is Tag.ADV:
        last -= 1
    head = tokens[last]
    small = head.text.lower()
    if small == "there":
        return (
            _there_is(tokens, at)
            if tokens[at].text in ("is", "are", "was", "were") and last == at - 1
            else None
        )
    if small in RELATIVE and last > 0 and tokens[last - 1].tag in _NAMES | {Tag.PUNCT}:
        return _antecedent(tokens, last, raw)
    if small in ONE | MORE or head.text == "I" or (head.text == "That" and last == 0):
        number: Number | None = Number.ONE if small in ONE or small == "that" else Number.SEVERAL
        first = last
    elif head.tag in _NAMES:
        first = _first(tokens, last)
        found = _number(tokens[first : last + 1], raw)
        if found is Number.ONE and tokens[first - 1].text == "and" and first > 1:
            found = _together(tokens, first, last, raw)
        if _is_sum(tokens[first : last + 1], tokens[at:]):
            return None
        number = found
    else:
        return None
    start, outermost = _start(tokens, first, number, raw)
    if outermost is None or not _opens(tokens, start, outermost):
        return None
    number = outermost
    if number is Number.ONE and _may_be_unreal(tokens[: at + 1]):
        return None
    return Clause(Span(tokens[start].span.start, head.span.end), number)


def _together(tokens: Sequence[Token], first: int, last: int, raw: str) -> Number | None:
    """Return the number of two people with “and” between."""
    names = tokens[first - 2], tokens[last]
    if all(name.tag is Tag.PROPN and is_person(raw, name.text) for name in names):
        return Number.SEVERAL
    return None


def _there_is(tokens: Sequence[Token], at: int) -> Clause | None:
    """Return what is said to be there behind “there is”, whose verb is at ``at``."""
    first = at + 1
    while first < len(tokens) and tokens[first].text in _BEFORE_THERE:
        first += 1
    last = first
    while last < len(tokens) and tokens[last].tag in _THERE and last - first < _MOST_THERE:
        last += 1
    phrase = tokens[first:last]
    if not phrase or phrase[-1].tag is not Tag.NOUN:
        return None
    number = number_of(phrase[-1].text)
    small = [token.text.lower() for token in phrase]
    behind = [token.text for token in tokens[last : last + 12]]
    if number is Number.ONE:
        if (
            small[0] not in ("a", "an", "no", "another")
            or "and" in behind
            or behind[:1] in ([","], ["or"])
        ):
            return None
        if any(number_of(one) is None for one in small[1:-1] if one in EITHER):
            return None
    elif number is Number.SEVERAL:
        if not _OF_ONE.isdisjoint(small) or any(one in _SUMS or one == "more" for one in small):
            return None
        if small[-1].endswith("ing") or phrase[0].tag is Tag.VERB_GER:
            return None
    return Clause(Span(phrase[0].span.start, phrase[-1].span.end), number) if number else None


def _may_be_unreal(until: Sequence[Token]) -> bool:
    """Say whether the verb that comes last may be a subjunctive or infinitive: “if he were”, “demand that she have”."""
    verb = until[-1].text
    before = [token.text for token in until[-1 - _FAR : -1]]
    if verb == "were":
        return not _THOUGHT.isdisjoint(word.lower() for word in before)
    return verb != "are" and any(_ASKED.match(word) for word in before)


def _antecedent(tokens: Sequence[Token], relative: int, raw: str) -> Clause | None:
    """Return what a relative pronoun stands for, if that is sure."""
    is_who = tokens[relative].text == "who"
    last = relative - 1
    if tokens[last].text == "," and tokens[relative].text != "that":
        last -= 1
    if last < 0 or tokens[last].tag is not Tag.NOUN:
        return None
    first = _first(tokens, last)
    phrase = tokens[first : last + 1]
    number = _number(phrase, raw)
    if number is None or phrase[-1].text[0].isupper():
        return None
    if number is Number.ONE and any(
        number_of(one.text) is Number.SEVERAL for one in tokens[max(0, first - 8) : first]
    ):
        return None
    if number is Number.ONE and is_who and phrase[-1].text not in words("person_nouns"):
        return None
    before = tokens[first - 1] if first else None
    if before is not None and (
        before.tag in (Tag.CCONJ, Tag.ADP)
        or before.text == ","
        or before.text.lower() in _OF_SEVERAL
    ):
        return None
    return Clause(Span(phrase[0].span.start, phrase[-1].span.end), number)


def _start(
    tokens: Sequence[Token], first: int, number: Number | None, raw: str
) -> tuple[int, Number | None]:
    """Return where a subject begins whose last noun phrase begins at ``first``, and its number.

    “The price of the goods” is one, as the price is. “The mayor and the ministers” are several, as the ministers are.
    """
    while first > 1 and tokens[first - 2].tag in _NAMES:
        between = tokens[first - 1]
        outer = _first(tokens, first - 2)
        if between.tag is Tag.ADP:
            number = _number(tokens[outer : first - 1], raw)
        elif between.text != "and" or number is not Number.SEVERAL:
            break
        first = outer
    return first, number


def _first(tokens: Sequence[Token], last: int) -> int:
    """Return where the noun phrase begins whose noun is at ``last``."""
    first = last
    while first > 0:
        before, here = tokens[first - 1], tokens[first]
        if before.text in _POSSESSIVES and before.tag is Tag.PART and first > 1:
            first -= 2  # “the minister’s aide”: what owns belongs to the phrase
            continue
        if before.text == "." and first > 1 and tokens[first - 2].text in TITLES:
            first -= 2
            continue
        if before.text == "-" and before.span.end == here.span.start and first > 1:
            first -= 2  # “a well-known critic”
            continue
        if (
            before.text == "than"
            and first > 1
            and tokens[first - 2].text.lower() in ("more", "less", "fewer")
        ):
            first -= 2
            continue
        if here.text.lower() in _DETERMINERS or before.tag not in _IN_PHRASE:
            break
        if before.tag is Tag.PRON and before.text.lower() not in _OF_SOMEBODY:
            break
        if before.tag is Tag.PART or (before.tag is Tag.ADV and here.tag is not Tag.ADJ):
            break
        first -= 1
    return first


def _number(phrase: Sequence[Token], raw: str) -> Number | None:
    """Return the number of a noun phrase, if it is sure."""
    head = phrase[-1]
    small = [token.text.lower() for token in phrase]
    is_bare = small[0] not in _DETERMINERS and _POSSESSIVES.isdisjoint(small)
    if small[0] in _ASKING or (is_bare and _is_gerund(phrase)):
        return None  # “What use are”, “Imposing tariffs is”
    if head.text[0].isupper() and (len(phrase) > 1 or head.tag is Tag.PROPN):
        before = phrase[-2].text if len(phrase) > 1 else ""
        if number_of_name(head.text) is Number.SEVERAL and before != "The":
            return Number.SEVERAL
        if before in ("", "The"):
            is_one = is_one_thing(raw, head.text) or (not before and is_person(raw, head.text))
            return Number.ONE if is_one else None
        return number_of_name(head.text, before)
    number = number_of_name(head.text) or number_of(small[-1])
    if number is Number.SEVERAL:
        if len(phrase) == 1 and number_of_name(head.text) is None and is_name(raw, head.text):
            return None
        return number if _OF_ONE.isdisjoint(small) else None
    if number is Number.ONE:
        if not _OF_SEVERAL.isdisjoint(small) or any(token.tag is Tag.NUM for token in phrase):
            return None
        if is_bare and any(number_of(one) is Number.SEVERAL for one in small):
            return None  # “Inspectors general are”
    return number


def _is_gerund(phrase: Sequence[Token]) -> bool:
    return phrase[0].text.endswith("ing") or any(token.tag is Tag.VERB_GER for token in phrase)


def _is_sum(phrase: Sequence[Token], behind: Sequence[Token]) -> bool:
    """Say whether so many are taken as one: “three years is a long time”."""
    if not any(token.tag is Tag.NUM for token in phrase):
        return False
    return phrase[-1].text in _SUMS or any(token.text in _SUMMED for token in behind[1:2])


def _opens(tokens: Sequence[Token], first: int, number: Number) -> bool:
    """Say whether a phrase opens a sentence or a clause."""
    if first == 0:
        return True
    before = tokens[first - 1]
    word = before.text.lower()
    here = tokens[first].text
    if here in ("they", "we"):
        return before.tag is not Tag.CCONJ and before.tag is not Tag.ADP
    if here in _HE and (before.tag is Tag.NOUN or word in ("what", "than", "how")):
        return True
    if before.text == ")" and first < 4:
        return True
    if word in _PREPOSITIONS_TOO and (
        before.tag is not Tag.SCONJ or (first > 1 and tokens[first - 2].tag.is_verb)
    ):
        return False
    if word in _OPENING or word in _SAID:
        return before.text.islower() or first == 1
    if word == "and" and first == 1:
        return True
    if word == "and":
        is_pronoun = tokens[first].text in ONE
        return (
            first > 1 and tokens[first - 2].text == "," and (number is Number.SEVERAL or is_pronoun)
        )
    if before.text in _MARKS:
        if first > 1 and tokens[first - 2].tag in (Tag.ADJ, Tag.VERB_PART):
            return False
        return number is Number.SEVERAL or tokens[first].text in ONE or tokens[0].tag in _INTRODUCES
    return before.tag is Tag.PUNCT and first == 1
