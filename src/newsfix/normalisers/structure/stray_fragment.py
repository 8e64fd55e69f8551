"""STR104."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.span import Span
from newsfix.spans import meets
from newsfix.text import Pattern, Text
from newsfix.text.abbreviations import Stop, stop_at

# A verb without its subject, and what shows that none follows.
_FRAGMENT = Pattern(
    r"(?<=[\p{Ll}\d]{2})(?P<stop>\.)[ ]+"
    r"(?P<verb>(?:May|Might|Could|Should|Would|Must|Can|Will)(?=[ ](?:be|not|have|also|even|still|well|come|take|last|happen)[ ])"
    r"|(?:Has|Have|Had)(?=[ ](?:been|not|also|already|never)[ ])"
    r"|(?:Was|Were|Is|Are)(?=[ ](?:also|already|expected|planned|due|likely|being)[ ]))"
    r"[^.!?:;\n“”\"]{4,90}\.(?=[ ]|$)"
)
_SUBJECT = Pattern(r"\b(?:I|you|he|she|it|they|we|there|this|that|those)\b")


@rule(
    "STR104",
    "stray-fragment",
    suggests={
        "The bridge will be ready in May. Could be sooner. It rained.": (
            "The bridge will be ready in May, could be sooner. It rained."
        ),
        "They plan to meet in the old town hall. May be earlier than June.": (
            "They plan to meet in the old town hall, may be earlier than June."
        ),
        "The mayor left on Monday. Has been away since the vote.": (
            "The mayor left on Monday, has been away since the vote."
        ),
    },
    keeps=[
        "They lost again. Not this time. No comment. Why? And then, silence.",
        "It is late. Could it be over? May the best man win. Should he lose, he will leave.",
        "It is over. Will be Smith, the mayor, wrote.",
        "“It is late. Could be sooner,” he said.",
        "Prices rose. May was worse than June.",
    ],
    misses={
        "It was the end. The mayor of the old town. He left.": (
            "It was the end, the mayor of the old town. He left."
        ),
    },
    shapes=(". Aa", ".  A"),
)
def stray_fragment(text: Text) -> Iterator[Finding]:
    """A sentence that has lost its subject, and belongs to the one before it.

    A clause was cut off by a stop, or translated from a language that needs no subject. Tied to its
    sentence by a comma it can be read; what an editor would write is more than that, so it is never
    applied. Questions, wishes and the fragments that news is fond of ("Not this time.") are meant.
    """
    raw = text.raw
    for match in _FRAGMENT.finditer(raw):
        stop, verb = match.start("stop"), match["verb"]
        rest = raw[match.end("verb") : match.end()]
        if stop_at(raw, stop) is not Stop.SENTENCE or _SUBJECT.search(rest) or "," in rest:
            continue
        span = Span(match.start("verb"), match.end())
        if meets(text.quoted, span):
            continue
        message = "A sentence without a subject; it may belong to the one before."
        edit = (stop, match.end("verb"))
        yield replace(edit, f", {verb.lower()}", message, 0.5, wrong=0.7, at=span)
