"""How far a long run has come, for somebody who watches."""

import sys
import time
from argparse import Namespace
from collections.abc import Mapping
from typing import TextIO

_WIDTH = 30
#: Nothing is shown of a run that is over in a moment.
_DELAY = 0.5
_PAUSE = 0.1
_CLEAR = "\r\x1b[K"


class Progress:
    """A bar on a terminal, or nothing at all."""

    def __init__(self, total: int, stream: TextIO | None) -> None:
        self._total = total
        self._stream = stream
        self._done = 0
        self._next = time.monotonic() + _DELAY
        self._shown = False

    def step(self) -> None:
        """One more is done."""
        self._done += 1
        now = time.monotonic()
        if self._stream is None or now < self._next:
            return
        self._next = now + _PAUSE
        self._shown = True
        bar = "#" * (_WIDTH * self._done // self._total)
        line = f"[{bar:<{_WIDTH}}] {self._done}/{self._total} files"
        self._stream.write(_CLEAR + line)
        self._stream.flush()

    def clear(self) -> None:
        """Make room for something else on the terminal."""
        if self._stream is not None and self._shown:
            self._stream.write(_CLEAR)
            self._stream.flush()
            self._shown = False


def progress_of(total: int, options: Namespace, environment: Mapping[str, str]) -> Progress:
    """Return a bar for ``total`` files, which shows itself to a person at a terminal only."""
    watched = (
        not options.quiet
        and total > 1
        and sys.stderr.isatty()
        and environment.get("TERM") != "dumb"
        and not environment.get("CI")
    )
    return Progress(total, sys.stderr if watched else None)
