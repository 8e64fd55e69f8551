"""CAS105."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.clauses import may_be_sentence, verb_in
from newsfix.text.lists import entries, words
from newsfix.text.order import may_be_out_of_order
from newsfix.text.sentences import sentence_at

_START = Pattern(r"(?P<word>\p{Ll}[\p{Ll}’']*)(?=[ ,])(?P<rest>[^\n]*[.!?…][\"”’)]?)[ \t]*$")
_PARTICLES = frozenset("de van von der den di da del la le bin ibn al el dos das du zu".split())
_UNFINISHED = Pattern(r"[\p{L}\p{N},;:–—(-]\s*\Z")
_FEWEST_WORDS = 6
# Words that go on with a sentence that was lost.
_GOING_ON = frozenset("and or but nor who which whose whom that than of to as".split())
# A sentence that starts inside this one: then what stands before is out of place.
_START_INSIDE = Pattern(r"(?<=[\p{L},][ ])(?:There|He|She|It|They|We|This|These)[ ]\p{Ll}")
_RELATIVE = Pattern(r"\b(?:who|which|that|whose|whom|where|when|and)\b")


@rule(
    "CAS105",
    "small-paragraph-start",
    changes={
        "the mayor left the town on Monday evening.": "The mayor left the town on Monday evening.",
        "It rained.\nhe said that nobody had come to the vote.": (
            "It rained.\nHe said that nobody had come to the vote."
        ),
        "police in Lyon have closed two bridges over the river.": (
            "Police in Lyon have closed two bridges over the river."
        ),
    },
    keeps=[
        "von der Leyen left the town on Monday evening.",
        "iPhone sales in the town rose on Monday.",
        "They met\nthe mayor of the town on Monday evening, he said.",
        "- the eggs and the milk of the farm.",
        "they came,\nthey saw",
    ],
    shapes=("\na",),
)
def small_paragraph_start(text: Text) -> Iterator[Finding]:
    """A paragraph that starts with a small letter.

    The paragraph must be a sentence and the one before it finished; then it needs a capital. Without
    a verb, or with a word that goes on, it may be the rest of a sentence that was lost, and brands
    and particles of names are small on purpose.
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
        sentence = sentence_at(raw, text.line_at(start), match.end("word"))
        sure = _sure(word, raw[match.end("word") : sentence.end])
        if may_be_out_of_order(raw, start):
            sure = min(sure, 0.75)
        message = "A paragraph that starts with a small letter."
        yield replace((start, start + 1), raw[start].upper(), message, sure, at=match.span("word"))


def _sure(word: str, rest: str) -> float:
    """Return how sure it is that ``word`` with ``rest`` behind it is a whole sentence."""
    if word in _GOING_ON or not may_be_sentence(word, rest):
        return 0.75
    if _RELATIVE.search(rest, 0, verb_in(rest)) or _START_INSIDE.search(rest):
        return 0.75
    if word in words("closed_class") and word not in words("closed_class", kind="auxiliary"):
        return 0.96
    verbal = word.endswith(("ing", "ed")) or word in words("finite_verbs", "attribution_verbs")
    return 0.75 if verbal or entries("words").get(word, "either") == "either" else 0.95
