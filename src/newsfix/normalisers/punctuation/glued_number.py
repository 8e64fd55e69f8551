"""PUN114."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text

_WORDS = tuple(
    "in of the on at by to for from with and about than over since until between after before"
    " under nearly almost around only".split()
)
_BEFORE = Pattern(
    r"(?<=(?<![\p{L}\p{N}@#./_-])(?:\L<small>))(?=\d{2,}(?:[.,]\d+)*(?:%|(?:st|nd|rd|th)\b)?(?![\p{L}\p{N}_/-]))",
    small=_WORDS + tuple(word.capitalize() for word in _WORDS),
)
_AFTER = Pattern(
    r"(?<=(?<![\p{L}\p{N}@#./_-])\d{1,3}(?:,?\d{3})*|(?<![\p{L}\p{N}@#./_-])\d{4})"
    r"(?!(?<!\d{4})in\b)(?=(?:\L<small>|people|were|was|is|are|has|had|have|it|he|she|they)\b(?![-/_.]\p{L}))",
    small=_WORDS,
)


@rule(
    "PUN114",
    "glued-number",
    changes={
        "It opened in2019 and cost the town about40 jobs.": (
            "It opened in 2019 and cost the town about 40 jobs."
        ),
        "By 2019the town had grown.": "By 2019 the town had grown.",
    },
    keeps=[
        "The G20 met on the A61 with the F-35B, COVID19 and Windows10.",
        "Area51 and Channel4 and U2by4 and 3in1 offers",
        "It cost £20million, or 5km of road; he is 6ft 2in tall.",
    ],
    shapes=("a9", "9a"),
)
def glued_number(text: Text) -> Iterator[Finding]:
    """A number and a small word written as one.

    The space between them went with a tag or a line end. Names that hold a number, such as G20 or
    Channel4, and units set close to their number, are right as they are.
    """
    for pattern, shape in ((_BEFORE, "a9"), (_AFTER, "9a")):
        for spot in text.spots(shape):
            at = spot + 1
            if pattern.match(text.raw, at) and not text.is_protected((at - 1, at + 1)):
                message = "A number and a word stick together."
                yield replace((at, at), " ", message, 0.96, at=(at - 1, at + 1))
