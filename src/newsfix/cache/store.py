"""The folder that reports are kept in.

Each report is a file that takes its place in one step, so any number of processes may share the
folder. Whatever is wrong with it is as if it were not there: a cache is never worth an error.
"""

import os
import re
import time
from hashlib import blake2b
from pathlib import Path

from newsfix.cache.record import dump, load
from newsfix.report import Report

_DAY = 86_400
#: What was not asked for as long as this is thrown away.
_KEPT = 14 * _DAY
_NAME = re.compile(r"\.?[0-9a-f]{32}(?:\.\d+)?")
_TAG = "CACHEDIR.TAG"
#: What programs that make backups look for: bford.info/cachedir.
_SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55\n# The cache of newsfix.\n"
_PRUNED = ".pruned"


def key(*parts: str) -> str:
    """Return a name for what is known by all ``parts`` together.

    >>> key("a", "bc") == key("a", "bc"), key("a", "bc") == key("ab", "c")
    (True, False)
    """
    digest = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "little"))
        digest.update(data)
    return digest.hexdigest()


class Cache:
    """Reports by their keys, of one version of newsfix, in a folder that others may share."""

    def __init__(self, folder: Path, version: str) -> None:
        self._folder = folder
        self._version = folder / version
        self._writable: bool | None = None  # until it was tried
        self._now = time.time()

    def get(self, name: str, text: str) -> Report | None:
        """Return the report about ``text`` that was put under ``name``, if it is there and sound."""
        path = self._version / name
        try:
            report = load(path.read_bytes(), text)
            if self._now - path.stat().st_mtime > _DAY:
                os.utime(path)  # so that it is not thrown away
        except (OSError, ValueError, TypeError):
            return None
        return report

    def put(self, name: str, report: Report) -> None:
        """Keep ``report`` under ``name``, if the folder can be written to."""
        if self._writable is None:
            self._writable = self._prepare()
        if not self._writable:
            return
        new = self._version / f".{name}.{os.getpid()}"
        try:
            new.write_bytes(dump(report))
            new.replace(self._version / name)
        except OSError:
            self._writable = False
            try:
                new.unlink(missing_ok=True)
            except OSError:
                return

    def prune(self) -> None:
        """Throw away what was not asked for lately; once a day, and after something was put."""
        mark = self._folder / _PRUNED
        try:
            if not self._writable or self._now - _modified(mark) < _DAY:
                return
            mark.touch()
            for version in self._folder.iterdir():
                if _NAME.fullmatch(version.name) and version.is_dir():
                    self._prune(version)
        except OSError:
            return

    def _prune(self, version: Path) -> None:
        kept = 0
        for path in version.iterdir():
            # Somebody may have named a folder that holds other things too.
            if _NAME.fullmatch(path.name) and self._now - _modified(path) > _KEPT:
                path.unlink(missing_ok=True)
            else:
                kept += 1
        if not kept and version != self._version:
            version.rmdir()

    def _prepare(self) -> bool:
        try:
            if not self._folder.exists():
                self._folder.mkdir(parents=True, exist_ok=True)
                (self._folder / ".gitignore").write_text("*\n", "ascii")
                (self._folder / _TAG).write_text(_SIGNATURE, "ascii")
            self._version.mkdir(exist_ok=True)
        except OSError:
            return False
        return True


def _modified(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0
