"""What a source of findings reports, and what of it humans bear out."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from benchmarks.grammar.texts import Translated
from benchmarks.phrasing.labels import Range, covered
from benchmarks.quality.words import tokens
from newsfix.finding import Finding

#: Gives the findings in a text, each with what it is counted as.
Finder = Callable[[str], Iterable[tuple[str, Finding]]]


@dataclass(slots=True)
class Observed:
    """Counts by name.

    ``found`` in translations, of which ``wrong`` at words that the editor changed; first fixes that
    could be tried (``moved``), of which ``closer`` bring the segment closer to the edited one; and
    findings in edited news (``clean``). ``places`` are those of the findings in each translation, ``true``
    those of them that count in ``wrong``; of the ``changed`` words ``met`` are at one.
    """

    found: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    closer: Counter[str] = field(default_factory=Counter)
    moved: Counter[str] = field(default_factory=Counter)
    clean: Counter[str] = field(default_factory=Counter)
    places: list[list[Range]] = field(default_factory=list)
    true: list[list[Range]] = field(default_factory=list)
    changed: int = 0
    met: int = 0
    words: int = 0
    clean_words: int = 0

    def shared(self, other: "Observed") -> float:
        """Return the share of what this one rightly found that ``other`` has a finding at too."""
        found = [
            one
            for places, marks in zip(self.true, other.places, strict=True)
            for one in covered(places, marks)
        ]
        return sum(found) / max(1, len(found))


def observe(finder: Finder, documents: Iterable[Translated], clean: Iterable[str]) -> Observed:
    """Count what ``finder`` reports."""
    seen = Observed()
    for document in documents:
        seen.words += len(document.text.split())
        found = list(finder(document.text))
        for name, finding in found:
            _count(seen, finding, name, document)
        seen.places.append([_place(finding) for _, finding in found])
        seen.true.append([one for one in seen.places[-1] if document.is_wrong(one)])
        seen.changed += len(document.wrong)
        seen.met += sum(covered(document.wrong, seen.places[-1]))
    for text in clean:
        seen.clean_words += len(text.split())
        seen.clean.update(name for name, _ in finder(text))
    return seen


def _count(seen: Observed, finding: Finding, name: str, document: Translated) -> None:
    seen.found[name] += 1
    seen.wrong[name] += document.is_wrong(finding.span)
    if not finding.fixes:
        return
    fix = finding.fixes[0]
    place = document.segment_at(fix.span)
    if place is None:
        return
    at, segment = place
    start, end = fix.span.start - at, fix.span.end - at
    mended = segment.text[:start] + fix.replacement + segment.text[end:]
    before = Levenshtein.distance(tokens(segment.text), tokens(segment.edited))
    after = Levenshtein.distance(tokens(mended), tokens(segment.edited))
    seen.moved[name] += 1
    seen.closer[name] += after < before


def _place(finding: Finding) -> Range:
    start, end = finding.span
    return start, max(end, start + 1)
