"""Who says what: the words by which news attributes speech to somebody."""

from functools import cache
from typing import TYPE_CHECKING

from newsfix.text.lists import words
from newsfix.text.patterns import Pattern

if TYPE_CHECKING:
    from regex import Match

_TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt)\.?[ ])?"
_PARTICLE = r"(?:de|del|da|dos|du|van|von|der|bin|ibn|al|el)"
# A stop is part of a name after an initial or a title only: "said Berg. Lund left" names Berg.
_STOP = r"(?:(?<=\b(?:\p{Lu}|[JS]r|St|Sen|Rep|Gov|Gen|Col|Capt|Sgt|Lt|Dr|Mr|Mrs|Ms|Prof|Rev)|\.\p{Lu})\.)?"
_PART = rf"\p{{Lu}}[\p{{L}}’'-]*(?:\.[\p{{L}}’'-]+)*{_STOP}"
_NAME = rf"{_TITLE}(?!\p{{Lu}}(?![\p{{L}}’'.-])){_PART}(?:(?:[ ]{_PARTICLE})?[ ]{_PART}){{0,3}}"
_NOUN = r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne)[ ][\p{L}’'-]+(?:[ ][\p{L}’'-]+){0,6}?"
_ROLES = tuple(
    "president minister premier governor mayor senator lawmaker deputy spokesman spokeswoman"
    " spokesperson chairman chairwoman chief director secretary general colonel captain judge lawyer"
    " coach manager professor analyst economist ambassador commissioner leader founder owner officer"
    " sheriff superintendent inspector bishop archbishop chancellor prosecutor historian activist"
    " singer author writer prime foreign defence defense interior finance vice police opposition"
    " party former acting head king queen prince".split()
)
_PRONOUN = r"(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey)"

# "the mayor said he was away" reports; it does not attribute what stands before it.
_CLAUSE = Pattern(
    r"[ ](?:that|he|she|it|they|we|I|there|this|these|those|his|her|their)\b(?![ ](?:morning|week|year))"
)


# What may stand between "said" and a quotation: "said in a statement on Monday: “".
_LEAD = Pattern(r"(?:[ ][\p{L}\p{N}’'-]+){0,8}[,:]?[ ]?")


def attribution_at(raw: str, start: int, end: int | None = None) -> "Match[str] | None":
    """Match words that attribute speech at ``start``: "said Ms Lowe", "the mayor added".

    The groups "speaker" and "verb" say who speaks and by which verb.

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


def attribution_before(raw: str, start: int, end: int) -> "Match[str] | None":
    """Match the last words from ``start`` on that attribute what begins at ``end``.

    Few words, and no end of a sentence, may stand between the two.

    >>> attribution_before("It rained. Berg said in May: “We left.”", 0, 29)["speaker"]
    'Berg'
    """
    last = None
    for match in _pattern().finditer(raw, start, end):
        if not raw[max(0, match.start() - 1)].isalnum() or match.start() == 0:
            last = match
    return last if last is not None and _LEAD.fullmatch(raw[last.end() : end]) else None


@cache
def _pattern() -> Pattern:
    speaker = rf"(?:{_PRONOUN}|(?:\L<roles>[ ]){{0,3}}{_NAME})"
    anybody = rf"(?:{speaker}|{_NOUN})"
    aside = r"(?:\p{Ll}+ly[ ]|has[ ]|had[ ]|also[ ]|then[ ])?"
    verbs = words("attribution_verbs")
    # "a receiver of thought" says nothing.
    unmistakable = verbs - words("attribution_verbs", kind="noun")
    return Pattern(
        rf"(?:(?P<speaker>{speaker})[ ]{aside}(?P<verb>\L<verbs>)"
        rf"|(?P<speaker>{_NOUN})[ ]{aside}(?P<verb>\L<unmistakable>)"
        rf"|(?P<verb>\L<inverted>)[ ](?P<speaker>{anybody}))(?![\p{{L}}’'])",
        roles=_ROLES,
        verbs=tuple(verbs),
        unmistakable=tuple(unmistakable),
        inverted=tuple(verbs - {"tell", "tells", "told"}),
    )
