"""Machine-translated segments with what humans made of them: does a change bring them closer?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from benchmarks.data import Segment
from benchmarks.quality.counts import Counts, touches_any
from benchmarks.quality.words import changed_ranges, distance, tokens
from newsfix import Pipeline


@dataclass(slots=True)
class _Set:
    segments: int = 0
    words: int = 0
    changed: int = 0
    applied: int = 0
    closer: int = 0
    same: int = 0
    farther: int = 0
    before: int = 0
    after: int = 0

    def as_record(self) -> dict[str, Any]:
        moved = self.closer + self.farther
        return {
            "segments": self.segments,
            "changed": self.changed,
            "applied": self.applied,
            "applied_per_1000_words": round(1000 * self.applied / max(1, self.words), 3),
            "closer": self.closer,
            "same": self.same,
            "farther": self.farther,
            "closer_of_moved": round(self.closer / moved, 4) if moved else None,
            "distance_of_changed_before": self.before,
            "distance_of_changed_after": self.after,
        }


def on_segments(segments: Iterable[Segment]) -> dict[str, Any]:
    """Measure, by set, how the applied changes move the text towards the closest human version."""
    pipeline = Pipeline()
    sets: dict[str, _Set] = defaultdict(_Set)
    for segment in segments:
        report = pipeline.run(segment.text)
        for key in (segment.set, "all"):
            one = sets[key]
            one.segments += 1
            one.words += len(segment.text.split())
            one.applied += len(report.applied)
        if not report.changes:
            continue
        before = distance(segment.text, segment.references)
        after = distance(report.text, segment.references)
        for key in (segment.set, "all"):
            one = sets[key]
            one.changed += 1
            one.before += before
            one.after += after
            one.closer += after < before
            one.same += after == before
            one.farther += after > before
    return {key: sets[key].as_record() for key in sorted(sets)}


def against_editors(segments: Iterable[Segment]) -> dict[str, Any]:
    """Measure findings against the words that the post-editor changed, by rule."""
    pipeline = Pipeline()
    rules: dict[str, Counts] = defaultdict(Counts)
    for segment in segments:
        report = pipeline.run(segment.text)
        changed = list(changed_ranges(segment.text, segment.references[0]))
        found = set()
        for finding in report.findings:
            places = [finding.span, *(fix.span for fix in finding.fixes)]
            hit = [one for one in changed if any(touches_any(place, [one]) for place in places)]
            found.update(hit)
            for key in (finding.code, finding.code[:3], "all"):
                rules[key].said += 1
                rules[key].right += bool(hit)
        rules["all"].there += len(changed)
        rules["all"].found += len(found)
    return {key: rules[key].as_record() for key in sorted(rules)}


def against_raters(segments: Iterable[Segment]) -> dict[str, Any]:
    """Measure findings against the spans that two of three raters marked; recall by category."""
    pipeline = Pipeline()
    rules: dict[str, Counts] = defaultdict(Counts)
    for segment in segments:
        report = pipeline.run(segment.text)
        marked = [(mark.start, mark.end) for mark in segment.marked]
        places = [finding.span for finding in report.findings]
        for finding in report.findings:
            for key in (finding.code, finding.code[:3], "all"):
                rules[key].said += 1
                rules[key].right += touches_any(finding.span, marked)
        for mark in segment.marked:
            for key in (mark.category, "all"):
                rules[key].there += 1
                rules[key].found += any(touches_any(place, [mark[:2]]) for place in places)
    return {key: rules[key].as_record() for key in sorted(rules)}


def words_of(segments: Iterable[Segment]) -> int:
    """Return how many words and marks the segments have."""
    return sum(len(tokens(segment.text)) for segment in segments)
