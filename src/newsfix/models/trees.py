"""Decision trees, added up: read from bytes, decided in plain Python."""

import struct
import sys
from array import array
from collections.abc import Mapping, Sequence
from typing import Any

_HEAD = struct.Struct("<4sHHI")  # magic, version, trees, nodes
_MAGIC, _VERSION = b"NFTR", 1
#: Of a node: the column (negative: a leaf), the threshold or value, where it goes if above.
_KINDS = "hfH"


class Trees:
    """Trees whose leaves add up. A node's lesser branch stands right behind it."""

    def __init__(self, data: bytes) -> None:
        if len(data) < _HEAD.size:
            raise ValueError("not trees of this version")
        magic, version, trees, nodes = _HEAD.unpack_from(data)
        if (magic, version) != (_MAGIC, _VERSION):
            raise ValueError("not trees of this version")
        at = _HEAD.size
        found = []
        for kind, length in (("I", trees), *((kind, nodes) for kind in _KINDS)):
            column = array(kind)
            end = at + length * column.itemsize
            column.frombytes(data[at:end])
            if sys.byteorder == "big":
                column.byteswap()
            found.append(column.tolist())
            at = end
        self._roots, self._columns, self._values, self._above = found

    def sum(self, row: Sequence[float], first: int = 0, end: int | None = None) -> float:
        """Return what the leaves that ``row`` falls into add up to: of all trees, or ``first`` to ``end``."""
        columns, values, above = self._columns, self._values, self._above
        total = 0.0
        for root in self._roots[first:end]:
            at = root
            column = columns[at]
            while column >= 0:
                at = at + 1 if row[column] <= values[at] else root + above[at]
                column = columns[at]
            total += values[at]
        return total


def pack_trees(model: Mapping[str, Any], used: Sequence[int]) -> bytes:
    """Return a model that LightGBM dumped as bytes; ``used`` are the numbers of its columns."""
    roots: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    above: list[int] = []

    def add(node: Mapping[str, Any], root: int) -> None:
        at = len(columns)
        above.append(0)
        if "split_index" not in node:
            columns.append(-1)
            values.append(node["leaf_value"])
            return
        if node["decision_type"] != "<=":
            raise ValueError("only columns of numbers can be packed")
        columns.append(used[node["split_feature"]])
        values.append(_at_most(node["threshold"]))
        add(node["left_child"], root)
        above[at] = len(columns) - root
        add(node["right_child"], root)

    for tree in model["tree_info"]:
        roots.append(len(columns))
        add(tree["tree_structure"], len(columns))
    parts = [_HEAD.pack(_MAGIC, _VERSION, len(roots), len(columns))]
    table: list[tuple[str, list[Any]]] = [("I", roots), ("h", columns), ("f", values), ("H", above)]
    for kind, column in table:
        packed: array[Any] = array(kind, column)
        if sys.byteorder == "big":
            packed.byteswap()
        parts.append(packed.tobytes())
    return b"".join(parts)


def _at_most(threshold: float) -> float:
    """Return the greatest number of 32 bits that is not above ``threshold``."""
    single: float = struct.unpack("<f", struct.pack("<f", threshold))[0]
    if single <= threshold:
        return single
    bits: int = struct.unpack("<i", struct.pack("<f", single))[0]
    lower: float = struct.unpack("<f", struct.pack("<i", bits + (-1 if single > 0 else 1)))[0]
    return lower
