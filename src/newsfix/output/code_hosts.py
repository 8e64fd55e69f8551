"""Findings as code hosts show them beside the lines of a change: GitHub's and GitLab's ways."""

import json
from collections.abc import Iterable, Iterator

from newsfix.output.colour import Paint
from newsfix.output.concise import repair
from newsfix.output.result import Result
from newsfix.output.sarif import fingerprint
from newsfix.output.severity import severity


def github(results: Iterable[Result], paint: Paint) -> Iterator[str]:  # noqa: ARG001  # same for all
    """Yield one workflow command of GitHub Actions a finding."""
    for result in results:
        for finding in result.findings:
            start = result.positions.place(finding.span.start)
            end = result.positions.place(finding.span.end)
            level = "notice" if severity(finding) == "note" else "warning"
            properties = [
                f"file={_property(result.path)}",
                f"line={start.line}",
                f"endLine={end.line}",
                f"title={_property(finding.code)}",
            ]
            if start.line == end.line:  # columns are for places on one line
                properties[2:2] = [f"col={start.column}"]
                properties.insert(4, f"endColumn={end.column}")
            yield f"::{level} {','.join(properties)}::{_data(finding.message + repair(result, finding))}"


def gitlab(results: Iterable[Result], paint: Paint) -> Iterator[str]:  # noqa: ARG001
    """Yield one report of GitLab's code quality."""
    seen: dict[str, int] = {}
    issues = []
    for result in results:
        for finding in result.findings:
            print_ = fingerprint(result, finding)
            seen[print_] = seen.get(print_, 0) + 1  # each issue needs a fingerprint of its own
            start = result.positions.place(finding.span.start)
            end = result.positions.place(finding.span.end)
            issues.append(
                {
                    "description": finding.message,
                    "check_name": finding.code,
                    "fingerprint": print_ if seen[print_] == 1 else f"{print_}-{seen[print_]}",
                    "severity": "info" if severity(finding) == "note" else "minor",
                    "location": {
                        "path": result.path,
                        "lines": {"begin": start.line, "end": end.line},
                    },
                }
            )
    yield json.dumps(issues, ensure_ascii=False, indent=2)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
