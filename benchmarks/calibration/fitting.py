"""What is claimed from what is stated: a shift on the scale of log-odds for every rule, drawn to its family's.

p = σ(logit(stated) + shift). The shift of a family is the likeliest under a normal prior around none; that of
a rule under one around its family's (penalised maximum likelihood; cf. J. Platt, 1999, of whose two parameters
this keeps the one that a handful of verdicts can tell).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from newsfix.pipeline.confidence import shifted

_SPREAD = 1.0  # of the shifts of families around none, and of rules around their family's
_STEPS = 50


class Outcome(NamedTuple):
    """What a rule stated, and what was true."""

    code: str
    stated: float
    true: bool


def fitted(outcomes: Iterable[Outcome]) -> dict[str, float]:
    """Return the shift of every family and every rule that was judged, by its letters or its code.

    >>> shifts = fitted([Outcome("DEMO101", 0.8, False)] * 4 + [Outcome("DEMO102", 0.8, True)] * 4)
    >>> shifts["DEMO101"] < shifts["DEMO"] < shifts["DEMO102"]
    True
    """
    by_family: dict[str, dict[str, list[Outcome]]] = defaultdict(lambda: defaultdict(list))
    for one in outcomes:
        by_family[family_of(one.code)][one.code].append(one)
    shifts = {}
    for family, by_rule in by_family.items():
        shifts[family] = _likeliest([one for some in by_rule.values() for one in some], 0.0)
        for code, some in by_rule.items():
            shifts[code] = _likeliest(some, shifts[family])
    return shifts


def claimed(shifts: Mapping[str, float], code: str, stated: float) -> float:
    """Return what a rule claims: by its own shift, that of its family, or as stated."""
    return shifted(stated, shifts.get(code, shifts.get(family_of(code), 0.0)))


def family_of(code: str) -> str:
    """Return the letters of a code.

    >>> family_of("PUN101")
    'PUN'
    """
    return code.rstrip("0123456789")


def _likeliest(outcomes: Sequence[Outcome], around: float) -> float:
    """Return the shift of greatest posterior probability, by Newton's method."""
    shift = around
    for _ in range(_STEPS):
        claims = [shifted(one.stated, shift) for one in outcomes]
        slope = sum(one.true - claim for one, claim in zip(outcomes, claims, strict=True))
        slope -= (shift - around) / _SPREAD**2
        curve = sum(claim * (1 - claim) for claim in claims) + 1 / _SPREAD**2
        shift += slope / curve
    return shift
