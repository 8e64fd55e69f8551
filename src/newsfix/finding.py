"""What newsfix says about a text: a finding, and the fixes that it proposes."""

from dataclasses import dataclass

from newsfix.span import Span


@dataclass(frozen=True, slots=True)
class Fix:
    """One proposed edit: put ``replacement`` where ``span`` is.

    ``confidence`` is the probability that a careful editor would take exactly this edit.
    ``held`` is empty, or says why the guard keeps the edit a suggestion whatever its confidence.
    """

    span: Span
    replacement: str
    confidence: float
    held: str = ""

    def __post_init__(self) -> None:
        if not isinstance(self.span, Span):  # a plain pair is taken too
            object.__setattr__(self, "span", Span(*self.span))
        _check(self.span, self.confidence)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that looks wrong, where it is, and how it could be put right.

    ``confidence`` is the probability that something is wrong here at all; each fix has its own.
    ``fixes`` come best first; a finding without any is a flag for a human. ``applied`` says
    whether the first of them was carried out in the text of the report.
    """

    code: str
    span: Span
    message: str
    confidence: float
    fixes: tuple[Fix, ...] = ()
    applied: bool = False

    def __post_init__(self) -> None:
        if not isinstance(self.span, Span):  # a plain pair is taken too
            object.__setattr__(self, "span", Span(*self.span))
        _check(self.span, self.confidence)


def replace(
    span: tuple[int, int],
    replacement: str,
    message: str,
    confidence: float,
    *,
    wrong: float | None = None,
    at: tuple[int, int] | None = None,
) -> Finding:
    """Make a finding with one fix, for a rule to yield; the rule adds its code.

    ``confidence`` is that of the fix, ``wrong`` that of the finding (the same unless given), and
    ``at`` is where the fault is shown (at the edit unless given).

    >>> replace((5, 6), "", "A space before a comma.", 0.98).fixes[0].replacement
    ''
    """
    fix = Fix(Span(*span), replacement, confidence)
    return Finding(
        "",
        Span(*(at or span)),
        message,
        confidence if wrong is None else wrong,
        (fix,),
    )


def flag(span: tuple[int, int], message: str, confidence: float) -> Finding:
    """Make a finding without a fix, for a rule to yield; the rule adds its code."""
    return Finding("", Span(*span), message, confidence)


def _check(span: Span, confidence: float) -> None:
    if not 0 <= span[0] <= span[1]:
        raise ValueError(f"not a span of a text: {tuple(span)}")
    if not 0.0 <= confidence <= 1.0:
        raise ValueError(f"a confidence is a probability from 0 to 1, not {confidence}")
