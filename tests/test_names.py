"""Which spellings are one name, which are two, and what is said of them."""

import pytest

import newsfix
from newsfix.text import Text
from newsfix.text.mentions import find_mentions
from newsfix.text.name_distance import likeness
from newsfix.text.variants import Kind


def found(text: str) -> list[tuple[str, str]]:
    return [(one.word, one.right) for one in Text(text).variants if one.sure >= 0.6]


SAME = [
    ("kyrylo", "kyrlo"),
    ("petrovych", "petrovich"),
    ("mohammed", "muhammad"),
    ("yusuf", "yousuf"),
    ("wolodymyr", "volodymyr"),
    ("medevdev", "medvedev"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_letters_of_transliterations_and_slips_are_likely(one: str, other: str) -> None:
    assert likeness(one, other) > 1
    assert likeness(one, other) == likeness(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("berger", "burkert"), ("salvini", "salvage"), ("ivanov", "ivanka")]
)
def test_the_letters_of_two_names_are_not(one: str, other: str) -> None:
    assert likeness(one, other) < 0.5


ONE = [
    ("Oleh Vernyk won. Later Vernyk left. Fans of Vernik wept.", ("Vernik", "Vernyk")),
    ("Omar Haddadi and Rana Saleh spoke. Then Omar Hadaddi left.", ("Hadaddi", "Haddadi")),
    (
        "They love Tashkurgan. In Tashkurgan it rains. Buses to Tashkurgn stop.",
        ("Tashkurgn", "Tashkurgan"),
    ),
    ("Ahmet Çelik came. Minister Celik spoke of Çelik.", ("Celik", "Çelik")),
    ("Park Min-seo sang. Park Minseo danced, and Park Min-seo won.", ("Minseo", "Min-seo")),
]


@pytest.mark.parametrize(("text", "pair"), ONE)
def test_one_name_in_two_spellings(text: str, pair: tuple[str, str]) -> None:
    assert found(text) == [pair]


TWO = [
    "Nina Orlova met Pavel Orlov; the Orlovs left. Orlov slept.",
    "Ivan Petrenko met Ivan Petrov. Petrenko spoke, then Petrov.",
    "Latvia and the Latvians met Slovakia and Slovenia.",
    "Mr. Berger met Ms. Bergen at noon.",
    "Mario Conti and Maria Conti are twins.",
    "They’re late. Twitter was down, and Terry knew.",
    "Tom Hansen met Olga Hansson, no relation. Hansen left.",
    "The town of Lvov, today spelled Lviv, is old; Lviv lives.",
    "Sen. Ana Cole, R-Maine, met Rep. Bo Lund, R-Wis., on Main Street.",
    "Conan O'Brien called. O’Brien left.",
]


@pytest.mark.parametrize("text", TWO)
def test_two_names_that_look_alike(text: str) -> None:
    assert found(text) == []


def test_the_evidence_is_said_in_words() -> None:
    text = "Kyrylo Budanov spoke. Kyrlo Budanov left. Kyrylo came back, and Kyrylo slept."
    (finding,) = [one for one in newsfix.check(text) if one.code == "NAM102"]
    assert finding.message == (
        "“Kyrylo” stands 3 times, first in full as “Kyrylo Budanov”; “Kyrlo” once."
    )


def test_a_mention_knows_what_stands_beside_it() -> None:
    by_word = {
        one.word: one
        for one in find_mentions("On Monday Gen. Juan A. Ruiz de Soto met Lund’s men.")
    }
    assert by_word["Juan"].role == "gen"
    assert by_word["Ruiz"].before == "Juan"
    assert (by_word["Ruiz"].after, by_word["Soto"].before) == ("Soto", "Ruiz")
    assert by_word["Lund"].before == ""


def test_a_page_of_names_that_look_alike_is_compared_only_in_part() -> None:
    text = " ".join(
        f"They met Vernyk{chr(97 + at % 26)}{chr(97 + at // 26)}o." for at in range(300)
    )
    assert len(Text(text).variants) < 300


def test_kinds_are_told_apart() -> None:
    text = "Ana Núñez met Bo DataHaus. Nunez and Datahaus left; DataHaus won."
    assert {one.kind for one in Text(text).variants} == {Kind.MARKS, Kind.CASE}


TRANSLATED = [
    ("Oleh Golub came. Dove said that he was late.", ["Dove"], "Golub"),
    ("The mayor Oleh Golub came. Mayor Hedgehog was late.", ["Hedgehog"], "Golub"),
    (
        "Petro Quux and Petro Hedgehog came. Hedgehog told them why.",
        ["Hedgehog", "Hedgehog"],
        "Quux",
    ),
]


@pytest.mark.parametrize(("text", "words", "surname"), TRANSLATED)
def test_a_name_that_was_translated(text: str, words: list[str], surname: str) -> None:
    found = Text(text).translated
    assert [one.mention.word for one in found] == words
    assert {one.surname for one in found} == {surname}


PEOPLE = [
    "Oleh Golub met Maria Dove. Dove said that he was late.",
    "Peter Olsen met Peter Brown. Brown was late.",
    "The mayor Oleh Golub came. A hedgehog and a dove were late.",
    "The mayor of Lima is Oleh Golub, who was the president. Hedgehogs were late.",
    "The General Oleh Golub left General Motors.",
]


@pytest.mark.parametrize("text", PEOPLE)
def test_a_name_that_is_also_a_word(text: str) -> None:
    assert not Text(text).translated
