"""CAS104."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.abbreviations import Stop, stop_at
from newsfix.text.clauses import may_be_sentence, may_hold_finite_verb
from newsfix.text.lists import words
from newsfix.text.order import may_be_out_of_order
from newsfix.text.sentences import sentence_at

_SMALL = Pattern(
    r"(?P<stop>(?<![.…])[.!?])(?P<quote>[”\"’)]?)[ ](?P<open>[“\"‘']?)(?P<word>\p{Ll}[\p{L}’']*)(?![\p{L}@./:_-])(?P<next>[ ,]|$)"
)
# Words that go on with a clause, or with what was said before a quotation ended.
_GOING_ON = frozenset("and or but nor who which whose whom that than of".split())
_ADVERBS = frozenset(
    "however meanwhile moreover therefore nevertheless instead indeed thus".split()
)
_FEWEST_WORDS = 5
# Human translators more often changed the full stop than the letter (benchmarks: reliability).
_DOUBTFUL = 0.4
_PARTICIPLE = ("ing", "ed")
_ATTRIBUTION = Pattern(r"\b\L<verbs>\b", verbs=words("attribution_verbs"))
_INITIALS = Pattern(r"\.\p{Lu}[”\"]?\Z")
_LAST_WORD = Pattern(r"\p{L}[\p{L}’'-]*\Z")
_GOES_ON = Pattern(
    r"\b(?:a|an|the|my|your|his|its|our|their|and|or|but|nor|if|of|at|for|from|with|into|who|which|whose|to|is)\Z"
)
_PARTICLES = frozenset(
    "de van von der den di da del la le bin ibn al el ter ten dos das du zu".split()
)


@rule(
    "CAS104",
    "missing-capital",
    changes={
        "Prices rose. however, wages fell.": "Prices rose. However, wages fell.",
        "The vote is over. the mayor left.": "The vote is over. The mayor left.",
        "Who won? the mayor of the town did not say.": "Who won? The mayor of the town did not say.",
        "Wages fell by 3.4%. analysts had expected a rise.": (
            "Wages fell by 3.4%. Analysts had expected a rise."
        ),
    },
    keeps=[
        "It rose at 9 a.m. however you look, and in the U.S. wages fell.",
        "“Who won?” he asked. “Now!” they cried. Who knows? they wonder.",
        "He paused ... then left. de Souza followed. iPhone sales rose.",
        "Yahoo! and Jeopardy! are names. eBay is one.",
        "He is known as “J.R”. in the town, they say, and he was born there.",
        "See No. 4 and approx. the half.",
    ],
    shapes=(". a", "? a", "! a", ".” a", '." a', ". “a", '. "a'),
)
def missing_capital(text: Text) -> Iterator[Finding]:
    """A small letter where a sentence starts.

    The full stop before it ends a sentence, so the next word needs a capital. Where both sentences
    have a verb that is sure; elsewhere the stop itself may be wrong. After an
    abbreviation, an ellipsis, a quoted question or a brand, and on brands and particles of names,
    a small letter is right.
    """
    raw = text.raw
    for match in _SMALL.finditer(raw):
        word = match["word"]
        stop = match.start("stop")
        if not _ends_sentence(text, stop, match["stop"], match["quote"]):
            continue
        if not word.islower() or word in _PARTICLES or text.is_protected(match.span("word")):
            continue
        sentence = sentence_at(raw, text.line_at(stop), match.end("word"))
        rest = raw[match.end("word") : sentence.end]
        sure = _sure(
            word, rest, beside_quotation=bool(match["quote"] not in ("", ")") or match["open"])
        )
        if match["stop"] != "." and len(rest.split()) < _FEWEST_WORDS:
            sure = _DOUBTFUL  # "Who knows? they ask."
        before = sentence_at(raw, text.line_at(stop), stop - 1).of(raw)
        if not may_hold_finite_verb(before):
            sure = min(sure, _DOUBTFUL)  # then the stop may be wrong, not the letter
        if _GOES_ON.search(raw, max(0, stop - 12), stop):
            sure = _DOUBTFUL
        start = match.start("word")
        if may_be_out_of_order(raw, start):
            sure = min(sure, _DOUBTFUL)
        message = f"“{word}” starts a sentence with a small letter."
        wrong = max(sure, 0.6)
        edit = (start, start + 1)
        yield replace(edit, raw[start].upper(), message, sure, wrong=wrong, at=match.span("word"))


def _ends_sentence(text: Text, stop: int, mark: str, quote: str) -> bool:
    raw = text.raw
    last = _LAST_WORD.search(raw, max(0, stop - 30), stop)
    if mark == ".":
        if last is None:
            # In “J.R”. the stop may belong to the initials.
            return raw[stop - 1] in ')”"%]' and not _INITIALS.search(raw, max(0, stop - 8), stop)
        if len(last[0]) < 2:
            return False
        return stop_at(raw, stop) is Stop.SENTENCE
    # "Who won?" he asked; Yahoo! and others
    return not quote and last is not None and last[0][0].islower()


def _sure(word: str, rest: str, *, beside_quotation: bool) -> float:
    """Return how sure it is that a sentence starts with ``word`` and goes on with ``rest``."""
    if word in _GOING_ON or not may_be_sentence(word, rest) or rest.startswith(","):
        return 0.96 if word in _ADVERBS and rest.startswith(",") else _DOUBTFUL
    if beside_quotation and (len(rest.split()) < _FEWEST_WORDS or _ATTRIBUTION.search(rest)):
        return _DOUBTFUL  # "It is late." he said.
    if word in words("closed_class") and word not in words("closed_class", kind="auxiliary"):
        return 0.96
    verbal = word.endswith(_PARTICIPLE) or word in words("finite_verbs", "attribution_verbs")
    return 0.95 if word in words("words", kind="small") and not verbal else _DOUBTFUL
