"""PUN116."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.lists import words

_INVERTED = Pattern(r"[¿¡]+[ ]?(?P<sentence>[^¿¡\n?!]{1,300})(?P<end>[?!]*)")
_WORD = Pattern(r"\p{L}+")


@rule(
    "PUN116",
    "inverted-mark",
    changes={
        "¿Where were the guards that night?": "Where were the guards that night?",
        "¡The town has won the cup!": "The town has won the cup!",
    },
    keeps=["They sang “¡Que viva la fiesta!” all night.", "The show ¿Quién es? is back."],
    needs="¿¡",
)
def inverted_mark(text: Text) -> Iterator[Finding]:
    """A Spanish mark at the beginning of an English question or exclamation.

    It is left from the source. What follows must be English: a Spanish title or cry keeps it.
    """
    small = words("closed_class", "words")
    for match in _INVERTED.finditer(text.raw):
        found = [word[0].lower() for word in _WORD.finditer(match["sentence"])]
        english = sum(word in small for word in found)
        if not found or english < 0.6 * len(found):
            continue
        start = match.start()
        end = match.start("sentence")
        sure = 0.97 if len(found) >= 3 and english >= 0.75 * len(found) else 0.8
        yield replace((start, end), "", "A Spanish mark before an English sentence.", sure)
