"""PUN119."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text

# At the first full stop, with the letter before it.
_SPLIT = Pattern(
    r"(?<=(?<![\p{L}\p{N}.])(?:U\.[ ](?=[SKN]\.)|D\.[ ](?=C\.)|E\.[ ](?=U\.)|[ap]\.[ ](?=m\.)"
    r"|e\.[ ](?=g\.)|i\.[ ](?=e\.)))(?P<second>\p{L}\.)(?P<gap>[ ]A\.)?(?![\p{L}\p{N}])"
)


@rule(
    "PUN119",
    "split-abbreviation",
    changes={
        "The U. S. and the U. K. agreed at 9 a. m. on Monday.": (
            "The U.S. and the U.K. agreed at 9 a.m. on Monday."
        ),
        "Some costs (e. g. rent) rose in Washington, D. C., in May.": (
            "Some costs (e.g. rent) rose in Washington, D.C., in May."
        ),
    },
    keeps=[
        "J. K. Berg met U. Singh and D. C. Ito in the U.S.",
        "Plan U. Some say it works.",
    ],
    shapes=("A. A.", "a. a."),
)
def split_abbreviation(text: Text) -> Iterator[Finding]:
    """A space inside an abbreviation such as "U.S." or "a.m.".

    A tokeniser takes the first full stop for the end of something. The initials of a name are set
    with a space by many papers, so only abbreviations that are never set so are repaired.
    """
    raw = text.raw
    for spot in text.spots("A. A.", "a. a."):
        match = _SPLIT.match(raw, spot + 3)
        if match is None or (raw[spot] == "D" and not _is_capital(raw, spot)):
            continue
        yield replace(
            (spot + 2, spot + 3),
            "",
            "A space inside an abbreviation.",
            0.96,
            at=(spot, match.end()),
        )


def _is_capital(raw: str, start: int) -> bool:
    """Say whether "D. C." is the town rather than somebody's initials."""
    return raw[max(0, start - 12) : start].endswith(("Washington, ", "Washington "))
