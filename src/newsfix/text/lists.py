"""The word lists that ship with newsfix, read when first asked for.

A list is a file of ``data/``: comment lines that state source and licence, then one entry a line,
sorted, with a tab before what else is known of it.
"""

from collections.abc import Mapping
from functools import cache
from pkgutil import get_data
from types import MappingProxyType


@cache
def entries(name: str) -> Mapping[str, str]:
    """Return the entries of a list, each with what stands after its tab (or nothing)."""
    data = get_data("newsfix.text", f"data/{name}.tsv") or b""
    rows = [line.partition("\t") for line in data.decode("utf-8").split("\n")]
    return MappingProxyType({entry: value for entry, _, value in rows if entry and entry[0] != "#"})


@cache
def words(*names: str, kind: str | None = None) -> frozenset[str]:
    """Return the entries of one list or several as one set, all of them or those of one kind.

    >>> "Mr." in words("abbreviations", kind="title"), "Mr." in words("abbreviations", kind="place")
    (True, False)
    """
    if kind is None:
        return frozenset().union(*map(entries, names))
    return frozenset(
        entry for name in names for entry, value in entries(name).items() if value == kind
    )
