"""NUM116."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text

_SPACED = Pattern(
    r"(?<![\p{L}\p{N}.,:/-])(?:[01]?\d|2[0-4])(?P<gap>[ ]?:[ ]?)(?<!\d:)[0-5]\d(?![\p{N}:/]|[.,]\d)"
)
_BEFORE = Pattern(
    r"\b(?:[Aa]t|[Ff]rom|[Uu]ntil|[Tt]ill|[Bb]y|[Bb]efore|[Aa]fter|[Aa]round|[Aa]bout|[Ss]ince|[Bb]etween"
    r"|[Tt]o|\d\d:[ ]?\d\d[ ](?:and|to)|at[ ](?:about|around)|\p{Lu}\p{Ll}+day,?)[ ]\Z"
)
_BEHIND = Pattern(
    r"[ ]?(?:[ap]\.?m\b|[AP]M\b|GMT|UTC|local[ ]time|hours\b|hrs\b|o['’]clock|on[ ](?:\p{Lu}\p{Ll}+day|the)\b|CE?S?T\b)"
)
_SCORE = Pattern(
    r"(?i)\b(?:set|sets|score|won|lost|win|lead|beat|games?|victory|defeat|ahead|\d:[ ]?\d+)\b"
)
_NAMED = Pattern(
    r"(?i)(?:chapter|verse|section|article|part|no\.?|lesson|john|luke|mark|matthew|acts|genesis|psalms?)[ ]\Z"
)


@rule(
    "NUM116",
    "spaced-time",
    changes={
        "They met at 15: 30 in Porto.": "They met at 15:30 in Porto.",
        "The train left about 6 :05 a.m. from there.": "The train left about 6:05 a.m. from there.",
    },
    suggests={"Porto, 20: 38 in the evening.": "Porto, 20:38 in the evening."},
    keeps=[
        "They met at 15:30; the score was 3 : 2 and the odds 5: 1.",
        "In the final they won the sets 25: 19 and 25: 16.",
        "Read chapter 3: 12 pages; there were 10: 30 had left.",
    ],
    shapes=("9: 9", "9 :9", "9 : 9"),
)
def spaced_time(text: Text) -> Iterator[Finding]:
    """A space inside a time of the day: "15: 30".

    Tokenisers leave it. Scores, verses and a colon before a list may look the same.
    """
    for match in _SPACED.finditer(text.raw):
        start, end = match.span()
        before = text.raw[max(0, start - 25) : start]
        if _NAMED.search(before) or text.is_protected((start, end)):
            continue
        behind = _BEHIND.match(text.raw, end)
        sureness = 0.97 if behind or (_BEFORE.search(before) and not _SCORE.search(before)) else 0.0
        if not sureness and not _SCORE.search(before) and match["gap"] == ": ":
            sureness = 0.75 if len(match[0]) == 6 else 0.0
        if sureness:
            span = match.span("gap")
            message = f"A space inside “{match[0]}”, which can only be a time of the day."
            yield replace(span, ":", message, sureness, at=(start, end))
