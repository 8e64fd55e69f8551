"""Colour for terminals that want it."""

from collections.abc import Mapping
from typing import NamedTuple


class Paint(NamedTuple):
    """Paints words, or leaves them as they are."""

    enabled: bool = False

    def bold(self, text: str) -> str:
        """Set ``text`` in bold."""
        return self._painted(text, "1")

    def red(self, text: str) -> str:
        """Set ``text`` in red."""
        return self._painted(text, "31")

    def green(self, text: str) -> str:
        """Set ``text`` in green."""
        return self._painted(text, "32")

    def blue(self, text: str) -> str:
        """Set ``text`` in blue."""
        return self._painted(text, "34")

    def _painted(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self.enabled else text


def paint_for(*, terminal: bool, environment: Mapping[str, str]) -> Paint:
    """Return paint for a terminal, unless NO_COLOR is set or the terminal is dumb; FORCE_COLOR wins.

    >>> paint_for(terminal=True, environment={"NO_COLOR": "1"}).enabled
    False
    """
    if environment.get("FORCE_COLOR"):
        return Paint(enabled=True)
    wanted = not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
    return Paint(enabled=terminal and wanted)
