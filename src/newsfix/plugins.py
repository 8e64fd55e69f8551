"""What other distributions offer to newsfix; looked up without importing any of it."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

#: A distribution adds its own rules by an entry point of this group, which names a Normaliser.
ENTRY_POINTS = "newsfix.normalisers"
_DESCRIPTIONS = (".dist-info", ".egg-info")


def offered() -> list["EntryPoint"]:
    """Return the entry points of all distributions that offer a normaliser, by name."""
    if not any(map(_may_offer, sys.path)):
        return []
    from importlib.metadata import entry_points  # slow to import, and seldom needed

    return sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name)


def distributions() -> Iterator[Path]:
    """Yield the folders that describe what is installed; each has a name and a version in its own."""
    for place in sys.path:
        try:
            yield from _described(place)
        except OSError:
            continue


def _may_offer(place: str) -> bool:
    """Say whether a place where Python looks for modules may hold a distribution that offers something."""
    try:
        return any(map(_offers, _described(place)))
    except FileNotFoundError:
        return False
    except OSError:  # an archive, or what else Python can import from
        return True


def _offers(description: Path) -> bool:
    try:
        return ENTRY_POINTS.encode() in (description / "entry_points.txt").read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return False


def _described(place: str) -> list[Path]:
    """Return the folders with descriptions in one place; OSError if it is no folder."""
    return [path for path in Path(place).iterdir() if path.name.endswith(_DESCRIPTIONS)]
