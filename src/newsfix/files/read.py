"""Find files and read them."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from newsfix.files.decode import Decoded, decode
from newsfix.files.errors import FileError
from newsfix.formats import FORMATS

#: In folders, files with these endings are looked at; a file that is named is, whatever its ending.
TEXT_ENDINGS = tuple(chain(*FORMATS.values()))


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


def find_files(paths: Iterable[str]) -> Iterator[str]:
    """Yield the files that ``paths`` name, each once: files as they are, folders by what they hold.

    Hidden files and folders inside a folder are passed over. What does not exist or cannot be listed
    is yielded too, for reading it to say so.
    """
    seen: set[str] = set()
    for path in paths:
        for file in sorted(_text_files(path)) if _is_folder(path) else [path]:
            real = os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                yield file


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except OSError:
        return False


def _text_files(folder: str) -> Iterator[str]:
    unlisted: list[str] = []
    for root, folders, files in os.walk(
        folder, onerror=lambda error: unlisted.append(error.filename)
    ):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if name.lower().endswith(TEXT_ENDINGS) and not name.startswith("."):
                yield str(Path(root, name))
    yield from unlisted


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, IsADirectoryError):
        return "is a folder that cannot be listed"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return (error.strerror or str(error)).lower()
