"""All figures of calibration as one record."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.calibration.figures import Claim, bins, brier, by_chance, coverage, ece, exact
from benchmarks.calibration.fitting import Outcome, family_of, fitted
from benchmarks.calibration.judged import CLEAN, Proposal
from benchmarks.calibration.outcomes import (
    Target,
    claims,
    learned,
    of_finding,
    of_fix,
    origin,
    weights_of,
)

_LEAST = (0.5, 0.8, 0.9, 0.95, 0.99)
_PRECISIONS = (0.95, 0.99)
_TARGETS: Mapping[str, Target] = {"findings": of_finding, "fixes": of_fix}


def report(proposals: Sequence[Proposal], found: Mapping[tuple[str, str], int]) -> dict[str, Any]:
    """Return what claims are worth, for findings and fixes, by set and by rule.

    ``found`` says how many proposals of each rule there are in each set, judged or not.
    """
    translated = [one for one in proposals if one.set != CLEAN]
    return {
        name: {
            "translated": _ways(translated, target, found),
            "sets": _sets(proposals, target),
            "rules": _rules(translated, target),
        }
        for name, target in _TARGETS.items()
    }


def _ways(
    proposals: Sequence[Proposal], target: Target, found: Mapping[tuple[str, str], int]
) -> dict[str, Any]:
    weights = weights_of(proposals, found)
    as_found, alike = claims(proposals, target, weights), claims(proposals, target, {})
    return {
        way: {
            **_figures(getattr(as_found, way)),
            "ece_rules_alike": round(ece(getattr(alike, way)), 4),
            "ece_by_chance": [round(bound, 4) for bound in by_chance(getattr(alike, way))],
            "bins": [[round(part, 4) for part in one] for one in bins(getattr(alike, way))],
            "at_least": _at_least(getattr(alike, way)),
        }
        for way in as_found._fields
    }


def _sets(proposals: Sequence[Proposal], target: Target) -> dict[str, Any]:
    """Return for each campaign what shifts learned from the others are worth, rules alike."""
    translated = [one for one in proposals if one.set != CLEAN]
    return {
        name: _figures(
            learned(
                [one for one in translated if origin(one.set) != name],
                [one for one in proposals if origin(one.set) == name],
                target,
                {},
            )
        )
        for name in sorted({origin(one.set) for one in proposals})
    }


def _figures(found: Sequence[Claim]) -> dict[str, Any]:
    total = sum(one.weight for one in found)
    return {
        "judged": len(found),
        "true": round(sum(one.weight for one in found if one.true) / total, 4) if total else None,
        "ece": round(ece(found), 4),
        "brier": round(brier(found), 4),
        "coverage": {str(least): round(coverage(found, least), 4) for least in _PRECISIONS},
    }


def _at_least(found: Sequence[Claim]) -> dict[str, Any]:
    results = {}
    for least in _LEAST:
        some = [one for one in found if one.claimed >= least]
        right = sum(one.true for one in some)
        if some:
            low, high = exact(right, len(some))
            results[str(least)] = {
                "judged": len(some),
                "true": right,
                "interval": [round(low, 3), round(high, 3)],
            }
    return results


def _rules(proposals: Sequence[Proposal], target: Target) -> dict[str, Any]:
    outcomes = [outcome for one in proposals if (outcome := target(one)) is not None]
    shifts = fitted(outcomes)
    by_name: dict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        by_name[one.code].append(one)
        by_name[family_of(one.code)].append(one)
    return {
        name: {
            "judged": len(some),
            "true": sum(one.true for one in some),
            "stated": round(sum(one.stated for one in some) / len(some), 3),
            "shift": round(shifts[name], 2),
        }
        for name, some in sorted(by_name.items())
    }
