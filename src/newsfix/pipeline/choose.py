"""Choose the fixes to apply: the surest ones that do not overlap."""

from bisect import bisect_left, insort
from collections.abc import Sequence

from newsfix.finding import Finding, Fix
from newsfix.pipeline.thresholds import Thresholds
from newsfix.span import Span


def choose(findings: Sequence[Finding], thresholds: Thresholds) -> list[Finding]:
    """Return the findings whose best fix is to be applied now, in order of their fixes.

    The surest fix goes first; among equally sure ones the earlier in the text, then by code and
    replacement, so that the order in which rules reported does not matter. A finding that asks for
    an edit already chosen counts as applied with it.
    """
    candidates = [
        (-finding.fixes[0].confidence, finding.fixes[0].span, finding.code, index)
        for index, finding in enumerate(findings)
        if finding.fixes and _is_sure(finding.fixes[0], thresholds.of(finding.code))
    ]
    candidates.sort(key=lambda one: (*one[:3], findings[one[3]].fixes[0].replacement))
    taken: list[tuple[Span, str]] = []
    chosen = []
    for _, span, _, index in candidates:
        edit = (span, findings[index].fixes[0].replacement)
        at = bisect_left(taken, edit)
        same = at < len(taken) and taken[at] == edit
        if not same:
            neighbours = taken[max(0, at - 1) : at + 1]
            if any(_collide(span, other) for other, _ in neighbours):
                continue
            insort(taken, edit)
        chosen.append(findings[index])
    return sorted(chosen, key=lambda finding: finding.fixes[0].span)


def _is_sure(fix: Fix, threshold: float) -> bool:
    return fix.confidence >= threshold and not fix.held


def _collide(one: Span, other: Span) -> bool:
    """Say whether two edits may not be made together: they overlap, or one inserts at the other."""
    if one.overlaps(other):
        return True
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return False
