"""One mention of a name spelled otherwise than the others: a slip, another transliteration, lost marks."""

import random
import re
import unicodedata
from collections.abc import Iterator

from benchmarks.built.garbled import Edit, Plan
from benchmarks.built.pieces import some
from newsfix import Span

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][^\W\d_]{4,}(?:-[a-z]+)?(?![\w-])")
# Where nobody doubts that a word names somebody or some place.
_CERTAIN = (
    r"(?:\b(?:Mr|Mrs|Ms|Sen|Rep|Gov|Gen|Dr)\. |\b(?:President|Senator|Judge|said|says|told) )(?:[A-Z][a-z]+ )?{0}\b"
    r"|\b[A-Z][a-z]+ {0} (?:said|says|told|was|is|has|had|who)\b|\b{0},? (?:said|says|told|added)\b|\bin {0}[,.]"
)
_PERSON = re.compile(r"(?<=[a-z,] )([A-Z][a-z]{2,}) ([A-Z][a-z]{3,})(?![\w-])")
# Words with a capital that name nobody in particular.
_OTHERS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July"
    " August September October November December President Minister Senate House Congress Republican"
    " Republicans Democrat Democrats Democratic Senator Representative Governor Court Supreme State"
    " States United White American Americans National Department Party Justice General Secretary".split()
)
# Surnames with marks: English news knows few of them, so that none has a usual form without.
_MARKED = (
    "Dvořáček Wróblewski Ibáñez Kovářová Şimşekli Yıldırım Lindström Jørgensen Håkonsen Żuławska Čapková Horváthy Szabóné"
    " Gonçalves Ćosićević Đurišić Óskarsdóttir Pálsson Lefèvre Bélangère Gündoğdu Łukasik Nováčková Büyükkaya Kőszegi Mihăilescu"
    " Sjöblom Märting"
).split()
_WHOLE = str.maketrans("łŁøØđĐı", "lLoOdDi")  # letters that Unicode does not take apart
_HYPHENED = ("Ji-hoon", "Min-seo", "Seung-ho", "Abdel-karim", "Jean-luc", "Yun-hee")
_SOUNDS = (
    *(
        ("y", "i"),
        ("i", "y"),
        ("ck", "k"),
        ("c", "k"),
        ("k", "c"),
        ("ph", "f"),
        ("w", "v"),
        ("v", "w"),
    ),
    *(
        ("s", "z"),
        ("z", "s"),
        ("ei", "ey"),
        ("ee", "i"),
        ("oo", "u"),
        ("ou", "u"),
        ("e", "a"),
        ("kh", "h"),
    ),
    *(
        ("sh", "sch"),
        ("ll", "l"),
        ("tt", "t"),
        ("ss", "s"),
        ("nn", "n"),
        ("u", "ou"),
        ("ie", "y"),
        ("h", ""),
    ),
)
_LETTERS = "aeioulnrstkm"


def with_rare_names(text: str, chance: random.Random) -> str:
    """Return an article in which one name may be one with marks, and one person has a hyphen."""
    people = [match.groups() for match in _PERSON.finditer(text)]
    firsts = {
        first
        for first, last in people
        if people.count((first, last)) > 1 and first not in _OTHERS and last not in _OTHERS
    }
    for first in some(chance, sorted(firsts), 1):
        text = re.sub(rf"\b{first}\b", chance.choice(_HYPHENED), text)
    for name in some(chance, recurring(text), chance.randint(0, 1)):
        text = re.sub(rf"\b{name}\b", chance.choice(_MARKED), text)
    return text


def names(text: str, chance: random.Random) -> Iterator[Plan]:
    """Plan up to three names that are spelled otherwise in one of their mentions."""
    for name in some(chance, recurring(text), 3):
        kind, garbled = _garbled(name, chance)
        if garbled == name or re.search(rf"\b{garbled}\b", text):
            continue
        # The headline may be anything; a mention in the text is meant.
        places = [match.span() for match in re.finditer(rf"(?<![\w-]){name}(?![\w-])", text)]
        if len(places) > 1:
            yield Plan(f"names/{kind}", (Edit(Span(*chance.choice(places)), garbled),))


def recurring(text: str) -> list[str]:
    """Return the names that stand in a text more than once, and never in small letters."""
    found = {match[0] for match in _NAME.finditer(text)} - _OTHERS
    return sorted(
        name
        for name in found
        if len(re.findall(rf"(?<![\w-]){name}(?![\w-])", text)) > 1
        and not re.search(rf"\b{name.lower()}\b", text)
        and ("-" in name or re.search(_CERTAIN.format(name), text))
    )


def _garbled(name: str, chance: random.Random) -> tuple[str, str]:
    if "-" in name:
        first, last = name.split("-")
        return "hyphen", first + chance.choice((last, f"-{last.title()}"))
    if not name.isascii():
        taken_apart = unicodedata.normalize("NFD", name.translate(_WHOLE))
        return "marks", "".join(one for one in taken_apart if not unicodedata.combining(one))
    sounds = [pair for pair in _SOUNDS if pair[0] in name[1:]]
    if sounds and chance.random() < 0.5:
        before, after = chance.choice(sounds)
        at = name.index(before, 1)
        return "sound", name[:at] + after + name[at + len(before) :]
    at = chance.randrange(1, len(name) - 1)
    slips = (
        name[:at] + name[at + 1 :],
        name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        name[:at] + name[at] + name[at:],
        name[:at] + chance.choice(_LETTERS) + name[at + 1 :],
    )
    return "letter", chance.choice(slips)


# What a surname may mean. A few of these are surnames themselves; most are none.
_MEANINGS = (
    "Dove Sparrow Thunder Hedgehog Lantern Blanket Kettle Pebble Whistle Barrel Deaf Mute Cheerful Cabbage Pigeon Rooster Candle"
    " Meadow Thirsty Goose Mosquito Blacksmith Shoemaker Beetroot Spoon Bucket Needle Boot Fog Shadow Garlic Squirrel Anvil Ladle"
).split()
_TITLED = re.compile(
    r"\b(?P<title>President|Minister|Senator|Governor|Mayor|Sen\.|Rep\.|Gov\.|Mr\.|Mrs\.|Ms\.) (?P<word>[A-Z][a-z]{3,})(?! [A-Z])"
)
# Where a surname names a person for certain.
_INTRODUCED = r"\b(?:Mr|Mrs|Ms|Sen|Rep|Gov)\. (?:[A-Z][a-z]+ )?{0}\b|\b(?:President|Senator|Secretary|Judge) [A-Z][a-z]+ {0}\b"


def translated(text: str, chance: random.Random) -> Iterator[Plan]:
    """Plan one mention of a person, with a first name or title, of whose surname a word is made."""
    people = {
        match.groups()
        for match in _PERSON.finditer(text)
        if not _OTHERS & {match[1], match[2]} and re.search(_INTRODUCED.format(match[2]), text)
    }
    found = [
        match.span(2)
        for match in _PERSON.finditer(text)
        if match.groups() in people and len(re.findall(rf"\b{match[1]} {match[2]}\b", text)) > 1
    ]
    for match in _TITLED.finditer(text):
        titled = len(re.findall(rf"{match['title']} {match['word']}\b", text)) > 1
        if (
            titled
            and match["word"] not in _OTHERS
            and any(last == match["word"] for _, last in people)
        ):
            found.append(match.span("word"))
    for span in some(chance, found, 1):
        word = chance.choice([one for one in _MEANINGS if not re.search(rf"(?i)\b{one}\b", text)])
        yield Plan("translated/name", (Edit(Span(*span), word),))
