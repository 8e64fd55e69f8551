"""Which of the named values of a file are prose."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from types import MappingProxyType
from typing import NamedTuple

from newsfix.formats.parts import Block, Part

#: The fields of a page that are prose, and the roles of those that have one.
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "title": "headline",
        "subtitle": "",
        "description": "",
        "summary": "",
        "excerpt": "",
        "lead": "",
        "headline": "headline",
        "deck": "",
        "caption": "caption",
    }
)
#: The fields of a file of data that are prose, unless others are named.
FIELDS_OF_DATA = (*FIELDS, "text", "body", "content", "article")

#: Where a value is: the keys and the positions in lists that lead to it.
Path = tuple[str | int, ...]


class Fields:
    """The names of fields: a bare name counts at any depth, a path with dots from the top.

    ``*`` in a path is any one key; positions in lists are passed over.

    >>> Fields(["lead", "article.*.text"]).hold(("story", 0, "lead"))
    True
    >>> Fields(["article.*.text"]).hold(("article", "en", "text", 3))
    True
    >>> Fields(["article.text"]).hold(("old", "article", "text"))
    False
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        chosen = tuple(names) or FIELDS_OF_DATA
        self._bare = frozenset(chosen)  # a key may have dots in it
        self._paths = [tuple(name.split(".")) for name in chosen if "." in name]

    def hold(self, path: Path) -> bool:
        """Say whether the value at ``path`` is prose."""
        keys = [key for key in path if isinstance(key, str)]
        if keys and keys[-1] in self._bare:
            return True
        return any(
            len(names) == len(keys)
            and all(name in ("*", key) for name, key in zip(names, keys, strict=True))
            for names in self._paths
        )


class Value(NamedTuple):
    """A string of a file that is prose, where it is, and its parts."""

    path: Path
    parts: Sequence[Part]


def blocks(values: Iterable[Value], text: int = 0) -> Iterator[Block]:
    """Yield the block of each of ``values``, which are all those of one text of data.

    ``text`` is its number. Where they are in the items of one list, as the articles of a feed are, each item is a record.
    """
    found = list(values)
    depth = _common(found)
    in_items = all(len(one.path) > depth + 1 and isinstance(one.path[depth], int) for one in found)
    for path, parts in found:
        record = (text, path[depth] if in_items else None)
        keys = [key for key in path if isinstance(key, str)]
        yield Block(parts, FIELDS.get(keys[-1], "") if keys else "", record=record)


def _common(values: Sequence[Value]) -> int:
    """Return how many steps from the top all values have in common."""
    return sum(1 for _ in takewhile(_is_one, zip(*(one.path for one in values), strict=False)))


def _is_one(steps: Sequence[object]) -> bool:
    return all(step == steps[0] for step in steps)
