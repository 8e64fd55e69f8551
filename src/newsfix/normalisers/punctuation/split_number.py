"""PUN118."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text

_SPLIT = Pattern(
    r"(?<=(?<![\p{L}\p{N}.,])\d{1,3})(?P<gap>[.][ ])(?=\d{1,2}[ ]?(?:%|per[ ]?cent\b|[mb]illion\b|trillion\b))"
)


@rule(
    "PUN118",
    "split-number",
    suggests={"The economy grew by 3. 5% in May.": "The economy grew by 3.5% in May."},
    keeps=["It was no. 3. 5% of them left.", "The rate is 3.5%."],
    misses={"It ended in 2019. 5% of them left.": "It ended in 2019.5% of them left."},
    shapes=("9. 9",),
)
def split_number(text: Text) -> Iterator[Finding]:
    """A decimal number with a space behind its point.

    Tokenisers leave it. The point may also end a sentence, so that the value could change: this is
    never applied.
    """
    for match in _SPLIT.finditer(text.raw):
        yield replace(match.span("gap"), ".", "A number with a space in it.", 0.7, wrong=0.75)
