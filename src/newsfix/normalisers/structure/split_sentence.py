"""STR101."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Text
from newsfix.text.broken import find_breaks

# So many line ends inside sentences that the lines must be meant: verse, or a narrow column.
_MANY = 4
_SHARE = 0.3


@rule(
    "STR101",
    "split-sentence",
    changes={
        "The minister\nAna Ruiz\nresigned on Monday.": "The minister Ana Ruiz resigned on Monday.",
        "The vote was lost, as the mayor of\n\nthe old harbour town\n\nhad said. Then it rained.": (
            "The vote was lost, as the mayor of the old harbour town had said. Then it rained."
        ),
        "Farmers from all over the valley came to the town hall to\nask for help.": (
            "Farmers from all over the valley came to the town hall to ask for help."
        ),
    },
    suggests={
        "It rained.\nThey met the mayor\nand left on Monday.": (
            "It rained.\nThey met the mayor and left on Monday."
        ),
    },
    keeps=[
        "Mayor Resigns After Vote\nthe mayor of Lima resigned on Monday.",
        "LIMA (AP) —\nthe mayor resigned on Monday.",
        "You need:\neggs\nmilk\nflour",
        "- the eggs of the farm\n- the milk of the farm\n- and the bread.",
        "The rain on the hill\nthe road to the sea\nthe wind at my back\nit carries me home.",
        "ANCHOR: And now to the vote in\nREPORTER: it is over.",
        "By Ana Ruiz\nthe mayor left on Monday.",
        "The mayor left on Monday\nAna Ruiz\nReporter in Lima",
        "iPhone sales fell on Monday in all of the shops\niPad sales rose in the same shops.",
        "10:15\nthe vote is over.",
        "Valmora 2 1 0\nthe rest 0 1 2",
    ],
    misses={
        "The town wept for the minister\nAna Ruiz.": "The town wept for the minister Ana Ruiz.",
    },
    shapes=("\na",),
)
def split_sentence(text: Text) -> Iterator[Finding]:
    """A sentence that is broken over several lines.

    A link or bold text landed on a line of its own when the markup was taken away, or a line end
    came into the middle of a sentence. The part before has no stop, the part behind goes on with a
    small letter. Headlines, lists, tables, verses and scripts have no stops either, and in verse
    and narrow columns many lines go on so: there it is no fault.
    """
    breaks = list(find_breaks(text.raw, text.paragraphs, text.blocks))
    many = len(breaks) > _MANY and len(breaks) > _SHARE * len(text.paragraphs)
    for one in breaks:
        if text.is_protected((one.span.start - 1, one.span.end + 1)):
            continue
        sure = min(one.sure, 0.4) if many else one.sure
        yield replace(one.span, " ", "A line end inside a sentence.", sure)
