"""Words that do not fit: what is found, what is not, and that the tools learn what the package asks."""

import random

import pytest

import newsfix
from newsfix.models import misfits
from newsfix.models.misfits import Misfits
from newsfix.models.phrasing import phrasing
from newsfix.models.sentence import Sentence
from newsfix.models.stored import stored
from newsfix.models.wording import pieces

#: A sentence with a fault, and the code of what is found there.
FAULTS = {
    "The police arrested a number people in the north of the country.": "PHR101",
    "The minister spoke about the situation Ukraine and the war.": "PHR101",
    "The head of the embassy London said on Monday, after a long meeting with the ministers of eleven other countries of the"
    " alliance and with their advisers, that he would resign.": "PHR101",
    "It was the first time that a woman had be elected to the council.": "PHR102",
    "The council approved of the plan to in build a new school.": "PHR103",
    "He said the government would to continue its talks with the rebels.": "PHR105",
    "The minister met with the of the two companies on Tuesday.": "PHR110",
    "The mayor said the bridge would closed for two weeks.": "PHR110",
}
SOUND = [
    "The police arrested a number of people in the north of the country.",
    "It was the first time that a woman had been elected to the council.",
    (
        "The head of the embassy in London said on Monday, after a long meeting with the ministers of eleven other countries of"
        " the alliance and with their advisers, that he would resign."
    ),
    "The council approved of the plan to build a new school.",
    "He said the government would continue its talks with the rebels.",
    "The minister met with the heads of the two companies on Tuesday.",
    "The mayor said the bridge would be closed for two weeks.",
    "Ask whoever you like: few on the island still speak the old tongue at home.",
]


def sentence(text: str) -> Sentence:
    """Return the words of a text as the models see them."""
    return phrasing().sentence(pieces().findall(text))


@pytest.mark.parametrize("text", FAULTS)
def test_a_fault_is_found(text: str) -> None:
    found = [one.code for one in newsfix.check(text) if one.code.startswith("PHR")]
    assert found == [FAULTS[text]]


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_is_left_alone(text: str) -> None:
    assert not [one for one in newsfix.check(text) if one.code.startswith("PHR")]


@pytest.mark.parametrize("text", [*FAULTS, *SOUND])
def test_what_is_surer_is_a_part_of_what_is_likely(text: str) -> None:
    one = sentence(text)
    likely, sure = (
        {misfit.at for misfit in phrasing().misfits(one, least)} for least in (0.5, 0.8)
    )
    assert sure <= likely
    assert likely <= set(misfits.suspects(one))


@pytest.mark.parametrize("text", [*FAULTS, *SOUND])
def test_every_column_has_a_name(text: str) -> None:
    one = sentence(text)
    for at in misfits.suspects(one):
        assert len(misfits.row(one, at, ())) == len(misfits.NAMES)


def test_the_sum_is_the_one_that_was_learned() -> None:
    from tools.phrasing.misfits import costly_names, packed_sum, summed

    numpy = pytest.importorskip("numpy", exc_type=ImportError)
    chance = random.Random(5)  # noqa: S311 - the same every time
    weights = numpy.array(
        [chance.randint(-64, 64) / 64 for _ in range(13 + 3 * (misfits.KINDS + 1))]
    )
    shipped = Misfits(packed_sum(weights, 0.25, 0.0), stored("misfit-trees.bin"))
    for text in (*FAULTS, *SOUND):
        one = sentence(text)
        places = misfits.suspects(one)
        if not places:
            continue
        rows = numpy.array([misfits.row(one, at, ()) for at in places], numpy.float32)
        found = [shipped.total(one, at) for at in places]
        assert found == pytest.approx(list(summed(rows, weights) - 0.25), abs=0.05)
        assert [misfits.is_costly_name(one, at) for at in places] == list(costly_names(rows))


@pytest.mark.parametrize("data", [b"", b"NFMF", b"nothing of the kind" * 99])
def test_what_is_no_sum_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="of this version"):
        Misfits(data, stored("misfit-trees.bin"))
