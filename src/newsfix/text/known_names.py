"""How well edited news knows a name as it is spelled."""

from functools import cache

from newsfix.text.lists import entries

_WELL = 40  # documents


@cache
def known(name: str) -> int:
    """Return in how many documents of edited news a name stands."""
    return int(entries("known_names").get(name, "0"))


def is_one_well_known(one: str, other: str) -> bool:
    """Say whether edited news knows one of two names well, and the other not at all.

    >>> is_one_well_known("Paris", "París"), is_one_well_known("Paris", "London")
    (True, False)
    """
    least, most = sorted((known(one), known(other)))
    return least == 0 and most >= _WELL
