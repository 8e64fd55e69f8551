"""Count the names of human-edited news: which there are, and which first names go with he or she.

    python -m tools.build_names DATA

DATA is the folder that benchmarks/README.md describes; clean/train is read. Only counts leave it.
"""

import lzma
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from newsfix.text.lists import words

OUT = Path(__file__).parent.parent / "src/newsfix/text/data"

# A capital where no sentence starts.
INSIDE = re.compile(r"(?<=[a-z,;] )([A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]+(?:[-’'][^\W\d_]{2,})*)")
FEWEST = 8  # documents
FULL = re.compile(r"\b([A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?) (?:[A-Z]\. )?([A-Z][a-z]\w+)\b")
TITLED = re.compile(
    r"\b(Mrs?|Ms|Miss|[Ss]pokes(?:wo)?man|[Cc]ongress(?:wo)?man|[Aa]ctress|[Aa]ctor|[Cc]hair(?:wo)?man)\.?"
    r" ([A-Z][a-z]+)(?: [A-Z]\.)? [A-Z]\w+"
)
FEMALE = re.compile(r"(?i)mrs|ms|miss|.*woman|actress")
PRONOUN = re.compile(r"\b(he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
OF_TITLE = 5  # a title says as much as so many paragraphs
# Pronouns of a paragraph are often somebody else's, and most people in the news are men.
FEWEST_COUNTS, FEMALE_FROM, MALE_TO = 6, 0.67, 0.12
MOST_OTHER = 0.6  # of the counts of a name that is listed as one of the two
HEAD = """\
# Names that edited news writes, each with the number of documents that do.
# Source: counts over allsides, reuters21578, bbc2005, masakhanenews, wikinews and basil (clean/train).
# Built by tools/build_names.py. Licence: Apache-2.0, as newsfix.
"""


STATES = frozenset(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois"
    " indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri"
    " montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont washington wisconsin"
    " wyoming breitbart christmas miami chicago latin".split()
)
HEAD_OF_FIRST = """\
# First names by what they go with in edited news: f, she and Ms.; m, he and Mr.
# Source: counts over allsides, reuters21578, bbc2005, masakhanenews, wikinews and basil (clean/train), and
# tools/first_names.txt, written for newsfix from general knowledge.
# Built by tools/build_names.py. Licence: Apache-2.0, as newsfix.
"""


class FirstNames:
    """How often each first name stands with a title or a pronoun of women, and of men."""

    def __init__(self) -> None:
        self.female: Counter[str] = Counter()
        self.male: Counter[str] = Counter()
        self.first: Counter[str] = Counter()
        self.last: Counter[str] = Counter()

    def read(self, document: str) -> None:
        """Count a document: its titles, and the paragraphs with one person and one kind of pronoun."""
        for title, name in TITLED.findall(document):
            counts = self.female if FEMALE.fullmatch(title) else self.male
            counts[name] += OF_TITLE
        for paragraph in document.split("\n"):
            people = list(FULL.finditer(paragraph))
            for first, last in (match.groups() for match in people):
                self.first[first] += 1
                self.last[last] += 1
            if len({match[2] for match in people}) == 1:
                found = PRONOUN.findall(paragraph, people[0].end())
                is_female = {
                    pronoun.lower() in ("she", "her", "hers", "herself") for pronoun in found
                }
                if len(is_female) == 1:
                    counts = self.female if is_female.pop() else self.male
                    counts[people[0][1]] += 1

    def table(self) -> dict[str, str]:
        """Return the first names that go with one of the two, as f or m."""
        ordinary = words("words", "places", "closed_class") | STATES
        found = {}
        for name in self.female | self.male:
            total = self.female[name] + self.male[name]
            if total < FEWEST_COUNTS or name.lower() in ordinary:
                continue
            if self.first[name] < 3 * self.last[name]:
                continue
            share = self.female[name] / total
            if share >= FEMALE_FROM or share <= MALE_TO:
                found[name] = "f" if share >= FEMALE_FROM else "m"
        listed = (Path(__file__).parent / "first_names.txt").read_text("utf-8").splitlines()
        for row in listed[1:]:
            kind, *names = row.split()
            for name in names:
                other = self.male[name] if kind == "f" else self.female[name]
                total = self.female[name] + self.male[name]
                if other < max(FEWEST_COUNTS, MOST_OTHER * total) or found.get(name) == kind:
                    found.setdefault(name, kind)
        return found


def documents(data: Path) -> Iterator[str]:
    """Yield the documents of edited news."""
    for path in sorted((data / "clean/train").glob("*.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as file:
            yield from file.read().split("\n\n")


def main(data: Path) -> None:
    """Write the lists."""
    names: Counter[str] = Counter()
    people = FirstNames()
    for document in documents(data):
        names.update(set(INSIDE.findall(document)))
        people.read(document)
    first = "".join(f"{name}\t{kind}\n" for name, kind in sorted(people.table().items()))
    (OUT / "first_names.tsv").write_text(HEAD_OF_FIRST + first, "utf-8")
    rows = [f"{name}\t{often}\n" for name, often in sorted(names.items()) if often >= FEWEST]
    (OUT / "known_names.tsv").write_text(HEAD + "".join(rows), "utf-8")
    print(f"{len(rows)} names")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
