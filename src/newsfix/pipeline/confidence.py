"""What confidences are worth: a rule's own estimate, corrected by what was measured.

``data/confidence.tsv`` holds, for each rule and each confidence that it states, how many of its
edits were judged and how many a careful editor would have taken. The benchmark writes it.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pkgutil import get_data
from types import MappingProxyType

from newsfix.finding import Finding, Fix


def calibrated(finding: Finding) -> Finding:
    """Return ``finding`` with the measured confidence of each fix in place of the stated one."""
    measured = _table().get(finding.code)
    if measured is None or not finding.fixes:
        return finding
    fixes = tuple(_measured(fix, measured) for fix in finding.fixes)
    surest = max(fix.confidence for fix in fixes)
    return replace(finding, fixes=fixes, confidence=max(finding.confidence, surest))


def _measured(fix: Fix, measured: Mapping[str, float]) -> Fix:
    confidence = measured.get(f"{fix.confidence:.2f}")
    return fix if confidence is None else replace(fix, confidence=confidence)


@cache
def _table() -> Mapping[str, Mapping[str, float]]:
    data = get_data("newsfix.pipeline", "data/confidence.tsv") or b""
    table: dict[str, dict[str, float]] = {}
    for line in data.decode("utf-8").splitlines():
        if line and not line.startswith("#"):
            code, stated, _judged, _right, confidence = line.split("\t")
            table.setdefault(code, {})[stated] = float(confidence)
    return MappingProxyType(table)
