"""From bytes to text and back, in the encoding that the bytes are in."""

import codecs
from typing import NamedTuple

_BOMS = (  # the longer first: UTF-32 begins as UTF-16 does
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: What English text on the web is in when it is not in UTF-8.
LEGACY = "cp1252"

_TEXT_CONTROLS = frozenset(b"\t\n\r\x0b\x0c\x1b\x13\x14\x18\x19\x1c\x1d")
_SAMPLE = 65_536
_MOST_CONTROLS = 0.02


class Decoded(NamedTuple):
    """A text, and what it takes to make its bytes again."""

    text: str
    encoding: str
    bom: bytes = b""

    def encode(self, text: str) -> bytes:
        """Return ``text`` as bytes in this encoding; UnicodeEncodeError if it cannot hold it."""
        return self.bom + text.encode(self.encoding)


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    r"""Decode ``data``: by its byte-order mark, as UTF-8, as UTF-16, or as Windows-1252.

    With ``encoding`` that is tried alone. ValueError says why the data is no text: it is binary,
    or it is in none of these encodings.

    >>> decode("Łódź".encode("utf-16")).encoding, decode(b"caf\xe9").text
    ('utf-16-le', 'café')
    """
    if encoding is not None:
        return _decoded_as(data, encoding)
    for bom, name in _BOMS:
        if data.startswith(bom):
            return Decoded(_strictly(data[len(bom) :], name), name, bom)
    wide = _without_mark(data)
    if wide is not None:
        return Decoded(_strictly(data, wide), wide)
    if _is_binary(data):
        raise ValueError("looks like a binary file")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        try:
            return Decoded(data.decode(LEGACY), LEGACY)
        except UnicodeDecodeError:
            place = f"at byte {error.start}"
            raise ValueError(
                f"is neither UTF-8 ({place}) nor Windows-1252; name its encoding with --encoding"
            ) from None


def _decoded_as(data: bytes, encoding: str) -> Decoded:
    try:
        name = codecs.lookup(encoding).name.removesuffix("-sig")
    except LookupError:
        raise ValueError(f"no encoding is called {encoding!r}") from None
    for bom, marked in _BOMS:
        if data.startswith(bom) and name in (marked, marked[:6]):
            return Decoded(_strictly(data[len(bom) :], marked), marked, bom)
    if name in ("utf-16", "utf-32"):
        name += "-le"  # else Python would write a byte-order mark that was not there
    return Decoded(_strictly(data, name), name)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ValueError(f"is not valid {encoding.upper()} at byte {error.start}") from None
    except LookupError:
        raise ValueError(f"no text encoding is called {encoding!r}") from None


def _without_mark(data: bytes) -> str | None:
    """Recognise UTF-16 without a byte-order mark: every other byte of Latin text is zero."""
    sample = data[: _SAMPLE // 2 * 2]
    if len(data) < 4 or len(data) % 2 or 0 not in sample:
        return None
    half = len(sample) // 2
    high, low = sample[1::2].count(0), sample[0::2].count(0)
    if high > 0.6 * half and low < 0.1 * half:
        return "utf-16-le"
    if low > 0.6 * half and high < 0.1 * half:
        return "utf-16-be"
    return None


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    if 0 in sample:
        return True
    controls = sum(byte < 0x20 and byte not in _TEXT_CONTROLS for byte in sample)
    return controls > _MOST_CONTROLS * len(sample)
