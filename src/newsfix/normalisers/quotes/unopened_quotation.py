"""QUO108."""

from collections.abc import Iterator

from newsfix.finding import Finding, Fix, flag
from newsfix.rules import rule
from newsfix.span import Span
from newsfix.spans import meets
from newsfix.text import Pattern, Text
from newsfix.text.abbreviations import Stop, stop_at
from newsfix.text.attribution import attribution_at
from newsfix.text.lists import words
from newsfix.text.quotations import Orphan

_SPEECH = Pattern(
    r"\b\L<verbs>[:,]?[ ](?=\p{Lu}\p{L}* ?)|:[ ](?=\p{Lu})", verbs=tuple(words("attribution_verbs"))
)
_SPEAKER = Pattern(r"(?<![\p{L}’'])(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)(?!\p{L})")
_START = Pattern(r"(?<=[.!?…][ ])(?=\p{Lu})")


@rule(
    "QUO108",
    "unopened-quotation",
    changes={
        "The mayor said: We are late.”": "The mayor said: “We are late.”",
        "It rained.\n\nWe are late,” said the mayor. He left.": (
            "It rained.\n\n“We are late,” said the mayor. He left."
        ),
    },
    suggests={
        "We are late,” said the mayor. He left.": "“We are late,” said the mayor. He left.",
        "It rained.\n\nWe left at ten.\n\nThe ship was late,” said the mayor. He left.": (
            "It rained.\n\nWe left at ten.\n\n“The ship was late,” said the mayor. He left."
        ),
        "“We won,” he said on Monday. But it was hard, and we know it.”": (
            "“We won,” he said on Monday. “But it was hard, and we know it.”"
        ),
    },
    flags=[
        "The town was old” in May.",
        "“It rained.\n\nThe town slept.\n\nWe are late,” said the mayor.",
    ],
    keeps=["He said: “We are late.”", 'The 5” nail, and a 15" screen', "It was 6’2”."],
    needs=('"', "”", "»", "“"),
)
def unopened_quotation(text: Text) -> Iterator[Finding]:
    """A quotation that is closed and was never opened.

    It may have begun after a colon, after a verb of saying, at the start of a paragraph that it and
    its attribution fill, or with the sentence after the last attribution. Where the place is not
    certain, as behind a paragraph whose speaker says “we”, the fix is a suggestion, and elsewhere this
    is a flag. The first paragraph may be an excerpt, whose quotation began before it: there nothing is sure.
    """
    raw = text.raw
    for orphan in text.quotations.orphans:
        if orphan.opens:
            continue
        message = "A quotation that was never opened."
        found = _beginning(text, orphan)
        if found is None:
            yield flag(orphan.mark, message, 0.8 if orphan.reach.start else 0.5)
            continue
        at, sure = found
        mark = {"”": "“", "“": "„", "»": "«"}.get(orphan.mark.of(raw), orphan.mark.of(raw))
        fixes = (Fix(Span(at, at), mark, sure), Fix(orphan.mark, "", 0.1))
        wrong = 0.9 if raw[:at].strip() else 0.5
        yield Finding("", orphan.mark, message, wrong, fixes)


def _beginning(text: Text, orphan: Orphan) -> tuple[int, float] | None:
    """Return where the quotation may have begun, and how sure that is."""
    raw = text.raw
    start, end = orphan.reach
    if raw[end - 1 : end] not in (".", "!", "?", "…", ","):
        return None
    spoken = list(_SPEECH.finditer(raw, start, end))
    if spoken and not _START.search(raw, spoken[-1].end(), end):
        colon = raw[spoken[-1].end() - 2] == ":" and spoken[-1][0] != ": "
        # Behind “… said: We are late,” another attribution shows that all of it was quoted.
        outer = attribution_at(raw, orphan.mark.end + 1) is not None
        return spoken[-1].end(), 0.96 if colon and not outer else 0.7
    if start == text.paragraph_at(start).start:
        attributed = attribution_at(raw, orphan.mark.end + 1) is not None
        alone = _START.search(raw, start, end) is None
        if attributed and raw[start : start + 1].isupper():
            if not raw[:start].strip():
                return start, 0.1  # nine in ten began before the excerpt
            if any(other.opens and other.mark.end <= start for other in text.quotations.orphans):
                return start, 0.5  # it may go on with what was opened paragraphs before
            is_english = orphan.mark.of(raw) in ("”", '"')
            return start, 0.96 if alone and is_english and not _speaks_before(text, start) else 0.7
    if start > 0 and raw[start - 1] in '”"»':
        for sentence in _START.finditer(raw, start, end):
            if stop_at(raw, sentence.start() - 2) is Stop.SENTENCE:
                return sentence.start(), 0.7
    return None


def _speaks_before(text: Text, start: int) -> bool:
    """Say whether somebody speaks of himself, outside quotations, in the paragraph before ``start``."""
    before = text.paragraph_at(max(0, len(text.raw[:start].rstrip()) - 1))
    return any(
        not meets(text.quoted, Span(*match.span()))
        for match in _SPEAKER.finditer(text.raw, before.start, before.end)
    )
