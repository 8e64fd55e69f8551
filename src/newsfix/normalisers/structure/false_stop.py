"""STR102."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.span import Span
from newsfix.spans import meets
from newsfix.text import Pattern, Text
from newsfix.text.clauses import may_hold_finite_verb
from newsfix.text.fragments import Cut, find_cuts
from newsfix.text.joints import NEVER_LAST, is_common, is_small
from newsfix.text.lists import entries, words

_NEVER_LAST = frozenset(f"{word}." for word in NEVER_LAST | {"of"})
_SHORT = 12  # words
_LONGEST = 220  # characters
_AFTER = Pattern(r"\.[ ](?P<next>\p{Lu}[\p{L}’'-]*)(?=[ ,.])")
_STRANDED = Pattern(
    r"(?:\b(?:who|whom|which|that|what|it|them|him|her|us|me|made|hope|dream|think|come|speak|go|be|was|is|are)"
    r"|[a-z]ed|[a-z]ing|\b(?:part|rid|aware|proud|full|free|far|away|born|done|out))[ ]of\Z"
)
_PLACED = frozenset(
    "In On To Of For From With By At During Despite Under Over Between Against Through Without About"
    " Than".split()
)
# Words that an infinitive follows.
_CATENATIVE = frozenset(
    "continue continues seem seems start starts try tries want wants wanted plan plans hopes expects"
    " agreed refused decided declined vowed scheduled able unable likely unlikely ready willing trying"
    " forced supposed expected managed ought".split()
)
_STYLE = Pattern(
    r"(?:Of|In|On|At|For|To|By|With|From)[ ](?:course|all|fact|time|last|once|now|sure|short|and)\b"
)


@rule(
    "STR102",
    "false-stop",
    changes={
        "The vote in the. House was close.": "The vote in the House was close.",
        "He went to the. Hospital on Monday.": "He went to the hospital on Monday.",
        "They waited for a share. Of land near the port.": "They waited for a share of land near the port.",
        "The mayor left because. The vote was lost.": "The mayor left because the vote was lost.",
    },
    suggests={
        "It was a gift for the people of. The city slept.": (
            "It was a gift for the people of the city slept."
        ),
        "The mayor left the town. On the eve of the vote.": (
            "The mayor left the town on the eve of the vote."
        ),
    },
    keeps=[
        "He is what they dreamed of. The town slept.",
        "Of course. In short, it is over. And then, silence.",
        "They left early. In May it rained. To be sure, nobody came.",
        "It went well. Because they can. Which is why they won.",
        "He had vitamin A. The rest had none.",
        "She met Karl and. Berg, the head of the firm.",
        "They want to go on. Of this opinion is the mayor of the town.",
        "Of the 40 people, six left. From there, the road goes on.",
        "“We want a share. Of all of it,” he said.",
    ],
    shapes=("a. A",),
)
def false_stop(text: Text) -> Iterator[Finding]:
    """A full stop inside a clause, with a capital behind it.

    A line end or the end of a link was taken for the end of a sentence. It is sure where the word
    before can end none, an article or a conjunction, and where neither side has a verb. Prepositions
    do end sentences ("what they dreamed of"), and news likes fragments ("And then, silence.").
    """
    raw = text.raw
    seen: set[int] = set()
    for token in sorted(_NEVER_LAST & text.vocabulary.tokens):
        word = token[:-1]
        at = raw.find(f" {word}. ")
        while at >= 0:
            stop = at + len(word) + 1
            match = _AFTER.match(raw, stop)
            if match is not None and not text.in_headline(stop):
                seen.add(stop)
                stranded = word not in NEVER_LAST
                if not (stranded and _STRANDED.search(raw, max(0, stop - 30), stop)):
                    yield _finding(text, stop, Span(*match.span("next")), 0.6 if stranded else 0.97)
            at = raw.find(f" {word}. ", stop)
    for cut in find_cuts(raw):
        if cut.stop not in seen:
            yield from _cut(text, cut)


def _cut(text: Text, cut: Cut) -> Iterator[Finding]:
    """Report a part that was cut off, if it is none that news would set by itself."""
    if _STYLE.match(text.raw, cut.starter.start) or meets(text.quoted, (cut.stop, cut.right.end)):
        return
    sure = _sure(text, cut)
    if sure:
        yield _finding(text, cut.stop, cut.starter, sure)


def _sure(text: Text, cut: Cut) -> float:
    raw = text.raw
    starter = cut.starter.of(raw)
    left = cut.left.of(raw)
    begun = may_hold_finite_verb(left) or left.count(" ") < 1 or not left[:1].isupper()
    if starter == "Of" and not cut.may_be_whole:
        return 0.6 if _is_clause(text, cut.right) else 0.96  # "Of this opinion is the mayor."
    if starter == "To" and cut.before in _CATENATIVE:
        return 0.9
    if cut.may_be_whole:
        short = left.count(" ") <= _SHORT and cut.right.end - cut.right.start <= _LONGEST
        unfinished = not begun and starter in _PLACED and short and not _has_verb(text, cut.left)
        return 0.7 if unfinished else 0.0
    if raw[cut.right.end - 1] != "." or cut.right.of(raw).count(" ") < 2:
        return 0.0
    if starter == "That":
        return 0.8 if cut.before in words("attribution_verbs") else 0.0
    if not begun and not _has_verb(text, cut.left) and not _is_clause(text, cut.right):
        return 0.9 if starter in _PLACED else 0.7
    comma = raw.find(",", *cut.right)
    if starter not in _PLACED or (comma >= 0 and may_hold_finite_verb(raw[comma : cut.right.end])):
        return 0.0
    if starter == "To":
        return 0.6
    return 0.0 if _is_clause(text, cut.right) else 0.7


def _has_verb(text: Text, span: Span) -> bool:
    from newsfix.models import has_finite_clause

    return has_finite_clause(text.tokens(span))


def _is_clause(text: Text, span: Span) -> bool:
    from newsfix.models import has_main_clause

    return has_main_clause(text.tokens(span))


def _finding(text: Text, stop: int, following: Span, sure: float) -> Finding:
    """Take the stop away, and the capital with it where the language writes the word small."""
    word = following.of(text.raw)
    small = word.lower()
    lowers = word not in ("I", "May", "Will") and not text.vocabulary.names[word]
    lowers = lowers and entries("words").get(small, "small" if is_small(small) else "") != "either"
    lowers = lowers and is_common(small)
    if lowers:
        joined = f" {small}"
    else:
        joined = f" {word}"
        known = small in words("closed_class")
        # "Brian and. Smith": the stop of an initial that was translated.
        initial = text.raw[:stop].endswith((" and", " or")) and not is_common(small)
        sure = min(sure, 0.6 if known or initial else 0.95)
    message = "A full stop inside a sentence."
    return replace((stop, following.end), joined, message, sure, at=(stop, stop + 1))
