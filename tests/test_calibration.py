"""What is measured of confidences, and what becomes of it in the pipeline."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.calibration import judged
from benchmarks.calibration.drawing import Drawn, draw
from benchmarks.calibration.figures import Claim, bins, brier, coverage, ece, exact
from benchmarks.calibration.fitting import Outcome, claimed, fitted
from benchmarks.calibration.judged import Proposal
from benchmarks.calibration.outcomes import claims, of_finding, of_fix, weights_of
from newsfix.finding import flag
from newsfix.finding import replace as repair
from newsfix.pipeline.confidence import SURE, calibrated, shifted

_CLAIMS = st.lists(st.builds(Claim, st.floats(0, 1), st.booleans(), st.floats(0.1, 5)), min_size=1)


def _proposal(number: int, *, wrong: bool, code: str = "DEMO101", name: str = "one") -> Proposal:
    return Proposal(name, f"{number}|a", "", 0, 1, "", code, 0.8, 0.7, wrong, wrong)


@given(_CLAIMS)
def test_figures_are_shares(some: list[Claim]) -> None:
    assert all(-1e-9 <= figure(some) <= 1 + 1e-9 for figure in (ece, brier))
    assert all(0 <= coverage(some, precision) <= 1 + 1e-9 for precision in (0, 0.95))


@given(_CLAIMS)
def test_groups_hold_every_claim_once(some: list[Claim]) -> None:
    counted = [one for one in some if one.claimed >= 0.05]
    groups = bins(counted)
    assert len(groups) <= 15
    assert sum(one.weight for one in groups) == pytest.approx(sum(one.weight for one in counted))


def test_error_of_what_is_claimed_too_surely() -> None:
    assert ece([Claim(0.9, true=True)] * 5 + [Claim(0.9, true=False)] * 5) == pytest.approx(0.4)


@given(st.integers(0, 40), st.integers(0, 40))
def test_interval_holds_the_share(right: int, wrong: int) -> None:
    said = right + wrong
    low, high = exact(right, said)
    assert 0 <= low <= (right / said if said else 0.5) <= high <= 1


def test_interval_of_thousands() -> None:
    assert exact(1_500, 3_000) == pytest.approx((0.482, 0.518), abs=1e-3)


@given(st.lists(st.booleans(), min_size=1, max_size=30), st.floats(0.1, 0.9))
def test_shift_goes_where_the_verdicts_are(verdicts: list[bool], stated: float) -> None:
    shifts = fitted(Outcome("DEMO101", stated, true) for true in verdicts)
    share = sum(verdicts) / len(verdicts)
    moved = claimed(shifts, "DEMO101", stated)
    assert min(stated, share) - 1e-6 <= moved <= max(stated, share) + 1e-6
    assert claimed(shifts, "OTHER101", stated) == stated


def test_a_rule_that_nobody_judged_has_the_shift_of_its_family() -> None:
    shifts = fitted([Outcome("DEMO101", 0.8, true=False)] * 9)
    assert (
        claimed(shifts, "DEMO102", 0.8) == claimed({"DEMO": shifts["DEMO"]}, "DEMO102", 0.8) < 0.8
    )


def test_claims_are_learned_from_others() -> None:
    some = [_proposal(number, wrong=False) for number in range(12)]
    some += [_proposal(number, wrong=True, name="other") for number in range(12)]
    found = claims(some, of_finding, {})
    assert {one.claimed for one in found.stated} == {0.8}
    # What is claimed of each set is what the other shows, and so is wrong here.
    assert all((one.claimed > 0.8) is not one.true for one in found.shifted)
    assert ece(found.shifted) > ece(found.stated)


def test_sure_fixes_are_judged_elsewhere() -> None:
    assert of_fix(replace(_proposal(1, wrong=True), stated_fix=SURE)) is None


def test_judged_ones_stand_for_those_found() -> None:
    some = [_proposal(1, wrong=True), _proposal(2, wrong=False)]
    assert weights_of(some, {("DEMO101", "one"): 10}) == {("DEMO101", "one"): 5.0}


def test_proposals_are_drawn_from_all_sets_alike_and_once() -> None:
    def drawn(number: int, name: str) -> Drawn:
        return Drawn(_proposal(number, wrong=True, name=name), "", f"⟦{number}⟧")

    found = [drawn(number, "one") for number in range(40)] + [drawn(1, "other")] * 5
    sets = [one.proposal.set for one in draw(found, 6, seed=1)]
    assert len(sets) == 6
    assert sets.count("other") == 1


def test_what_is_kept_has_no_text() -> None:
    kept = [*judged.read(), *judged.read(judged.APPLIED)]
    assert kept
    assert all(len(one.text) == 16 and " " not in one.edit for one in kept)


def test_shifts_never_make_a_fix_sure() -> None:
    for code in ("NUM101", "CAS108", "WRD104"):
        found = replace(repair((0, 1), "x", "", 0.94), code=code)
        assert 0.94 <= calibrated(found).fixes[0].confidence < SURE


def test_measured_shares_replace_what_is_stated() -> None:
    stopped = calibrated(replace(repair((0, 1), "x", "", 0.6, wrong=0.7), code="CAS103"))
    assert stopped.fixes[0].confidence < 0.5
    assert stopped.confidence < 0.6
    assert calibrated(replace(flag((0, 1), "", 0.7), code="LT:CAS103")).confidence == 0.7


@given(st.floats(0, 1), st.floats(-5, 5))
def test_shifted_probabilities_are_probabilities(probability: float, shift: float) -> None:
    assert 0 <= shifted(probability, shift) <= 1
