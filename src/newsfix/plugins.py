"""What other distributions offer to newsfix; looked up without importing any of it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

#: A distribution adds its own rules by an entry point of this group, which names a Normaliser.
ENTRY_POINTS = "newsfix.normalisers"


def offered() -> list["EntryPoint"]:
    """Return the entry points of all distributions that offer a normaliser, by name."""
    from importlib.metadata import entry_points  # slow to import, and seldom needed

    return sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name)
