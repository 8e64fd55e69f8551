"""PRO101."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Text
from newsfix.text.people import Gender
from newsfix.text.pronouns import Misfit, other_pronoun

_WORDS = {Gender.FEMALE: "“she” and “her”", Gender.MALE: "“he” and “his”"}


@rule(
    "PRO101",
    "other-gender",
    suggests={
        "Maria Lopez resigned on Monday. He said that the vote was lost.": (
            "Maria Lopez resigned on Monday. She said that the vote was lost."
        ),
        "Mr. Olsen left the town. Her dog was found in May, and he was thanked.": (
            "Mr. Olsen left the town. His dog was found in May, and he was thanked."
        ),
    },
    keeps=[
        "Maria Lopez met Peter Olsen. He said that the vote was lost.",
        "Maria Lopez thanked the victim. He had waited for an hour.",
        "Maria Lopez came with a man from Lima. He spoke first.",
        "Maria Lopez said: “He is late.”",
        "Kim Lund spoke. They said that they were tired.",
        "Captain Peter Olsen sailed the ship to Lima. She was built in 1912.",
        "Leslie Berg resigned. He was tired.",
    ],
)
def other_gender(text: Text) -> Iterator[Finding]:
    """A pronoun of the other gender than that of whom it seems to mean.

    Many languages leave the pronoun out, and systems put in the one that is usual. Who is a woman or a
    man is told by titles (Ms., spokesman), first names, words such as "mother", and the pronouns of the
    whole document; how far each of them tells was learned from edited news. Nothing is said where
    anybody is named or spoken of near by whom the pronoun fits, in quotations, of ships, in texts
    about people for whom "he" and "she" may follow other rules, and of "they", which everybody may be.
    """
    for misfit in text.misfits:
        sure = _sure(misfit)
        message = _evidence(misfit, misfit.span.of(text.raw))
        fixed = other_pronoun(text.raw, misfit.span)
        yield replace(misfit.span, fixed, message, min(0.85, sure), wrong=sure)


def _sure(misfit: Misfit) -> float:
    if misfit.probability >= 0.97:
        return 0.9
    return 0.85 if misfit.probability >= 0.9 else 0.75


def _evidence(misfit: Misfit, word: str) -> str:
    other = _WORDS[misfit.gender.other]
    if not misfit.person.gender:
        return (
            f"“{word}” seems to mean {misfit.person.name},"
            f" behind whose name {other} stand {misfit.votes} times."
        )
    near = f"; {other} stand near it {misfit.fitting} times" if misfit.fitting > 1 else ""
    return f"“{word}” seems to mean {misfit.person.name}, and {misfit.person.why} says otherwise{near}."
