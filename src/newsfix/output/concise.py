"""One line for each finding."""

from collections.abc import Iterable, Iterator

from newsfix.finding import Finding, Fix
from newsfix.output.colour import Paint
from newsfix.output.result import Result
from newsfix.output.visible import visible

_MOST_SHOWN = 40  # characters of an edit


def concise(results: Iterable[Result], paint: Paint) -> Iterator[str]:
    """Yield ``path:line:column: CODE message [confidence] what → what``."""
    for result in results:
        for finding in result.findings:
            yield heading(result, finding, paint) + repair(result, finding)


def heading(result: Result, finding: Finding, paint: Paint) -> str:
    """Return where a finding is, what it is, and how sure that is."""
    line, column = result.positions.place(finding.span.start)
    place = f"{paint.bold(result.path)}:{line}:{column}:"
    state = " [*]" if finding.applied else ""
    code = paint.red(finding.code)
    return f"{place} {code} {visible(finding.message)} [{rounded(finding.confidence)}]{state}"


def rounded(confidence: float) -> str:
    """Return a confidence with two digits, rounded down: nothing is promised that was not measured.

    >>> rounded(0.998), rounded(0.5)
    ('0.99', '0.50')
    """
    return f"{int(confidence * 100 + 1e-9) / 100:.2f}"


def edit(original: str, fix: Fix) -> str:
    """Return what a fix puts in place of what."""
    before = fix.span.of(original)
    if not before:
        return f"insert {_shown(fix.replacement)}"
    if not fix.replacement:
        return f"delete {_shown(before)}"
    return f"{_shown(before)} → {_shown(fix.replacement)}"


def repair(result: Result, finding: Finding) -> str:
    """Return the best fix behind a space, and how sure it is; nothing if there is none."""
    if not finding.fixes:
        return ""
    fix = finding.fixes[0]
    return f" {edit(result.report.original, fix)} [{rounded(fix.confidence)}]"


def _shown(text: str) -> str:
    shown = visible(text)
    if len(shown) > _MOST_SHOWN:
        half = _MOST_SHOWN // 2
        shown = f"{shown[:half]}…{shown[-half:]}"
    return f"“{shown}”"
