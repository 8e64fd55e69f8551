"""SARIF 2.1.0, which code hosts and editors read (OASIS, 2020)."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import chain
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from newsfix import __version__
from newsfix.finding import Finding, Fix
from newsfix.normalisers import default
from newsfix.output.colour import Paint
from newsfix.output.concise import rounded
from newsfix.output.result import Result
from newsfix.output.severity import severity
from newsfix.rules import Rule
from newsfix.span import Span

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def sarif(results: Iterable[Result], paint: Paint) -> Iterator[str]:  # noqa: ARG001  # same for all
    """Yield one SARIF log with one run."""
    rules = {rule.code: rule for family in default() for rule in family.rules}
    results = list(results)
    found = [(result, finding) for result in results for finding in result.findings]
    codes = sorted({finding.code for _, finding in found})
    index = {code: at for at, code in enumerate(codes)}
    driver = {
        "name": "newsfix",
        "version": __version__,
        "rules": [_rule(code, rules.get(code)) for code in codes],
    }
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(result, finding, index[finding.code]) for result, finding in found],
    }
    skipped = dict.fromkeys(chain.from_iterable(result.report.skipped for result in results))
    if skipped:
        told = [{"level": "warning", "message": {"text": reason}} for reason in skipped]
        run["invocations"] = [
            {"executionSuccessful": True, "toolExecutionNotifications": told},
        ]
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    yield json.dumps(log, ensure_ascii=False, indent=2)


def _rule(code: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:
        return {"id": code}
    return {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.explanation},
    }


def _result(result: Result, finding: Finding, rule: int) -> dict[str, Any]:
    location = {"physicalLocation": {**_artifact(result), "region": _region(result, finding.span)}}
    record: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": severity(finding),
        "message": {"text": finding.message},
        "locations": [location],
        "partialFingerprints": {"newsfix/v1": fingerprint(result, finding)},
        "properties": {"confidence": round(finding.confidence, 4)},
    }
    if finding.fixes:
        record["fixes"] = [_fix(result, fix) for fix in finding.fixes]
    return record


def fingerprint(result: Result, finding: Finding) -> str:
    """Return what tells a finding from others, and stays when text is added elsewhere."""
    text = result.report.original
    line = result.positions.line(result.positions.place(finding.span.start).line)
    what = "\0".join((result.path, finding.code, finding.span.of(text), line.strip()))
    return sha256(what.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _fix(result: Result, fix: Fix) -> dict[str, Any]:
    replacement = {
        "deletedRegion": _region(result, fix.span),
        "insertedContent": {"text": fix.replacement},
    }
    return {
        "description": {"text": f"confidence {rounded(fix.confidence)}"},
        "artifactChanges": [{**_artifact(result), "replacements": [replacement]}],
    }


def _artifact(result: Result) -> dict[str, Any]:
    return {
        "artifactLocation": {
            "uri": quote(PurePath(result.path).as_posix(), errors="surrogateescape")
        }
    }


def _region(result: Result, span: Span) -> dict[str, int]:
    start, end = result.positions.place(span.start), result.positions.place(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }
