"""What is wrong with the comments themselves."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from newsfix.finding import Finding
from newsfix.rules import EVERY, Family, Rule, rule
from newsfix.scope import Scope
from newsfix.span import Span
from newsfix.suppression.suppressions import Suppression, Suppressions
from newsfix.text import Text


@rule(
    "SUP101",
    "unused-suppression",
    flags=["<!-- newsfix: ignore[PUN101] -->\nThe vote was held in Lyon.\n"],
    keeps=["<!-- newsfix: ignore[PUN101] -->\nThe vote , they said.\n"],
    languages=EVERY,
)
def unused_suppression(text: Text) -> Iterator[Finding]:
    """A comment that suppresses nothing.

    What it was written for is gone, or stands elsewhere; left where it is, it would hide the next
    fault. Of a comment that names several rules, those are told that suppress nothing. A comment about
    rules that were not run is not called unused, nor is a “[sic]”.
    """
    del text  # it is not the text that is wrong: complaints() looks at the comments
    yield from ()


@rule(
    "SUP102",
    "malformed-suppression",
    flags=["<!-- newsfix: ignroe[PUN101] -->\nThe vote was held in Lyon.\n"],
    keeps=["<!-- newsfix rendered this page -->\nThe vote was held in Lyon.\n"],
    languages=EVERY,
)
def malformed_suppression(text: Text) -> Iterator[Finding]:
    """A comment to newsfix that it does not understand.

    It names no rule that there is, says nothing that newsfix knows, or stands where it has no meaning:
    so it suppresses nothing. A comment that only speaks of newsfix is none to it.
    """
    del text
    yield from ()


#: The family that looks at the comments to newsfix.
SUPPRESSION = Family("suppression", (unused_suppression, malformed_suppression))
_UNUSED, _MALFORMED = (one.code for one in SUPPRESSION.rules)


def complaints(
    said: Suppressions,
    suppressed: Sequence[Finding],
    ran: frozenset[str],
    rules: Callable[[], Sequence[tuple[Rule, str]]],
) -> Iterator[Finding]:
    """Yield what is wrong with the comments of a file, in its terms.

    ``suppressed`` is what was left out for any reason, ``ran`` the codes of the rules that looked at
    the file; ``rules`` returns all that there are, each with its family. Only a comment that names
    this family can suppress these.
    """
    if not said.asked and not said.mistakes:
        return
    named = Scope(tuple(one.place for one in said.asked if one.place.codes is not None))
    found = [
        Finding(_MALFORMED, one.span, f"{one.message[:1].upper()}{one.message[1:]}.", 1.0)
        for one in said.mistakes
    ]
    found += _unused(said.asked, suppressed, ran, {one.code: one for one, _ in rules()})
    yield from (one for one in found if one.code in ran and named.tells(one.code, one.span))


def _unused(
    asked: Sequence[Suppression],
    suppressed: Sequence[Finding],
    ran: frozenset[str],
    rules: Mapping[str, Rule],
) -> Iterator[Finding]:
    for comment, group in groupby(sorted(asked, key=_where), key=lambda one: one.comment):
        of_it = list(group)
        idle = [one for one in of_it if _ran(one, ran, rules) and not _is_used(one, suppressed)]
        if not idle:
            continue
        if len(idle) == len(of_it):
            message = "The comment suppresses nothing."
        else:
            message = f"{', '.join(str(one.selector) for one in idle)} suppresses nothing here."
        yield Finding(_UNUSED, comment, message, 1.0)


def _where(one: Suppression) -> Span:
    return one.comment


def _is_used(one: Suppression, suppressed: Sequence[Finding]) -> bool:
    scope = Scope((one.place,))
    return any(not scope.tells(finding.code, finding.span) for finding in suppressed)


def _ran(one: Suppression, ran: frozenset[str], rules: Mapping[str, Rule]) -> bool:
    """Say whether all was run that the suppression may be about; the rules of this family never are."""
    codes = tuple(rules) if one.place.codes is None else one.place.codes
    if one.place.codes is not None and {_UNUSED, _MALFORMED}.intersection(codes):
        return False
    meant = [code for code in codes if code not in rules or rules[code].default] or codes
    return ran.issuperset(meant)
