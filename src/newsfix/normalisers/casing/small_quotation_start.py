"""CAS106."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Place, Text
from newsfix.text.quotations import Quotation
from newsfix.text.sentences import place_of

_WORD = Pattern(r"\p{Ll}[\p{Ll}’']*(?![\p{L}@./_-])")
_FEWEST_WORDS = 3


@rule(
    "CAS106",
    "small-quotation-start",
    suggests={
        "The mayor said: “we have won the vote.”": "The mayor said: “We have won the vote.”",
        "“it is late,” he said.": "“It is late,” he said.",
    },
    keeps=[
        "He called it “a farce” and “the end”.",
        "“It is,” he said, “the end of the town.”",
        "He said it was “late and cold.”",
        "“… and so it was,” he said.",
    ],
    shapes=('"a', "“a", "«a", "„a"),
)
def small_quotation_start(text: Text) -> Iterator[Finding]:
    """A quoted sentence that starts with a small letter.

    After a colon, and where the quotation starts the sentence, a whole sentence is quoted. Words
    quoted from the middle of a sentence stay small, and so does the second half of a quotation that
    was interrupted. As it is inside a quotation, this is a suggestion.
    """
    raw = text.raw
    for pair in text.quotations.pairs:
        word = _WORD.match(raw, pair.inside_start) if raw[pair.inside_start].islower() else None
        if word is None or len(pair.inside.of(raw).split()) < _FEWEST_WORDS:
            continue
        if not _is_sentence(raw, pair):
            continue
        before = raw[max(0, pair.opening.start - 60) : pair.opening.start]
        starts = place_of(raw, pair.opening.start) is Place.START
        if starts and not before.rstrip().endswith(","):
            sure = 0.9
        elif before.rstrip().endswith(":"):
            sure = 0.8
        else:
            continue
        start = word.start()
        message = "A quoted sentence that starts with a small letter."
        yield replace((start, start + 1), raw[start].upper(), message, sure, at=word.span())


def _is_sentence(raw: str, pair: Quotation) -> bool:
    """Say whether the quotation ends as a sentence does, before or behind its closing mark."""
    if pair.closing is None:
        return True
    return raw[pair.closing.start - 1] in ".!?…," or raw[
        pair.closing.end : pair.closing.end + 1
    ] in (",", ".")
