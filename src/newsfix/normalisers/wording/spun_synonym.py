"""WRD112."""

from collections.abc import Iterator

from newsfix.finding import Finding, flag, replace
from newsfix.rules import rule
from newsfix.text import Text

_SAVES = 6.0  #: bits that a usual word must save at least to be proposed
_USUAL = (
    0.7  #: how often the word that saves so much is the one that stood there (docs/models/spun.md)
)


_NEWS = (
    "The central bank raised interest rates on Monday to fight inflation, and the prime minister said the government"
    " would cut income taxes next year. Stock prices fell sharply after the announcement, as investors feared that"
    " economic growth would slow. Police arrested three protesters outside the parliament building in the capital. The"
    " opposition leader called the plan a broken promise and asked for an early election. A spokeswoman for the finance"
    " ministry declined to comment. Doctors at the public hospital warned that breast cancer patients wait too long for"
    " treatment, and that health insurance does not pay for the new drug. The foreign minister will meet his"
    " counterpart next week to discuss the trade deal, climate change and artificial intelligence."
)
_SPUN = (
    "The focal bank hoisted intrigue charges on Monday to battle swelling, and the prime clergyman said the regime"
    " would slash wage duties next year. Inventory costs tumbled strongly after the proclamation, as financiers dreaded"
    " that monetary expansion would dawdle. Police captured three dissenters outside the parliament edifice in the"
    " funds. The resistance pioneer named the scheme a shattered pledge and inquired for an ahead of schedule ballot. A"
    " spokeswoman for the fund service refused to remark. Physicians at the open infirmary cautioned that bosom"
    " malignancy sufferers linger too lengthy for handling, and that wellbeing assurance does not remunerate for the"
    " fresh medication. The alien clergyman will encounter his equivalent next week to ponder the commerce bargain,"
    " atmosphere alteration and counterfeit insight."
)


@rule(
    "WRD112",
    "spun-synonym",
    flags=[_SPUN],
    keeps=[_NEWS, "He spoke of counterfeit intelligence, and of the focal bank."],
)
def spun_synonym(text: Text) -> Iterator[Finding]:
    """Words exchanged for synonyms by a program, in a text that was spun.

    Who copies news and does not want to be found has a program write other words: “counterfeit intelligence”. One odd
    word says nothing, and writers look for rare words themselves; so nothing is said of any word before the whole text
    looks spun, by how many rare synonyms it has and how many fixed phrases have one of them in the place of a usual word.
    """
    found = text.spun
    if found is None:
        return
    evidence = f"This text looks spun ({found.share:.0%} of its {found.places} longer words fit badly where they stand):"
    for one in found.synonyms:
        said = one.span.of(text.raw)
        if one.saved >= _SAVES:
            message = f"{evidence} “{one.meant}” is more usual here than “{said}”, by {one.saved:.0f} bits."
            yield replace(
                one.span, one.meant, message, _USUAL * one.confidence, wrong=one.confidence
            )
        else:
            message = f"{evidence} “{said}” is one of them."
            yield flag(one.span, message, one.confidence)
