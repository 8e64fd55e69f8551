"""Which language a text is checked in: which English, too."""

from newsfix.profile import ENGLISH
from newsfix.text import Pattern, Text

# Pairs that a spelling checker of the other variety would report.
_BRITISH = Pattern(
    r"(?i)\b(?:\w+isations?|colou?rs?(?<=ours?)|(?:fav|hon|lab|neighb|harb|behavi)ours?\w*|cent(?:re)s?"
    r"|theatres?|metres?|defence|offence|programmes|travell(?:ed|ing|ers?)|cancell(?:ed|ing)"
    r"|organis(?:e|ed|es|ing)|recognis(?:e|ed|es|ing)|licence|tyres?|grey|ageing|judgement)\b"
)
_AMERICAN = Pattern(
    r"(?i)\b(?:\w+izations?|colors?|(?:fav|hon|lab|neighb|harb|behavi)ors?\w*|centers?|theaters?|meters?"
    r"|defense|offense|travel(?:ed|ing|ers?)|cancel(?:ed|ing)|organiz(?:e|ed|es|ing)"
    r"|recogniz(?:e|ed|es|ing)|gray|aging)\b"
)
#: Languages that LanguageTool spells in the way of a country or not at all, with the country taken.
_COUNTRY = {"en": "en-US", "de": "de-DE", "pt": "pt-PT"}
_OF_STYLE = {"us": "en-US", "gb": "en-GB", "in": "en-GB"}


def checked(language: str) -> str:
    """Return the code of a language as LanguageTool must have it to check the spelling too.

    >>> checked("de"), checked("de-AT"), checked("fr")
    ('de-DE', 'de-AT', 'fr')
    """
    return _COUNTRY.get(language, language)


def variety(text: Text) -> str:
    """Return the code of the language of ``text``; of English its publisher's, or what its spelling shows.

    >>> variety(Text("The labour organisation met at the centre.")), variety(Text("He left."))
    ('en-GB', 'en-US')
    """
    language = text.profile.language
    if language != ENGLISH:
        return checked(language)
    if text.profile.style is not None:
        return _OF_STYLE[text.profile.style]
    british = sum(1 for _ in _BRITISH.finditer(text.raw))
    american = sum(1 for _ in _AMERICAN.finditer(text.raw))
    return "en-GB" if british > american else "en-US"
