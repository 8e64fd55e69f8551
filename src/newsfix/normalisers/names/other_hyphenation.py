"""NAM103."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Text
from newsfix.text.variants import Kind

_SURE = 0.96


@rule(
    "NAM103",
    "other-hyphenation",
    changes={
        "Kim Ji-hoon won the prize. On Friday Kim Jihoon thanked the jury. Kim Ji-hoon left.": (
            "Kim Ji-hoon won the prize. On Friday Kim Ji-hoon thanked the jury. Kim Ji-hoon left."
        ),
    },
    suggests={
        "The firm DataHaus grew. Shares of DataHaus rose, and Datahaus paid more.": (
            "The firm DataHaus grew. Shares of DataHaus rose, and DataHaus paid more."
        ),
    },
    keeps=[
        "The Asia-Pacific region and the Asia Pacific office",
        "Anna-Lena Berg met Annalena Lund.",
        "YOUTUBE AND THE LAW: YouTube must pay.",
    ],
)
def other_hyphenation(text: Text) -> Iterator[Finding]:
    """A name with another hyphen or with other capitals than elsewhere in the document.

    Korean and Arabic names are cut in several ways, and systems choose anew in every sentence. It is
    sure where the same surname stands beside both; capitals inside a name are a suggestion.
    """
    for variant in text.variants:
        if variant.kind not in (Kind.HYPHEN, Kind.CASE) or variant.sure < 0.7:
            continue
        surely = variant.kind is Kind.HYPHEN and variant.shared
        mostly = len(variant.others) > len(variant.mentions)
        sure = _SURE if surely and mostly else 0.7
        evidence = variant.evidence(text.raw)
        for mention in variant.mentions:
            if not text.is_protected(mention.span):
                yield replace(mention.span, variant.right, evidence, sure)
