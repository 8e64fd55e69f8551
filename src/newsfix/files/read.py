"""Find files and read them."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from newsfix.files.decode import Decoded, decode
from newsfix.files.errors import FileError

#: In folders, files with these endings are looked at; a file that is named is, whatever its ending.
TEXT_ENDINGS = (".txt", ".text")


@dataclass(frozen=True, slots=True)
class Source:
    """A text, where it came from, and the bytes that it was."""

    path: str
    data: bytes
    decoded: Decoded

    @property
    def text(self) -> str:
        """The text, with its own line ends."""
        return self.decoded.text

    def encode(self, text: str) -> bytes:
        """Return ``text`` in the encoding of this source; FileError if that cannot hold it."""
        try:
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


def find_files(paths: Iterable[str]) -> Iterator[str]:
    """Yield the files that ``paths`` name, each once: files as they are, folders by what they hold.

    Hidden files and folders inside a folder are passed over. A path that does not exist is yielded
    too, for reading it to say so.
    """
    seen: set[str] = set()
    for path in paths:
        for file in sorted(_text_files(path)) if Path(path).is_dir() else [path]:
            if file not in seen:
                seen.add(file)
                yield file


def _text_files(folder: str) -> Iterator[str]:
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if name.lower().endswith(TEXT_ENDINGS) and not name.startswith("."):
                yield str(Path(root, name))


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, IsADirectoryError):
        return "is a folder"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return (error.strerror or str(error)).lower()
