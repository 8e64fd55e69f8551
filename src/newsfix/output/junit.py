"""JUnit's XML, which every build server reads: a file is a test suite, a finding a failed test."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from newsfix.output.colour import Paint
from newsfix.output.concise import repair, rounded
from newsfix.output.result import Result
from newsfix.output.visible import visible


def junit(results: Iterable[Result], paint: Paint) -> Iterator[str]:  # noqa: ARG001  # same for all
    """Yield one XML document; a file without findings is a test that passed."""
    suites = list(results)
    tests = sum(max(1, len(result.findings)) for result in suites)
    failures = sum(len(result.findings) for result in suites)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuites name="newsfix" tests="{tests}" failures="{failures}">'
    for result in suites:
        path = _attribute(result.path)
        count = len(result.findings)
        yield f'  <testsuite name={path} tests="{max(1, count)}" failures="{count}">'
        if not result.findings:
            yield f'    <testcase classname={path} name="newsfix"/>'
        for finding in result.findings:
            line, column = result.positions.place(finding.span.start)
            name = _attribute(f"{finding.code} {line}:{column}")
            message = _attribute(finding.message)
            yield f"    <testcase classname={path} name={name}>"
            yield f"      <failure type={_attribute(finding.code)} message={message}>"
            text = visible(f"{result.path}:{line}:{column}: {finding.message}")
            said = f"{text} [{rounded(finding.confidence)}]{repair(result, finding)}"
            yield f"{escape(said)}</failure>"
            yield "    </testcase>"
        yield "  </testsuite>"
    yield "</testsuites>"


def _attribute(text: str) -> str:
    """Quote an attribute; what XML cannot hold is spelled out."""
    return quoteattr(visible(text))
