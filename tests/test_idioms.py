"""Idioms in which a word was exchanged for a near one."""

import pytest

import newsfix
from newsfix.text.idioms import find_blends

BLENDS = [
    ("The talks crushed the ice.", "broke"),
    ("They will pound the alarm.", "sound"),
    ("He has thrown in the napkin.", "towel"),
    ("They lit the wick and opened a can of snakes.", "worms"),
    ("She has gnawed the bullet.", "bitten"),
    ("She gnawed the bullet.", "bit"),
    ("The minister is asphalting the way.", "paving"),
]


@pytest.mark.parametrize(("text", "meant"), BLENDS)
def test_a_near_word_in_an_idiom(text: str, meant: str) -> None:
    assert [one.meant for one in find_blends(text, set(text[:-1].split()))] == [meant]


USUAL = [
    "They broke the ice.",
    "They raised the alarm.",
    "They crushed the stones.",
    "The ice was crushed.",
    "They rolled\nthe ice.",
    "Paul, crush",
]


@pytest.mark.parametrize("text", USUAL)
def test_what_is_no_blend(text: str) -> None:
    assert not list(find_blends(text, set(text[:-1].split())))


def test_the_evidence_is_said_in_words() -> None:
    (finding,) = [
        one for one in newsfix.check("He has thrown in the napkin.") if one.code == "WRD106"
    ]
    assert (
        finding.message
        == "The idiom is “throw in the towel”; “napkin” stands in the place of “towel”."
    )
    assert not finding.applied
