"""Learn the word lists of newsfix.text from human-edited news, UD treebanks and the Unicode CLDR.

    python tools/build_lexicon.py DATA

DATA is the folder that benchmarks/README.md describes; clean/train and pos/*-train are read. Only counts
leave them: which words edited news writes small, and which it always writes with a capital.
"""

import lzma
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).parent.parent / "src/newsfix/text/data"

# A word where no sentence starts: after a small letter or a comma, on a line that is prose.
INSIDE = re.compile(r"(?<=[a-z,] )([^\W\d_]+)(?:['’]s)?(?![\w@'’.-])")
ENDS = (".", "!", "?", '"', "”")
# Names that are ordinary words too when they are written small.
ORDINARY = frozenset(
    "amazon china chad cree dutch french guinea japan jordan latin manx miller newt polish"
    " republicans roman swiss turkey".split()
)
SOURCE = (
    "allsides, reuters21578, bbc2005, masakhanenews, wikinews and basil (clean/train);\n"
    "# CLDR territories, languages, months and days"
)
TREEBANKS = (
    "the training parts of UD English EWT, GUM, LinES and ParTUT;\n"
    "# the past forms of irregular verbs"
)


def lines(data: Path) -> Iterator[str]:
    """Yield the paragraphs of edited news that are sentences."""
    for path in sorted((data / "clean/train").glob("*.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                if len(line) > 60 and line.rstrip().endswith(ENDS):
                    yield line


def count(data: Path) -> dict[str, Counter[str]]:
    """Return how each word is written inside sentences, by its small form."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for line in lines(data):
        for word in INSIDE.findall(line):
            forms[word.lower()][word] += 1
    return forms


def common_words(forms: dict[str, Counter[str]]) -> Iterator[tuple[str, str]]:
    """Yield words written small: "small" if hardly ever otherwise, "either" if mostly otherwise."""
    for word, written in forms.items():
        small = written[word]
        other = written.total() - small
        if (
            small < 30
            or small < 0.02 * other
            or not word.isascii()
            or (len(word) == 1 and word != "a")
        ):
            continue
        if small >= 100 and other <= 1 + 0.003 * small:
            yield word, "small"
        else:
            yield word, "" if small > other else "either"


def capitals(
    forms: dict[str, Counter[str]], common: set[str], places: set[str]
) -> Iterator[tuple[str, str, bool]]:
    """Yield small form, right form, and whether it is a place, of words hardly ever written small."""
    for word, written in forms.items():
        small = written[word]
        best, most = max(written.items(), key=lambda item: item[1])
        if word in common or len(word) < 4 or not best[0].isupper() or not best[1:].islower():
            continue
        if most < 0.97 * written.total():
            continue
        if word in ORDINARY:
            continue
        if word in places:
            if most >= 8 and small <= 0.004 * most:
                yield word, best, True
        elif most >= 150 and small <= 0.0005 * most:
            yield word, best, False


def place_words() -> set[str]:
    """Return the one-word names of territories, peoples, languages, months and days in English."""
    from babel import Locale  # a dependency of this program alone

    locale = Locale("en")
    found = [*locale.territories.values(), *locale.languages.values()]
    for widths in (locale.months["format"]["wide"], locale.days["format"]["wide"]):
        found += widths.values()
    peoples = (Path(__file__).parent / "demonyms.txt").read_text("utf-8").split()
    singular = {name.lower() for name in found if name.isalpha()} | set(peoples)
    return singular | {word + "s" for word in peoples if word.endswith(("n", "i", "b", "d"))}


def finite_verbs(data: Path) -> Iterator[tuple[str, str]]:
    """Yield word forms that can be finite verbs, and whether they are often or only sometimes."""
    uses: dict[str, Counter[bool]] = defaultdict(Counter)
    for path in sorted((data / "pos").glob("*-train.conllu.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                columns = line.split("\t")
                if len(columns) > 5 and columns[0].isdigit():
                    finite = columns[3] in ("VERB", "AUX") and "VerbForm=Fin" in columns[5]
                    uses[columns[1].lower()][finite] += 1
    past = (Path(__file__).parent / "irregular_verbs.txt").read_text("utf-8").split()
    for word in past:
        uses[word][True] += 3
    for word, seen in uses.items():
        if seen[True] >= 3 and seen[True] >= 0.15 * seen.total() and word.isalpha():
            yield word, "often" if seen[True] > seen[False] else "sometimes"


def write(name: str, title: str, entries: list[tuple[str, str]], source: str = SOURCE) -> None:
    """Write a list, with a head that says what it is and where it comes from."""
    head = (
        f"# {title}\n# Source: counts over {source}.\n"
        "# Built by tools/build_lexicon.py. Licence: Apache-2.0, as newsfix.\n"
    )
    rows = "".join(
        f"{entry}\t{kind}\n" if kind else f"{entry}\n" for entry, kind in sorted(entries)
    )
    (OUT / f"{name}.tsv").write_text(head + rows, encoding="utf-8")


def main(data: Path) -> None:
    """Build all lists from the data folder."""
    forms = count(data)
    common = list(common_words(forms))
    write(
        "words",
        "Words that edited news writes small; “small”: hardly ever otherwise; “either”: less often.",
        common,
    )
    known = list(capitals(forms, {word for word, _ in common}, place_words()))
    places = [(word, best) for word, best, is_place in known if is_place]
    names = [(word, best) for word, best, is_place in known if not is_place]
    write("places", "Places, peoples, languages, months and days: always with a capital.", places)
    write("names", "Other words that edited news always writes with a capital.", names)
    write(
        "finite_verbs",
        "Forms that are finite verbs, often or sometimes (15 % of their uses).",
        list(finite_verbs(data)),
        TREEBANKS,
    )
    print(f"{len(common)} words, {len(places)} places, {len(names)} names")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
