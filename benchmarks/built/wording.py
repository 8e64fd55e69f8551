"""Idioms, connectives, formulas of attribution and articles of place names, put as another language does.

The idioms, and what stands in them instead, were written for this file and not taken from the lists of newsfix.
"""

import random
import re
from collections.abc import Iterator

from benchmarks.built.garbled import Edit, Plan
from benchmarks.built.pieces import some
from newsfix import Span

# The usual word in its surroundings, and what a translator may put there.
_IDIOMS = tuple(
    (re.compile(rf"\b(?P<head>{head})(?P<word>{word})(?P<tail>{tail})\b"), instead.split())
    for head, word, tail, instead in (
        ("", "raised?", " eyebrows", "lift elevate hoist"),
        ("raised? ", "eyebrows", "", "brows lashes"),
        ("", "paved", " the way", "asphalted tiled flattened"),
        ("", "pave", " the way", "asphalt tile flatten"),
        ("", "shed", " light", "throw pour spill"),
        ("", "play(?:ed|s)?", " a(?: \\w+)? role", "act perform"),
        ("", "bridge", " the (?:gap|divide)", "overcome span"),
        ("the ", "tip", " of the iceberg", "peak top point"),
        ("at the end of the ", "day", "", "evening night"),
        ("a? ?blind ", "eye", "", "look"),
        ("turn(?:ed|ing)? a ", "blind", " eye", "sightless closed"),
        ("", "drew|drawn", " (?:criticism|fire|ire)", "pulled dragged"),
        ("", "sparked", " outrage", "ignited lit"),
        ("", "level", " playing field", "flat equal"),
        ("level playing ", "field", "", "ground meadow pitch"),
        ("behind closed ", "doors", "", "gates windows"),
        ("behind ", "closed", " doors", "sealed locked"),
        ("in the ", "wake", " of", "trail track"),
        ("face ", "value", "", "price worth"),
        ("", "break", " the (?:ice|deadlock|impasse|silence)", "crush smash"),
        ("", "hit", " the ground running", "strike beat"),
        ("", "sound(?:ed|ing)?", " the alarm", "pound beep"),
        ("", "set", " the stage", "put lay"),
        ("", "set", " the tone", "put lay"),
        ("set the ", "stage", "", "scaffold platform podium"),
        ("", "follow(?:ed)?", " suit", "chase pursue"),
        ("", "cast", " doubt", "throw toss"),
        ("", "pose", " a threat", "put place"),
        ("common ", "ground", "", "soil land floor"),
        ("find ", "common", " ground", "joint shared"),
        ("", "gain(?:ed|ing)?", " (?:traction|momentum|ground)", "earn obtain"),
        ("under ", "fire", "", "flame blaze"),
        ("", "come|came", " under fire", "arrive arrived"),
        ("", "wreak(?:ed|ing)?", " havoc", "make cause"),
        ("", "pay(?:ing)?", " attention", "give spend"),
        ("", "paid", " tribute", "gave spent"),
        ("", "keep", " an eye on", "hold retain"),
        ("an ", "eye", " on", "look glance"),
        ("the upper ", "hand", "", "arm palm"),
        ("point(?:ed|ing)? the ", "finger", "", "thumb hand"),
        ("", "point(?:ed|ing)?", " the finger", "show direct"),
        ("the last ", "straw", "", "hay"),
        ("in the long ", "run", "", "race course"),
        ("back to the drawing ", "board", "", "table plank"),
        ("drew? a ", "line", "", "stripe"),
        ("on the same ", "page", "", "sheet leaf"),
        ("in ", "limbo", "", "purgatory"),
        ("the ball is in \\w+ ", "court", "", "yard field"),
        ("speaks? ", "volumes", "", "books tomes"),
        ("cut ", "corners", "", "angles edges"),
        ("", "cut", " ties", "slice chop"),
        ("on thin ", "ice", "", "snow frost"),
        ("", "made", " headlines", "did created"),
        ("with a grain of ", "salt", "", "pepper sugar"),
        ("up in the ", "air", "", "sky atmosphere"),
        ("the ", "writing", " on the wall", "script inscription"),
        ("calm before the ", "storm", "", "tempest"),
        ("elephant in the ", "room", "", "chamber"),
        ("smoking ", "gun", "", "rifle pistol"),
        ("", "smoking", " gun", "steaming burning"),
        ("", "take", " place", "grab seize"),
        ("", "took", " office", "grabbed seized"),
        ("", "steps?", " up to the plate", "walk"),
        ("", "made", " history", "did created"),
        ("", "crack(?:ed|ing)?", " down", "break"),
        ("", "raise", " questions", "lift hoist"),
        ("", "raised", " (?:questions|concerns)", "lifted hoisted"),
    )
)
_CONNECTIVES = tuple(
    (re.compile(rf"(?<![\w’'-]){usual}(?![\w’'-])"), instead.split("|"))
    for usual, instead in (
        ("at the same time(?=,)", "in the same time"),
        ("[Aa]s a result of", "in result of|in consequence to|in the result of|as consequence of"),
        ("[Dd]espite(?= the| a)", "despite of"),
        ("due to(?= the| a)", "due of|due from"),
        ("thanks to", "thanks of|thanks for"),
        ("regardless of", "regardless from|irregardless of"),
        ("on the other hand", "on the other side|by the other hand|in other hand"),
        ("on the contrary", "by the contrary|in the contrary"),
        ("in accordance with", "in accordance to|accordingly to"),
        ("in addition to", "in addition of|additionally to"),
        ("such as", "such like|as for example"),
        ("as well as", "as well as also|so as"),
        ("in spite of", "in spite"),
        ("for the first time", "by the first time|in the first time"),
        ("on behalf of", "in behalf to|on behalf to"),
        ("in terms of", "in terms to|on terms of"),
        ("compared (?:with|to)", "by comparison of|in comparison of"),
        ("in order to", "in the aim to|with the purpose to"),
        ("instead of", "in place that|instead than"),
        ("until", "till to"),
    )
)
_FOR_YEARS = re.compile(
    r"(?:has|have) (?:\w+ ){1,6}(?P<word>for)(?= (?:two|three|four|five|several|many|\d\d?) (?:years|months|weeks|days)[,.])"
)
_ARTICLE = re.compile(
    r"(?<=[a-z] )(?:in|to|from|across) (?P<word>the )(?:Netherlands|Philippines|United (?:States|Kingdom|Nations)"
    r"|Middle East|European Union"
    r"|Caribbean|Balkans|Bahamas|Persian Gulf|White House|Pentagon|Kremlin|West Bank|Gaza Strip|Czech Republic|Soviet Union)"
    r"(?=[.,;] | (?:is|was|has|had|will|would|to|on|after|before|since|during|because|where|who|that|which|while|when|said)\b)"
)
_BARE = re.compile(
    r"(?<=[a-z] )(?P<word>)(?:NATO|Britain|Russia|China|France|Germany|Iran|Israel|Syria|Ukraine"
    r"|Mexico|Turkey|Japan|India|Egypt)"
    r"(?=[.] | (?:is|was|has|had|will|would|could|should|after|before|against|from|said|says)\b)"
)
_SAID = re.compile(r"(?<=,[”\"] )(?P<word>[A-Z][a-z]+(?: [A-Z][a-z]+)? said)(?=\.)")
_ACCORDING = re.compile(
    r"(?<=[a-z], )(?P<word>according to (?P<source>the [A-Z]\w+(?: [A-Z]\w+){0,2}|[A-Z]\w+(?: [A-Z]\w+)?))(?=\.\s)"
)


