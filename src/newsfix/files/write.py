"""Write a file so that whoever looks sees the old file or the new one, whole."""

import contextlib
import os
import stat
from pathlib import Path

from newsfix.files.errors import FileError
from newsfix.files.read import Source

# Line ends are not for the system to change.
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_ANY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def write_file(source: Source, text: str) -> None:
    """Put ``text`` in place of what ``source`` was read from, in its encoding.

    The new bytes go to a file beside it, which then takes its place in one step: an interrupted run
    leaves the old file whole. Symbolic links are followed and permissions kept; another name of the
    same file (a hard link) keeps the old text, for it was not named. FileError if it is no file
    that may be written, has changed since it was read, or its encoding cannot hold the text.
    """
    data = source.encode(text)
    target = Path(source.path).resolve()
    try:
        mode = target.stat().st_mode
        if not stat.S_ISREG(mode):  # reading a pipe again would wait for ever
            raise FileError(source.path, "is no ordinary file; not written")
        # Root may write anything, and still means it when a file is set to be read only.
        if not (mode & _ANY_WRITE and os.access(target, os.W_OK)):
            raise FileError(source.path, "is read-only; not written")
        if target.read_bytes() != source.data:
            raise FileError(source.path, "has changed since it was read; not written")
        _replace(target, data)
    except OSError as error:
        reason = f"cannot be written ({(error.strerror or str(error)).lower()})"
        raise FileError(source.path, reason) from None


def _replace(target: Path, data: bytes) -> None:
    # Its name is known before it is there, so that no interrupt comes between the two.
    new = target.with_name(f".newsfix-{os.urandom(8).hex()}")
    try:
        with os.fdopen(os.open(new, _CREATE, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        status = target.stat()
        new.chmod(status.st_mode & 0o7777)
        with contextlib.suppress(OSError, AttributeError):  # only root may give files away
            os.chown(new, status.st_uid, status.st_gid)
        new.replace(target)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
