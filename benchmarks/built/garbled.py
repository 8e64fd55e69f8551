"""What a builder makes of a clean text: faults, each with the changes that repair it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsfix import Change, Span
from newsfix.document import replay


@dataclass(frozen=True, slots=True)
class Edit:
    """A part of the clean text, and what is put in its place to garble it."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A fault to be made: its kind ("split/name") and its edits, apart from each other."""

    kind: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault that was made; ``changes`` have spans in the garbled text and repair it."""

    kind: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Garbled:
    """A garbled document and what is wrong with it."""

    clean: str
    text: str
    faults: tuple[Fault, ...]

    @property
    def repaired(self) -> str:
        """What replaying the gold changes gives: the clean text, or the builder is broken."""
        changes = [change for fault in self.faults for change in fault.changes]
        return replay(self.text, sorted(changes, key=lambda change: change.span))


def garble(clean: str, plans: Iterable[Plan]) -> Garbled:
    r"""Carry out ``plans``; one that meets an earlier one is left out.

    >>> made = garble("It rained all day.", [Plan("split", (Edit(Span(9, 10), "\n"),))])
    >>> made.text, made.faults[0].changes[0].span, made.repaired
    ('It rained\nall day.', Span(start=9, end=10), 'It rained all day.')
    """
    kept: list[Plan] = []
    taken: list[Span] = []
    for plan in plans:
        spans = [edit.span for edit in plan.edits]
        if not any(_meet(one, other) for one in spans for other in taken):
            kept.append(plan)
            taken += spans
    edits = sorted(
        (edit.span, edit.replacement, number)
        for number, plan in enumerate(kept)
        for edit in plan.edits
    )
    return _carried_out(clean, kept, edits)


def _meet(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def _carried_out(
    clean: str, plans: Sequence[Plan], edits: Sequence[tuple[Span, str, int]]
) -> Garbled:
    pieces: list[str] = []
    changes: list[list[Change]] = [[] for _ in plans]
    position = length = 0
    for (start, end), replacement, number in edits:
        pieces += (clean[position:start], replacement)
        length += start - position
        put = Span(length, length + len(replacement))
        changes[number].append(Change(put, replacement, clean[start:end]))
        length = put.end
        position = end
    pieces.append(clean[position:])
    faults = (Fault(plan.kind, tuple(some)) for plan, some in zip(plans, changes, strict=True))
    return Garbled(clean, "".join(pieces), tuple(faults))
