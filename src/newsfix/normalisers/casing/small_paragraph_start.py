"""CAS105."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.lists import words

_START = Pattern(r"(?P<word>\p{Ll}[\p{Ll}’']*)(?=[ ,])(?P<rest>[^\n]*[.!?…][\"”’)]?)[ \t]*$")
_SUBJECTS = frozenset(
    "the he she they we this these those his her their our it its an according however although"
    " despite during meanwhile some many most several yesterday there".split()
)
_PARTICLES = frozenset("de van von der den di da del la le bin ibn al el dos das du zu".split())
_UNFINISHED = Pattern(r"[\p{L}\p{N},;:–—(-]\s*\Z")
_FEWEST_WORDS = 6


@rule(
    "CAS105",
    "small-paragraph-start",
    changes={
        "the mayor left the town on Monday evening.": "The mayor left the town on Monday evening.",
        "It rained.\nhe said that nobody had come to the vote.": (
            "It rained.\nHe said that nobody had come to the vote."
        ),
    },
    keeps=[
        "von der Leyen left the town on Monday evening.",
        "iPhone sales in the town rose on Monday.",
        "The mayor of\nthe town left on Monday evening, he said.",
        "- the eggs and the milk of the farm.",
        "they came,\nthey saw",
    ],
    shapes=("\na",),
)
def small_paragraph_start(text: Text) -> Iterator[Finding]:
    """A paragraph that starts with a small letter.

    The paragraph must be a sentence and the one before it finished; then it needs a capital. On a
    word that begins subjects that is sure; other words may be the rest of a sentence that was lost,
    and brands and particles of names are small on purpose.
    """
    raw = text.raw
    common = words("words", "closed_class")
    for spot in text.spots("\na"):
        match = _START.match(raw, spot + 1)
        if match is None:
            continue
        word = match["word"]
        if len(match["rest"].split()) < _FEWEST_WORDS - 1 or word in _PARTICLES:
            continue
        before = raw[max(0, match.start() - 40) : match.start()]
        if (before.strip() and _UNFINISHED.search(before)) or word not in common:
            continue
        start = match.start("word")
        sure = 0.96 if word in _SUBJECTS else 0.75
        message = "A paragraph that starts with a small letter."
        yield replace((start, start + 1), raw[start].upper(), message, sure, at=match.span("word"))
