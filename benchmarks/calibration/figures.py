"""How far claims are from the truth: calibration error, Brier score, precision and coverage."""

import random
from collections.abc import Callable, Sequence
from itertools import groupby
from math import exp, lgamma, log, log1p
from typing import NamedTuple

BINS = 15
LEAST = 0.05  #: what is claimed to be less likely than this is not counted
_HALVINGS = 40
_ROUNDING = 1e-9
_ROUNDS = 200  # of drawing what is true by chance
_TAIL = 0.025  # on either side of the interval


class Claim(NamedTuple):
    """What was claimed of a proposal, whether it was so, and for how many like it it stands."""

    claimed: float
    true: bool
    weight: float = 1.0


class Bin(NamedTuple):
    """A group of claims: their mean, the share that was true, their weight together."""

    claimed: float
    true: float
    weight: float


def bins(claims: Sequence[Claim]) -> list[Bin]:
    """Return at most BINS groups of about equal weight, the least sure claims first; equal ones stay together."""
    ordered = sorted((one for one in claims if one.claimed >= LEAST), key=lambda one: one.claimed)
    share = sum(one.weight for one in ordered) / BINS
    groups: list[Bin] = []
    some: list[Claim] = []
    filled = 0.0
    for _, alike in groupby(ordered, lambda one: one.claimed):
        some += alike
        if filled + sum(one.weight for one in some) >= share * (len(groups) + 1) - _ROUNDING:
            groups.append(_bin(some))
            filled += groups[-1].weight
            some = []
    return groups + ([_bin(some)] if some else [])


def ece(claims: Sequence[Claim]) -> float:
    """Return the expected calibration error (M. Naeini and others, 2015) over groups of equal weight.

    >>> ece([Claim(0.5, True), Claim(0.5, False)] * 30)
    0.0
    """
    groups = bins(claims)
    total = sum(one.weight for one in groups)
    if not total:
        return 0.0
    return sum(one.weight * abs(one.claimed - one.true) for one in groups) / total


def by_chance(claims: Sequence[Claim], *, seed: int = 1) -> tuple[float, float]:
    """Return the middle 90 % of the calibration errors that these claims would show if every one were exactly right.

    A group of few proposals is off by chance; a calibration error within is no sign of wrong claims.

    >>> by_chance([Claim(0.5, True)] * 30)[1] > by_chance([Claim(0.5, True)] * 3000)[1]
    True
    """
    chance = random.Random(seed)  # noqa: S311 - the same every time
    shown = sorted(
        ece([one._replace(true=chance.random() < one.claimed) for one in claims])
        for _ in range(_ROUNDS)
    )
    return shown[_ROUNDS // 20], shown[-1 - _ROUNDS // 20]


def brier(claims: Sequence[Claim]) -> float:
    """Return the mean squared distance between claims and truth (G. Brier, 1950)."""
    total = sum(one.weight for one in claims)
    return (
        sum(one.weight * (one.claimed - one.true) ** 2 for one in claims) / total if total else 0.0
    )


def coverage(claims: Sequence[Claim], precision: float) -> float:
    """Return the greatest share of all claims that can be taken, the surest first, at this precision.

    >>> coverage([Claim(0.9, True), Claim(0.8, True), Claim(0.3, False), Claim(0.2, False)], 0.95)
    0.5
    """
    total = sum(one.weight for one in claims)
    taken = right = best = 0.0
    ordered = sorted(claims, key=lambda one: -one.claimed)
    for at, one in enumerate(ordered):
        taken += one.weight
        right += one.weight * one.true
        is_last = at + 1 == len(ordered) or ordered[at + 1].claimed < one.claimed
        if is_last and right >= precision * taken:
            best = taken
    return best / total if total else 0.0


def exact(right: int, said: int) -> tuple[float, float]:
    """Return the 95 % interval of a share (C. Clopper and E. Pearson, 1934).

    >>> [round(bound, 3) for bound in exact(9, 10)], [round(bound, 3) for bound in exact(0, 10)]
    ([0.555, 0.997], [0.0, 0.308])
    """

    def tail(share: float, at_least: int) -> float:
        # By logarithms: of a thousand verdicts the number of ways is no floating-point number.
        return sum(
            exp(_log_ways(said, count) + count * log(share) + (said - count) * log1p(-share))
            for count in range(at_least, said + 1)
        )

    low = _where(lambda share: tail(share, right) >= _TAIL) if right else 0.0
    high = _where(lambda share: tail(share, right + 1) >= 1 - _TAIL) if right < said else 1.0
    return low, high


def _log_ways(said: int, count: int) -> float:
    return lgamma(said + 1) - lgamma(count + 1) - lgamma(said - count + 1)


def _where(is_above: Callable[[float], bool]) -> float:
    """Return the share at which a growing condition begins to hold."""
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if is_above(middle) else (middle, high)
    return high


def _bin(some: Sequence[Claim]) -> Bin:
    weight = sum(one.weight for one in some)
    claimed = sum(one.weight * one.claimed for one in some) / weight
    return Bin(claimed, sum(one.weight for one in some if one.true) / weight, weight)
