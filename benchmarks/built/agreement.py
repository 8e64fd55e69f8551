"""A pronoun for one man or woman that stands for a company, a state or several people."""

import random
import re
from collections.abc import Iterator

from benchmarks.built.garbled import Edit, Plan
from benchmarks.built.pieces import every_sentence, some
from newsfix import Span

_BODY = re.compile(
    r"(?:The|A|An) (?:[a-z]+ |[A-Z][a-z]+ ){0,2}?(?:company|bank|agency|government|ministry|party|country|university|airline"
    r"|committee|council|firm|commission|court|group|union|department|organization|newspaper|city|club|army|regulator|board|team)\b"
    r"|(?:Russia|China|Iran|Israel|Japan|India|France|Germany|Britain|Mexico|Turkey|Canada|Facebook|Google|Apple|Amazon|Congress)\b"
)
_GROUP = re.compile(
    r"(?:The |Two |Three |Four |Some |Many |Several |Most |All |Both |These )?(?:[A-Za-z]+ ){0,2}?(?i:ministers|officials|leaders"
    r"|protesters|lawmakers|officers|voters|workers|students|migrants|soldiers|investigators|researchers|parents|critics|experts"
    r"|analysts|prosecutors|lawyers|scientists|residents|demonstrators|rebels|teachers|doctors|farmers|companies|states|banks"
    r"|republicans|democrats|americans|senators|judges|families|men|women)\b"
)
_THEIR = re.compile(r"(?<=[a-z] )(?P<word>their)(?= [a-z])")
_ITS = re.compile(r"(?<=[a-z] )(?P<word>its)(?= [a-z])")
_THEY = re.compile(r"(?P<word>They(?: have| are| were|(?= (?:had|will|would|could|[a-z]+ed)\b)))")
# "It is said", "it seems": "it" stands for nothing.
_IT = re.compile(
    r"(?P<word>It)(?= (?:also |then )?(?!is|was|has been|had been|will be|would|could|seems|appears|may|might|takes|took|comes"
    r"|came|rained)[a-z]+)"
)
_SINGULAR = {"have": "has", "are": "is", "were": "was"}
# Whom a "he" could mean: then it would be no fault. Presidents need no first name.
_SOMEBODY = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|Mr|Ms|Trump|Obama|Clinton|Bush|Biden|Romney|[A-Z][a-z]+ [A-Z][a-z]+)\b"
)
_NEAR = 250  # characters


def agreement(text: str, chance: random.Random) -> Iterator[Plan]:
    """Plan up to two pronouns of a body or a group, put as if they stood for one man or woman."""
    found: list[tuple[str, re.Match[str]]] = []
    before = ""
    for sentence in every_sentence(text):
        said = sentence.of(text)
        if not _SOMEBODY.search(text, max(0, sentence.start - _NEAR), sentence.end):
            for kind, subject, own, following in (
                ("body", _BODY, _ITS, _IT),
                ("group", _GROUP, _THEIR, _THEY),
            ):
                start = subject.match(said)
                first = sentence.start + start.end() if start else sentence.end
                places = [
                    own.search(text, first, sentence.end),
                    following.match(text, sentence.start) if subject.match(before) else None,
                ]
                found += [(kind, match) for match in places if match]
        before = said
    for kind, match in some(chance, found, 2):
        word, _, verb = match["word"].partition(" ")
        men, women = ("He", "She") if word[0].isupper() else ("his", "her")
        # English calls some countries "she": no fault.
        one = chance.choice((men, men, women)) if kind == "group" else men
        one += f" {_SINGULAR[verb]}" if verb else ""
        yield Plan(f"agreement/{kind}", (Edit(Span(*match.span("word")), one),))
