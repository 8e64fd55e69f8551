"""Build the list of synonyms from WordNet, and from phrases that were found in spun papers.

    python -m tools.build_thesaurus WORDNET DATA

WORDNET is the folder with data.noun and its like (Debian: wordnet-base, /usr/share/wordnet); of DATA, which
benchmarks/README.md describes, lists/tortured_phrases.tsv.xz is read. A synonym leads to the usual words of news
that it may stand for, in the same form; what the model of word order does not know is left out.
"""

import lzma
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain
from math import log
from pathlib import Path

from newsfix.models.inflections import bases, inflected
from newsfix.models.phrasing import phrasing
from newsfix.text.lists import words

OUT = Path(__file__).parent.parent / "src/newsfix/text/data/synonyms.tsv"
#: How common a word must be that others stand for; how many of them a synonym leads to.
USUAL, MOST = 6_000, 10
#: From pairs of phrases that were seen so often, if they are as common as the second number says.
SEEN, KNOWN = 2, 12_000
SHORTEST = 4
#: The share of words that are exchanged in a spun text, about.
EXCHANGED = 0.25
HEAD = """\
# Words of news, each with a hundred times how much it speaks for a text whose words were exchanged for synonyms (the
# logarithm of the odds), and the usual words that it may stand for in one.
# Source: WordNet 3.0 (synonyms, and adjectives that are similar), with the notice below; pairs of words from the list of
# tortured phrases of scientific papers that benchmarks/README.md describes (CC BY 4.0). Both were cut down to the
# words that the model of word order knows, and inflected.
# Built by tools/build_thesaurus.py.
# WordNet: This software and database is being provided to you, the LICENSEE, by Princeton University under the following
# license. By obtaining, using and/or copying this software and database, you agree that you have read, understood, and will
# comply with these terms and conditions.: Permission to use, copy, modify and distribute this software and database and its
# documentation for any purpose and without fee or royalty is hereby granted, provided that you agree to comply with the
# following copyright notice and statements, including the disclaimer, and that the same appear on ALL copies of the software,
# database and documentation, including modifications that you make for internal use or for distribution. WordNet 3.0
# Copyright 2006 by Princeton University. All rights reserved. THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON
# UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON
# UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANT-ABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE
# OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR
# OTHER RIGHTS. The name of Princeton University or Princeton may not be used in advertising or publicity pertaining to
# distribution of the software and/or database. Title to copyright in this software, database and any associated
# documentation shall at all times remain with Princeton University and LICENSEE agrees to preserve same.
"""
SETS = ("noun", "verb", "adj", "adv")
SIMILAR = "&"


def synsets(wordnet: Path) -> Iterator[tuple[str, list[str], list[tuple[str, str]]]]:
    """Yield the key of each set of synonyms, its words, and its relations: their signs and where they lead."""
    for name in SETS:
        for line in (wordnet / f"data.{name}").read_text("utf-8").splitlines():
            if line[0] == " ":
                continue  # the licence
            fields = line.partition(" | ")[0].split()
            count = int(fields[3], 16)
            own = [re.sub(r"\(.*\)", "", word).lower() for word in fields[4 : 4 + 2 * count : 2]]
            rest = fields[5 + 2 * count :]
            links = [
                (rest[at], f"{rest[at + 2].replace('s', 'a')}{rest[at + 1]}")
                for at in range(0, 4 * int(fields[4 + 2 * count]), 4)
            ]
            yield f"{fields[2].replace('s', 'a')}{fields[0]}", own, links


def related(wordnet: Path, signs: frozenset[str]) -> dict[str, set[str]]:
    """Return the synonyms of each word, and those that relations with some ``signs`` lead to."""
    every = {key: (own, links) for key, own, links in synsets(wordnet)}
    found: dict[str, set[str]] = defaultdict(set)
    for own, links in every.values():
        beside = {word for sign, key in links if sign in signs for word in every[key][0]}
        for word in own:
            for other in (*own, *beside):
                if other != word and word.isalpha() and other.isalpha():
                    found[word].add(other)
                    found[other].add(word)
    return found


def aligned(data: Path) -> Counter[tuple[str, str]]:
    """Return how often a word stands for another in the tortured phrases."""
    found: Counter[tuple[str, str]] = Counter()
    with lzma.open(data / "lists/tortured_phrases.tsv.xz", "rt", encoding="utf-8") as file:
        for line in file:
            spun, _, meant = line.strip().partition("\t")
            meant = re.sub(r"[\[(].*?[\])]", "", meant)
            one, two = (re.findall(r"[a-z]+", text.lower()) for text in (spun, meant))
            if len(one) == len(two):
                found.update(pair for pair in zip(one, two, strict=True) if pair[0] != pair[1])
    return found


def pairs(wordnet: Path, data: Path) -> Iterator[tuple[str, str]]:
    """Yield synonyms with the usual words that they may stand for, in any form."""
    rank = {word: at for at, word in enumerate(phrasing().ngrams.words.known)}
    synonyms = related(wordnet, frozenset(SIMILAR))
    for meant in list(rank)[:USUAL]:
        for base in bases(meant) if meant.isalpha() else ():
            for other in synonyms.get(base, ()):
                said = inflected(other, base, meant)
                if said in rank and said != meant:
                    yield said, meant
    for (said, meant), times in aligned(data).items():
        if (
            times >= SEEN
            and said in rank
            and rank.get(meant, KNOWN) < KNOWN
            and said[:4] != meant[:4]
        ):
            yield said, meant


def speaks(found: dict[str, list[str]]) -> Iterator[tuple[str, float, list[str]]]:
    """Yield each synonym with how much it speaks for a spun text: by how often it is written for the usual words."""
    model = phrasing().ngrams
    often = {
        word: 2 ** -model.bits(model.word_cost[model.words.number(word)])
        for word in {*found, *chain.from_iterable(found.values())}
    }
    ways = Counter(chain.from_iterable(found.values()))
    for said, meant in found.items():
        written = sum(often[word] / (ways[word] + 1) for word in meant)
        yield said, log(1 - EXCHANGED + EXCHANGED * written / often[said]), meant


def main(wordnet: Path, data: Path) -> None:
    """Write the list."""
    rank = {word: at for at, word in enumerate(phrasing().ngrams.words.known)}
    small = words("closed_class")
    found: dict[str, set[str]] = defaultdict(set)
    for said, meant in pairs(wordnet, data):
        if min(len(said), len(meant)) >= SHORTEST and not small & {said, meant}:
            found[said].add(meant)
    told = speaks(
        {said: sorted(meant, key=rank.__getitem__)[:MOST] for said, meant in found.items()}
    )
    rows = [
        f"{said}\t{round(100 * odds)} {' '.join(meant)}\n" for said, odds, meant in sorted(told)
    ]
    OUT.write_text(HEAD + "".join(rows), "utf-8")
    print(len(rows), "words,", OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
