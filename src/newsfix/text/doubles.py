"""Which doubled words and phrases are meant so."""

#: Nothing is called after two of them.
DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
# Words that stand between a word and itself: "on and on and on", "year after year after year".
_LINKS = frozenset("after by upon".split())
_JOINING = frozenset("and or to".split())
_JOINED = frozenset(
    "on more again over up down out round around less worse years days hours months weeks miles"
    " forth thousands hundreds millions many ever only so yes no back".split()
)
_CRIES = frozenset(
    "no yes ha ho hey la na blah bye hear go very so really long far well boo rah yeah never much"
    " too more many knock tut please".split()
)


def is_deliberate(phrase: str) -> bool:
    """Say whether a phrase may well be doubled on purpose, or be a number, a name, a row.

    >>> is_deliberate("and on"), is_deliberate("time after"), is_deliberate("of the tape")
    (True, True, False)
    """
    found = phrase.split()
    if not any(character.islower() for character in phrase) or "|" in phrase:
        return True
    if any(map(str.isdigit, phrase)) or all(word[:1].isupper() for word in found):
        return True
    if all(word.lower() in _CRIES for word in found):
        return True
    if len(found) != 2:
        return False
    if any(word in _LINKS for word in found):
        return True
    others = [word for word in found if word not in _JOINING]
    return len(others) == 1 and (others[0] in _JOINED or others[0].endswith("er"))
