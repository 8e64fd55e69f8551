"""PUN120."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Text


@rule(
    "PUN120",
    "mark-inside-phrase",
    suggests={
        "The council met in the; old town hall on Monday.": (
            "The council met in the old town hall on Monday."
        ),
        "The police arrested a number of, people in the north of the country.": (
            "The police arrested a number of people in the north of the country."
        ),
        "She had' seen it, and the town was full.": "She had seen it, and the town was full.",
        "She was one of the! first women to win the prize.": (
            "She was one of the first women to win the prize."
        ),
    },
    keeps=[
        "He is, or was, one of the best, and it is, they say, over.",
        "Yahoo! said so; Jeopardy! is back. What for? he asked.",
        "They want to go on. The vote is over: nobody won.",
        "The workers' union said 'no more of that' to the men’ and ‘women’ of the town.",
        "It is sold at, among others, the shop of the museum.",
    ],
)
def mark_inside_phrase(text: Text) -> Iterator[Finding]:
    """A mark between words that belong together.

    It was dropped there by a slip, or the order of another language left it behind. The model of word order tells by how
    much the words around it are more usual without it; a word that leans on the next, such as an article or a preposition,
    makes it plain. Marks that set words off stand in pairs, and lists have several: there much more is asked for.
    """
    from newsfix.text.needless_marks import find_needless

    raw = text.raw
    for one in find_needless(raw):
        mark = (one.at, one.at + 1)
        if text.is_protected(mark):
            continue
        is_plain = one.is_leaning or (raw[one.at] in "!?'" and raw[one.at + 2].islower())
        sure = 0.75 if is_plain else 0.45
        yield replace(mark, "", f"“{raw[one.at]}” inside a phrase.", sure)
