"""One fault is told once: a server's finding goes where one of our own says the same."""

from collections.abc import Sequence

from newsfix.finding import Finding
from newsfix.span import Span
from newsfix.spans import joined, meets

#: What is less likely than this is not told unless it is asked for, and hides nothing.
_LIKELY = 0.5
#: In the codes of findings that come from elsewhere: LT:EN_A_VS_AN.
FOREIGN = ":"


def is_foreign(finding: Finding) -> bool:
    """Say whether a finding comes from another program."""
    return FOREIGN in finding.code


def without_duplicates(
    findings: Sequence[Finding], applied: Sequence[Finding] = ()
) -> list[Finding]:
    """Return ``findings`` without foreign ones at places where there is one of our own, here or in ``applied``.

    >>> from newsfix.span import Span
    >>> [one.code for one in without_duplicates([
    ...     Finding("PUN101", Span(5, 6), "", 0.9), Finding("LT:COMMA", Span(4, 7), "", 0.5),
    ...     Finding("LT:AN", Span(9, 10), "", 0.5)])]
    ['PUN101', 'LT:AN']
    """
    if not any(map(is_foreign, findings)):
        return list(findings)
    told = (one for one in (*findings, *applied) if one.confidence >= _LIKELY)
    own = joined(_place(one) for one in told if not is_foreign(one))
    return [one for one in findings if not is_foreign(one) or not meets(own, _place(one))]


def _place(finding: Finding) -> Span:
    start, end = finding.span
    return Span(start, max(end, start + 1))
