"""What confidences are worth: a rule's own estimate, corrected by what was measured.

``data/confidence.tsv`` holds, for each rule whose sure edits were judged, how many were judged, how
many a careful editor would have taken, and what they may claim from now on. ``data/shifts.tsv`` holds by
how much the log-odds of everything less sure are moved, for findings and for fixes, by rule and by family,
after proposals in machine-translated articles were judged. The benchmarks write both.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from math import exp, log
from pkgutil import get_data
from types import MappingProxyType
from typing import NamedTuple

from newsfix.finding import Finding, Fix

#: Edits that a rule states to be at least this sure are those that were judged to be applied.
SURE = 0.95
#: What is less sure never gets there by a shift: a score of verdicts is no evidence for so much.
_UNSURE = 0.945
_EDGE = 0.005  # nothing is taken to be surer than this, or than its opposite


class Shift(NamedTuple):
    """By how much log-odds are moved."""

    finding: float
    fix: float


_NONE = Shift(0.0, 0.0)


def calibrated(finding: Finding) -> Finding:
    """Return ``finding`` with measured confidences in place of the stated ones."""
    measured = _table().get(finding.code)
    shift = _shifts().get(finding.code) or _shifts().get(finding.code.rstrip("0123456789"), _NONE)
    if shift is _NONE and measured is None:
        return finding
    fixes = tuple(_calibrated(fix, measured, shift.fix) for fix in finding.fixes)
    sure = max((fix.confidence for fix in fixes), default=0.0)
    return replace(
        finding, fixes=fixes, confidence=max(shifted(finding.confidence, shift.finding), sure)
    )


def shifted(probability: float, shift: float) -> float:
    """Return a probability whose log-odds are moved by ``shift``.

    >>> round(shifted(0.8, 0.0), 3), round(shifted(0.8, -1.0), 3)
    (0.8, 0.595)
    """
    if not shift:
        return probability
    kept = min(max(probability, _EDGE), 1 - _EDGE)
    return 1 / (1 + exp(-log(kept / (1 - kept)) - shift))


def _calibrated(fix: Fix, measured: float | None, shift: float) -> Fix:
    if fix.confidence >= SURE:
        return fix if measured is None else replace(fix, confidence=measured)
    return replace(fix, confidence=min(_UNSURE, shifted(fix.confidence, shift)))


@cache
def _table() -> Mapping[str, float]:
    return MappingProxyType({code: float(claim) for code, *_, claim in _rows("confidence.tsv")})


@cache
def _shifts() -> Mapping[str, Shift]:
    rows = _rows("shifts.tsv")
    return MappingProxyType({name: Shift(float(one), float(two)) for name, *_, one, two in rows})


def _rows(name: str) -> list[list[str]]:
    data = get_data("newsfix.pipeline", f"data/{name}") or b""
    return [line.split("\t") for line in data.decode("utf-8").splitlines() if line[:1] != "#"]
