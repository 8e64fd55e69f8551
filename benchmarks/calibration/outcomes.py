"""What was claimed of judged proposals: as stated, by shifts learned from other articles, and from other sets."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from benchmarks.calibration.figures import Claim
from benchmarks.calibration.fitting import Outcome, claimed, fitted
from benchmarks.calibration.judged import Proposal
from newsfix.pipeline.confidence import SURE

_FOLDS = 5
Target = Callable[[Proposal], Outcome | None]
#: For how many proposals a judged one stands, by rule and set.
Weights = Mapping[tuple[str, str], float]


class Claims(NamedTuple):
    """The same proposals with what is claimed of them in three ways."""

    stated: list[Claim]
    held_out: list[Claim]  #: fitted on other articles of all sets
    shifted: list[Claim]  #: fitted on the other sets alone


def of_finding(one: Proposal) -> Outcome | None:
    """Return whether something is wrong where a rule says so."""
    return None if one.wrong is None else Outcome(one.code, one.stated, one.wrong)


def of_fix(one: Proposal) -> Outcome | None:
    """Return whether a fix is what an editor would do; None for what has none, or one judged among the applied."""
    if one.stated_fix is None or one.right is None or one.stated_fix >= SURE:
        return None
    return Outcome(one.code, one.stated_fix, one.right)


def origin(name: str) -> str:
    """Return what sets of one campaign have in common.

    >>> origin("newstest2013_de-en"), origin("clean")
    ('newstest2013', 'clean')
    """
    return name.partition("_")[0]


def claims(proposals: Sequence[Proposal], target: Target, weights: Weights) -> Claims:
    """Return what is claimed of some proposals."""
    return Claims(
        [_claim(one, found.stated, found, weights) for one, found in _known(proposals, target)],
        _by_others(proposals, _fold, target, weights),
        _by_others(proposals, lambda one: origin(one.set), target, weights),
    )


def learned(
    others: Iterable[Proposal], proposals: Iterable[Proposal], target: Target, weights: Weights
) -> list[Claim]:
    """Return what is claimed of some proposals by what was learned from others."""
    shifts = fitted(outcome for _, outcome in _known(others, target))
    return [
        _claim(one, claimed(shifts, outcome.code, outcome.stated), outcome, weights)
        for one, outcome in _known(proposals, target)
    ]


def weights_of(
    proposals: Iterable[Proposal], found: Mapping[tuple[str, str], int]
) -> dict[tuple[str, str], float]:
    """Return for how many proposals each judged one of a rule and set stands."""
    judged = Counter((one.code, one.set) for one in proposals)
    return {key: found.get(key, count) / count for key, count in judged.items()}


def _known(proposals: Iterable[Proposal], target: Target) -> Iterator[tuple[Proposal, Outcome]]:
    for one in proposals:
        outcome = target(one)
        if outcome is not None:
            yield one, outcome


def _by_others(
    proposals: Sequence[Proposal],
    group: Callable[[Proposal], str],
    target: Target,
    weights: Weights,
) -> list[Claim]:
    return [
        claim
        for name in sorted(set(map(group, proposals)))
        for claim in learned(
            (one for one in proposals if group(one) != name),
            (one for one in proposals if group(one) == name),
            target,
            weights,
        )
    ]


def _claim(one: Proposal, probability: float, outcome: Outcome, weights: Weights) -> Claim:
    return Claim(probability, outcome.true, weights.get((one.code, one.set), 1.0))


def _fold(one: Proposal) -> str:
    """Return the fold of an article: all systems' versions of it, in whatever language pair, are in one."""
    return str(sha256(one.id.partition("|")[0].encode()).digest()[0] % _FOLDS)
