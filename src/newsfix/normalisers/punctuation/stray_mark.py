"""PUN106."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text

_STRAY = Pattern(
    r"^[ \t]*(?P<marks>(?:[,;.:!?](?![.\p{L}\p{N}])[ ]*)+|[,;](?=\p{L}))(?=[“\"‘']?[\p{L}\p{N}])"
)
_ALONE = Pattern(r"[.,;:]+")
_UNFINISHED = Pattern(r"[\p{L}\p{N})\]”\"’%][ \t]*\n+[ \t]*\Z")


@rule(
    "PUN106",
    "stray-mark",
    changes={
        ", On Friday the talks ended.": "On Friday the talks ended.",
        "It rained.\n. Nobody came.": "It rained.\nNobody came.",
        "It rained.\n;the town slept.": "It rained.\nthe town slept.",
    },
    suggests={"It rained.\n.\nNobody came.": "It rained.\n\nNobody came."},
    keeps=[
        ".38 revolvers were found.",
        "... and then it rained.",
        ".NET is back.",
        ":-) they wrote",
        "!Kung is a language.",
    ],
    shapes=("\n,", "\n;", "\n.", "\n:", "\n!", "\n?", "\n ,", "\n ."),
    languages=EVERY,
)
def stray_mark(text: Text) -> Iterator[Finding]:
    """A mark at the beginning of a line, where nothing stands that it could end.

    It is what is left of a link, a caption or a sentence that was taken away. Where the line before
    is unfinished the mark may belong there, so then it is a suggestion.
    """
    raw = text.raw
    for match in _STRAY.finditer(raw):
        start, end = match.span("marks")
        before = raw[max(0, match.start() - 40) : start]
        sure = 0.8 if _UNFINISHED.search(before) else 0.97
        if raw[start] in ":!?":
            sure = min(sure, 0.85)
        yield replace((start, end), "", "A mark at the beginning of a line.", sure)
    for line in text.lines:
        if line.end - line.start < 4 and _ALONE.fullmatch(line.of(raw)):
            yield replace(line, "", "A line that holds nothing but marks.", 0.7)
