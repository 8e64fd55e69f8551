"""CAS110."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text

_ABBREVIATION = Pattern(
    r"(?<![\p{L}\p{N}.@/-])(?:[uU]\.[snk]\.|u\.[SNK]\.|[eE]\.u\.)(?![\p{L}\p{N}@/-])"
)

_TOKENS = frozenset(
    quote + first + "." + second + "." + end
    for first, second in ("us", "Us", "uS", "un", "Un", "uN", "uk", "Uk", "uK", "eu", "Eu")
    for quote in ("", '"', "“", "(")
    for end in ("", "'s", "’s", *",;:)?")
)


@rule(
    "CAS110",
    "small-abbreviation",
    changes={
        "The u.s. and the U.k. met at the u.N. offices.": "The U.S. and the U.K. met at the U.N. offices."
    },
    keeps=["The U.S. and the U.K. met.", "See u.s.example.org now."],
)
def small_abbreviation(text: Text) -> Iterator[Finding]:
    """The abbreviation of a country or a union in small letters.

    Text that was lower-cased for translation and given its capitals back by a model keeps them.
    """
    if _TOKENS.isdisjoint(text.vocabulary.tokens):
        return
    for match in _ABBREVIATION.finditer(text.raw):
        if not text.is_protected(match.span()):
            message = f"“{match[0]}” needs capitals."
            yield replace(match.span(), match[0].upper(), message, 0.96)
