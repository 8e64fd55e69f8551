"""Texts in other languages: what is right in them stays, and what is right in none is repaired."""

from collections.abc import Iterator

import pytest

import newsfix
from newsfix import Pipeline
from newsfix.finding import Finding, flag
from newsfix.normalisers import built_in
from newsfix.profile import Profile
from newsfix.rules import EVERY, Rule, rule
from newsfix.text import Text

_CLEAN = {
    "de": [
        "„Wir bleiben hier“, sagte sie am 3. Mai in St. Pölten. Die Vor- und Nachteile seien bekannt.",
        "Sie kennt z.\xa0B. die Kosten (rund 1.200,50 Euro), d.\xa0h. den Preis.",
        "Der Rat hat die Präsidentin (wieder)gewählt. Sie, die die Stadt kennt, siegte mit 54,3 %.",
        "Am Montag um 9.30 Uhr: Die Brücke wird gesperrt – wie lange, weiß niemand. ‚So nicht‘, rief er.",
    ],
    "fr": [
        "« Qui a voté ? » demande le maire ; personne ne répond. Le budget : 3,5 millions d’euros !",
        "« Nous sommes restés », dit-elle à 9 h 30. Pourquoi\xa0? La réponse\xa0: le froid, l’eau et M.\xa0Durand.",
        "Le 3 mai, nous nous sommes vus à Lyon… « Enfin ! », a-t-il crié. Les prix ont baissé de 7 %.",
    ],
    "es": [
        "¿Quién votó? Nadie lo sabe. ¡Qué noche!, exclamó la alcaldesa —la primera en treinta años— en Cádiz.",
        "«No nos vamos», dijo el ministro; costará 1.250,75 euros. ¿Y después? Ya veremos: el 3 de mayo.",
    ],
    "it": [
        "«Non c’è più tempo», ha detto la sindaca l’8 maggio. Perché? Il 12,5% dei voti è nullo, p.\xa0es. a Torino."
    ],
    "pt": [
        "— Não vamos embora — disse o ministro. “A obra custará R$ 1.250,75”, e a ponte, à noite?"
    ],
    "pl": [
        "„Zostajemy w\xa0mieście” – powiedziała burmistrzyni 3 maja. Koszt: 1250,75 zł, czyli o 7,5% mniej."
    ],
    "nl": [
        "„We blijven”, zei ze op 3 mei om 9.30 uur. ’s Avonds was de in- en uitvoer 7,5% lager."
    ],
    "sv": ["”Vi stannar”, sade hon den 3 maj kl. 9.30. EU:s och USA:s krav – 7,5 % – är kända."],
    "tr": ["“Kalıyoruz” dedi İzmir’de; ışıklar 3 Mayıs’ta söndü, fiyatlar %7,5 arttı."],
    "ru": [
        "«Мы остаёмся», — сказала она 3 мая. Сколько это стоит? 1250,75 рубля, т. е. на 7,5% меньше."
    ],
    "ja": ["市長は「残ります」と述べた。費用は１２億円、前年比７％減だった（速報）。"],
}
_BROKEN = [
    ("de", "Die BrÃ¼cke  ,sagt sie, ist zu .", "Die Brücke, sagt sie, ist zu."),
    ("de", "Die Stadt\u200b wÃ¤chst , heißt es.Niemand zÃ¤hlt.", "Die Stadt wächst, heißt es. Niemand zählt."),
    ("de", "„Nein“  , sagte er,, und ging.", "„Nein“, sagte er, und ging."),
    ("fr", "Le maire  , lui, a dÃ©mÃ©nagÃ© : pourquoi ?", "Le maire, lui, a déménagé : pourquoi ?"),
    ("fr", "L’eau\u200b monte , dit-elle .", "L’eau monte, dit-elle."),
    ("es", "El aÃ±o\u200b pasado  , dijo , ¿quién ganó ?", "El año pasado, dijo, ¿quién ganó?"),
    ("es", "Hab&iacute;a ( seg&uacute;n ella ) dos ofertas,una mala.", "Había (según ella) dos ofertas, una mala."),
    ("pt-BR", "A decisÃ£o , disse\u00ad ele, saiu.", "A decisão, disse ele, saiu."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in _CLEAN.items() for text in texts]
)
def test_what_is_right_in_a_language_stays(language: str, text: str) -> None:
    report = Pipeline(profile=Profile(language=language)).run(text)
    assert report.text == text
    assert report.findings == ()


@pytest.mark.parametrize(("language", "text"), [(one, text) for one, text, _ in _BROKEN])
def test_what_is_right_in_no_language_is_repaired(language: str, text: str) -> None:
    wanted = next(after for _, before, after in _BROKEN if before == text)
    pipeline = Pipeline(profile=Profile(language=language))
    report = pipeline.run(text)
    assert report.text == wanted
    assert pipeline.run(wanted).text == wanted


def test_some_of_it_would_be_wrong_in_english() -> None:
    """Else the texts above would show nothing."""
    for language, texts in _CLEAN.items():
        if language in ("de", "fr", "es"):
            assert any(newsfix.fix(text).findings for text in texts)


def test_rules_that_do_not_know_the_language_do_not_run() -> None:
    running = {
        one.name: {rule.code for rule in one.rules}
        for one in Pipeline(profile=Profile(language="de-AT")).normalisers
    }
    assert {"encoding", "characters", "punctuation", "suppression"} <= running.keys()
    assert running.keys().isdisjoint(
        {"quotes", "casing", "names", "numbers", "pronouns", "wording", "phrasing", "structure"}
    )
    known = {rule.code: rule for family in built_in() for rule in family.rules}
    assert all(known[code].knows("de") for codes in running.values() for code in codes)


def test_english_knows_all_rules() -> None:
    assert all(rule.knows("en") for family in built_in() for rule in family.rules)


def test_a_rule_says_which_languages_it_knows() -> None:
    def declared(code: str, *languages: str) -> Rule:
        known = {"languages": languages} if languages else {}
        return rule(code, code.lower(), **known)(lambda _: ())  # type: ignore[arg-type]

    for one, knows in (
        (declared("DESK1"), {"en": True, "de": False}),
        (declared("DESK2", "de", "fr"), {"en": False, "de": True}),
        (declared("DESK3", *EVERY), {"en": True, "de": True}),
    ):
        assert {language: one.knows(language) for language in knows} == knows


def test_a_rule_that_is_given_by_itself_was_asked_for() -> None:
    @rule("DESK4", "any-word")
    def any_word(_: Text) -> Iterator[Finding]:
        """A word."""
        yield flag((0, 3), "A word.", 0.9)

    pipeline = Pipeline([any_word], profile=Profile(language="de"))
    assert [one.code for one in pipeline.run("Der Tag.").findings] == ["DESK4"]


@pytest.mark.parametrize("language", ["", "german", "d", "de_", "e n", "-de"])
def test_what_is_no_code_of_a_language(language: str) -> None:
    with pytest.raises(ValueError, match="a language is a code"):
        Profile(language=language)
