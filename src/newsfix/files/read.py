"""Read files."""

from pathlib import Path
from typing import NamedTuple

from newsfix.files.decode import Decoded, decode
from newsfix.files.errors import FileError


class Source(NamedTuple):
    """A text, where it came from, and the bytes that it was."""

    path: str
    data: bytes
    decoded: Decoded

    @property
    def text(self) -> str:
        """The text, with its own line ends."""
        return self.decoded.text

    def encode(self, text: str) -> bytes:
        """Return ``text`` in the encoding of this source.

        FileError if the encoding cannot hold it, or would not give back what was not changed.
        """
        if text == self.text:
            return self.data
        try:
            if (
                self.decoded.encode(self.text) != self.data
            ):  # ISO-2022-JP says one thing in many ways
                reason = f"{self.decoded.encoding} would change more than was repaired; not written"
                raise FileError(self.path, reason)
            return self.decoded.encode(text)
        except UnicodeEncodeError as error:
            lost = error.object[error.start]
            reason = (
                f"{self.decoded.encoding} cannot hold “{lost}” (U+{ord(lost):04X}); not written"
            )
            raise FileError(self.path, reason) from None


def read_file(path: str, encoding: str | None = None) -> Source:
    """Read a file; FileError says in one line why it cannot be read as text."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise FileError(path, _reason(error)) from None
    return read_bytes(data, path, encoding)


def read_bytes(data: bytes, name: str, encoding: str | None = None) -> Source:
    """Take bytes that were read elsewhere; ``name`` is what messages call them."""
    try:
        return Source(name, data, decode(data, encoding))
    except ValueError as error:
        raise FileError(name, str(error)) from None


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, IsADirectoryError):
        return "is a folder that cannot be listed"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return (error.strerror or str(error)).lower()
