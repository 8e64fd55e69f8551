"""A pronoun of the other gender behind the person that it means."""

import random
import re
from collections.abc import Iterator

from benchmarks.built.garbled import Edit, Plan
from benchmarks.built.pieces import every_sentence, some
from newsfix import Span

_PERSON = re.compile(
    r"\b(?:Mr|Mrs|Ms|Sen|Rep|Gov)\. [A-Z][a-z]+|\b[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-z]{2,}"
    r"(?= (?:said|says|told|was|is|has|had|who|added)\b|,)"
)
_PRONOUN = re.compile(
    r"(?<![\w’'-])(?:[Hh]e|[Ss]he|[Hh]im|[Hh]imself|[Hh]erself|[Hh]is|[Hh]er)(?![\w-])"
)
_FEMALE = frozenset(("she", "her", "herself"))
_OTHER = {
    "he": "she",
    "she": "he",
    "him": "her",
    "his": "her",
    "himself": "herself",
    "herself": "himself",
}
# "her" is both: what follows "him" is no noun.
_NO_NOUN = re.compile(
    r"(?:[.,;]| (?:to|in|on|at|for|from|with|as|and|that|by|of|about|into|after)\b)"
)


def pronouns(text: str, chance: random.Random) -> Iterator[Plan]:
    """Plan up to two pronouns, each in the sentence of its person or the next one."""
    found = []
    before = ""
    for sentence in every_sentence(text):
        said = sentence.of(text)
        people = {match[0].split()[-1] for match in _PERSON.finditer(f"{before} {said}")}
        kinds = {match[0].lower() in _FEMALE for match in _PRONOUN.finditer(f"{before} {said}")}
        first = _PERSON.search(said)
        if len(people) == 1 and len(kinds) == 1:
            start = sentence.start + (first.end() if first else 0)
            found += list(_PRONOUN.finditer(text, start, sentence.end))
        before = said if first else ""
    for match in some(chance, found, 2):
        flipped = _flipped(match, text)
        yield Plan("pronouns/gender", (Edit(Span(*match.span()), flipped),))


def _flipped(match: "re.Match[str]", text: str) -> str:
    word = match[0].lower()
    her = "him" if _NO_NOUN.match(text, match.end()) else "his"
    other = her if word == "her" else _OTHER[word]
    return other.capitalize() if match[0][0].isupper() else other
