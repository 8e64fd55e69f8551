"""What confidences are worth: a rule's own estimate, corrected by what was measured.

``data/confidence.tsv`` holds, for each rule whose sure edits were judged, how many were judged, how
many a careful editor would have taken, and what they may claim from now on. The benchmark writes it.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pkgutil import get_data
from types import MappingProxyType

from newsfix.finding import Finding, Fix

#: Edits that a rule states to be at least this sure are those that were judged.
SURE = 0.95


def calibrated(finding: Finding) -> Finding:
    """Return ``finding`` with the measured confidence of each sure fix in place of the stated one."""
    measured = _table().get(finding.code)
    if measured is None or not any(fix.confidence >= SURE for fix in finding.fixes):
        return finding
    fixes = tuple(_measured(fix, measured) for fix in finding.fixes)
    surest = max(fix.confidence for fix in fixes)
    return replace(finding, fixes=fixes, confidence=max(finding.confidence, surest))


def _measured(fix: Fix, confidence: float) -> Fix:
    return replace(fix, confidence=confidence) if fix.confidence >= SURE else fix


@cache
def _table() -> Mapping[str, float]:
    data = get_data("newsfix.pipeline", "data/confidence.tsv") or b""
    rows = (line.split("\t") for line in data.decode("utf-8").splitlines() if line[:1] != "#")
    return MappingProxyType({code: float(claim) for code, _judged, _right, claim in rows})
