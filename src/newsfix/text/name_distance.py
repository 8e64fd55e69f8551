"""How likely two words are spellings of one name, by the letters in which they differ."""

from functools import cache, lru_cache

from newsfix.text.lists import entries
from newsfix.text.name_forms import residue

#: What a difference says that was never seen.
UNSEEN = -0.5
#: What slips of the pen say: two letters that changed places, and a letter twice or not twice.
_SWAPPED = 1.5
_DOUBLED = 1.2
#: What one operation may weigh at most, either way.
_MOST = 3.0
#: So many operations lie between two spellings of a name at most.
MOST_OPERATIONS = 3


@cache
def _weights() -> dict[tuple[str, str], float]:
    found = {}
    for operation, weight in entries("name_operations").items():
        one, _, other = operation.partition("/")
        found[one, other] = float(weight)
    return found


@lru_cache(4096)
def operations(one: str, other: str) -> tuple[tuple[str, str], ...]:
    """Return the operations that turn a small word into another, in order.

    >>> operations("mohammed", "muhammad"), operations("kyrylo", "kyrlo")
    ((('o', 'u'), ('e', 'a')), (('y', ''),))
    """
    left, right = residue(one, other)
    if len(left) <= 2 and len(right) <= 2:
        return ((left, right),) if left or right else ()
    from difflib import SequenceMatcher  # slow to import, and seldom needed

    blocks = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    return tuple((left[a:b], right[c:d]) for kind, a, b, c, d in blocks if kind != "equal")


def likeness(one: str, other: str) -> float:
    """Return the logarithm of how much likelier two words are one name than two, by their letters.

    >>> likeness("petrovich", "petrovych") > 2, likeness("salvini", "salvage") < 0
    (True, True)
    """
    found = operations(one, other)
    total = 0.0
    for operation in found:
        left, right = sorted(operation)
        total += max(-_MOST, min(_MOST, _weights().get((left, right), UNSEEN)))
    return max(total, _slip(one, other, found))


def _slip(one: str, other: str, found: tuple[tuple[str, str], ...]) -> float:
    if len(found) != 1:
        return -_MOST
    left, right = found[0]
    if len(left) == 2 and left == right[::-1]:
        return _SWAPPED
    letter = left or right
    is_doubled = len(left) + len(right) == 1 and letter * 2 in one + " " + other
    return _DOUBLED if is_doubled else -_MOST
