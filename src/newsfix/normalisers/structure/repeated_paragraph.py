"""STR111."""

from collections.abc import Iterator, Sequence

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.span import Span
from newsfix.text import Role, Text
from newsfix.text.copies import Copy, find_copies, has_copies, times

_PROSE = (Role.BODY, Role.CORRECTION)
_ENDS = (".", "!", "?", "”", '"', "…")
_FEWEST_WORDS = 8
_NEAR = 3  # paragraphs: farther on, either copy may be the one that was set apart
_ROW = 3  # so many paragraphs that come again are a second copy of the text


@rule(
    "STR111",
    "repeated-paragraph",
    changes={
        "The harbour was shut for three days on Monday.\n\n"
        "The harbour was shut for three days on Monday.\n\nShips left.": (
            "The harbour was shut for three days on Monday.\n\nShips left."
        ),
        "The town lies on the river Sorr, near the old border.\nShips left.\n"
        "The town lies on the river Sorr, near the old border.": (
            "The town lies on the river Sorr, near the old border.\nShips left."
        ),
    },
    suggests={
        "The town lies on the river Sorr, near the old border.\n\nShips left at noon on Monday.\n\n"
        "The ferry stayed in the harbour.\n\nNobody was hurt.\n\n"
        "The town lies on the river Sorr, near the old border.\n\nIt is small.": (
            "The town lies on the river Sorr, near the old border.\n\nShips left at noon on Monday.\n\n"
            "The ferry stayed in the harbour.\n\nNobody was hurt.\n\nIt is small."
        ),
    },
    keeps=[
        (
            "10:15 The vote goes on in the old town hall today.\n"
            "10:20 The vote goes on in the old town hall today."
        ),
        (
            "Oh, the rain on the hills of home tonight\nIt falls on me\n"
            "Oh, the rain on the hills of home tonight\nIt falls on you"
        ),
        (
            "Valmora 2 Sorrin 1 Lagoon 0 Tazrit 0 Oruvia 3 Berg 1\n"
            "Valmora 2 Sorrin 1 Lagoon 0 Tazrit 0 Oruvia 3 Berg 1"
        ),
        "The ship left.\nThe ship left.",
    ],
)
def repeated_paragraph(text: Text) -> Iterator[Finding]:
    """A paragraph that says again what one before it said, word for word.

    Pages are put together from versions of one report, and a lead stands above a text as well as in
    it. The later copy goes by itself where it follows closely, or where several paragraphs in a row
    come again: one that comes again farther below a lead, or a quotation set apart, is in its own place.
    Rows of tables, refrains, stamps and furniture are repeated on purpose or are no prose; a headline
    that is the first sentence too is another fault.
    """
    raw = text.raw
    if not has_copies(raw.split("\n")):
        return
    counted = times(raw, text.paragraphs)
    copies = list(find_copies(raw, text.paragraphs))
    in_row = _in_row(copies, text.paragraphs)
    for one in copies:
        paragraph = one.copy.of(raw)
        if len(paragraph.split()) < _FEWEST_WORDS or not paragraph.endswith(_ENDS):
            continue
        if not {text.role_at(one.first.start), text.role_at(one.copy.start)} <= {*_PROSE}:
            continue
        # The line end before it goes too, with the space around it.
        start = one.copy.start
        while start > one.first.end and raw[start - 1].isspace():
            start -= 1
        is_sure = one.exact and (one.distance <= _NEAR or one in in_row)
        sure = 0.97 if is_sure and counted[paragraph] < 4 else 0.7
        message = "A paragraph that stands in the text before."
        yield replace((start, one.copy.end), "", message, sure, at=one.copy)


def _in_row(copies: Sequence[Copy], paragraphs: Sequence[Span]) -> set[Copy]:
    """Return the copies in rows: the paragraphs beside them are copies of what stood there too."""
    number = {paragraph.start: at for at, paragraph in enumerate(paragraphs)}
    rows: list[list[Copy]] = []
    last = (-2, -2)
    for one in copies:
        place = number[one.first.start], number[one.copy.start]
        if place == (last[0] + 1, last[1] + 1):
            rows[-1].append(one)
        else:
            rows.append([one])
        last = place
    return {one for row in rows if len(row) >= _ROW for one in row}
