"""CHR112."""

from collections.abc import Iterator

from newsfix.finding import Finding, flag
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text

_MASKED = Pattern(
    r"(?<![\p{L}\p{N}])(?:X{1,4}NUM[BX]\w*|NUMX\w*|_{1,3}NUM_{1,3}|\$?NUM(?:BER)?_?\d+|DIGIT\w*_\d+"
    r"|[$€£]?(?<!#)#{2,}+(?:[.,]#{2,}+)++%?|[$€£]#{2,}|X{2,}(?:[.,:]X{2,})+%?|[$€£]X{2,}\b|X{3,}(?:th|st|nd|rd)\b|\d+X{2,}\b(?!L))"
)


@rule(
    "CHR112",
    "masked-digits",
    flags=[
        "It opened on the XNUMXth of May XNUMX.",
        "About ##,### people paid $XX.",
        "He was born in 19XX.",
    ],
    keeps=[
        "He wears XXXL and likes Malcolm X and the XX team.",
        "The hashtag ##news",
        "World War XX",
    ],
    needs=("XX", "NUM", "##"),
    languages=EVERY,
)
def masked_digits(text: Text) -> Iterator[Finding]:
    """A number whose digits were masked and never put back, such as XNUMX.

    Some systems take numbers out before they translate. What the number was cannot be known from
    the text, so this is only ever a flag.
    """
    for match in _MASKED.finditer(text.raw):
        if not text.is_protected(match.span()):
            yield flag(match.span(), f"“{match[0]}” stands for digits that are lost.", 0.95)
