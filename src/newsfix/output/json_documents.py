"""Findings for programs: one JSON document, or one JSON object a line.

Offsets are half-open ranges of code points of the original text; lines and columns count from one.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from newsfix.document import Change
from newsfix.finding import Finding, Fix
from newsfix.output.colour import Paint
from newsfix.output.result import Result


def json_document(results: Iterable[Result], paint: Paint) -> Iterator[str]:  # noqa: ARG001  # same for all
    """Yield one JSON document: ``{"files": [{"path", "findings", "changes"}]}``.

    A file of which something could not be looked for has ``skipped``, which says what, and why.
    """
    files = [
        {
            "path": result.path,
            "findings": [_finding(result, finding) for finding in result.findings],
            "changes": [_change(change) for change in result.report.changes],
            **({"skipped": list(result.report.skipped)} if result.report.skipped else {}),
        }
        for result in results
    ]
    yield json.dumps({"files": files}, ensure_ascii=False, indent=2)


def json_lines(results: Iterable[Result], paint: Paint) -> Iterator[str]:  # noqa: ARG001
    """Yield one JSON object for each finding, with its path."""
    for result in results:
        for finding in result.findings:
            record = {"path": result.path, **_finding(result, finding)}
            yield json.dumps(record, ensure_ascii=False)


def _finding(result: Result, finding: Finding) -> dict[str, Any]:
    start = result.positions.place(finding.span.start)
    end = result.positions.place(finding.span.end)
    return {
        "code": finding.code,
        "message": finding.message,
        "span": list(finding.span),
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "confidence": round(finding.confidence, 4),
        "applied": finding.applied,
        "fixes": [_fix(fix) for fix in finding.fixes],
    }


def _fix(fix: Fix) -> dict[str, Any]:
    record: dict[str, Any] = {
        "span": list(fix.span),
        "replacement": fix.replacement,
        "confidence": round(fix.confidence, 4),
    }
    return {**record, "held": fix.held} if fix.held else record


def _change(change: Change) -> dict[str, Any]:
    return {
        "span": list(change.span),
        "original": change.original,
        "replacement": change.replacement,
    }
