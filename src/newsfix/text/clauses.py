"""A rough test whether words can be a clause."""

from newsfix.text.lists import words
from newsfix.text.patterns import Pattern

_WORD = Pattern(r"\p{L}+(?:['’]\p{L}+)?")
_CONTRACTED = (
    "'s",
    "’s",
    "'re",
    "’re",
    "'m",
    "’m",
    "'ve",
    "’ve",
    "'ll",
    "’ll",
    "'d",
    "’d",
    "n't",
    "n’t",
)


def may_hold_finite_verb(text: str) -> bool:
    """Say whether ``text`` has a word that could be a finite verb; when in doubt, yes.

    >>> may_hold_finite_verb("In recent weeks, the"), may_hold_finite_verb("He left for the")
    (False, True)
    """
    verbs = words("finite_verbs", "attribution_verbs")
    auxiliaries = words("closed_class", kind="auxiliary")
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if len(word) == 1:
            continue
        if word in verbs or word in auxiliaries or word.endswith(_CONTRACTED):
            return True
        if len(word) > 4 and word.endswith("ed"):
            return True
    return False
