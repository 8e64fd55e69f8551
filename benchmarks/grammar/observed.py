"""What a source of findings reports, and what of it humans bear out."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from benchmarks.grammar.texts import Translated
from benchmarks.quality.words import tokens
from newsfix.finding import Finding

#: Gives the findings in a text, each with what it is counted as.
Finder = Callable[[str], Iterable[tuple[str, Finding]]]


@dataclass(slots=True)
class Observed:
    """Counts by name.

    ``found`` in translations, of which ``wrong`` at words that the editor changed; first fixes that
    could be tried (``moved``), of which ``closer`` bring the segment closer to the edited one; and
    findings in edited news (``clean``).
    """

    found: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    closer: Counter[str] = field(default_factory=Counter)
    moved: Counter[str] = field(default_factory=Counter)
    clean: Counter[str] = field(default_factory=Counter)
    words: int = 0
    clean_words: int = 0


def observe(finder: Finder, documents: Iterable[Translated], clean: Iterable[str]) -> Observed:
    """Count what ``finder`` reports."""
    seen = Observed()
    for document in documents:
        seen.words += len(document.text.split())
        for name, finding in finder(document.text):
            _count(seen, finding, name, document)
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
