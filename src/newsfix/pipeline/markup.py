"""Repair the prose of a file with markup, and carry what was found back into the file.

The file is read again with its repairs. If it does not read as it was meant to, some of them have
become markup where they were put, or have broken some: then those are not made.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from newsfix.document import Change, Document, replay
from newsfix.finding import Finding, Fix
from newsfix.formats import Prose
from newsfix.pipeline.run import Allows, Outcome
from newsfix.scope import ANY_RULE, Judge
from newsfix.span import Span

_MOST_TRIES = 8


def settle_markup(
    text: str,
    prose: Prose,
    read: Callable[[str], Prose],
    settle: Callable[[Allows], Outcome],
    judge: Judge | None = None,
) -> Outcome:
    """Repair ``prose``, which ``read`` finds in ``text``, by ``settle``, which takes what may be done.

    ``judge`` says it of ``text``: an edit may take more of that than what it takes of the prose.
    """
    broken: set[tuple[Span, str]] = set()

    def allows(span: Span, replacement: str) -> bool:
        if (span, replacement) in broken:
            return False
        edits = prose.edits(span, replacement)
        may = judge is None or all(judge.allows(ANY_RULE, one) for one, _ in edits)
        return bool(edits) and may

    for _ in range(_MOST_TRIES):
        inner = settle(allows)
        found = _breaking(inner.document.changes, prose, text, read)
        if not found:
            break
        broken.update((change.span, change.replacement) for change in found)
    else:
        inner = settle(lambda _span, _replacement: False)
    return Outcome(
        Document(text).apply(changes_in_file(inner.document.changes, prose)),
        list(in_file(inner.applied, prose, text)),
        list(in_file(inner.left, prose, text)),
        list(in_file(inner.suppressed, prose, text)),
        inner.troubles,
    )


def _breaking(
    changes: Sequence[Change],
    prose: Prose,
    text: str,
    read: Callable[[str], Prose],
) -> list[Change]:
    """Return those of ``changes`` after which the file reads otherwise than it was meant to."""
    if not changes:
        return []
    meeting = _meeting(changes, prose)
    if meeting:
        return meeting
    edited = Document(text).apply(changes_in_file(changes, prose)).text
    if _reading(read(edited), edited) == _reading(prose, text, replay(prose.text, changes)):
        return []
    if len(changes) == 1:
        return list(changes)
    half = len(changes) // 2
    found = [
        *_breaking(changes[:half], prose, text, read),
        *_breaking(changes[half:], prose, text, read),
    ]
    return found or list(changes)  # each is well, but not all together


def _meeting(changes: Sequence[Change], prose: Prose) -> list[Change]:
    """Return those of ``changes`` whose edits meet the one before in the file, though not in the prose.

    A paragraph that goes takes its markup along, where another change may want to put something.
    """
    edits = sorted(
        (span, number)
        for number, change in enumerate(changes)
        for span, _ in prose.edits(change.span, change.replacement)
    )
    found = {
        number
        for (left, _), (right, number) in pairwise(edits)
        if right.start < left.end or (left == right and left.start == left.end)
    }
    return [changes[number] for number in sorted(found)]


def _reading(prose: Prose, text: str, instead: str | None = None) -> object:
    """Return what a file says, and how it is built; ``instead`` may stand for its prose."""
    said = prose.text if instead is None else instead
    if prose.rest is not None:
        lines = (line.strip() for line in said.split("\n"))
        return prose.rest, [line for line in lines if line]
    return (
        [block.split() for block in said.split("\n\n")],
        [role for _, role in prose.roles],
        [span.of(text) for span in prose.comments],
    )


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
