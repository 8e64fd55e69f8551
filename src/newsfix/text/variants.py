"""Names that one document spells in two ways, with the evidence that both are the same name.

Two spellings are compared only where they begin alike, end alike or sound alike, and only so many of
each kind, so that a text of any length costs in proportion to it. What the letters say (see
name_distance), what stands beside the mentions, how often each spelling occurs and whether edited news
knows it are added up as logarithms of odds.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from itertools import combinations
from math import exp, log2, log10
from typing import NamedTuple

from newsfix.text.known_names import is_one_well_known, known
from newsfix.text.lists import words
from newsfix.text.mentions import Mention
from newsfix.text.name_distance import MOST_OPERATIONS, likeness, operations
from newsfix.text.name_forms import folded, residue, skeleton
from newsfix.text.patterns import Pattern

_CAPITAL = Pattern(r"(?<![\p{L}\p{N}@#&_/’'-])\p{Lu}[\p{L}\p{M}’'-]{2,}[\p{L}\p{M}]")
_SHORTEST = 4
_SHORTEST_MISSPELLED = 5
_MOST_IN_BLOCK = 24
_CONTRACTED = frozenset("re ll ve d m t s em".split())
_CONTRACTING = frozenset("i you he she it we they".split())
_DELIBERATE = Pattern(
    r"\b(?:spell(?:ed|ing|s)?|spelt|known as|formerly|renamed|also called|née|sic|transliterat\p{Ll}+"
    r"|namesake|pronounced|changed (?:his|her|its|their) name|no relation|misspell\p{Ll}+)\b"
)
_NEAR = 60  # characters
_TRANSLITERATED = 2.0  # likeness of two endings that are no inflections
# What makes another word of a name: plurals, peoples, women's and men's names.
_ENDINGS = frozenset(
    "s es d ed ing ly a n an ian ans ians i is ish ese er ers e o ic y ie ey ism ist ists ite ites le te ne ina ette"
    " esque land son sons us um os".split()
)
_ENDINGS_OF_TWO = frozenset(
    {
        *(("a", "o"), ("a", "e"), ("e", "o"), ("a", "us"), ("a", "i"), ("o", "i"), ("us", "a")),
        *(("q", "n"), ("s", "n"), ("y", "i"), ("y", "ie"), ("ies", "y"), ("ie", "y"), ("a", "y")),
        *(("e", "a"), ("e", "i"), ("er", "ra"), ("an", "s"), ("d", "sh"), ("l", "r"), ("in", "na")),
    }
)


class Kind(Enum):
    """In what two spellings differ."""

    MARKS = "diacritics"
    HYPHEN = "hyphen"
    CASE = "case"
    LETTERS = "letters"


class Variant(NamedTuple):
    """A spelling that is probably not meant, and the one that the document prefers."""

    kind: Kind
    word: str
    right: str
    mentions: tuple[Mention, ...]  #: of the word
    others: tuple[Mention, ...]  #: of the right one
    shared: bool  #: whether the same name, or part of a name, stands beside both
    sure: float  #: probability that both are one name

    def evidence(self, raw: str) -> str:
        """Return in words what the document shows."""
        full = next((one for one in self.others if one.before or one.after), None)
        first = f", first in full as “{_whole(raw, full)}”" if full is not None else ""
        beside = ", beside the same name" if self.shared and not first else ""
        return (
            f"“{self.right}” stands {_times(len(self.others))}{first}{beside};"
            f" “{self.word}” {_times(len(self.mentions))}."
        )


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def _whole(raw: str, mention: Mention) -> str:
    """Return a mention with the parts of the name beside it."""
    start, end = mention.span
    if mention.before:
        start = raw.rindex(mention.before, 0, start)
    if mention.after:
        end = raw.index(mention.after, end) + len(mention.after)
    return raw[start:end]


def find_variants(
    raw: str,
    tokens: Collection[str],
    mentions: Callable[[], Sequence[Mention]],
) -> tuple[Variant, ...]:
    """Return the names that a text spells in two ways; ``mentions`` is asked for where two look alike."""
    pairs = list(_pairs(_forms(tokens)))
    if not pairs:
        return ()
    wanted = {form for _, *both in pairs for form in both}
    places: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions():
        if mention.word in wanted:
            places[mention.word].append(mention)
    best: dict[str, Variant] = {}
    for kind, one, other in pairs:
        if not places[one] or not places[other]:
            continue
        variant = _judged(kind, one, other, places)
        before = best.get(variant.word)
        if (before is None or variant.sure > before.sure) and not _is_deliberate(raw, variant):
            best[variant.word] = variant
    return tuple(sorted(best.values(), key=lambda variant: variant.mentions[0].span))


def _forms(tokens: Collection[str]) -> dict[str, str]:
    """Return the words with a capital that are no ordinary ones, with what they are compared by."""
    common = words("words", "closed_class")
    found: dict[str, str] = {}
    for word in set(_CAPITAL.compiled.findall(" ".join(tokens))):
        if word[-2:] in ("'s", "’s"):
            word = word[:-2]  # noqa: PLW2901
        small = word.lower()
        if small in common or len(word) < _SHORTEST or word.isupper():
            continue
        if word.isalpha() or _is_compound(small.replace("’", "'"), common):
            found[word] = folded(small)
    return found


def _is_compound(word: str, common: frozenset[str]) -> bool:
    """Say whether a small word is a name of several parts; "they're", "r-maine" and "rip-off" are not."""
    first, *rest = word.replace("'", "-").split("-")
    if "'" in word and (rest[-1] in _CONTRACTED or first in _CONTRACTING):
        return False
    shortest = 2 if "-" in word else 1
    if not all(part.isalpha() and len(part) >= shortest for part in (first, *rest)):
        return False
    return "'" in word or not common.issuperset(rest)


@lru_cache(4096)
def _keys(plain: str) -> tuple[str, ...]:
    """Return what a word has in common with all that may be other spellings of it."""
    sounds = skeleton(plain)
    return plain[:3], f"-{plain[-3:]}", f"={sounds}" if len(sounds) > 1 else plain


def _pairs(forms: dict[str, str]) -> Iterator[tuple[Kind, str, str]]:
    """Yield two forms that may be one name, and in what they differ."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for form, plain in forms.items():
        joined = plain if plain.isalpha() else plain.replace("-", "").replace("'", "")
        for key in _keys(joined):
            blocks[key].append(form)
    seen = set()
    for block in blocks.values():
        if len(block) < 2:
            continue
        for pair in combinations(sorted(block)[:_MOST_IN_BLOCK], 2):
            if pair not in seen:
                seen.add(pair)
                kind = _difference(forms, *pair)
                if kind is not None:
                    yield kind, *pair


