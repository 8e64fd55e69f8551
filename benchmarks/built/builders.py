"""From edited news to garbled documents, by kind of fault."""

import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from benchmarks.built.agreement import agreement
from benchmarks.built.garbled import Garbled, Plan, garble
from benchmarks.built.misplaced import misplaced
from benchmarks.built.names import names, translated, with_rare_names
from benchmarks.built.numbers import locale, spoiled
from benchmarks.built.pronouns import pronouns
from benchmarks.built.repeated import repeated
from benchmarks.built.residue import residue
from benchmarks.built.small import small
from benchmarks.built.split import boundary, split
from benchmarks.built.spun import spun
from benchmarks.built.untranslated import untranslated
from benchmarks.built.wording import wording

Builder = Callable[[str, random.Random], Iterator[Plan]]


def clean(text: str, chance: random.Random) -> Iterator[Plan]:
    """Plan nothing: controls, in which nothing may change."""
    del text, chance
    yield from ()


BUILDERS: Mapping[str, Builder] = MappingProxyType(
    {
        "split": split,
        "boundary": boundary,
        "residue": residue,
        "repeated": repeated,
        "misplaced": misplaced,
        "names": names,
        "translated": translated,
        "pronouns": pronouns,
        "agreement": agreement,
        "locale": locale,
        "numbers": spoiled,
        "wording": wording,
        "small": small,
        "untranslated": untranslated,
        "spun": spun,
        "clean": clean,
    }
)

#: What is done to an article before it counts as the clean one, so that it holds what is garbled.
PREPARED: Mapping[str, Callable[[str, random.Random], str]] = MappingProxyType(
    {"names": with_rare_names}
)

# None of them is about any article, so that no rule can know them by the text below.
_HEADLINES = tuple(
    """
    Harbour town votes to keep its night ferry
    Ministers weigh new rules for river fishing
    Lagoon City Opens Its Longest Bridge
    Bakers warn of dearer bread as flour runs short
    Strike at Valmora Port Enters Its Third Day
    Why the mountain railway is losing its guards
    ‘We had an hour to leave’: villagers on the flood
    Court clears teacher of striking pupil
    Five Held After Raid on Old Mint
    Island council backs wind farm, rejects airport
    Oruvia and Tazrit sign water treaty after 20 years
    POLICE SEARCH FOR MISSING FISHERMEN
    Cheap loans helped farms, study finds
    Museum returns bronze bell to northern village
    What we know about the fire at the Sorrin mill
    Heat breaks record in three valleys
    """.strip().splitlines()
)
_SHORTEST, _LONGEST = 800, 6000  # characters: articles, not notes and not pages of comments


def build(kind: str, documents: Iterable[str], *, seed: int, most: int) -> Iterator[Garbled]:
    """Yield up to ``most`` garbled documents of a kind; the same ``seed`` gives the same ones."""
    usable = [text.strip() for text in documents if _SHORTEST < len(text.strip()) < _LONGEST]
    chance = random.Random(f"{seed} {kind}")  # noqa: S311  # reproducible on purpose
    chance.shuffle(usable)
    made = 0
    for text in usable:
        if made == most:
            return
        laid_out = lay_out(text, chance)
        if kind in PREPARED:
            laid_out = PREPARED[kind](laid_out, chance)
        garbled = garble(laid_out, BUILDERS[kind](laid_out, chance))
        if garbled.faults or kind == "clean":
            made += 1
            yield garbled


def lay_out(text: str, chance: random.Random) -> str:
    """Return an article with a headline, its paragraphs set apart by blank lines or not."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    gap = chance.choice(("\n", "\n\n"))
    return gap.join([chance.choice(_HEADLINES).strip(), *lines])
