"""STR107."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Doubled, Text
from newsfix.text.doubles import DAYS
from newsfix.text.joints import is_common
from newsfix.text.lists import words

# What good sentences hold twice in a row: pluperfects, relative clauses, stress, names.
_KEPT = frozenset(
    "had that very so really far much many long bye ha hey no yes well never more there whatever"
    " blah tut hear knock ho la na do too way big old little up bang boom drip pop win work hint"
    " surprise cough".split()
)
# Verbs and their particles meet a preposition or a subject of the same form.
_MAY_MEET = frozenset("in on by over out off up through is was are it you who her do one".split())
_NEVER = frozenset(
    "the a an of and to with from for at or but as their its our my your into than these this"
    " those has have will would could should they we he she i if were be been not".split()
)

_NO_SOUND = 5  #: letters: longer words that no list has are hardly clacks and whoas


@rule(
    "STR107",
    "repeated-word",
    changes={
        "They met in the the old town hall.": "They met in the old town hall.",
        "The council council met late on Monday.": "The council met late on Monday.",
        "It was the end of of a long day.": "It was the end of a long day.",
        "They met on Tuesday Tuesday.": "They met on Tuesday.",
        "They closed the bridge bridge, and left before the storm storm.": (
            "They closed the bridge, and left before the storm."
        ),
    },
    suggests={
        "The bridge stood in in the middle of the town.": (
            "The bridge stood in the middle of the town."
        ),
        "Doctors looked at the bloodstream bloodstream.": "Doctors looked at the bloodstream.",
    },
    keeps=[
        "He had had enough of that, and said that that was very, very late.",
        "Duran Duran sang New York New York in Walla Walla.",
        "What it is is a farce, and so so dull.",
        "He drove 20 20 times, bye bye.",
        "She logged in in May.",
        "They heard it go clack clack, and there was no there there.",
        "“The the town,” he said.",
    ],
    misses={"He knew that that the vote was lost.": "He knew that the vote was lost."},
)
def repeated_word(text: Text) -> Iterator[Finding]:
    """A word that stands twice in a row.

    Decoders stutter, and editors paste beside what they meant to replace. Articles and most other
    small words never stand twice. Pluperfects ("had had"), relative clauses ("that that"), particles
    before a preposition ("logged in in May"), stress ("very very") and names (Duran Duran) do.
    """
    for one in text.doubled:
        if one.words > 1 or one.times > 2:
            continue
        sure = _sure(text, one)
        word = one.first.of(text.raw)
        if sure:
            message = f"“{word}” stands twice."
            yield replace(one.rest, "", message, sure, at=(one.first.start, one.rest.end))


def _sure(text: Text, one: Doubled) -> float:
    word = one.first.of(text.raw)
    if not word.isalpha() or word in _KEPT or text.is_protected((one.first.start, one.rest.end)):
        return 0.0
    if word in _NEVER or word in DAYS:
        return 0.97
    if not word.islower():
        return 0.0
    if not is_common(word):
        return 0.6 if len(word) > _NO_SOUND else 0.0
    if word in _MAY_MEET or word in words("closed_class"):
        return 0.6 if word in _MAY_MEET else 0.8
    return 0.95 if len(word) > 3 else 0.6
