"""Misspelled words: what is found, and what only looks like one."""

import pytest

from newsfix.text import Text
from newsfix.text.misspellings import find_misspellings


def found(raw: str) -> list[tuple[str, str]]:
    """Return the misspelled words of a text, each with what was meant."""
    text = Text(raw)
    spans = find_misspellings(raw, text.vocabulary.bare, text.sentence_at)
    return [(one.span.of(raw), one.meant) for one in spans]


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("The council met on Monday to discuss the finacial crisis.", [("finacial", "financial")]),
        ("They want to know wehther the bridge will be open.", [("wehther", "whether")]),
        ("The bridge wll be open to all by the end of the year.", [("wll", "will")]),
        (
            "The bridge wil be open, the mayor told repporters.",
            [("repporters", "reporters"), ("wil", "will")],
        ),
        ("Sicne the town was built, it has had a bridge.", [("Sicne", "Since")]),
        ("“Tihs is the first bridge of the town,” she said.", [("Tihs", "This")]),
        ("He is one o the most popular men of the town.", [("o", "of")]),
    ],
)
def test_a_slip_is_put_right(raw: str, wanted: list[tuple[str, str]]) -> None:
    assert found(raw) == wanted


@pytest.mark.parametrize(
    "raw",
    [
        "The council met on Monday to discuss the financial crisis.",
        "They organise the defence of the harbour, and travelled to the theatre.",
        "The firm Finacial met on Monday to discuss finacial matters.",
        "The finacial was good, and a finacial is rare, they say.",
        "Read www.finacial.org or ask finacial@example.org for more of it.",
        "The v is a letter; see a) and b) of the law, at 5 pm, 4 km from here.",
        "finacial news",
        "Sicne has built a bridge, and Sicne was there.",
        "The town met Sicne and the mayor of the other town.",
    ],
)
def test_what_is_no_slip_is_let_alone(raw: str) -> None:
    assert found(raw) == []
