"""NAM102."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.spans import meets
from newsfix.text import Text
from newsfix.text.name_distance import likeness
from newsfix.text.variants import Kind, Variant

_LEAST = 0.6
_MOST = 0.9
#: Letters that differ as those of two transliterations do.
_TRANSLITERATED = 1.5


@rule(
    "NAM102",
    "misspelled-name",
    suggests={
        "Kyrylo Budanov spoke late. Kyrlo Budanov then left. Nobody had asked Kyrylo Budanov.": (
            "Kyrylo Budanov spoke late. Kyrylo Budanov then left. Nobody had asked Kyrylo Budanov."
        ),
        "Ivan Petrovych won. On Monday Petrovych left, and on Friday Petrovich came back.": (
            "Ivan Petrovych won. On Monday Petrovych left, and on Friday Petrovych came back."
        ),
        "They met in Vordunaka. The port of Vordunaka is old. Ships leave Vordunka at noon.": (
            "They met in Vordunaka. The port of Vordunaka is old. Ships leave Vordunaka at noon."
        ),
    },
    keeps=[
        "Dmitry Medvedev came with Svetlana Medvedeva; the Medvedevs left early.",
        "Sanna Marin met Paul Martin. Marin spoke first, then Martin.",
        "Russia and the Russians met Iran and Iraq; Iranians and Iraqis left Georgia to the Georgians.",
        "Vitali Klitschko is the brother of Wladimir Klitschko.",
        "The town of Kharkov, now spelled Kharkiv, is old. Kharkiv was rebuilt.",
        "Eric Berg and Erika Berg met Andre Lund and Andrea Lund.",
    ],
)
def misspelled_name(text: Text) -> Iterator[Finding]:
    """A name that the document spells otherwise in most places.

    Systems translate sentence by sentence, and transliterate a name anew in each. That both spellings
    are one name is weighed from the letters in which they differ, the names and titles beside the
    mentions, how often each occurs, and whether edited news knows the rarer one as a name of its own.
    Two people who only look alike, peoples and languages (Georgia, Georgian), plurals (the Bidens),
    women's and men's forms (Medvedev, Medvedeva), and spellings that the text speaks of are left alone.
    """
    for variant in text.variants:
        if variant.kind is not Kind.LETTERS or variant.sure < _LEAST:
            continue
        evidence = variant.evidence(text.raw)
        preferred = len(variant.others) / (len(variant.others) + len(variant.mentions))
        sure = min(_MOST, variant.sure * (preferred + 0.1))
        for mention in variant.mentions:
            if text.is_protected(mention.span) or _is_quoted(text, variant, mention.span):
                continue
            yield replace(mention.span, variant.right, evidence, sure, wrong=variant.sure)


def _is_quoted(text: Text, variant: Variant, span: tuple[int, int]) -> bool:
    """Say whether somebody else may have written the name otherwise: an old quotation, a title."""
    if variant.shared or likeness(variant.word.lower(), variant.right.lower()) < _TRANSLITERATED:
        return False
    return meets(text.quoted, span)
