"""What tags say of clauses: is there a finite verb with its subject, and does it stand on its own?"""

from collections.abc import Iterator, Sequence

from newsfix.models.tagger import Token
from newsfix.models.tags import Tag

_SUBJECTS = frozenset((Tag.NOUN, Tag.PROPN, Tag.PRON, Tag.NUM, Tag.DET, Tag.ADJ, Tag.X, Tag.SYM))
_OPENING = frozenset((Tag.PUNCT, Tag.ADV, Tag.INTJ, Tag.CCONJ, Tag.SCONJ, Tag.ADP))
_RELATIVE = frozenset("who whom whose which that what whoever whatever whichever".split())
_ADVERBS = frozenset("when where why how while whenever wherever because although whether".split())
_ALWAYS_FINITE = frozenset("because that whether who which".split())
_ENDS = frozenset((".", "!", "?"))
_NOT_FINITE = frozenset((Tag.VERB_GER, Tag.VERB_INF, Tag.AUX_GER, Tag.AUX_INF))


def has_finite_clause(tokens: Sequence[Token]) -> bool:
    """Say whether there is a clause of any kind: a finite verb with a subject, or an imperative.

    >>> from newsfix.models import tag
    >>> has_finite_clause(tag("when the talks ended")), has_finite_clause(tag("in the old town"))
    (True, False)
    """
    return any(True for _ in _clauses(tokens))


def has_main_clause(tokens: Sequence[Token]) -> bool:
    """Say whether there is a clause that nothing subordinates, as a sentence has.

    A conjunction or a relative word takes the next finite verb for itself; a verb joined to it by
    "and" without a subject of its own shares its fate. Clauses that nothing opens ("the man he saw")
    are taken for main clauses.

    >>> from newsfix.models import tag
    >>> has_main_clause(tag("when the talks ended")), has_main_clause(tag("the talks ended"))
    (False, True)
    """
    return any(_clauses(tokens))


def _clauses(tokens: Sequence[Token]) -> Iterator[bool]:
    """Yield every clause with a finite verb, by whether it is a main clause."""
    start = 0
    for at, token in enumerate(tokens, 1):
        if token.text in _ENDS or at == len(tokens):
            yield from _clauses_of(tokens[start:at])
            start = at


def _clauses_of(tokens: Sequence[Token]) -> Iterator[bool]:
    """Yield the clauses of one sentence, by whether it is a main clause."""
    is_question = tokens[-1].text == "?"
    subject = joined = False  # since the last finite verb: a possible subject, a conjunction
    main = True  # whether the last clause was
    waiting = 0  # words that open a clause whose verb has not come
    opened = -2  # where the last such word was
    started = False  # whether there was anything but marks and the like
    for at, token in enumerate(tokens):
        tag = token.tag
        if tag.is_finite:
            if joined and not subject and not waiting:
                yield main
            elif tag is Tag.VERB_IMP or subject or _is_inverted(tokens, at):
                main = not waiting
                waiting = max(0, waiting - 1)
                yield main
            subject = joined = False
        elif _opens(tokens, at, started=started):
            # A question opens with such a word, and is a main clause all the same.
            if started or not is_question:
                waiting += 1
            opened = at
            subject = subject or token.text.lower() in _RELATIVE
        elif tag in _NOT_FINITE:
            # "after leaving", "how to leave"; not "because leaving is hard"
            if waiting and opened >= at - 2 and tokens[opened].text.lower() not in _ALWAYS_FINITE:
                waiting -= 1
        elif tag is Tag.CCONJ:
            joined, subject = True, False
        elif tag in _SUBJECTS:
            subject = True
        started = started or tag not in _OPENING


def _opens(tokens: Sequence[Token], at: int, *, started: bool) -> bool:
    """Say whether a word opens a subordinate clause; ``started``: it is not the first word."""
    tag, word = tokens[at].tag, tokens[at].text.lower()
    if tag is Tag.PRON and word == "that" and not started:
        # "That is true", but "that he left"
        return not any(token.tag.is_finite for token in tokens[at + 1 : at + 3])
    if tag is Tag.PRON:
        return word in _RELATIVE
    return tag is Tag.SCONJ or (tag is Tag.ADV and word in _ADVERBS)


def _is_inverted(tokens: Sequence[Token], at: int) -> bool:
    """Say whether an auxiliary stands before its subject, as in a question."""
    if tokens[at].tag is not Tag.AUX_FIN:
        return False
    then = at + 1
    while then < len(tokens) and tokens[then].tag in {Tag.PART, Tag.ADV}:
        then += 1
    return then < len(tokens) and tokens[then].tag in _SUBJECTS
