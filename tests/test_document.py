"""A document keeps its exact link to the original, whatever is edited and in whatever order."""

import random
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfix.document import Change, Document, replay, trim, undo
from newsfix.span import Span

Edit = tuple[Span, str]

# Few letters, so that replacements often equal what they replace and changes melt away again.
_LETTERS = st.text("ab ,é😀\n", max_size=14)


def edits_for(text: str, chance: random.Random) -> list[Edit]:
    """Return a batch of edits of ``text`` that do not overlap, some empty, some side by side."""
    cuts = sorted(chance.sample(range(len(text) + 1), chance.randint(0, min(6, len(text) + 1))))
    edits = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        span = Span(start, chance.choice((start, end)))
        edits.append((span, "".join(chance.choices("ab ,", k=chance.randint(0, 3)))))
    chance.shuffle(edits)
    return edits


@st.composite
def documents(draw: st.DrawFn) -> tuple[Document, "Model"]:
    """Make a document by several batches of edits, and the naive model of it beside it."""
    original = draw(_LETTERS)
    document, model = Document(original), Model(original)
    chance = draw(st.randoms(use_true_random=False))
    for _ in range(draw(st.integers(0, 4))):
        edits = edits_for(document.text, chance)
        document = document.apply(edits)
        model.apply(edits)
    return document, model


class Model:
    """The same thing, done naively: the current text, character by character."""

    def __init__(self, original: str) -> None:
        self.text = original

    def apply(self, edits: Sequence[Edit]) -> None:
        """Make edits of the current text, from the last to the first so that none moves another."""
        for span, replacement in sorted(edits, reverse=True):
            self.text = self.text[: span.start] + replacement + self.text[span.end :]


def walk(document: Document) -> list[tuple[Span, Span]]:
    """Return the pieces of a document, untouched characters and whole changes, on both sides."""
    pieces = []
    before = after = 0
    for change in (*document.changes, None):
        end = change.span.start if change else len(document.original)
        while before < end:
            pieces.append((Span(before, before + 1), Span(after, after + 1)))
            before, after = before + 1, after + 1
        if change:
            length = len(change.replacement)
            pieces.append((change.span, Span(after, after + length)))
            before, after = change.span.end, after + length
    return pieces


def carried(span: Span, pieces: Sequence[tuple[Span, Span]], length: int) -> Span:
    """Carry a span over, by looking at every piece: those that it meets are covered whole."""
    met = [
        there
        for here, there in pieces
        if (here.overlaps(span) or (here.start < span.start == span.end < here.end))
        or (here.start == here.end and span.covers(here) and _holds(span, here))
    ]
    if met:
        return Span(met[0].start, met[-1].end)
    # Nothing is met: an empty span between two pieces.
    ends = [there.end for here, there in pieces if here.end <= span.start]
    at = ends[-1] if ends else 0
    assert at <= length
    return Span(at, at)


def _holds(span: Span, point: Span) -> bool:
    """Say whether an empty piece counts as met: inside the span, or exactly the empty span."""
    return span == point or span.start < point.start < span.end


def every_span(length: int) -> list[Span]:
    return [Span(start, end) for start in range(length + 1) for end in range(start, length + 1)]


@given(documents())
def test_the_text_is_what_naive_editing_makes(made: tuple[Document, Model]) -> None:
    document, model = made
    assert document.text == model.text


@given(documents())
def test_replaying_the_changes_gives_the_text_and_undoing_them_the_original(
    made: tuple[Document, Model],
) -> None:
    document, _ = made
    assert replay(document.original, document.changes) == document.text
    assert undo(document.text, document.changes) == document.original


@given(documents())
def test_the_texts_are_equal_outside_changes(made: tuple[Document, Model]) -> None:
    document, _ = made
    spans = {change.span for change in document.changes}
    for before, after in walk(document):
        if before not in spans:
            assert before.of(document.original) == after.of(document.text)


@given(documents())
def test_changes_are_real_minimal_in_order_and_apart(made: tuple[Document, Model]) -> None:
    document, _ = made
    for change in document.changes:
        assert change.original == change.span.of(document.original)
        assert trim(change.original, change.replacement) == (
            change.original,
            change.replacement,
            0,
        )
        assert change.original != change.replacement
    for left, right in pairwise(document.changes):
        assert left.span.end < right.span.start


@given(documents())
def test_origin_is_exact_in_untouched_text_and_covers_the_changes_that_it_meets(
    made: tuple[Document, Model],
) -> None:
    document, _ = made
    pieces = [(after, before) for before, after in walk(document)]
    for span in every_span(len(document.text)):
        assert document.origin(span) == carried(span, pieces, len(document.original)), span


@given(documents())
def test_image_mirrors_origin(made: tuple[Document, Model]) -> None:
    document, _ = made
    pieces = walk(document)
    for span in every_span(len(document.original)):
        assert document.image(span) == carried(span, pieces, len(document.text)), span
    mirrored = Document(
        document.text,
        [
            Change(document.image(change.span), change.replacement, change.original)
            for change in document.changes
        ],
    )
    assert mirrored.text == document.original


@given(documents())
def test_whole_is_the_smallest_span_that_cuts_through_no_change(
    made: tuple[Document, Model],
) -> None:
    document, _ = made
    afters = [after for _, after in walk(document)]
    for span in every_span(len(document.text)):
        start = max((one.start for one in afters if one.start < span.start < one.end), default=-1)
        end = max((one.end for one in afters if one.start < span.end < one.end), default=-1)
        wanted = Span(
            start if start >= 0 else span.start,
            end if end >= 0 else span.end,
        )
        assert document.whole(span) == wanted, span


