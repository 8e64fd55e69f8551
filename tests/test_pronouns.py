"""Pronouns against the people that a document names."""

import pytest

import newsfix
from newsfix.text import Text
from newsfix.text.agreement import agreeing

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


STRAYS = [
    ("Rain fell. The bank in Lima closed her doors.", "her", "its"),
    ("It was late. The government investigators left. He found nothing.", "He", "They"),
    ("It was late. Russia and China met in Lima. He signed nothing.", "He", "They"),
    ("It was late. On Monday the council met. She voted for the bridge.", "She", "It"),
    ("It was late. The farmers were angry; the ministers saw him.", "him", "them"),
]


@pytest.mark.parametrize(("text", "word", "meant"), STRAYS)
def test_a_pronoun_for_one_man_or_woman_where_nobody_is(text: str, word: str, meant: str) -> None:
    (stray,) = Text(text).strays
    assert (stray.span.of(text), agreeing(text, stray)) == (word, meant)


MEANT = [
    "It was late. A German drove the ministers home. He was tired.",
    "It was late. The bank chief Ana Quux met the council. She voted.",
    "It was late. The council met. No motorist was heard, and he left.",
    "It was late. J. Quux met the ministers. He left.",
    "It was late. Norway built her ports, and the ship lost her mast.",
    "The shepherd slept. The ministers met. “Why?” He left.",
    "It was late. Voters whose ministers met his or her friends left.",
]


@pytest.mark.parametrize("text", MEANT)
def test_a_pronoun_that_somebody_near_may_explain(text: str) -> None:
    assert not Text(text).strays


def test_how_far_nobody_is_named_is_said_in_words() -> None:
    text = "It was late. Rain fell. The two ministers met in Lima. He signed."
    (finding,) = [one for one in newsfix.check(text) if one.code == "PRO103"]
    assert finding.message == (
        "“He” means one, and “The two ministers” are several:"
        " nobody is named or spoken of in this sentence and the 3 before."
    )