def _difference(forms: dict[str, str], one: str, other: str) -> Kind | None:
    left, right = forms[one], forms[other]
    if one.replace("’", "'") == other.replace("’", "'"):
        return None
    if left == right:
        return Kind.CASE if one.lower() == other.lower() else Kind.MARKS
    if left.replace("-", "") == right.replace("-", ""):
        return Kind.HYPHEN
    if max(len(left), len(right)) < _SHORTEST_MISSPELLED or abs(len(left) - len(right)) > 2:
        return None
    rest = residue(left, right)
    if any(map(str.isupper, "".join(residue(one[1:], other[1:])))):
        return None  # another word sticks to one of them
    if max(map(len, rest)) > 2 and not _sounds_alike(left, right):
        return None
    if min(len(left), len(right)) < _SHORTEST_MISSPELLED and "" in rest and left[:4] == right[:4]:
        return None  # shortened
    far = max(map(len, rest)) == 2 or min(len(left), len(right)) < _SHORTEST_MISSPELLED
    if (
        far
        and rest[0] != rest[1][::-1]
        and likeness(left, right) < 1
        and not is_one_well_known(one, other)
    ):
        return None
    return None if _is_inflected(left, right, rest) else Kind.LETTERS


def _sounds_alike(left: str, right: str) -> bool:
    if left[0] != right[0] or skeleton(left) != skeleton(right):
        return False
    found = operations(left, right)
    changed = sum(max(map(len, operation)) for operation in found)
    return len(found) <= MOST_OPERATIONS and 3 * changed <= max(len(left), len(right))


