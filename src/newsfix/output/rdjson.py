"""Reviewdog's diagnostic format. Its columns are bytes of UTF-8, counted from one."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from newsfix.output.colour import Paint
from newsfix.output.result import Result
from newsfix.output.severity import severity
from newsfix.span import Span

_SEVERITIES = {"warning": "WARNING", "note": "INFO"}


def rdjson(results: Iterable[Result], paint: Paint) -> Iterator[str]:  # noqa: ARG001  # same for all
    """Yield one JSON document with every finding, and its fixes as suggestions."""
    diagnostics = [
        {
            "message": finding.message,
            "location": {"path": result.path, "range": _range(result, finding.span)},
            "severity": _SEVERITIES[severity(finding)],
            "code": {"value": finding.code},
            "suggestions": [
                {"range": _range(result, fix.span), "text": fix.replacement}
                for fix in finding.fixes
            ],
        }
        for result in results
        for finding in result.findings
    ]
    document = {"source": {"name": "newsfix"}, "diagnostics": diagnostics}
    yield json.dumps(document, ensure_ascii=False, indent=2)


def _range(result: Result, span: Span) -> dict[str, Any]:
    return {"start": _place(result, span.start), "end": _place(result, span.end)}


def _place(result: Result, offset: int) -> dict[str, int]:
    line, column = result.positions.place(offset)
    before = result.positions.line(line)[: column - 1]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
