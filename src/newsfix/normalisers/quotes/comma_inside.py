"""QUO202."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Text


@rule(
    "QUO202",
    "comma-inside",
    changes={
        "He called it “odd,” and left.": "He called it “odd”, and left.",
        'He called it "odd."': 'He called it "odd".',
    },
    keeps=["“It is late,” he said.", "He said: “We won.”", "He called it “odd”, and left."],
    needs=(",”", ".”", ',"', '."'),
    default=False,
)
def comma_inside(text: Text) -> Iterator[Finding]:
    """A comma or a full stop inside a partial quotation, where British style sets it outside.

    British style puts a mark inside only if it belongs to what is quoted. Words that are quoted
    from the middle of a sentence begin with a small letter and bring no mark along; whole sentences
    keep theirs. House style, so the rule is off unless it is asked for.
    """
    raw = text.raw
    if text.profile.comma_place == "inside":
        return
    for pair in text.quotations.pairs:
        if pair.closing is None:
            continue
        inside = pair.inside.of(raw)
        partial = inside[:1].islower() and not any(mark in inside[:-1] for mark in ".!?")
        if partial and inside[-1] in ",." and not inside.endswith(".."):
            swapped = pair.closing.of(raw) + inside[-1]
            message = "A comma or full stop inside a partial quotation."
            yield replace((pair.closing.start - 1, pair.closing.end), swapped, message, 0.96)