def _is_inflected(left: str, right: str, rest: tuple[str, str]) -> bool:
    """Say whether two words differ in an ending that makes another word."""
    if left[: len(left) - len(rest[0])] != right[: len(right) - len(rest[1])]:
        return False
    one, other = sorted(rest)
    if one and likeness(left, right) < _TRANSLITERATED:
        return True
    return (
        (not one and other in _ENDINGS)
        or (one, other) in _ENDINGS_OF_TWO
        or (
            other,
            one,
        )
        in _ENDINGS_OF_TWO
    )


def _judged(kind: Kind, one: str, other: str, places: dict[str, list[Mention]]) -> Variant:
    """Weigh the evidence that two forms are one name."""
    right, word = sorted((one, other), key=lambda form: _preference(form, places[form]))
    minor, major = places[word], places[right]
    shared = _share_neighbour(minor, major)
    score = _of_letters(kind, word, right) + _of_context(minor, major, shared=shared)
    score += min(2.0, log2(len(major) / len(minor)))
    sure = 1 / (1 + exp(-score))
    return Variant(kind, word, right, tuple(minor), tuple(major), shared, sure)


def _is_deliberate(raw: str, variant: Variant) -> bool:
    """Say whether the text speaks of the two spellings, or of two people."""
    return any(
        _DELIBERATE.search(raw, max(0, one.span.start - _NEAR), one.span.end + _NEAR)
        for one in (variant.mentions[0], variant.others[0])
    )


def _preference(form: str, mentions: Sequence[Mention]) -> tuple[int, bool, int, bool, int]:
    """Return what is smaller for the form that is rather meant."""
    marks = form.isascii()
    full = not any(one.before or one.after for one in mentions)
    return -len(mentions), marks, -known(form), full, mentions[0].span.start


def _of_letters(kind: Kind, word: str, right: str) -> float:
    if kind is not Kind.LETTERS:
        return 3.0
    left, other = folded(word.lower()), folded(right.lower())
    score = -2.0 + 0.8 * max(-2.0, min(3.0, likeness(*sorted((left, other)))))
    score += max(-1.0, min(1.5, 0.5 * (len(left) - 6)))
    if left[0] != other[0]:
        score -= 2.0
    if not known(word):
        return score + 0.8 + 0.7 * log10(known(right) + 4)
    return score - 1.0 - 1.5 * log10(known(word)) - (1.0 if known(right) else 0.0)


def _of_context(minor: Sequence[Mention], major: Sequence[Mention], *, shared: bool) -> float:
    if shared:
        return 3.5
    score = 0.0
    if _conflict(minor, major):
        score -= 5.0 if known(minor[0].word) else 2.0
    if {one.role for one in minor if one.role} & {one.role for one in major}:
        score += 1.0
    return score


def _share_neighbour(minor: Sequence[Mention], major: Sequence[Mention]) -> bool:
    before = {one.before for one in major if len(one.before) > 2}
    after = {one.after for one in major if len(one.after) > 2}
    return any(one.before in before or one.after in after for one in minor)


def _conflict(minor: Sequence[Mention], major: Sequence[Mention]) -> bool:
    """Say whether both stand beside names, and beside different ones."""
    for side in ("before", "after"):
        left = {getattr(one, side) for one in minor} - {""}
        right = {getattr(one, side) for one in major} - {""}
        if left and right and not left & right:
            return True
    return False
