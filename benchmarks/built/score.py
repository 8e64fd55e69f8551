"""How many faults are found and repaired, and how many applied fixes are right."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from benchmarks.built.garbled import Fault, Garbled
from benchmarks.quality.counts import Counts, touches_any, wilson
from newsfix import Finding, Pipeline, Report, Span

FAMILIES = ("RES", "STR", "CAS", "PUN", "NAM", "NUM", "PRO", "WRD")
# The families that can say what the fault is: a stray capital is a finding, but says less.
_NAMING = ("RES", "STR", "NAM", "NUM", "PRO", "WRD")
# Of other faults the models of phrasing say that something is wrong, not what.
_OF_KIND = {"small": ("PHR",)}
_EDGE = "\n\x02\n"  # so that a window at the edge of the text is told from one inside it
_CONTEXT = (20, 40, 80, 160, 400, 1200, 4000)  # characters


class Score:
    """Counts over the documents of one kind."""

    def __init__(self) -> None:
        self.documents = 0
        self.words = 0
        self.changed = 0
        self.found: dict[str, Counts] = defaultdict(Counts)
        self.named: Counter[str] = Counter()
        self.repaired: Counter[str] = Counter()
        self.applied: dict[str, Counts] = defaultdict(Counts)
        self.findings: dict[str, Counts] = defaultdict(Counts)
        self.wrong: list[str] = []
        self.missed: list[str] = []

    def add(self, garbled: Garbled, report: Report, clean: Report | None = None) -> None:
        """Count one document; ``clean`` says what is found in its clean text as well."""
        self.documents += 1
        self.words += len(garbled.text.split())
        self.changed += report.text != garbled.text
        whole = {fault: is_repaired(garbled, fault, report.text) for fault in garbled.faults}
        for fault in garbled.faults:
            more = _OF_KIND.get(fault.kind.partition("/")[0], ())
            places, naming = (_places(report, (*some, *more)) for some in (FAMILIES, _NAMING))
            hit = any(touches_any(change.span, places) for change in fault.changes)
            for key in (fault.kind, "all"):
                self.found[key].there += 1
                self.found[key].found += hit
                self.repaired[key] += whole[fault]
                self.named[key] += any(touches_any(one.span, naming) for one in fault.changes)
            if not hit:
                self.missed.append(_shown(garbled.text, fault.changes[0].span, fault.kind))
        self._count_findings(garbled, report, clean)
        for finding in _new(report, clean, whether_applied=True):
            right = any(
                _touches(finding, fault) and (whole[fault] or _agrees(garbled.text, finding, fault))
                for fault in garbled.faults
            )
            for key in (finding.code, "all"):
                self.applied[key].said += 1
                self.applied[key].right += right
            if not right:
                self.wrong.append(_shown(garbled.text, finding.fixes[0].span, finding.code))

    def _count_findings(self, garbled: Garbled, report: Report, clean: Report | None) -> None:
        """Count what was reported for this text and not for the clean one, applied or not."""
        faults = [change.span for fault in garbled.faults for change in fault.changes]
        for finding in _new(report, clean):
            places = (finding.span, *(fix.span for fix in finding.fixes))
            right = any(touches_any(place, faults) for place in places)
            for key in (finding.code, finding.code[:3]):
                self.findings[key].said += 1
                self.findings[key].right += right
            if not right and finding.code.startswith(_NAMING):
                self.wrong.append(_shown(garbled.text, finding.span, f"{finding.code} found"))

    def as_record(self) -> dict[str, Any]:
        """Return the figures for JSON."""
        total = self.applied["all"]
        low, high = wilson(total.right, total.said)
        return {
            "documents": self.documents,
            "words": self.words,
            "documents_changed": self.changed,
            "faults": {
                key: {
                    **_recall(counts),
                    "recall_named": _share(self.named[key], counts.there),
                    "repaired": _share(self.repaired[key], counts.there),
                }
                for key, counts in sorted(self.found.items())
            },
            "applied": _precisions(self.applied),
            "findings": _precisions(self.findings),
            "precision_interval": [round(low, 4), round(high, 4)],
        }


def score(documents: Iterable[Garbled]) -> Score:
    """Run the default pipeline over garbled documents, and over their clean texts beside them."""
    pipeline = Pipeline()
    # A clean text is shown restraint that the garbled one is not: what is wrong in both is no news.
    unrestrained = Pipeline(restraint=False)
    result = Score()
    for garbled in documents:
        clean = unrestrained.run(garbled.clean) if garbled.faults else None
        result.add(garbled, pipeline.run(garbled.text), clean)
    return result


def _places(report: Report, families: tuple[str, ...]) -> list[Span]:
    return [
        place
        for finding in report.findings
        if finding.code.startswith(families)
        for place in (finding.span, *(fix.span for fix in finding.fixes))
    ]


def _new(
    report: Report, clean: Report | None, *, whether_applied: bool = False
) -> Iterator[Finding]:
    """Yield what was found (and applied), without what was in the clean text as well."""
    left: Counter[tuple[str, str, str]] = Counter()
    if clean is not None:
        found = clean.applied if whether_applied else clean.findings
        left.update(_identity(clean.original, finding) for finding in found)
    for finding in report.applied if whether_applied else report.findings:
        key = _identity(report.original, finding)
        if left[key] > 0:
            left[key] -= 1
        else:
            yield finding


def _identity(text: str, finding: Finding) -> tuple[str, str, str]:
    span = finding.fixes[0].span if finding.fixes else finding.span
    near = text[max(0, span.start - 12) : span.end + 12]
    return near, finding.fixes[0].replacement if finding.fixes else "", finding.code


def _touches(finding: Finding, fault: Fault) -> bool:
    return any(touches_any(finding.fixes[0].span, [change.span]) for change in fault.changes)


def _agrees(text: str, finding: Finding, fault: Fault) -> bool:
    """Say whether the fix alone does what the gold does, all of it or one of its changes."""
    fix = finding.fixes[0]
    start = min(fix.span.start, *(change.span.start for change in fault.changes), fix.span.start)
    end = max(fix.span.end, *(change.span.end for change in fault.changes), fix.span.end)
    start, end = max(0, start - 40), min(len(text), end + 40)
    after = text[start : fix.span.start] + fix.replacement + text[fix.span.end : end]
    for changes in (fault.changes, *((change,) for change in fault.changes)):
        gold, position = "", start
        for change in changes:
            gold += text[position : change.span.start] + change.replacement
            position = change.span.end
        if _squeezed(gold + text[position:end]) == _squeezed(after):
            return True
    return False


def is_repaired(garbled: Garbled, fault: Fault, text: str) -> bool:
    """Say whether ``text``, the repaired one, reads like the clean one wherever the fault was."""
    clean, after = f"{_EDGE}{garbled.clean}{_EDGE}", _squeezed(f"{_EDGE}{text}{_EDGE}")
    ordered = sorted(
        (change for other in garbled.faults for change in other.changes),
        key=lambda change: change.span,
    )
    before = _squeezed(f"{_EDGE}{garbled.text}{_EDGE}")
    for change in fault.changes:
        earlier = ordered[: bisect_left(ordered, change.span, key=lambda one: one.span)]
        shift = sum(len(one.replacement) - len(one.original) for one in earlier)
        start = change.span.start + shift + len(_EDGE)
        end = start + len(change.replacement)
        for reach in _CONTEXT:
            window = _squeezed(clean[max(0, start - reach) : end + reach])
            if window not in before:
                break
        else:
            return False
        if window not in after:
            return False
    return True


def _squeezed(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())


def _precisions(counts: dict[str, Counts]) -> dict[str, Any]:
    return {
        key: {"said": one.said, "right": one.right, "precision": _share(one.right, one.said)}
        for key, one in sorted(counts.items())
    }


def _recall(counts: Counts) -> dict[str, Any]:
    return {
        "there": counts.there,
        "found": counts.found,
        "recall": _share(counts.found, counts.there),
    }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def _shown(text: str, span: Span, what: str) -> str:
    before = text[max(0, span.start - 50) : span.start]
    after = text[span.end : span.end + 50]
    return f"{what} {before!r} ⟦{span.of(text)!r}⟧ {after!r}"
