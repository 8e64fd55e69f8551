"""STR108."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Text
from newsfix.text.doubles import is_deliberate

_SUBJECTS = frozenset("what whatever who whoever which where that".split())
_BETWEEN = frozenset("to in by for after upon over on against with".split())


@rule(
    "STR108",
    "repeated-phrase",
    changes={
        "He came to the end of the tape of the tape and left.": (
            "He came to the end of the tape and left."
        ),
        "She seems to be to be late again.": "She seems to be late again.",
    },
    keeps=[
        "It went on and on and on, again and again and again.",
        "They sang New York New York at the Sunset Sunset Bar.",
        "Prices rose year after year after year.",
        "Of the people, by the people, for the people.",
        "They were better and better and better.",
        "They work from time to time to find out, hand in hand in the open.",
        "“I was, I was I was there,” she said.",
        "What is done is done, and who has paid has paid.",
    ],
)
def repeated_phrase(text: Text) -> Iterator[Finding]:
    """A phrase that stands twice in a row, without anything between its copies.

    It comes about as a doubled word does, and where two versions of a text were merged. A comma
    between the copies shows that they are meant, and so do words joined to themselves ("again and
    again and again", "year after year after year") and sentences that say what goes without saying
    ("what is done is done").
    """
    raw = text.raw
    for one in text.doubled:
        phrase = one.first.of(raw)
        if one.words < 2 or one.times > 2 or is_deliberate(phrase):
            continue
        if (
            raw[: one.first.start].rpartition("\n")[2].rstrip().rpartition(" ")[2].lower()
            in _SUBJECTS
        ):
            continue
        whole = (one.first.start, one.rest.end)
        if text.is_protected(whole):
            continue
        sure = 0.96 if phrase.islower() and not _may_be_idiom(phrase) else 0.6
        shown = phrase if len(phrase) < 40 else f"{phrase[:39]}…"
        yield replace(one.rest, "", f"“{shown}” stands twice.", sure, at=whole)


def _may_be_idiom(phrase: str) -> bool:
    """Say whether "time to" is half of "from time to time to stop", "hand in" of "hand in hand"."""
    found = phrase.split()
    return len(found) == 2 and found[1] in _BETWEEN
