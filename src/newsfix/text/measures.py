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
    r"|(?P<words>\p{L}[\p{L}.’']*(?:[ \xa0]\p{L}[\p{L}.’']*){0,2}))"
)
# Euros a litre, children per woman: what may be said to the thousandth.
_RATE = Pattern(r"[ ]?(?:\p{L}+[ ])?(?:per|a|an|to[ ]the|against[ ]the)[ ](?P<of>\p{Ll}+)")
_RATED = frozenset(
    "share euro dollar pound woman mother game match head unit ounce barrel bushel".split()
)
_SIGN_BEFORE = Pattern(r"[$€£¥₽₹₺₴₩₪][ \xa0]?\Z")
_WORD_BEFORE = Pattern(r"(?<![\p{L}\p{N}])(?P<word>\p{Lu}{3}|Rs\.?)[ \xa0]?\Z")
_PEOPLE = frozenset("people children men women police staff fans victims".split())
# What news gives to the thousandth, in sports and on the markets.
_FINE = frozenset("second seconds secs point points degree degrees dlr dlrs cent cents".split())
_SPELLS = frozenset("second minute hour day week month year decade century".split())
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
    if _is_rate(raw, end):
        return Measure.RATE
    if found["sign"]:
        return _of_sign(found["sign"])
    return _of_words(found["words"].split())


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


def _is_rate(raw: str, end: int) -> bool:
    found = _RATE.match(raw, end)
    if found is None:
        return False
    of = found["of"]
    return of in _RATED or (of in words("units") and of not in _SPELLS)


def _of_words(found: list[str]) -> Measure:
    first, second = found[0].rstrip("."), (found[1:2] or [""])[0]
    small = first.lower()
    if small in ("percent", "pct", "percentage") or (
        small == "per" and second in ("cent", "cents")
    ):
        return Measure.PERCENT
    if small.removesuffix("s") in SCALES:
        return Measure.SCALE
    if small in _FINE:
        return Measure.RATE
    if first in words("units") or small in ("square", "cubic", "nautical"):
        return Measure.UNIT
    if first in entries("currencies") or small in ("euros", "euro", "dollars"):
        return Measure.MONEY
    if first in ("US", "American", "Canadian") and second in ("dollar", "dollars"):
        return Measure.MONEY
    for word in found:
        if word.lower() in words("closed_class"):
            break
        if _is_counted(word.rstrip(".")):
            return Measure.COUNTED
        if word.endswith("."):
            break
    return Measure.NOTHING


def _is_counted(word: str) -> bool:
    if word in _PEOPLE:
        return True
    if not word.islower() or len(word) < 4 or word in _NO_NOUN:
        return False
    return word.endswith("s") and not word.endswith(_NO_PLURAL)
