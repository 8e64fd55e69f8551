"""STR105."""

from collections.abc import Iterator

from newsfix.finding import Finding, Fix, flag
from newsfix.rules import rule
from newsfix.span import Span
from newsfix.text import Pattern, Text
from newsfix.text.abbreviations import Stop, stop_at
from newsfix.text.attribution import attribution_at
from newsfix.text.fragments import sentence_end, sentence_start
from newsfix.text.order import OPENERS, Moved, interrupts, moved_at

_SUBORDINATING = frozenset(
    "if when while although as because though unless whereas once since".split()
)
_COMMA = Pattern(r",[”\"]?[ ]")
_SAID = Pattern(r"(?:[\p{L}.’'-]+[ ]){1,9}(?:said|says|told|added|wrote)\b")
_NEXT = Pattern(r"[ ](?:\p{Ll}|\d)")
# A noun with its article, and a finite verb behind it: where a sentence goes on.
_SUBJECT = Pattern(
    r"[ ](?=(?:the|a|an|this|that|these|those|its|his|her|their|our|he|she|it|they|we)[ ](?:[\p{Ll}’'-]+[ ]){0,2}?"
    r"(?:is|are|was|were|has|have|had|will|would|can|could|did|does|said)\b)"
)
_MARK = Pattern(r",?[”\"]?(?=[,;:—–]|\Z)")
_FEWEST = 8  # characters


@rule(
    "STR105",
    "misplaced-clause",
    suggests={
        "in any new storm There will be floods, said the mayor of the town.": (
            "There will be floods in any new storm, said the mayor of the town."
        ),
        "It rained. after the long vote The mayor left the town.": (
            "It rained. The mayor left the town after the long vote."
        ),
        "when the vote was over He left the town.": "When the vote was over, he left the town.",
    },
    flags=["The town has given them its With the old harbour shut the mill is what remains."],
    keeps=[
        "In any new storm there will be floods, said the mayor.",
        "in the town of Lima and in the port of Callao",
        "“We stay,” he said. in Lima",
        "They come or stay away if they are late.",
        "The novel was sold to In Touch by the firm.",
        "Storm Hits the Coast With Great Force",
    ],
    misses={
        "The mayor told the press In the end that it was late.": (
            "In the end, the mayor told the press that it was late."
        ),
    },
    shapes=("\na", "a. a", "a Aa"),
)
def misplaced_clause(text: Text) -> Iterator[Finding]:
    """A clause or phrase in the wrong place of its sentence.

    A system that translates there and back sets down a phrase before the clause that it belongs to,
    small letter and all, and the clause begins with a capital behind it; or it drops a part, with
    its capital, into the middle of another sentence. Where it belongs is a guess: at the end of the
    clause, or where it stands, with a comma. A small letter alone is another fault, and so is a
    capital alone behind a word that can end a clause.
    """
    raw = text.raw
    for start in _small_starts(text):
        moved = moved_at(raw, start)
        if moved is not None and not text.in_headline(start):
            yield _at_start(raw, moved)
    for start, word in text.vocabulary.inner_capitals:
        if word.lower() in OPENERS and _is_dropped(text, start, word):
            end = _end(raw, start + len(word))
            message = "A clause or phrase in the middle of another."
            yield flag((start, end), message, 0.75)


def _small_starts(text: Text) -> Iterator[int]:
    for spot in text.spots("\na"):
        yield spot + 1
    for spot in text.spots("a. a"):
        if stop_at(text.raw, spot + 1) is Stop.SENTENCE:
            yield spot + 3


def _at_start(raw: str, moved: Moved) -> Finding:
    clause, main = moved.clause, moved.main
    end = _target(raw, main)
    first = clause.of(raw).partition(" ")[0]
    reordered = Fix(
        Span(clause.start, end), f"{raw[main:end]} {clause.of(raw)}", 0.5 if moved.closed else 0.35
    )
    capital = raw[clause.start].upper() + raw[clause.start + 1 : clause.end]
    follows = raw[main].lower() if moved.closed else raw[main]
    joined = Fix(Span(clause.start, main + 1), f"{capital}, {follows}", 0.3)
    fixes = (reordered, joined)
    if first in _SUBORDINATING:
        fixes = (
            Fix(joined.span, joined.replacement, 0.5),
            Fix(reordered.span, reordered.replacement, 0.3),
        )
    message = "A clause that stands before the sentence that it belongs into."
    return Finding("", clause, message, 0.9 if moved.closed else 0.7, fixes)


def _target(raw: str, main: int) -> int:
    """Return where a clause that begins at ``main`` ends: before its attribution, or its stop."""
    end = sentence_end(raw, main)
    for comma in _COMMA.finditer(raw, main, end):
        at = comma.end()
        if attribution_at(raw, at, end) is not None or _SAID.match(raw, at, end):
            return comma.start()
    while end > main and raw[end - 1] in '.!?…”"\n':
        end -= 1
    return end


def _is_dropped(text: Text, start: int, word: str) -> bool:
    """Say whether the sentence before breaks off at ``start`` and another part follows."""
    raw = text.raw
    before = raw[max(0, start - 16) : start].split(" ")[-2]
    if not interrupts(before, word.lower()) or not _NEXT.match(raw, start + len(word)):
        return False
    if text.in_headline(start):
        return False
    begins = sentence_start(raw, start)
    return start - begins > _FEWEST and not text.is_protected((start, start + len(word)))


def _end(raw: str, start: int) -> int:
    """Return where a part that was dropped in ends: where the sentence goes on, or its end."""
    end = sentence_end(raw, start)
    mark = _MARK.search(raw, start, end)
    if mark is not None:
        end = min(end, mark.start())
    subject = _SUBJECT.search(raw, start + _FEWEST, end)
    if subject is not None:
        return subject.start()
    while end > start and raw[end - 1] in ".!?…":
        end -= 1
    return end
