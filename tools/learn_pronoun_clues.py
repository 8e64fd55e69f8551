"""Learn how far each clue around a pronoun tells that it means a woman, or a man.

    python -m tools.learn_pronoun_clues DATA

DATA is the folder that benchmarks/README.md describes; clean/train is read, no one else's labels:
what edited news writes is the answer. One pronoun in twelve is turned round before the clues are looked
at, for in the texts that need them the pronouns near by may be wrong too. Clues count alike for women and men,
and there is no constant, so nobody is suspected for being in the minority. Only weights leave it.
"""

import lzma
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from newsfix.text import Text
from newsfix.text.people import Gender
from newsfix.text.pronouns import find_pronouns
from newsfix.text.referents import Pronoun, Referents

OUT = Path(__file__).parent.parent / "src/newsfix/text/data/pronoun_clues.tsv"
SETS = ("allsides", "bbc2005", "masakhanenews", "wikinews", "basil")
DOCUMENTS = 6000
SHORTEST, LONGEST = 500, 8000  # characters
TURNED = 12  # one pronoun in so many
KEPT_SMALL = 5.0  # the penalty on squared weights
ROUNDS = 25
HEAD = """\
# How far each clue around a pronoun tells that it means a woman or a man (weight of a logistic regression).
# Source: learned from the pronouns of allsides, bbc2005, masakhanenews, wikinews and basil (clean/train).
# Built by tools/learn_pronoun_clues.py. Licence: Apache-2.0, as newsfix.
"""


def documents(data: Path, chance: random.Random) -> list[str]:
    """Return documents of edited news, drawn at random."""
    found: list[str] = []
    for name in SETS:
        for path in sorted((data / "clean/train").glob(f"{name}*.txt.xz")):
            with lzma.open(path, "rt", encoding="utf-8") as file:
                texts = file.read().split("\n\n")
            found += [text for text in texts if SHORTEST < len(text) < LONGEST]
    return chance.sample(found, min(DOCUMENTS, len(found)))


def examples(raw: str, chance: random.Random) -> Iterator[tuple[dict[str, float], Gender]]:
    """Yield the clues of each pronoun outside quotations, and what it says."""
    text = Text(raw)
    pronouns = find_pronouns(raw, text.quoted)
    if not pronouns:
        return
    seen = [
        Pronoun(one.span, one.gender.other if chance.randrange(TURNED) == 0 else one.gender)
        for one in pronouns
    ]
    referents = Referents(raw, seen, text.sentences, text.quoted, text.people)
    for at, one in enumerate(pronouns):
        yield dict(referents.clues(at)), one.gender


def weights(found: list[tuple[dict[str, float], Gender]]) -> dict[str, float]:
    """Return the weights of a logistic regression without a constant (Newton's method)."""
    import numpy as np

    names = sorted({name for clues, _ in found for name in clues})
    index = {name: at for at, name in enumerate(names)}
    table = np.zeros((len(found), len(names)))
    for row, (clues, _) in enumerate(found):
        for name, value in clues.items():
            table[row, index[name]] = value
    answers = np.array([gender is Gender.FEMALE for _, gender in found], float)
    # Women are rarer in the news; each side counts as much in all.
    shares = np.where(answers > 0, 0.5 / answers.mean(), 0.5 / (1 - answers.mean()))
    solved = np.zeros(len(names))
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-table @ solved))
        slope = table.T @ (shares * (answers - likely)) - KEPT_SMALL * solved
        bend = (table * (shares * likely * (1 - likely))[:, None]).T @ table
        solved += np.linalg.solve(bend + KEPT_SMALL * np.eye(len(names)), slope)
    return dict(zip(names, solved.tolist(), strict=True))


def main() -> None:
    """Learn and write."""
    chance = random.Random(1)  # noqa: S311  # reproducible on purpose
    data = Path(sys.argv[1])
    found = [one for raw in documents(data, chance) for one in examples(raw, chance)]
    print(len(found), "pronouns")
    learned = weights(found)
    lines = [f"{name}\t{value:.3f}\n" for name, value in sorted(learned.items())]
    OUT.write_text(HEAD + "".join(lines), "utf-8")


if __name__ == "__main__":
    main()
