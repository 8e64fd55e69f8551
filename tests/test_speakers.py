"""Who says the quotations of a text."""

import pytest
from hypothesis import given

from newsfix.text import Text
from tests.strategies import texts

_SPOKEN = [
    ("“It is late,” said Berg.", ["Berg said"]),
    ("“It is late,” Ms. Lowe told reporters on Monday.", ["Ms. Lowe told"]),
    ("“Is it late?” the mayor asked.", ["the mayor asked"]),
    ("Berg said: “It is late.”", ["Berg said"]),
    ("The mayor said in a statement on Monday, “It is late.”", ["The mayor said"]),
    ("“It is late,” said Berg, “and we go.”", ["Berg said", "Berg said"]),
    ("“It is late,” said Berg. “We go.”", ["Berg said", "Berg said"]),
    ("“It is late,” said Berg. “We go,” said Lund.", ["Berg said", "Lund said"]),
    ("“It is late,” said Berg. Lund said: “We go.”", ["Berg said", "Lund said"]),
    ("“It is late,” said Berg. Nobody left. “We go.”", ["Berg said", "-"]),
    ("The so-called “night bus” left.", ["-"]),
    ("“It is late”, he said.", ["he said"]),
    ("“It is late.\n“We go,” said Berg.", ["Berg said", "Berg said"]),
    ("“It is late,” said Berg.\n“We go.”", ["Berg said", "-"]),
    ("He said he had been “very tired” that day.", ["He said"]),
    ("", []),
]


@pytest.mark.parametrize(("raw", "wanted"), _SPOKEN)
def test_speakers_and_verbs(raw: str, wanted: list[str]) -> None:
    found = []
    for speech in Text(raw).speeches:
        if speech.speaker is None or speech.verb is None:
            found.append("-")
        else:
            found.append(f"{speech.speaker.of(raw)} {speech.verb.of(raw)}")
    assert found == wanted


@given(texts)
def test_a_speaker_stands_outside_the_quotation(raw: str) -> None:
    text = Text(raw.replace("\r", ""))
    assert len(text.speeches) == len(text.quotations.pairs)
    for speech in text.speeches:
        assert (speech.speaker is None) == (speech.verb is None)
        if speech.speaker is not None:
            assert not speech.speaker.overlaps(speech.quotation.inside)
            assert 0 <= speech.speaker.start < speech.speaker.end <= len(text)
