"""CAS103."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.span import Span
from newsfix.text import Pattern, Text
from newsfix.text.lines import is_headline
from newsfix.text.lists import words

_AFTER = Pattern(r"[ ]\p{Ll}|[.;!?](?:\s|$)|,[ ]\p{Ll}")

_BEFORE_VERB = Pattern(r"\b(?:to|will|would|can|could|should|must|not|cannot|than)[ ]\Z")


@rule(
    "CAS103",
    "stray-content-capital",
    suggests={"It rained for twelve Hours on Monday.": "It rained for twelve hours on Monday."},
    keeps=[
        "She sang in The Hours and saw the President.",
        "They elected the Senate, the House and a Speaker.",
        "He reads Time and People at home.",
        "Rain Hits Twelve Hours of Game",
    ],
    shapes=("a Aa",),
)
def stray_content_capital(text: Text) -> Iterator[Finding]:
    """A common word with a capital in the middle of a sentence.

    It comes about as other stray capitals do, and from German, where all nouns have one. A title
    or a name may be the reason too, so this is never more than a suggestion, and only for words
    that edited news hardly ever writes so.
    """
    raw = text.raw
    rare = words("words", kind="small")
    headlines: dict[Span, bool] = {}
    for start, word in text.vocabulary.inner_capitals:
        small = word.lower()
        if small in words("closed_class") or raw[start - 2] == ",":
            continue
        if small not in rare and not _is_verb(raw, start, small):
            continue
        span = Span(start, start + len(word))
        if text.vocabulary.names[word] > 1 or not _AFTER.match(raw, span.end):
            continue
        line = text.line_at(span.start)
        if line not in headlines:
            headlines[line] = is_headline(line.of(raw))
        if headlines[line]:
            continue
        sure = 0.8 if text.vocabulary.words[small] else 0.65
        message = f"“{word}” with a capital inside a sentence."
        yield replace(span, small, message, sure)


def _is_verb(raw: str, start: int, word: str) -> bool:
    """Say whether a word stands where only a verb can: "will Sign", "to Leave"."""
    return word in words("finite_verbs") and _BEFORE_VERB.search(raw[max(0, start - 8) : start]) is not None
