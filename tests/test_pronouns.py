"""Pronouns against the people that a document names."""

import pytest

import newsfix
from newsfix.text import Text

FLIPPED = [
    ("Olena Marchuk spoke in Lviv. On Friday he went home.", ["he"]),
    ("Ms. Brandt has resigned. The vote cost him the office.", ["him"]),
    ("Peter Lund won. She thanked his team, and he left.", ["She"]),
    ("The spokeswoman Rita Conti was late. His train had stopped.", ["His"]),
    ("Anna Lund spoke. She was tired, he said, and she left.", ["he"]),
]


@pytest.mark.parametrize(("text", "words"), FLIPPED)
def test_a_pronoun_that_fits_nobody(text: str, words: list[str]) -> None:
    assert [one.span.of(text) for one in Text(text).misfits] == words


FITTING = [
    "Anna Lund and Peter Lund spoke. Lund said he was tired.",
    "Anna Lund spoke. A man from Oslo was tired, he said.",
    "Anna Lund read his or her letter.",
    "Anna Lund said: “His boat sank.”",
    "Lund spoke first. His wife Anna Lund came later. He was tired.",
    "Anna Lund is non-binary. He was tired, they said.",
    "Toni Quux spoke. He was tired. She was not.",
]


@pytest.mark.parametrize("text", FITTING)
def test_a_pronoun_that_may_fit(text: str) -> None:
    assert not Text(text).misfits


def test_the_evidence_is_said_in_words() -> None:
    text = "Maria Lopez resigned. She was tired of her office, he said. Her term ended."
    (finding,) = [one for one in newsfix.check(text) if one.code == "PRO101"]
    assert finding.message == (
        "“he” seems to mean Lopez, and the first name “Maria” says otherwise;"
        " “she” and “her” stand near it 3 times."
    )
    assert not finding.applied


MORE = [
    # Nothing but the pronouns of the document tells who Quux is.
    (
        "Senator Quux came home. He was tired. Quux said he had slept. He left. Quux ate. She sang.",
        ["She"],
    ),
    # Somebody's wife is not the owner.
    ("Peter Lund came with his wife. Lund said that her car had stopped.", []),
    ("Senator Quux met a neighbor. She was tired.", []),
    ("Peter Lund lost the vote of his party on Monday. She will stay at home.", ["She"]),
]


@pytest.mark.parametrize(("text", "words"), MORE)
def test_all_that_the_document_says_votes(text: str, words: list[str]) -> None:
    assert [one.span.of(text) for one in Text(text).misfits] == words
