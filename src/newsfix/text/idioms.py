"""Idioms with one word exchanged for a near one: “crush the ice” for “break the ice”."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from newsfix.models.closed import CLOSED
from newsfix.models.inflections import form_of, forms
from newsfix.span import Span
from newsfix.text.lists import entries, words

_OWN = "one's"
_OWNERS = frozenset(("his", "her", "their", "its", "my", "your", "our", "one's", "one’s"))
_LONGEST = 100  # characters on either side
_EDGE = ".,;:!?”\"’'“‘()"
_SAME_PAST = frozenset(
    "bet burst cast cost cut hit hurt let put quit read set shut split spread".split()
)
_PERFECT = frozenset("has have had having been be is was were are being get got".split())


class Idiom(NamedTuple):
    """The words of an idiom, each with what is as usual in its place; the first may be a verb."""

    words: tuple[tuple[str, ...], ...]
    has_verb: bool

    @property
    def text(self) -> str:
        """The idiom as people know it."""
        return " ".join(some[0] for some in self.words)


class Blend(NamedTuple):
    """A word that stands in an idiom in place of another."""

    span: Span
    whole: Span  #: the idiom
    meant: str  #: the usual word, in the same form
    idiom: str


class _Slot(NamedTuple):
    idiom: Idiom
    anchor: int
    slot: int


def find_blends(raw: str, bare: AbstractSet[str]) -> Iterator[Blend]:
    """Yield every idiom in which one word is a near one of the usual; ``bare`` are the words of the text.

    >>> [one.meant for one in find_blends("She crushed the ice.", {"She", "crushed", "the", "ice"})]
    ['broke']
    """
    slots = _slots()
    for anchor in sorted(slots.keys() & bare):
        possible = [slot for slot in slots[anchor] if not _mistaken(slot).isdisjoint(bare)]
        at = raw.find(anchor) if possible else -1
        while at >= 0:
            end = at + len(anchor)
            if not (raw[at - 1 : at].isalnum() or raw[end : end + 1].isalnum()):
                for slot in possible:
                    yield from _blend(raw, Span(at, end), slot)
            at = raw.find(anchor, end)


def _blend(raw: str, anchor: Span, slot: _Slot) -> Iterator[Blend]:
    idiom = slot.idiom
    spans: list[Span] = [anchor] * len(idiom.words)
    for step, positions in (
        (-1, range(slot.anchor - 1, -1, -1)),
        (1, range(slot.anchor + 1, len(idiom.words))),
    ):
        here = anchor
        for position in positions:
            here = _before(raw, here) if step < 0 else _after(raw, here)
            word = here.of(raw)
            if not word or (position != slot.slot and not _fits(idiom, position, word)):
                return
            spans[position] = here
    said = spans[slot.slot].of(raw)
    before = raw[max(0, spans[slot.slot].start - 20) : spans[slot.slot].start].split()
    meant = _meant(idiom, slot.slot, said, is_perfect=not _PERFECT.isdisjoint(before[-2:]))
    if meant:
        whole = Span(spans[0].start, spans[-1].end)
        yield Blend(spans[slot.slot], whole, meant, idiom.text)


def _before(raw: str, span: Span) -> Span:
    """Return the word before a word, one space away (an empty span where there is none)."""
    if raw[span.start - 1 : span.start] != " ":
        return Span(span.start, span.start)
    end = span.start - 1
    start = raw.rfind(" ", max(0, end - _LONGEST), end) + 1
    start = max(start, raw.rfind("\n", start, end) + 1)
    while start < end and raw[start] in _EDGE:
        start += 1
    return Span(start, end)


def _after(raw: str, span: Span) -> Span:
    if raw[span.end : span.end + 1] != " ":
        return Span(span.end, span.end)
    start = end = span.end + 1
    while raw[end : end + 1].isalpha() or (
        raw[end : end + 1] in ("'", "’", "-") and raw[end + 1 : end + 2].isalpha()
    ):
        end += 1
    return Span(start, end)


def _fits(idiom: Idiom, position: int, word: str) -> bool:
    some = idiom.words[position]
    small = word.lower() if position == 0 else word
    if small in some or (some[0] == _OWN and (small in _OWNERS or small.endswith(("’s", "'s")))):
        return True
    return position == 0 and idiom.has_verb and any(small in _all_forms(one) for one in some)


def _meant(idiom: Idiom, slot: int, said: str, *, is_perfect: bool) -> str:
    """Return the usual word in the form of the one said; "" if that is usual too or not near."""
    small = said.lower() if slot == 0 else said
    if _fits(idiom, slot, said) or small in _usual(idiom, slot):
        return ""
    is_verb = slot == 0 and idiom.has_verb
    for usual in idiom.words[slot]:
        for near in _near(usual, is_verb=is_verb):
            if is_verb and small in _all_forms(near):
                form = _in_form(usual, form_of(small), is_perfect=is_perfect)
                return form.capitalize() if said[0].isupper() else form
            if not is_verb and small == near:
                return usual
    return ""


@cache
def _usual(idiom: Idiom, slot: int) -> frozenset[str]:
    """Return what other idioms of the list have in the same place."""
    found: set[str] = set()
    for other in _idioms():
        if len(other.words) != len(idiom.words) or other == idiom:
            continue
        rest = [
            not set(one).isdisjoint(two)
            for at, (one, two) in enumerate(zip(idiom.words, other.words, strict=True))
            if at != slot
        ]
        if all(rest):
            for word in other.words[slot]:
                found |= {word, *(_all_forms(word) if other.has_verb and slot == 0 else ())}
    return frozenset(found)


@cache
def _mistaken(slot: _Slot) -> frozenset[str]:
    """Return the words that may stand in a slot by mistake, as they are written."""
    is_verb = slot.slot == 0 and slot.idiom.has_verb
    found: set[str] = set()
    for usual in slot.idiom.words[slot.slot]:
        for near in _near(usual, is_verb=is_verb):
            found |= _all_forms(near) if is_verb else {near}
    if slot.slot == 0:
        found |= {word.capitalize() for word in found}
    return frozenset(found)


@cache
def _near(word: str, *, is_verb: bool) -> tuple[str, ...]:
    listed = entries("near_words")
    if is_verb:
        return tuple(listed.get(f"v {word}", "").split())
    found = [*listed.get(f"n {word}", "").split(), *listed.get(f"a {word}", "").split()]
    if word.endswith("s") and not word.endswith("ss"):
        found += [f"{near}s" for near in listed.get(f"n {word[:-1]}", "").split()]
    return tuple(found)


@cache
def _all_forms(verb: str) -> frozenset[str]:
    return frozenset((verb, *forms(verb)))


@cache
def _in_form(verb: str, form: str, *, is_perfect: bool) -> str:
    """Return a verb in the form that an ending stands for."""
    if not form:
        return verb
    known = words("words")
    found = [one for one in forms(verb) if form_of(one) == form and one != verb]
    if form == "ed" and verb in _SAME_PAST:
        return verb
    irregular = [one for one in found if form == "ed" and not one.endswith("ed")]
    listed = irregular or [one for one in found if one in known] or found
    if len(irregular) > 1:
        participles = [one for one in irregular if one.endswith(("n", "ne"))]
        others = [one for one in irregular if one not in participles]
        listed = participles if is_perfect and participles else others or irregular
    return listed[0] if listed else verb


@cache
def _idioms() -> tuple[Idiom, ...]:
    found = []
    for line in entries("idioms"):
        parts = line.removeprefix("~").split()
        found.append(Idiom(tuple(tuple(part.split("|")) for part in parts), line[0] == "~"))
    return tuple(found)


@cache
def _slots() -> dict[str, list[_Slot]]:
    """Return by a word that must be there which idioms may have another word exchanged."""
    found: dict[str, list[_Slot]] = {}
    for idiom in _idioms():
        telling = [at for at, some in enumerate(idiom.words) if some[0] not in CLOSED | {_OWN}]
        for slot in telling:
            others = [at for at in telling if at != slot]
            if not others:
                continue
            anchor = max(others, key=lambda at: (not (at == 0 and idiom.has_verb), len(idiom.words[at][0])))  # fmt: skip
            is_verb = anchor == 0 and idiom.has_verb
            shown = {
                form
                for word in idiom.words[anchor]
                for form in (_all_forms(word) if is_verb else (word,))
            }
            for word in shown:
                found.setdefault(word, []).append(_Slot(idiom, anchor, slot))
    return found
