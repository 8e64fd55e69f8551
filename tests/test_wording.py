"""Connectives that differ in one small word from those of English."""

import pytest

from newsfix.text.connectives import find_wordings, nearest, phrases

OTHERS = [
    ("He acted in recognition to the mayor.", "in recognition of"),
    ("On basis of the law, he left.", "on the basis of"),
    ("He left at the eve of the vote.", "on the eve of"),
    ("He spoke in behalf of both.", None),
    ("He acted in accordance with the law, in exchange for nothing.", None),
    ("His part in the violation of the law was small.", None),
    ("They met in the territory of the state.", None),
]


@pytest.mark.parametrize(("text", "meant"), OTHERS)
def test_a_connective_with_another_small_word(text: str, meant: str | None) -> None:
    found = list(find_wordings(text, frozenset(text.replace(",", "").split())))
    assert [str(one.meant) for one in found] == ([meant] if meant else [])


def test_no_connective_is_taken_for_another() -> None:
    assert all(nearest(phrase) is None for phrase in phrases())
