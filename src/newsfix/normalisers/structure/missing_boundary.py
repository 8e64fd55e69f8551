"""STR103."""

from collections.abc import Iterator

from newsfix.finding import Finding, Fix
from newsfix.rules import rule
from newsfix.span import Span
from newsfix.text import Pattern, Text
from newsfix.text.clauses import may_be_sentence, may_hold_finite_verb
from newsfix.text.fragments import sentence_end, sentence_start
from newsfix.text.joints import may_be_last
from newsfix.text.lists import entries
from newsfix.text.order import may_be_out_of_order

_AFTER = Pattern(r"[ ](?:\p{Ll}[\p{L}’'-]*|\d)")
_KINDS = ("article", "determiner", "pronoun", "possessive", "adverb", "conjunction", "preposition")
_SURE = frozenset(
    "the this these those he she they it we there then but however his their our its".split()
)
_NO_START = frozenset(
    "i may will or nor of than which who whose whom into onto is are was were be been has have"
    " had can could would should must am us not".split()
)
_MOST = 400  # characters


@rule(
    "STR103",
    "missing-boundary",
    suggests={
        "The council lost the vote Then the mayor left the town.": (
            "The council lost the vote. Then the mayor left the town."
        ),
        "He came back to the harbour on Monday They had closed it by then.": (
            "He came back to the harbour on Monday. They had closed it by then."
        ),
    },
    keeps=[
        "He lives in The Hague and reads The Times, as The old saying goes.",
        "She said the vote was lost, The Times wrote.",
        "The band The old five played in May.",
        "Storm Hits the Coast The Mayor Says",
        "He asked them who won the vote.",
    ],
    misses={
        "The council lost the vote Berg left the town.": "The council lost the vote. Berg left the town.",
    },
    shapes=("a A", "9 Aa"),
)
def missing_boundary(text: Text) -> Iterator[Finding]:
    """A full stop that is missing between two sentences.

    It was lost with a line end or a tag, and the capital behind it remained. Both sides must be
    clauses of their own, and the word with the capital one that begins sentences and no name.
    Where only one side is, the capital is what is wrong.
    """
    raw = text.raw
    for start, word in _candidates(text):
        if not _AFTER.match(raw, start + len(word)) or text.in_headline(start):
            continue
        if not may_be_last(raw, start):
            continue
        begins, ends = sentence_start(raw, start), sentence_end(raw, start)
        if not _are_sentences(text, Span(begins, start - 1), Span(start, min(ends, start + _MOST))):
            continue
        if may_be_out_of_order(raw, begins) or text.is_protected((start, start + len(word))):
            continue
        sure = 0.85 if word.lower() in _SURE else 0.7
        fixes = (Fix(Span(start - 1, start), ". ", sure),)
        message = f"A full stop is missing before “{word}”."
        yield Finding("", Span(start - 1, start + len(word)), message, sure, fixes)


def _candidates(text: Text) -> Iterator[tuple[int, str]]:
    names = text.vocabulary.names
    known = {word for word in names if _is_starter(word) and _may_start(word, names[word])}
    for start, word in text.vocabulary.inner_capitals:
        if word not in known or text.raw[start - 2] in ",;":
            continue
        if word.lower() in _SURE or _before(text.raw, start).islower():
            yield start, word
    for spot in text.spots("9 Aa"):
        word = text.raw[spot + 2 : spot + 12].partition(" ")[0]
        if word.lower() in _SURE:
            yield spot + 2, word


def _may_start(word: str, times: int) -> bool:
    """Say whether a word is none that the text writes with a capital inside its sentences."""
    return times == 1 or word.lower() in entries("closed_class")


def _is_starter(word: str) -> bool:
    """Say whether a word with a capital may begin a sentence and is no name."""
    small = word.lower()
    if small in _NO_START or small.capitalize() != word:
        return False
    return entries("closed_class").get(small) in _KINDS or entries("words").get(small) == "small"


def _before(raw: str, start: int) -> str:
    """Return the word before the space before ``start``."""
    return raw[max(0, start - 24) : start].split(" ")[-2]


def _are_sentences(text: Text, left: Span, right: Span) -> bool:
    raw = text.raw
    first, _, rest = right.of(raw).partition(" ")
    if not may_hold_finite_verb(left.of(raw)):
        return False
    if first != "That" and not may_be_sentence(first.lower(), rest):
        return False
    from newsfix.models import has_main_clause

    return has_main_clause(text.tokens(left)) and has_main_clause(text.tokens(right))
