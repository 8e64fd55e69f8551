"""A text that changes, and its exact link to the text it was.

Outside its changes the current text equals the original, so a position is carried from one to the
other by two bisections and a shift, whatever the number of repairs. (Keeping one map per edit
would cost n x length; this costs (n + length) log n.)
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from newsfix.span import Span


@dataclass(frozen=True, slots=True)
class Change:
    """One edit from the original text to the repaired one.

    ``span`` is in the original, which reads ``original`` there; the repaired text reads
    ``replacement`` instead. The changes of a document are in order and at least one code point
    apart, so that any of them can be taken without the others.
    """

    span: Span
    original: str
    replacement: str


class Document:
    """An original text, what it has become, and the changes between the two.

    >>> document = Document("Paris , France").apply([(Span(5, 6), "")])
    >>> document.text
    'Paris, France'
    >>> document.origin(Span(7, 13)).of(document.original)
    'France'
    """

    __slots__ = ("_after", "_before", "changes", "original", "text")

    def __init__(self, original: str, changes: Sequence[Change] = ()) -> None:
        """Start from ``original``, with ``changes`` already made (in order, not touching)."""
        self.original = original
        self.changes = tuple(changes)
        self.text = replay(original, self.changes)
        self._before = _Edges()
        self._after = _Edges()
        shift = 0
        for change in self.changes:
            self._before.add(change.span.start, change.span.end)
            start = change.span.start + shift
            shift += len(change.replacement) - len(change.original)
            self._after.add(start, change.span.end + shift)

    def apply(self, edits: Iterable[tuple[Span, str]]) -> "Document":
        """Return the document with ``edits`` made to its current text.

        Each edit is a span of the *current* text and what to put there. They must lie in the text
        and not overlap: ValueError otherwise. An edit that meets or touches an earlier change
        merges with it, and what has become equal to the original again is no change any more.
        """
        ordered = sorted((Span(*span), replacement) for span, replacement in edits)
        for span, _ in ordered:
            if not 0 <= span.start <= span.end <= len(self.text):
                raise ValueError(f"edit outside the text: {tuple(span)}")
        for (left, _), (right, _) in pairwise(ordered):
            if right.start < left.end or (left == right and left.start == left.end):
                raise ValueError(f"edits overlap: {tuple(left)} and {tuple(right)}")
        # Without what an edit leaves as it is, it touches fewer changes and melts with none needlessly.
        smallest = [_smallest(span, replacement, self.text) for span, replacement in ordered]
        return Document(self.original, list(self._merged(smallest)))

    def origin(self, span: tuple[int, int]) -> Span:
        """Return where ``span`` of the current text comes from in the original.

        Exact in untouched text; a change that the span meets is covered whole.
        """
        return _carry(span, self._after, self._before)

    def image(self, span: tuple[int, int]) -> Span:
        """Return where ``span`` of the original is in the current text; the mirror of origin."""
        return _carry(span, self._before, self._after)

    def whole(self, span: tuple[int, int]) -> Span:
        """Return ``span`` of the current text, enlarged so that it cuts through no change."""
        start, end = span
        first = bisect_right(self._after.starts, start) - 1
        if first >= 0 and start < self._after.ends[first]:
            start = self._after.starts[first]
        last = bisect_left(self._after.ends, end)
        if last < len(self._after.ends) and self._after.starts[last] < end:
            end = self._after.ends[last]
        return Span(start, end)

    def _merged(self, edits: list[tuple[Span, str]]) -> Iterable[Change]:
        old = [
            (Span(start, end), None)
            for start, end in zip(self._after.starts, self._after.ends, strict=True)
        ]
        places: list[tuple[Span, str | None]] = sorted(chain(old, edits), key=lambda at: at[0])
        group: list[tuple[Span, str | None]] = []
        reach = -1
        for place in places:
            if group and place[0].start > reach:
                yield from self._change(group, reach)
                group, reach = [], -1
            group.append(place)
            reach = max(reach, place[0].end)
        if group:
            yield from self._change(group, reach)

    def _change(self, group: list[tuple[Span, str | None]], end: int) -> Iterable[Change]:
        """Melt changes and edits that touch each other into one, trimmed to what differs."""
        start = group[0][0].start
        pieces = []
        position = start
        for span, replacement in group:
            if replacement is not None:
                pieces += [self.text[position : span.start], replacement]
                position = span.end
        pieces.append(self.text[position:end])
        # Every earlier change that touches start..end is part of the group, and no other.
        first = bisect_left(self._after.ends, start)
        beyond = bisect_right(self._after.starts, end)
        at_change = first < beyond and self._after.starts[first] == start
        origin = Span(
            self._before.starts[first] if at_change else self._origin_of(start, first - 1),
            self._origin_of(end, beyond - 1),
        )
        yield from _difference(origin.start, origin.of(self.original), "".join(pieces))

    def _origin_of(self, position: int, last: int) -> int:
        """Carry back a position at or after the end of change number ``last``."""
        if last < 0:
            return position
        return position - self._after.ends[last] + self._before.ends[last]


class _Edges:
    """The starts and ends of all changes on one side, in order."""

    __slots__ = ("ends", "starts")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []

    def add(self, start: int, end: int) -> None:
        self.starts.append(start)
        self.ends.append(end)


def _carry(span: tuple[int, int], here: _Edges, there: _Edges) -> Span:
    start, end = span
    first = bisect_right(here.starts, start) - 1
    if first < 0:
        new_start = start
    elif start < here.ends[first]:
        new_start = there.starts[first]
    else:
        new_start = start - here.ends[first] + there.ends[first]
    last = bisect_left(here.ends, end)
    if last == len(here.ends):
        new_end = end if not here.ends else end - here.ends[-1] + there.ends[-1]
    elif here.starts[last] < end:
        new_end = there.ends[last]
    else:
        new_end = end - here.starts[last] + there.starts[last]
    # An empty span exactly where something was deleted stands for all that was deleted.
    return Span(min(new_start, new_end), max(new_start, new_end))


def _smallest(span: Span, replacement: str, text: str) -> tuple[Span, str]:
    before, after, skipped = trim(span.of(text), replacement)
    start = span.start + skipped
    return Span(start, start + len(before)), after


def _difference(start: int, before: str, after: str) -> Iterable[Change]:
    before_trimmed, after_trimmed, skipped = trim(before, after)
    if before_trimmed != after_trimmed:
        at = start + skipped
        yield Change(Span(at, at + len(before_trimmed)), before_trimmed, after_trimmed)


def trim(before: str, after: str) -> tuple[str, str, int]:
    """Cut the common beginning and end off two strings; also return how much the beginning was.

    >>> trim("the U.S. And", "the U.S. and")
    ('A', 'a', 9)
    """
    limit = min(len(before), len(after))
    head = 0
    while head < limit and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < limit - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return before[head : len(before) - tail], after[head : len(after) - tail], head


def replay(original: str, changes: Iterable[Change]) -> str:
    """Make ``changes`` (in order) to ``original``; ValueError if they do not belong to it.

    >>> replay("a , b", [Change(Span(1, 2), " ", "")])
    'a, b'
    """
    pieces = []
    position = 0
    for change in changes:
        inside = position <= change.span.start <= change.span.end <= len(original)
        if not inside or change.span.of(original) != change.original:
            raise ValueError(f"this change is not of this text: {change}")
        pieces += [original[position : change.span.start], change.replacement]
        position = change.span.end
    pieces.append(original[position:])
    return "".join(pieces)


def undo(text: str, changes: Iterable[Change]) -> str:
    """Take all ``changes`` (in order) back from the text that they made.

    >>> undo("a, b", [Change(Span(1, 2), " ", "")])
    'a , b'
    """
    mirrored = []
    shift = 0
    for change in changes:
        start = change.span.start + shift
        span = Span(start, start + len(change.replacement))
        mirrored.append(Change(span, change.replacement, change.original))
        shift += len(change.replacement) - len(change.original)
    return replay(text, mirrored)
