"""Which texts look spun, and what is said of their words."""

import random

import pytest

from benchmarks.built.garbled import garble
from benchmarks.built.spun import spun
from newsfix import Pipeline
from newsfix.normalisers.wording.spun_synonym import spun_synonym
from newsfix.text import Text
from newsfix.text.spun import odds_of_words

(_SPUN,) = spun_synonym.flags
_NEWS = spun_synonym.keeps[0]


def test_words_that_are_oftener_synonyms_speak_for_spun_text() -> None:
    assert (
        odds_of_words(Text(_SPUN).vocabulary.uncommon)
        > 0
        > odds_of_words(Text(_NEWS).vocabulary.uncommon)
    )


def test_a_spun_text_says_how_surely_and_which_words() -> None:
    found = Text(_SPUN).spun
    assert found is not None
    assert found.confidence > 0.9
    assert 0.3 < found.share <= 0.8
    meant = {one.span.of(_SPUN): one.meant for one in found.synonyms}
    assert meant["focal"] == "central"
    assert meant["edifice"] == "building"
    assert all(one.span.of(_SPUN).islower() for one in found.synonyms)


@pytest.mark.parametrize("text", ["", _NEWS, _SPUN[:400], "edifice clergyman " * 10])
def test_other_texts_and_short_ones_say_nothing(text: str) -> None:
    assert Text(text).spun is None


def test_one_odd_sentence_says_nothing() -> None:
    odd = "The focal bank hoisted intrigue charges to battle swelling."
    assert Text(f"{_NEWS} {odd} {_NEWS}").spun is None


def test_what_is_proposed_is_more_usual_there_and_never_done_unasked() -> None:
    report = Pipeline(select=["WRD112"]).run(_SPUN)
    assert report.text == _SPUN
    proposed = {one.span.of(_SPUN): one.fixes[0] for one in report.findings if one.fixes}
    assert proposed["focal"].replacement == "central"
    assert all(fix.confidence < 0.95 for fix in proposed.values())
    assert all("looks spun" in one.message for one in report.findings)


def test_the_builder_exchanges_whole_words_alone() -> None:
    text = (
        "The government said officials at www.police.org/government pay; money-makers (money) do."
    )
    made = garble(text, spun(text, random.Random(1)))  # noqa: S311
    assert made.repaired == text
    assert "www.police.org/government" in made.text
    assert "money-makers" in made.text
