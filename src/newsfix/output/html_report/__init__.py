"""One page of HTML that shows what was found: original and repaired text side by side.

The page needs nothing but itself: style and script are in it, and its own policy forbids it to load
anything or to run another script. The same results make the same page.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pkgutil import get_data
from string import Template

from newsfix.output.html_report.controls import families, files, rules, summary
from newsfix.output.html_report.sections import section
from newsfix.output.result import Result

__all__ = ["GENERATOR", "html_report"]

#: What the head of every page says, so that a page can be told from other files.
GENERATOR = '<meta name="generator" content="newsfix">'


def html_report(results: Iterable[Result]) -> Iterator[str]:
    """Yield the page, part by part."""
    looked = list(results)
    shown = [result for result in looked if result.findings or result.report.changes]
    style, script = _data("style.css"), _data("script.js")
    head, _, tail = _data("page.html").partition("$sections\n")
    yield Template(head).substitute(
        generator=GENERATOR,
        style=style,
        style_hash=_hash(style),
        script_hash=_hash(script),
        summary=summary(looked),
        families=families(shown),
        rules=rules(shown),
        files=files(shown),
        **_counts(shown),
    )
    for number, result in enumerate(shown, start=1):
        yield from section(number, result)
    yield Template(tail).substitute(script=script)


def _counts(results: list[Result]) -> dict[str, int]:
    findings = [finding for result in results for finding in result.findings]
    repairs = sum(finding.applied for finding in findings)
    return {"repairs": repairs, "suggestions": len(findings) - repairs, "shown": len(results)}


def _data(name: str) -> str:
    return (get_data(__name__, f"data/{name}") or b"").decode("utf-8")


def _hash(text: str) -> str:
    """Return the hash by which the policy of the page knows its own style and script."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