_APART = 40  # characters


def wording(text: str, chance: random.Random) -> Iterator[Plan]:
    """Plan up to six places, of which at most two are of one kind."""
    found = [
        plan
        for plans in (_idioms, _connectives, _articles, _attribution)
        for plan in some(chance, list(plans(text, chance)), 2)
    ]
    yield from some(chance, found, 6)


def _idioms(text: str, chance: random.Random) -> Iterator[Plan]:
    taken: list[int] = []
    for pattern, instead in _IDIOMS:
        for match in pattern.finditer(text):
            # One word of an idiom is exchanged, not two.
            if any(abs(match.start() - one) < _APART for one in taken):
                continue
            taken.append(match.start())
            said = match["word"]
            word = chance.choice(instead)
            if said.endswith("ed") and not word.endswith(("ed", "e")) and said != "shed":
                word += "ed"
            elif said.endswith("ing") and len(said) > 5:
                word = word.removesuffix("e") + "ing"
            yield _plan("idiom", match, word)


def _connectives(text: str, chance: random.Random) -> Iterator[Plan]:
    for pattern, instead in _CONNECTIVES:
        for match in pattern.finditer(text):
            word = chance.choice(instead)
            word = word.capitalize() if match[0][0].isupper() else word
            yield Plan("wording/connective", (Edit(Span(*match.span()), word),))
    for match in _FOR_YEARS.finditer(text):
        yield _plan("connective", match, "since")


def _articles(text: str, chance: random.Random) -> Iterator[Plan]:
    del chance
    for match in _ARTICLE.finditer(text):
        yield _plan("lost-article", match, "")
    for match in _BARE.finditer(text):
        yield _plan("needless-article", match, "the ")


def _attribution(text: str, chance: random.Random) -> Iterator[Plan]:
    for match in _SAID.finditer(text):
        name = match["word"].removesuffix(" said")
        yield _plan(
            "attribution",
            match,
            f"{name} {chance.choice(('used the expressions', 'used these words'))}",
        )
    for match in _ACCORDING.finditer(text):
        source = match["source"]
        formula = chance.choice(
            (f"this reports {source}", f"as informs {source}", f"about this reports {source}")
        )
        yield _plan("attribution", match, formula)


def _plan(kind: str, match: "re.Match[str]", word: str) -> Plan:
    return Plan(f"wording/{kind}", (Edit(Span(*match.span("word")), word),))
