"""Where a sentence cannot stop: the words that something must follow."""

from functools import cache

from newsfix.text.lists import entries, words
from newsfix.text.patterns import Pattern

#: No sentence of news ends with one of these.
NEVER_LAST = frozenset(
    "the an its their our my your and or nor than because although unless whether into onto amid"
    " despite during per via every whose".split()
)
#: Prepositions that end a sentence only behind a verb or in a relative clause.
SELDOM_LAST = frozenset(
    "of for with from to by at in on as about under over between among against towards toward until".split()
)
#: Words with which a phrase begins that belongs to the words before it.
LEANING = frozenset(
    "in on at to of for from with by as into onto during after before since until despite amid among"
    " between against under over without within through across near along behind about around"
    " towards toward upon per via like unlike because although though while when where which who"
    " whose whom that if unless whether than and or but nor".split()
)
_LAST = Pattern(r"(?<![\p{L}\p{N}’'.-])\p{Ll}+\Z")
# "…, the mayor said": there the words of saying come last.
_SAID_LAST = Pattern(r",[”\"]?[ ][^,.\n]{2,40}[ ]\p{Ll}+[ ]\Z")
_BRANDS = ("http", "www", "iphone", "ebay", "ipad")


def last_word(raw: str, end: int, start: int = 0) -> str:
    """Return the small word that ends at ``end``, or nothing.

    >>> last_word("They met in the", 15), last_word("They met in Paris", 17)
    ('the', '')
    """
    match = _LAST.search(raw, max(start, end - 24), end)
    return match[0] if match else ""


def needs_more(word: str) -> bool:
    """Say whether something must, or nearly always does, follow ``word``."""
    return word in NEVER_LAST or word in SELDOM_LAST or word == "a"


def may_be_last(raw: str, position: int) -> bool:
    """Say whether a sentence may well end before the space before ``position``.

    >>> may_be_last("He lost the vote Then", 17), may_be_last("He lost the Then", 12)
    (True, False)
    """
    word = raw[max(0, position - 24) : position].split(" ")[-2]
    if not word or not word[-1].isalnum() or needs_more(word):
        return False
    if word in words("attribution_verbs"):
        return _SAID_LAST.search(raw, max(0, position - 60), position) is not None
    return entries("closed_class").get(word) not in ("article", "possessive", "auxiliary")


@cache
def is_common(word: str) -> bool:
    """Say whether the language writes ``word`` small: no name, no brand.

    >>> is_common("market"), is_common("iphone"), is_common("lima")
    (True, False, False)
    """
    if word.startswith(_BRANDS):
        return False
    return word in words("closed_class", "words") or word in words("finite_verbs")


@cache
def is_small(word: str) -> bool:
    """Say whether edited news hardly ever writes ``word`` with a capital inside a sentence."""
    return word in words("closed_class") or entries("words").get(word) == "small"
