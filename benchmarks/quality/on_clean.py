"""Edited news: every change is listed, for somebody to look at."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from newsfix import Finding, Pipeline, Report

_CONTEXT = 50


def on_clean(documents: Iterable[str]) -> tuple[dict[str, Any], list[str]]:
    """Count changes and findings, and list every change with what stands around it."""
    pipeline = Pipeline()
    words = 0
    applied: Counter[str] = Counter()
    left: Counter[str] = Counter()
    listed: list[str] = []
    for number, document in enumerate(documents):
        words += len(document.split())
        report = pipeline.run(document)
        applied.update(finding.code for finding in report.applied)
        left.update(finding.code for finding in report.remaining)
        listed += [f"document {number}: {line}" for line in _lines(report)]
    changes, findings = applied.total(), applied.total() + left.total()
    return {
        "words": words,
        "changes": changes,
        "changes_per_100000_words": round(100_000 * changes / words, 2),
        "findings_per_1000_words": round(1000 * findings / words, 3),
        "applied": dict(applied.most_common()),
        "left": dict(left.most_common()),
    }, listed


def _lines(report: Report) -> Iterator[str]:
    for finding in report.applied:
        yield shown(report.original, finding)


def shown(text: str, finding: Finding) -> str:
    """Return an applied edit in its context, on one line."""
    fix = finding.fixes[0]
    before = text[max(0, fix.span.start - _CONTEXT) : fix.span.start]
    after = text[fix.span.end : fix.span.end + _CONTEXT]
    edit = f"⟦{fix.span.of(text)!r} → {fix.replacement!r}⟧"
    return f"{finding.code} {before!r} {edit} {after!r}"
