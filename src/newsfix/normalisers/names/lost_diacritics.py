"""NAM101."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Text
from newsfix.text.known_names import is_one_well_known, known
from newsfix.text.lists import words
from newsfix.text.variants import Kind, Variant

_SURE = 0.97


@rule(
    "NAM101",
    "lost-diacritics",
    changes={
        "The mayor Ana Núñez left. Later Núñez wrote that the vote was fair. Nunez won.": (
            "The mayor Ana Núñez left. Later Núñez wrote that the vote was fair. Núñez won."
        ),
        "Łukasz Wróbel met Petra Dvořáková. Wrobel then met Dvořáková again.": (
            "Łukasz Wróbel met Petra Dvořáková. Wróbel then met Dvořáková again."
        ),
    },
    suggests={
        "Ana Nunez left. Nunez wrote, and Nunez won. They cheered Núñez.": (
            "Ana Nunez left. Nunez wrote, and Nunez won. They cheered Nunez."
        ),
    },
    keeps=[
        "José Marín met Jose Smith in Lima.",
        "The daily El Sol de México is read all over Mexico.",
        "Conan O'Brien met Sinéad O’Brien.",
        "He flew to Paris on Monday. The daily Hoy París is read in Paris.",
    ],
    needs="ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿ"
    "ĀāĂăĄąĆćČčĎďĐđĒēĖėĘęĚěĞğĢģĪīĮįİıĶķĹĺĻļĽľŁłŃńŅņŇňŌōŐőŒœŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŹźŻżŽžȘșȚțʻʼ",
)
def lost_diacritics(text: Text) -> Iterator[Finding]:
    """A name without the diacritics that it has elsewhere in the document.

    One mention went through another system, or was looked up in another source. The spelling with the
    marks is put everywhere unless the document mostly writes the other one. English has names of its own
    for some places (Mexico, Peru, Paris), which edited news does not write with marks; and two people may
    differ in an accent alone: where different names stand beside the two spellings, nothing is said.
    """
    for variant in text.variants:
        if variant.kind is not Kind.MARKS or variant.sure < 0.7:
            continue
        if {variant.word.lower(), variant.right.lower()} & words("places"):
            continue
        if _is_english(variant):
            continue
        is_sure = variant.word.isascii() and variant.sure > 0.9 and not _is_open(variant)
        sure = _SURE if is_sure else 0.8
        evidence = variant.evidence(text.raw)
        for mention in variant.mentions:
            if not text.is_protected(mention.span):
                yield replace(mention.span, variant.right, evidence, sure)


def _is_english(variant: Variant) -> bool:
    """Say whether English has the name, without marks: edited news knows it well, and not the other spelling."""
    plain = variant.word if variant.word.isascii() else variant.right
    return known(plain) > 0 and is_one_well_known(variant.word, variant.right)


def _is_open(variant: Variant) -> bool:
    """Say whether the text has either spelling as often, and edited news knows only the one not meant."""
    is_even = len(variant.others) <= len(variant.mentions)
    return is_even and known(variant.word) > known(variant.right) == 0
