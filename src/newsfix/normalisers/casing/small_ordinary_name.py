"""CAS112."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text

_BEFORE_DATE = "on from to until till by before after since of between dated and for".split()
_AFTER_DATE = ("in", "at", "with", "as", "when", "where", "was", "were", "is", "will")
_DAY = Pattern(r"\b\L<before>[ ](?:the[ ])?\d{1,2}(?:st|nd|rd|th)?[ ]\Z", before=_BEFORE_DATE)
# "Children of 2 and 3 may come": then the next word is a verb.
_DATED = Pattern(r"[,.;:)]|$|[ ](?:\p{N}|\L<after>\b)", after=tuple(_BEFORE_DATE) + _AFTER_DATE)
_PREPOSITION = Pattern(r"\b\L<before>[ ]\Z", before=_BEFORE_DATE)
_DAY_AFTER = Pattern(r"[ ]\d{1,2}(?=[,.;)]|$|[ ](?:and|in|at|to|with)\b)")
_YEAR_AFTER = Pattern(r",?[ ](?:19|20)\d\d\b(?![,.]\d)")
_TO_A_PLACE = Pattern(
    r"\b(?:in|into|to|from|of|with|and|against|via|through|across)[ ]\Z",
)
_GOES_ON = Pattern(
    r"[,.;:)]|$|[ ](?:is|was|has|and|to|in|on|near|from|with|for|by|will|would|at|as|after|during)\b"
)
_UNION = Pattern(r"(?<=\b[Tt]he[ ])\p{L}{2}(?=[ ]\p{Ll}|[,.;:)]|['’]s\b)(?!\.\p{L})")
_MONTHS = ("march", "may", "august")
_COUNTRIES = ("turkey", "china", "jordan", "chad", "japan", "guinea")
_UNIONS = ("us", "eu", "uk", "un")
_ALL = frozenset((*_MONTHS, *_COUNTRIES, *_UNIONS))


@rule(
    "CAS112",
    "small-ordinary-name",
    changes={
        "It came on 14 march, and again in may 2019.": "It came on 14 March, and again in May 2019.",
        "They left the eu.": "They left the EU.",
    },
    suggests={
        "They crossed from turkey to the coast.": "They crossed from Turkey to the coast.",
        "Sellers want the us dollar.": "Sellers want the US dollar.",
    },
    keeps=[
        "They march on; 14 may follow, children of 2 and 3 may come, and an august body ate turkey from fine china.",
        "It is about the two of us, you see, and an us of our own.",
    ],
)
def small_ordinary_name(text: Text) -> Iterator[Finding]:
    """A name that is an ordinary word too, such as "may" or "turkey", with a small letter.

    A month beside the day or the year of a date is sure, and so is "the eu". A country behind a
    preposition, and "us" behind an article, are suggestions.
    """
    for word in sorted(_ALL & text.vocabulary.bare):
        lead = "he " if word in _UNIONS else " "
        at = text.raw.find(lead + word)
        while at >= 0:
            start = at + len(lead)
            end = start + len(word)
            sure = _sure(text.raw, word, start, end)
            if sure:
                capital = word.upper() if word in _UNIONS else word[0].upper()
                message = f"“{word}” may be a name and need a capital."
                span = (start, start + len(capital))
                yield replace(span, capital, message, sure, at=(start, end))
            at = text.raw.find(lead + word, end)


def _sure(raw: str, word: str, start: int, end: int) -> float:
    """Return how sure it is that a word is a name where it stands, or 0."""
    if raw[end : end + 1].isalnum():
        return 0.0
    before = raw[max(0, start - 24) : start]
    if word in _MONTHS:
        dated: object = _YEAR_AFTER.match(raw, end)
        dated = dated or (_DAY.search(before) and (word != "may" or _DATED.match(raw, end)))
        dated = dated or (_DAY_AFTER.match(raw, end) and _PREPOSITION.search(before))
        return 0.96 if dated else 0.0
    if word in _COUNTRIES:
        return 0.6 if _TO_A_PLACE.search(before) and _GOES_ON.match(raw, end) else 0.0
    if _UNION.match(raw, start) is None:
        return 0.0
    return 0.7 if word == "us" else 0.96
