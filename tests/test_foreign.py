"""Which words are of another language, of which, and which ones English news uses itself."""

import pytest

from newsfix.models.languages import Languages, languages
from newsfix.text import Text

_BEGINNING = (
    "The council met on Monday in the old town hall and talked for three hours about money. "
)


def found(text: str) -> list[tuple[str, str]]:
    return [(one.span.of(text), one.language) for one in Text(text).foreign]


@pytest.mark.parametrize(
    ("sentence", "words", "language"),
    [
        ("It was said wegen der Regierung in May.", "wegen der", "German"),
        ("Nobody pays the impuestos this year.", "impuestos", "Spanish"),
        ("The Verwaltungsgericht will decide on Friday.", "Verwaltungsgericht", "German"),
        ("Prices rose para todos los in the north.", "todos los", "Spanish"),
        ("She saw his żołnierze near the river.", "żołnierze", "Polish"),
        ("They asked for l'enseignement at once.", "l'enseignement", "French"),
        ("He opened the vecherney school again.", "vecherney", "Russian in Latin letters"),
    ],
)
def test_words_of_other_languages_are_found(sentence: str, words: str, language: str) -> None:
    assert (words, language) in found(_BEGINNING + sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The unwinding of misallocated overinvestment was unremunerative.",
        "The Bundestag and the Verfassungsschutz were told.",
        "The protégées ate gnocchi, tempura and sauerkraut.",
        "President mutarika and Mr. korzhevnikov left for Zhuzhou.",
        "Union des démocrates pour la République won the vote.",
        "Los Angeles, El Paso, Le Monde and Der Spiegel are names.",
        "The rakfisk is old. Some rakfisk smells. More rakfisk is sold now.",
        "Ветер and 物价 are none of its concern.",
    ],
)
def test_what_english_news_writes_is_not(sentence: str) -> None:
    assert found(_BEGINNING + sentence) == []


def test_other_words_of_the_language_are_evidence() -> None:
    doubtful = "Nobody trusts the dinero now."
    assert languages().probabilities("dinero")[0] > 0.25
    assert found(_BEGINNING + doubtful) == []
    there = found(f"{_BEGINNING}{doubtful} Nobody pays the impuestos this year.")
    assert ("dinero", "Spanish") in there


def test_a_text_in_another_language_is_no_english_text() -> None:
    assert found("Le conseil a décidé que les impôts seront augmentés, mais pas cette année.") == []


def test_probabilities_add_up() -> None:
    for word in ("regierung", "gouvernement", "x", "overwrought"):
        assert sum(languages().probabilities(word)) == pytest.approx(1)


@pytest.mark.parametrize("data", [b"", b"NFLG", b"nothing of the kind" * 9])
def test_what_is_no_model_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="of this version"):
        Languages(data)
