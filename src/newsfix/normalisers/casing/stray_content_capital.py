"""CAS103."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.span import Span
from newsfix.text import Pattern, Text
from newsfix.text.lines import is_headline
from newsfix.text.lists import entries, words

_AFTER = Pattern(r"[ ]\p{Ll}|[.;!?](?:\s|$)|,[ ]\p{Ll}")
# What only a verb follows, and what a name hardly ever follows with a word between.
_BEFORE_VERB = frozenset("to will would can could should must not cannot than".split())
_INDEFINITE = [[word] for word in "a an each every any no some many several few".split()]


@rule(
    "CAS103",
    "stray-content-capital",
    suggests={
        "It rained for twelve Hours on Monday.": "It rained for twelve hours on Monday.",
        "They were taken to a nearby Hospital.": "They were taken to a nearby hospital.",
    },
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
    written = text.vocabulary.names
    once = {word for word, times in written.items() if times == 1 and _kind(word.lower())}
    headlines: dict[Span, bool] = {}
    for start, word in text.vocabulary.inner_capitals:
        if word not in once or not _is_common(raw, start, word.lower()):
            continue
        span = Span(start, start + len(word))
        if not _AFTER.match(raw, span.end):
            continue
        line = text.line_at(span.start)
        if line not in headlines:
            headlines[line] = is_headline(line.of(raw))
        if headlines[line]:
            continue
        small = word.lower()
        sure = 0.8 if text.vocabulary.words[small] else 0.55
        message = f"“{word}” with a capital inside a sentence."
        yield replace(span, small, message, sure)


def _is_common(raw: str, start: int, word: str) -> bool:
    """Say whether a word is no name: hardly ever one, or not where it stands."""
    if raw[start - 2] == ",":
        return False
    kind = _kind(word)
    if kind == "small":
        return True
    before = raw[max(0, start - 30) : start].split()
    if before[-1] in _BEFORE_VERB and word in words("finite_verbs"):
        return True
    return (
        kind == "plain"
        and before[-1].islower()
        and len(before[-1]) > 3
        and before[-2:-1] in _INDEFINITE
    )


def _kind(word: str) -> str:
    """Return the kind of an ordinary word; nothing for those of the closed class, and for all others."""
    if word in words("closed_class"):
        return ""
    kind = entries("words").get(word)
    is_verb = word in words("finite_verbs")
    if kind is None or (kind == "either" and not is_verb):
        return "verb" if is_verb else ""
    return kind or ("verb" if word.endswith("s") else "plain")
