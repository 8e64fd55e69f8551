"""Who says what: the words by which news attributes speech to somebody."""

from functools import cache
from typing import TYPE_CHECKING

from newsfix.text.lists import words
from newsfix.text.patterns import Pattern

if TYPE_CHECKING:
    from regex import Match

_TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt)\.?[ ])?"
_PARTICLE = r"(?:de|del|da|dos|du|van|von|der|bin|ibn|al|el)"
_NAME = rf"{_TITLE}\p{{Lu}}[\p{{L}}’'.-]+(?:(?:[ ]{_PARTICLE})?[ ]\p{{Lu}}[\p{{L}}’'.-]+){{0,3}}"
_NOUN = r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne)[ ]\p{Ll}+(?:[ ]\p{Ll}+)?"
_PRONOUN = r"(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey)"

# "the mayor said he was away" reports; it does not attribute what stands before it.
_CLAUSE = Pattern(
    r"[ ](?:that|he|she|it|they|we|I|there|this|these|those|his|her|their)\b(?![ ](?:morning|week|year))"
)


def attribution_at(raw: str, start: int, end: int | None = None) -> "Match[str] | None":
    """Match words that attribute speech at ``start``: "said Ms Lowe", "the mayor added".

    The writer's own "I think" is no attribution, and neither are words that go on to report.

    >>> attribution_at("said Ms Lowe on Monday", 0)[0]
    'said Ms Lowe'
    >>> attribution_at("the mayor said he was away", 0) is None
    True
    """
    match = _pattern().match(raw, start, end)
    if match is None or _CLAUSE.match(raw, match.end(), end):
        return None
    return match


@cache
def _pattern() -> Pattern:
    speaker = rf"(?:{_PRONOUN}|{_NAME}|{_NOUN})"
    aside = r"(?:\p{Ll}+ly[ ]|has[ ]|had[ ]|also[ ]|then[ ])?"
    inverted = words("attribution_verbs") - {"tell", "tells", "told"}
    return Pattern(
        rf"(?:{speaker}[ ]{aside}\L<verbs>|\L<inverted>[ ]{speaker})(?![\p{{L}}’'])",
        verbs=tuple(words("attribution_verbs")),
        inverted=tuple(inverted),
    )
