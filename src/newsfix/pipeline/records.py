"""Repair the records of a file each on its own: what one says, and how, says nothing of the next."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from newsfix.document import Document
from newsfix.finding import Finding
from newsfix.formats import Prose
from newsfix.pipeline.run import Allows, Outcome
from newsfix.scope import Judge
from newsfix.span import Span
from newsfix.text import Role

Roles = Sequence[tuple[Span, Role]]
#: Repairs a text: its roles, what may be done to it, what is told of it.
Settle = Callable[[str, Roles, Allows, Judge | None], Outcome]


def settle_records(prose: Prose, settle: Settle, allows: Allows, judge: Judge | None) -> Outcome:
    """Repair each record of ``prose`` by ``settle``; spans of the outcome are in the whole prose."""
    document = Document(prose.text)
    outcome = Outcome(document, [], [], [])
    edits: list[tuple[Span, str]] = []
    troubles: dict[str, None] = {}
    for record in prose.records or [Span(0, len(prose.text))]:
        one = _settle(prose, record, settle, allows, judge)
        shift = record.start
        edits += [
            (_moved(change.span, shift), change.replacement) for change in one.document.changes
        ]
        outcome.applied.extend(_shifted(one.applied, shift))
        outcome.left.extend(_shifted(one.left, shift))
        outcome.suppressed.extend(_shifted(one.suppressed, shift))
        troubles |= dict.fromkeys(one.troubles)
    return outcome._replace(document=document.apply(edits), troubles=tuple(troubles))


def _settle(
    prose: Prose, record: Span, settle: Settle, allows: Allows, judge: Judge | None
) -> Outcome:
    start = record.start

    def here(span: Span, replacement: str) -> bool:
        return allows(_moved(span, start), replacement)

    def origin(span: Span) -> Span:
        assert judge is not None
        return judge.origin(_moved(span, start))

    judge_here = judge and Judge(judge.scope, origin)
    return settle(record.of(prose.text), list(_roles(prose, record)), here, judge_here)


def _roles(prose: Prose, record: Span) -> Iterator[tuple[Span, Role]]:
    """Yield the roles in ``record``, which holds whole blocks."""
    first = bisect_left(prose.roles, record.start, key=lambda one: one[0].start)
    for at in range(first, len(prose.roles)):
        span, role = prose.roles[at]
        if span.start >= record.end:
            return
        yield _moved(span, -record.start), Role(role)


def _shifted(findings: Iterable[Finding], shift: int) -> Iterator[Finding]:
    for one in findings:
        fixes = tuple(replace(fix, span=_moved(fix.span, shift)) for fix in one.fixes)
        yield replace(one, span=_moved(one.span, shift), fixes=fixes)


def _moved(span: tuple[int, int], shift: int) -> Span:
    start, end = span
    return Span(start + shift, end + shift)
