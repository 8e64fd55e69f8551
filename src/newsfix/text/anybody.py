"""Whether a man or a woman may be named or spoken of in a part of a text.

It asks for no analysis of the whole text, and rather says yes: who finds nobody has found nobody.
"""

from collections.abc import Iterable
from functools import cache

from newsfix.text.lists import words
from newsfix.text.patterns import Pattern

_WORD = Pattern(r"(?<![\p{L}-])\p{L}+(?![\p{L}-])")
_EVERYBODY = frozenset(
    "someone somebody anyone anybody everyone everybody nobody whoever each every he him his she her hers himself herself myself"
    " He His She Her".split()
)
_ENDINGS = ("man", "ist", "eer", "owner")
_NO_ENDINGS = frozenset(
    "exist insist persist consist resist assist enlist list twist mist fist gist career cheer beer deer steer sheer peer queer"
    " veer human than german checklist playlist shortlist blacklist wishlist".split()
)
# Initials, ages, and "a German who".
_SHAPES = Pattern(
    r"\b(?:Mr|Mrs|Ms|Dr|St|(?<!\.)\p{Lu})\.(?=[ ]\p{Lu})|\b\d\d-year-old\b"
    r"|\b[Aa]n?[ ]\p{Lu}\p{Ll}+(?:n|se|sh|i)(?:[,.]|[ ](?:who|has|had|was|is|from|in|said|told|took|went|came|drove|lost|won|left"
    r"|saw|made|\p{Ll}+ed)\b)"
)
_CAPITAL = r"\p{Lu}(?:(?:\.\p{Lu})+\.?|[\p{L}’'-]*)"
_NAME = Pattern(rf"(?<![\p{{L}}’'.-]){_CAPITAL}(?:(?:[ ](?:of|the|for|and)){{0,2}}[ ]{_CAPITAL})*")
_PEOPLES = Pattern(r"\p{Lu}\p{Ll}+(?:ans|ists|crats|ese)")
_POSSESSIVE = ("'s", "’s")
_BEFORE_PLACES = (" in ", "In ", "near ")
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
# Parts of the names of places and parties that the list of places lacks.
_PLACES = (
    "washington moscow beijing brussels london paris berlin tokyo geneva vienna madrid rome athens warsaw prague budapest"
    " kiev kyiv minsk ankara istanbul tehran baghdad damascus cairo jerusalem delhi mumbai seoul hong kong york angeles los"
    " francisco san santa korea arabia lanka sri rica costa saudi zealand crimea chicago boston houston turkey china yemen"
    " chad jordan republican democratic conservative liberal labour"
).split()


def is_anybody(raw: str, start: int, end: int) -> bool:
    """Say whether anybody may be named or spoken of between two places, of which the first begins a sentence.

    >>> [is_anybody(some, 0, len(some)) for some in ("The bank in Lima fell.", "Ruiz fell.", "A clerk fell.")]
    [False, True, True]
    """
    return (
        is_name(raw, start, end, start)
        or any(map(_is_person, _WORD.compiled.findall(raw, start, end)))
        or _SHAPES.search(raw, start, end) is not None
    )


def is_name(raw: str, start: int, end: int, sentence: int) -> bool:
    """Say whether any words with capitals may name a person; ``sentence`` is where their sentence begins."""
    return any(
        _may_be_person(raw, *match.span(), sentence) for match in _NAME.finditer(raw, start, end)
    )


def _is_person(word: str) -> bool:
    """Say whether a word means one man or woman, or everybody."""
    if word in _nouns():
        return True
    return word.endswith(_ENDINGS) and word.islower() and word not in _NO_ENDINGS


def both(nouns: Iterable[str]) -> tuple[str, ...]:
    """Return nouns as they are, and as they begin a sentence."""
    return tuple(form for noun in nouns for form in (noun, noun.capitalize()))


def _may_be_person(raw: str, start: int, end: int, sentence: int) -> bool:
    whole = raw[start:end]
    owns = whole[-1] in "’'" or whole.endswith(_POSSESSIVE)
    if raw[max(0, start - 4) : start].endswith(_BEFORE_PLACES) and not owns:
        return False
    if whole in words("articled_names"):
        return False
    parts = [
        part[:-2] if part.endswith(_POSSESSIVE) else part.rstrip("’'") for part in whole.split()
    ]
    if len(parts) == 1:
        (word,) = parts
        begins = start - sentence < 2
        known = _names_no_person(word) or (begins and word.lower() in _small())
        return not known and _PEOPLES.fullmatch(word) is None
    strange = [not (_names_no_person(part) or part.lower() in _small()) for part in parts]
    if not _bodies().isdisjoint(parts):
        return all(strange[-2:])  # "the Bank of Orvia" is none, "Bank chief Ana Ruiz" is one
    return any(strange)


def _names_no_person(word: str) -> bool:
    """Say whether a word with a capital is an abbreviation, or names a place, a people or a body."""
    return (word.isupper() and len(word) > 1) or word.lower() in _no_names() or word in _bodies()


@cache
def _nouns() -> frozenset[str]:
    return _EVERYBODY.union(both(words("person_nouns")))


@cache
def _bodies() -> frozenset[str]:
    return frozenset(both(words("body_nouns"))) | words("body_nouns")


@cache
def _no_names() -> frozenset[str]:
    bare = (name.lower() for name in words("bare_names"))
    return words("places") | frozenset((*bare, *_DAYS, *_PLACES, "i"))


@cache
def _small() -> frozenset[str]:
    return words("words", "closed_class")
