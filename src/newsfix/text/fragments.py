"""Full stops that cut a sentence in two: the stop, and the part that it cut off."""

from typing import TYPE_CHECKING, NamedTuple

from newsfix.span import Span
from newsfix.text.abbreviations import Stop, stop_at
from newsfix.text.clauses import may_hold_finite_verb
from newsfix.text.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_CUTS = Pattern(
    r"\.[ ]"
    r"(?P<starter>And|Or|In|On|To|Of|For|From|With|By|That|Because|Which|While|After|Before|As|At|When"
    r"|Who|Where|Than|Since|Until|During|Despite|Under|Over|Between|Against|Through|Without|About)"
    r"(?=[ ](?P<next>\p{L}[\p{L}’'-]*|\d))"
)
_END = Pattern(r"[.!?…][”\"’)]*(?=\s|\Z)|\n|\Z")
_MOST = 220  # characters: a part that is longer has its verb
_NEAR = 400
_FAR = 500  # hardly any sentence goes on so long
_SHORT = 80  # characters: a sentence before that may have no verb
_VERBS = (
    r"(?:is|are|was|were|has|have|had|will|would|can|could|did|do|does|said|says|told|may|might"
    r"|should|must|went|came|made|took|began|won|lost)\b"
)
_CLAUSE = Pattern(
    rf"(?:,|\b(?:and|but))[”\"]?[ ](?:[\p{{L}}’-]+[ ]){{0,6}}?{_VERBS}"
    rf"|\b(?:I|he|she|it|they|we|there|you)[ ](?:(?:also|then|never|still|now)[ ])?(?:[a-z]+ed\b|{_VERBS})"
    r"|\b(?:I|he|she|it|they|we|there|you)[’'](?:s|re|ve|m|d|ll)\b"
)
_OPENS_CLAUSE = frozenset(
    "Because Which While When Who Where Than After Before As Since Until".split()
)


# "Of the 40 people, six left": a share may begin a sentence.
_SHARE = Pattern(
    r"[ ](?:(?:the|these|those|all|his|her|its|their|our|that|this)\b[^,.\n]{0,120},|[$€£]?\d"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|about|nearly|roughly|some|more)\b)"
)
# "He said. That the vote was lost"
_COMPLEMENT = Pattern(
    r"[ ](?:the|an?|it|he|she|they|we|there|his|her|its|their|some|no|many|all)[ ][^,.\n]+\."
)


class Cut(NamedTuple):
    """A full stop that may stand inside a sentence."""

    stop: int
    before: str  #: the word before it
    starter: Span  #: the word behind it, with its capital
    left: Span  #: the sentence that ends there
    right: Span  #: what follows, as far as its own end
    may_be_whole: bool  #: whether what follows has, by rough signs, a main clause


def find_cuts(raw: str) -> "Iterator[Cut]":
    """Yield the stops before a preposition or conjunction, which may begin no sentence of its own.

    >>> text = "It ended. In May it rained. He left. After the vote."
    >>> [one.before for one in find_cuts(text) if not one.may_be_whole]
    ['left']
    """
    for match in _CUTS.finditer(raw):
        at, start, starter = match.start(), match.start("starter"), match["starter"]
        rough = raw.find(".", start)
        whole = rough - start > _MOST or _has_clause(raw, starter, Span(start, rough))
        if whole and not _starts_near(raw, at):
            continue
        before = raw[raw.rfind(" ", max(0, at - 30), at) + 1 : at].lstrip("“\"‘'(")
        if not before.isalpha() or stop_at(raw, at) is not Stop.SENTENCE:
            continue
        right = Span(start, sentence_end(raw, match.end()))
        whole = whole or right.end - start > _MOST or _has_clause(raw, starter, right)
        left = Span(sentence_start(raw, at), at)
        yield Cut(at, before, Span(*match.span("starter")), left, right, whole)


def _starts_near(raw: str, position: int) -> bool:
    """Say whether the sentence before ``position`` is short; in doubt yes."""
    near = max(0, position - _SHORT)
    return near == 0 or any(
        raw.find(mark, near, position) >= 0 for mark in ("\n", ". ", "? ", "! ")
    )


def sentence_end(raw: str, position: int) -> int:
    """Return where the next stop ends a sentence, or the line ends, or what is near."""
    far = min(len(raw), position + _FAR)
    for match in _END.finditer(raw, position, far):
        if match[0][:1] == "." and stop_at(raw, match.start()) is not Stop.SENTENCE:
            continue
        return match.start() if match[0] in ("\n", "") else match.end()
    return far


def sentence_start(raw: str, position: int) -> int:
    """Return where the sentence before ``position`` starts, or the line, or what is near."""
    near = max(0, position - _NEAR)
    start = max(raw.rfind("\n", near, position) + 1, near)
    for mark in (". ", "? ", "! ", ".” ", '." ', "?” ", "!” "):
        at = raw.rfind(mark, start, position)
        if at >= 0 and (mark != ". " or stop_at(raw, at) is Stop.SENTENCE):
            start = max(start, at + len(mark))
    return start


def _has_clause(raw: str, starter: str, right: Span) -> bool:
    """Say whether a part that ``starter`` begins has a main clause by rough signs; cheap."""
    start = right.start + len(starter)
    if starter == "Of":
        return _SHARE.match(raw, start) is not None
    if starter == "That":
        return _COMPLEMENT.match(raw, start) is None
    if starter in _OPENS_CLAUSE or starter == "To":
        comma = raw.find(",", start, right.end)
        return comma >= 0 and may_hold_finite_verb(raw[comma : right.end])
    return _CLAUSE.search(raw, start, right.end) is not None
