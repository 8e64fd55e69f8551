"""Rough tests of what words can be by themselves: a clause, a sentence."""

from newsfix.text.lists import words
from newsfix.text.patterns import Pattern

_WORD = Pattern(r"\p{L}+(?:['’]\p{L}+)?")
_CONTRACTED = tuple(mark + end for mark in "'’" for end in ("s", "re", "m", "ve", "ll", "d", "t"))
_NOT_FINITE = frozenset("be been being doing having".split())
_COORDINATING = frozenset("and or but nor so yet".split())
_SUBORDINATING = frozenset(
    "if when while because although though after before since unless until where whereas whether"
    " once who which whose whom that than as".split()
)
_JOINER = Pattern(r"\b(?:and|or|but|who|which|that|because|as|when|where|if|to)\b")


def verb_in(text: str) -> int:
    """Return where the first word of ``text`` starts that could be a finite verb, or -1."""
    verbs = words("finite_verbs", "attribution_verbs")
    auxiliaries = words("closed_class", kind="auxiliary") - _NOT_FINITE
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if len(word) == 1:
            continue
        if word in verbs or word in auxiliaries or word.endswith(_CONTRACTED):
            return match.start()
        if len(word) > 4 and word.endswith("ed"):
            return match.start()
    return -1


def may_hold_finite_verb(text: str) -> bool:
    """Say whether ``text`` has a word that could be a finite verb; when in doubt, yes.

    >>> may_hold_finite_verb("In recent weeks, the"), may_hold_finite_verb("He left for the")
    (False, True)
    """
    return verb_in(text) >= 0


def may_be_sentence(first: str, rest: str) -> bool:
    """Say whether ``rest`` could be a sentence that starts with the word ``first``; in doubt, yes.

    A clause that a conjunction opens needs a main clause behind a comma, and so does a preposition
    before a relative clause or one that "and" joins.

    >>> may_be_sentence("because", "the rain came late"), may_be_sentence("he", "came late")
    (False, True)
    >>> may_be_sentence("for", "children and was safe"), may_be_sentence("in", "May he came")
    (False, True)
    """
    verb = verb_in(rest)
    if verb < 0:
        return False
    if first in _COORDINATING:
        return bool(rest[:verb].strip()) or rest[verb:].partition(" ")[0].endswith(_CONTRACTED)
    if first in _SUBORDINATING or (
        first in words("closed_class", kind="preposition") and _JOINER.search(rest, 0, verb)
    ):
        comma = rest.find(",", verb)
        return comma >= 0 and may_hold_finite_verb(rest[comma:])
    return True
