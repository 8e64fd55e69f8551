"""Carry what was found in the prose of a file back into the file."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from newsfix.document import Change
from newsfix.finding import Finding, Fix
from newsfix.formats import Prose
from newsfix.span import Span


def in_file(findings: Iterable[Finding], prose: Prose, text: str) -> Iterator[Finding]:
    """Yield findings about ``prose`` in terms of the file's ``text``.

    A fix that cannot be made to the file, because markup stands in its way, is left out.
    """
    for finding in findings:
        made = (_fix(fix, prose, text) for fix in finding.fixes)
        fixes = tuple(fix for fix in made if fix is not None)
        if finding.fixes and not fixes and prose.is_made_up(finding.span):
            continue  # what was found is not in the file
        yield replace(finding, span=prose.origin(finding.span), fixes=fixes)


def changes_in_file(changes: Iterable[Change], prose: Prose) -> Iterator[tuple[Span, str]]:
    """Yield the edits of the file that make ``changes`` of the prose."""
    for change in changes:
        yield from prose.edits(change.span, change.replacement)


def _fix(fix: Fix, prose: Prose, text: str) -> Fix | None:
    edits = prose.edits(fix.span, fix.replacement)
    if not edits:
        return None
    start, end = edits[0][0].start, edits[-1][0].end
    written = []
    for span, replacement in edits:
        written += [text[start : span.start], replacement]
        start = span.end
    return replace(fix, span=Span(edits[0][0].start, end), replacement="".join(written))