@given(documents())
def test_the_same_document_comes_from_its_changes(made: tuple[Document, Model]) -> None:
    document, _ = made
    again = Document(document.original, document.changes)
    assert again.text == document.text
    assert again.changes == document.changes


MERGES = {
    "an edit beside a change melts with it": (
        "abcd",
        [[(Span(1, 2), "X")], [(Span(2, 3), "Y")]],
        [Change(Span(1, 3), "bc", "XY")],
    ),
    "an edit inside a change melts with it": (
        "abcd",
        [[(Span(1, 2), "XYZ")], [(Span(2, 3), "-")]],
        [Change(Span(1, 2), "b", "X-Z")],
    ),
    "an edit over two changes melts both": (
        "abcdef",
        [[(Span(1, 2), "X"), (Span(4, 5), "Y")], [(Span(1, 5), "Z")]],
        [Change(Span(1, 5), "bcde", "Z")],
    ),
    "edits that touch each other melt": (
        "abcd",
        [[(Span(1, 2), "X"), (Span(2, 3), "Y")]],
        [Change(Span(1, 3), "bc", "XY")],
    ),
    "one untouched character keeps changes apart": (
        "abcd",
        [[(Span(0, 1), "X"), (Span(2, 3), "Y")]],
        [Change(Span(0, 1), "a", "X"), Change(Span(2, 3), "c", "Y")],
    ),
    "an insertion at a deletion makes a replacement": (
        "a , b",
        [[(Span(1, 3), "")], [(Span(1, 1), ";")]],
        [Change(Span(1, 3), " ,", ";")],
    ),
    "what is as it was again is no change": (
        "a , b",
        [[(Span(1, 2), "")], [(Span(1, 1), " ")]],
        [],
    ),
    "an edit is trimmed to what differs": (
        "the U.S. And so",
        [[(Span(4, 12), "U.S. and")]],
        [Change(Span(9, 10), "A", "a")],
    ),
    "what an edit leaves as it is melts with nothing": (
        "xxxx y",
        [[(Span(0, 4), "x")], [(Span(0, 3), "x z")]],
        [Change(Span(1, 4), "xxx", ""), Change(Span(5, 6), "y", "z")],
    ),
    "insertions that come to stand at one place keep their order": (
        "abcd",
        [[(Span(1, 2), "bZ"), (Span(2, 3), "Yc")]],
        [Change(Span(2, 2), "", "ZY")],
    ),
    "an edit that changes nothing is none": ("abc", [[(Span(0, 3), "abc")]], []),
    "an insertion before a replaced piece joins it": (
        "abc",
        [[(Span(1, 1), "-"), (Span(1, 2), "X")]],
        [Change(Span(1, 2), "b", "-X")],
    ),
}


@pytest.mark.parametrize(("original", "batches", "changes"), MERGES.values(), ids=MERGES)
def test_changes_merge(original: str, batches: list[list[Edit]], changes: list[Change]) -> None:
    document = Document(original)
    for edits in batches:
        document = document.apply(edits)
    assert list(document.changes) == changes


@pytest.mark.parametrize(
    "edits",
    [
        [(Span(0, 3), "x"), (Span(2, 4), "y")],
        [(Span(2, 4), "y"), (Span(0, 3), "x")],
        [(Span(1, 4), "x"), (Span(2, 2), "y")],
        [(Span(2, 2), "x"), (Span(2, 2), "y")],
        [(Span(1, 3), "x"), (Span(1, 3), "y")],
    ],
    ids=str,
)
def test_overlapping_edits_are_an_error(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="edits overlap"):
        Document("abcdef").apply(edits)


@pytest.mark.parametrize("span", [(2, 7), (7, 7), (-1, 2), (-2, -1), (3, 2), (9, 1)])
def test_an_edit_outside_the_text_is_an_error(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="edit outside the text"):
        Document("abcdef").apply([(Span(*span), "x")])


@pytest.mark.parametrize(
    "changes",
    [
        [Change(Span(0, 1), "x", "y")],
        [Change(Span(2, 3), "c", "y"), Change(Span(0, 1), "a", "y")],
        [Change(Span(5, 6), "f", "y")],
        [Change(Span(5, 5), "", "y")],
    ],
    ids=["of another text", "out of order", "outside", "insertion outside"],
)
def test_changes_of_another_text_are_an_error(changes: list[Change]) -> None:
    with pytest.raises(ValueError, match="not of this text"):
        replay("abc", changes)


def test_changes_cannot_be_taken_back_from_a_text_that_they_did_not_make() -> None:
    with pytest.raises(ValueError, match="not of this text"):
        undo("abc", [Change(Span(0, 1), "x", "y")])


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("", "", ("", "", 0)),
        ("abc", "abc", ("", "", 3)),
        ("aa", "aaa", ("", "a", 2)),
        ("a b c", "a x c", ("b", "x", 2)),
        ("abab", "ab", ("ab", "", 2)),
    ],
)
def test_trim_cuts_the_common_beginning_first(
    before: str, after: str, wanted: tuple[str, str, int]
) -> None:
    assert trim(before, after) == wanted
