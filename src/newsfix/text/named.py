"""What a text itself shows of a name that stands alone: whether it is a person's, or a name at all."""

from newsfix.span import Span
from newsfix.text.noun_number import Number, number_of_name

_LONGEST = 40  # characters of a word


def word_before(raw: str, end: int) -> Span:
    """Return where the word is that ends at ``end``, in its line; it may be empty.

    >>> word_before("The mayor left.", 9).of("The mayor left.")
    'mayor'
    """
    near = max(0, end - _LONGEST)
    start = max(raw.rfind(" ", near, end), raw.rfind("\n", near, end), near - 1) + 1
    return Span(start, max(start, end))


def is_person(raw: str, name: str) -> bool:
    """Say whether a text names one person by a title or first name and ``name``.

    >>> is_person("Mr. Olsen left.", "Olsen"), is_person("Acme left.", "Acme")
    (True, False)
    """
    at = raw.find(f" {name}")
    while at >= 0:
        end = at + 1 + len(name)
        before = word_before(raw, at).of(raw).lstrip("“\"'(")
        if not raw[end : end + 1].isalnum() and number_of_name(name, before) is Number.ONE:
            return True
        at = raw.find(f" {name}", end)
    return False


def is_one_thing(raw: str, name: str) -> bool:
    """Say whether a text has verbs of one behind a name, and never of several but once.

    >>> is_one_thing("Acme is old. Acme have closed.", "Acme"), is_one_thing("Acme have closed.", "Acme")
    (True, False)
    """
    if not any(f"{name} {verb} " in raw for verb in ("is", "was", "has", "says")):
        return False
    return sum(raw.count(f"{name} {verb} ") for verb in ("are", "were", "have")) <= 1


def is_name(raw: str, word: str) -> bool:
    """Say whether a word with a capital has it inside a sentence too.

    >>> is_name("Debs won. Then Debs left.", "Debs"), is_name("Talks failed.", "Talks")
    (True, False)
    """
    at = raw.find(f" {word}")
    while at >= 0:
        if raw[at - 1 : at].isalpha() or raw[at - 1 : at] == ",":
            return True
        at = raw.find(f" {word}", at + 1)
    return False
