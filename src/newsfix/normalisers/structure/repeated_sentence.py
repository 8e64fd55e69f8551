"""STR110."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.spans import meets
from newsfix.text import Role, Text
from newsfix.text.copies import find_copies, has_copies, times

_FEWEST_WORDS = 6
_REACH = 2  # sentences: what stands farther off is a refrain, or was set out of the text


@rule(
    "STR110",
    "repeated-sentence",
    changes={
        "The harbour was shut for three days. The harbour was shut for three days. Ships left.": (
            "The harbour was shut for three days. Ships left."
        ),
    },
    suggests={
        "The harbour was shut for three days. Ships left. The harbour was shut for three days.": (
            "The harbour was shut for three days. Ships left."
        ),
    },
    keeps=[
        "We shall sing of it. We shall sing of it.",
        (
            "The harbour was shut for 3 days. Ships left. It rained. They came back. It was late."
            " The harbour was shut for 3 days."
        ),
        "“We will never leave this old town. We will never leave this old town,” he said.",
        "The harbour was shut for three days. The harbour was shut for four days.",
        (
            "Oh, the rain on the hills of home tonight\nOh, the rain on the hills of home tonight\n"
            "It falls on the roof and it falls on me\nOh, the rain on the hills of home tonight"
        ),
    ],
)
def repeated_sentence(text: Text) -> Iterator[Finding]:
    """A sentence that says again what one before it said, word for word.

    Systems translate a segment twice, and pages are put together from versions of one report. Right
    behind its copy it is certainly too much; a sentence later it may be meant, and farther off it was
    set out of the text. What is quoted, sung or listed is repeated on purpose.
    """
    raw = text.raw
    if not has_copies(raw.split(". "), reach=_REACH):
        return
    counted = times(raw, text.sentences)
    for one in find_copies(raw, text.sentences, reach=_REACH):
        sentence = one.copy.of(raw)
        if len(sentence.split()) < _FEWEST_WORDS or meets(text.quoted, one.copy):
            continue
        if text.role_at(one.copy.start) is not Role.BODY or counted[sentence] > 3:
            continue
        paragraph = text.paragraph_at(one.copy.start)
        if one.copy == paragraph or not sentence.endswith((".", "!", "?")):
            continue  # STR111 speaks of whole paragraphs
        start = one.copy.start
        while start > paragraph.start and raw[start - 1].isspace():
            start -= 1
        end = one.copy.end
        while start == paragraph.start and end < paragraph.end and raw[end].isspace():
            end += 1
        beside = one.distance == 1 and one.first.start >= paragraph.start
        sure = 0.97 if beside and one.exact else 0.7 if beside else 0.6
        message = "A sentence that stands in the text before."
        yield replace((start, end), "", message, sure, at=one.copy, wrong=max(sure, 0.8))
