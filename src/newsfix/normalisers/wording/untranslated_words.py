"""WRD109."""

from collections.abc import Iterator

from newsfix.finding import Finding, flag
from newsfix.rules import rule
from newsfix.text import Pattern, Text

# What says that a word is a word of another language, or its sense.
_NAMED = Pattern(
    r"(?:called|known[ ]as|dubbed|termed|named|entitled|titled|nicknamed|word|words|term|phrase|slogan|motto|saying|meaning"
    r"|chanting|chanted|shouted|or|i\.e\.|language|expression)[ ,:]{1,2}(?:(?:the|a|an|of|for)[ ])?\Z"
)
_GLOSSED = Pattern(
    r"[ ]?[,—–-]?[ ]?(?:\(|[—–]|(?:or|which[ ]means|meaning|literally|i\.e\.|as[ ]it[ ]is[ ]called|as[ ]they[ ]are[ ]called)\b)"
)
_BEFORE = 24  # characters
_SHOWN = 4  # words of evidence that a message names


@rule(
    "WRD109",
    "untranslated-words",
    flags=[
        "The minister told reporters que la situation est grave, and then she left the room.",
        "Police searched the wohnungen of two men on Monday and found no weapons there.",
        "The council wants to raise the taxes, aber nicht in this year, as the mayor had feared.",
        "Workers généralement need two days, and the union sagte that this is too long.",
        "Der Bürgermeister sagte nicht the truth about the bridge, the opposition said on Friday.",
    ],
    keeps=[
        "She has a certain je ne sais quoi, and the coup d'état was a fait accompli.",
        "Doctors of Médecins sans frontières and the Union pour un mouvement populaire agreed.",
        "The council (the gemeinderat) met; its “que sera, sera” was noted, as was the word frühstück.",
        "The festhalle, or banquet hall, was full of people who ate bratwurst and churros.",
        "He read from El otoño del patriarca and from the Süddeutsche Zeitung in the plaza.",
    ],
)
def untranslated_words(text: Text) -> Iterator[Finding]:
    """Words that were left in the language of the source.

    The translation did not know a word, or passed over some. A word is known by its letters and the small words
    beside it; what English news writes itself, such as “coup d'état”, is no such word. A word in quotation marks or
    brackets, one that is explained, one that recurs as a term, and one beside a name are left alone.
    """
    for found in text.foreign:
        if text.is_shown(found.span) or _is_explained(text.raw, *found.span):
            continue
        said = ", ".join(f"“{word}”" for word in found.evidence[:_SHOWN])
        if len(found.evidence) > 1:
            message = (
                f"Left in the source language ({found.language}, by {said});"
                " in no quotation marks and in no name."
            )
            yield flag(found.span, message, 0.9)
        else:
            message = (
                f"{said} is no word of English news and has the letters of {found.language};"
                " it is not explained, and no name here."
            )
            yield flag(found.span, message, 0.8)


def _is_explained(raw: str, start: int, end: int) -> bool:
    before = raw[max(0, start - _BEFORE) : start]
    return bool(_NAMED.search(before) or _GLOSSED.match(raw, end))
