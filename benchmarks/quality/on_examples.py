"""The articles in examples/: every defect is known."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from benchmarks.articles import Article, articles
from benchmarks.quality.counts import Counts, touch, touches_any
from newsfix import Finding, Pipeline, Span

#: The types of defect that the families are for; others are for families to come.
COVERED = frozenset(
    "encoding tokenisation masked-digits drop-cap punctuation glued-words unpaired-quote"
    " quotation-style stray-capital missing-capital false-break".split()
)


def on_examples() -> dict[str, Any]:
    """Measure findings and applied fixes, by rule, by family and by type of defect."""
    pipeline = Pipeline()
    findings: dict[str, Counts] = defaultdict(Counts)
    applied: dict[str, Counts] = defaultdict(Counts)
    types: dict[str, Counts] = defaultdict(Counts)
    for article in articles():
        report = pipeline.run(article.text)
        spans = [defect.span for defect in article.defects]
        for finding in report.findings:
            right = any(touches_any(place, spans) for place in _places(finding))
            for key in (finding.code, finding.code[:3], "all"):
                findings[key].said += 1
                findings[key].right += right
        for finding in report.applied:
            right = _is_gold(finding, article)
            for key in (finding.code, finding.code[:3], "all"):
                applied[key].said += 1
                applied[key].right += right
        _count_types(article, report.findings, types)
    return {
        "findings": _records(findings),
        "applied": _records(applied),
        "types": _records(types),
    }


def _places(finding: Finding) -> list[Span]:
    return [finding.span, *(fix.span for fix in finding.fixes)]


def _is_gold(finding: Finding, article: Article) -> bool:
    """Say whether an applied edit is part of what the editor did at that place."""
    span = finding.fixes[0].span
    return any(
        touch(span, defect.span)
        and _agrees(finding, defect.change.original, defect.change.replacement)
        for defect in article.defects
    )


def _agrees(finding: Finding, before: str, after: str) -> bool:
    """An edit agrees with the editor's if it leads to the same marks and letters, spaces aside."""
    inserted = "".join(finding.fixes[0].replacement.split())
    return inserted in "".join(after.split()) and (before != after)


def _count_types(article: Article, findings: Iterable[Finding], types: dict[str, Counts]) -> None:
    places = [place for finding in findings for place in _places(finding)]
    for defect in article.defects:
        found = touches_any(defect.span, places)
        group = "covered" if defect.type in COVERED else "to come"
        for key in (defect.type, group):
            types[key].there += 1
            types[key].found += found


def _records(counts: dict[str, Counts]) -> dict[str, Any]:
    return {key: counts[key].as_record() for key in sorted(counts)}
