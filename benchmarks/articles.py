"""The example articles: garbled text, gold, and where the defects are, from one marked file each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsfix import Change, Span
from newsfix.document import replay

EXAMPLES = Path(__file__).parent.parent / "examples"

_MARK = re.compile(
    r"\[\[(?P<garbled>.*?)=>(?P<gold>.*?)\|\|(?P<type>[a-z-]+)(?P<doubt>[?!]?)\]\]", re.DOTALL
)
_DECISIONS = {"": "auto", "?": "suggest", "!": "none"}


@dataclass(frozen=True, slots=True)
class Defect:
    """One marked defect. ``change`` is what the editor did; ``span`` is in the garbled text.

    ``decision`` is "auto" if an editor would make the change without asking, "suggest" if not, and
    "none" if nobody could know it.
    """

    change: Change
    type: str
    decision: str

    @property
    def span(self) -> Span:
        """Where the defect is."""
        return self.change.span


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its defects."""

    name: str
    text: str
    defects: tuple[Defect, ...]

    @property
    def gold(self) -> str:
        """What a careful editor would make of it."""
        return replay(self.text, [defect.change for defect in self.defects])


def articles(folder: Path = EXAMPLES) -> Iterator[Article]:
    """Yield the articles of a folder."""
    for path in sorted(folder.glob("*.marked.txt")):
        yield parse(path.name.removesuffix(".marked.txt"), path.read_text("utf-8"))


def parse(name: str, marked: str) -> Article:
    """Read a marked article.

    >>> article = parse("a", "Paris[[ ,=>,||punctuation]] France")
    >>> article.text, article.gold, article.defects[0].span.start
    ('Paris , France', 'Paris, France', 5)
    """
    pieces, defects = [], []
    length = position = 0
    for match in _MARK.finditer(marked):
        pieces.append(marked[position : match.start()])
        length += match.start() - position
        garbled = match["garbled"]
        change = Change(Span(length, length + len(garbled)), garbled, match["gold"])
        defects.append(Defect(change, match["type"], _DECISIONS[match["doubt"]]))
        pieces.append(garbled)
        length += len(garbled)
        position = match.end()
    pieces.append(marked[position:])
    text = "".join(pieces)
    if "[[" in text or "]]" in text:
        raise ValueError(f"{name}: a mark that cannot be read")
    return Article(name, text, tuple(defects))
