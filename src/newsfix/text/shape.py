r"""The shape of a text: one byte for each code point, made in one fast pass.

In a shape every lower-case letter is ``a``, every upper-case letter ``A``, every digit ``9``, and
what Windows-1252 cannot hold is a letter, a digit, a space or ``\\x01``. Marks stay what they are.
A position in the shape is the same position in the text, and since a shape has few different pairs
of neighbours, the set of those pairs tells in no time which rules cannot match at all.
"""

import codecs
from collections.abc import Iterator
from functools import cache, cached_property

_UNKNOWN = "newsfix.shape"


class Shape:
    """The shape of one text.

    >>> shape = Shape("In Kyïv, “Łódź”: 3.5 €")
    >>> shape.string
    'Aa Aaaa, “Aaaa”: 9.9 €'
    >>> shape.holds("9.9"), list(shape.spots("Aa"))
    (True, [0, 3, 10])
    """

    def __init__(self, raw: str) -> None:
        self._bytes = raw.encode("cp1252", _UNKNOWN).translate(_CLASSES)

    @property
    def string(self) -> str:
        """The shape as a string, as long as the text."""
        return self._bytes.decode("cp1252")

    @cached_property
    def pairs(self) -> frozenset[int]:
        """Every two neighbours in the shape, as one number each."""
        # Long words hold no pair that short ones do not, but for two small letters themselves.
        return _pairs(self._bytes.replace(b"aaa", b"a")) | _SMALL_LETTERS

    def holds(self, part: str) -> bool:
        """Say whether a shape occurs; one that begins with a line end may begin the text too."""
        data = _encoded(part)
        return data in self._bytes or (part[0] == "\n" and self._bytes.startswith(data[1:]))

    def spots(self, part: str) -> Iterator[int]:
        """Yield where a shape occurs; -1 for one that begins with a line end before the text."""
        data = _encoded(part)
        if part[0] == "\n" and self._bytes.startswith(data[1:]):
            yield -1
        if not pairs_of(part) <= self.pairs:
            return
        at = self._bytes.find(data)
        while at >= 0:
            yield at
            at = self._bytes.find(data, at + 1)


@cache
def _encoded(part: str) -> bytes:
    return part.encode("cp1252")


@cache
def pairs_of(string: str) -> frozenset[int]:
    """Return the pairs that the shape of a text must have if the text, or its shape, holds this.

    >>> pairs_of(" ,") <= Shape("Paris , France").pairs, pairs_of(" ,") <= Shape("Paris, ok").pairs
    (True, False)
    """
    return _pairs(string.encode("cp1252", _UNKNOWN).translate(_CLASSES))


def _pairs(data: bytes) -> frozenset[int]:
    view = memoryview(data)
    even, odd = view[: len(data) // 2 * 2], view[1 : 1 + max(0, len(data) - 1) // 2 * 2]
    return frozenset(even.cast("H")).union(odd.cast("H"))


def _class_of(character: str) -> int:
    if character.islower():
        return ord("a")
    if character.isupper():
        return ord("A")
    if character.isdigit():
        return ord("9")
    if character.isspace():
        return ord(" ")
    if character.isalpha():
        return ord("a")
    return 1


def _unknown(error: UnicodeError) -> tuple[bytes, int]:
    assert isinstance(error, UnicodeEncodeError)
    missing = error.object[error.start : error.end]
    return bytes(map(_class_of, missing)), error.end


def _classes() -> bytes:
    table = bytearray(256)
    for byte in range(256):
        character = bytes([byte]).decode("cp1252", "replace")
        keeps = not character.isalnum() and character != "\ufffd"
        table[byte] = byte if keeps else _class_of(character)
    return bytes(table)


codecs.register_error(_UNKNOWN, _unknown)
_CLASSES = _classes()
_SMALL_LETTERS = _pairs(b"aa")
