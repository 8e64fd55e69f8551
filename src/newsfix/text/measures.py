"""What is measured or counted by a number: the signs, units and words beside it."""

from enum import Enum, auto

from newsfix.text.lists import entries, words
from newsfix.text.patterns import Pattern


class Measure(Enum):
    """What stands behind a number, or before it, as far as it tells how the number is to be read."""

    NOTHING = auto()
    PERCENT = auto()
    SCALE = auto()  # million
    UNIT = auto()  # kilometres
    MONEY = auto()
    COUNTED = auto()  # visitors: there are no fractions of them
    RATE = auto()  # children per woman, euros a litre: there may be any fraction of them


#: The scales of English numbers, and by what each multiplies.
SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
    "trn": 10**12,
}
#: The signs of currencies that stand for one currency each.
SIGNS = "$€£¥₽₹₺₴₩₪"

# Behind "2.5 to", as behind "2.5 percent", the measure of the second number is that of the first.
_RANGE = Pattern(r"(?:[ ]?[-–][ ]?|[ ](?:to|and|or)[ ])(?:[€$£₹₽][ ]?)?\d+(?:[.,]\d+)*")
_NEXT = Pattern(
    r"[ \xa0\u2009\u202f-]?(?:(?P<sign>[%‰°$€£¥₽₹₺₴₩₪])"
    r"|(?P<first>\p{L}[\p{L}’']*)(?:[ \xa0](?P<second>\p{L}+))?)"
)
_RATE = Pattern(r"[ ]?[^.;!?\n\d]{1,25}?[ ](?:per|a|an|each)[ ]\p{L}")
_SIGN_BEFORE = Pattern(r"[$€£¥₽₹₺₴₩₪][ \xa0]?\Z")
_WORD_BEFORE = Pattern(r"(?<![\p{L}\p{N}])(?P<word>\p{Lu}{3}|Rs\.?)[ \xa0]?\Z")
_ADJECTIVES = frozenset(
    "new other more different young old dead such foreign local civilian confirmed active".split()
)
_ADJECTIVE_ENDS = ("ed", "ing", "al", "an", "ish", "ese", "ive", "ic")
_PEOPLE = frozenset("people children men women police staff fans victims".split())
_NO_PLURAL = ("ss", "us", "is", "ous")
_NO_NOUN = frozenset(
    "was has does goes says its this his hers as yes plus minus less times".split()
)


def measure_after(raw: str, end: int) -> Measure:
    """Return what the number that ends at ``end`` measures, to judge by what follows it.

    >>> measure_after("It rose 3,5 percent.", 11), measure_after("It has 5.000 new members.", 12)
    (<Measure.PERCENT: 2>, <Measure.COUNTED: 6>)
    """
    second = _RANGE.match(raw, end)
    found = _NEXT.match(raw, second.end() if second else end)
    if found is None:
        return Measure.NOTHING
    kind = _of_sign(found["sign"]) if found["sign"] else _of_words(found["first"], found["second"])
    if kind in (Measure.COUNTED, Measure.MONEY, Measure.UNIT) and _RATE.match(raw, found.start()):
        return Measure.RATE
    return kind


def money_before(raw: str, start: int) -> bool:
    """Say whether a currency stands before the number that begins at ``start``.

    >>> money_before("It cost EUR 5,5", 12), money_before("It cost 5,5", 8)
    (True, False)
    """
    left = raw[max(0, start - 6) : start]
    if _SIGN_BEFORE.search(left):
        return True
    word = _WORD_BEFORE.search(left)
    return word is not None and word["word"] in entries("currencies")


def _of_sign(sign: str) -> Measure:
    if sign in "%‰":
        return Measure.PERCENT
    return Measure.UNIT if sign == "°" else Measure.MONEY


def _of_words(first: str, second: str | None) -> Measure:
    small = first.lower()
    if small in ("percent", "pct", "percentage") or (
        small == "per" and second in ("cent", "cents")
    ):
        return Measure.PERCENT
    if small.removesuffix("s") in SCALES and len(small) > 1:
        return Measure.SCALE
    if first in words("units") or small in ("square", "cubic", "nautical"):
        return Measure.UNIT
    if first in entries("currencies") or small in ("euros", "euro", "dollars"):
        return Measure.MONEY
    if first in ("US", "American") and second in ("dollar", "dollars"):
        return Measure.MONEY
    if _is_counted(first):
        return Measure.COUNTED
    is_adjective = small in _ADJECTIVES or small.endswith(_ADJECTIVE_ENDS)
    if is_adjective and first == small and second and _is_counted(second):
        return Measure.COUNTED
    return Measure.NOTHING


def _is_counted(word: str) -> bool:
    if word in _PEOPLE:
        return True
    if not word.islower() or len(word) < 4 or word in _NO_NOUN:
        return False
    return word.endswith("s") and not word.endswith(_NO_PLURAL)
