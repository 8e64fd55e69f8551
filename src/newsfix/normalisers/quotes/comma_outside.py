"""QUO201."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Text


@rule(
    "QUO201",
    "comma-outside",
    changes={
        "“It is late”, he said.": "“It is late,” he said.",
        'He called it "odd".': 'He called it "odd."',
    },
    keeps=[
        "“It is late,” he said.",
        "“Is it late?”, he asked.",
        "He called it “odd”; she did not.",
    ],
    needs=("”,", "”.", '",', '".'),
    default=False,
)
def comma_outside(text: Text) -> Iterator[Finding]:
    """A comma or a full stop after a closing quotation mark, where American style sets it before.

    This is a matter of house style, so the rule is off unless it is asked for. What ends in a
    question or exclamation mark needs no other.
    """
    raw = text.raw
    if text.profile.comma_place == "outside":
        return
    for pair in text.quotations.pairs:
        if pair.closing is None:
            continue
        at = pair.closing.end
        mark = raw[at : at + 1]
        last = raw[pair.closing.start - 1]
        if mark in (",", ".") and raw[at : at + 2] != ".." and (last.isalnum() or last in ")’%"):
            swapped = mark + pair.closing.of(raw)
            message = "A comma or full stop outside the quotation."
            yield replace((pair.closing.start, at + 1), swapped, message, 0.97)
