"""How numbers are read: their notation, their values, and what a whole document shows."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsfix
from newsfix.text import Text
from newsfix.text.notation import Notation, english, numeral_at, value
from newsfix.text.quantities import quantities

POINT, COMMA = Notation.POINT, Notation.COMMA

# text with one number in it, what the number shows by itself
SHOWN = [
    ("It lost 1.234.567 votes.", COMMA),
    ("It cost 1.234,5 crowns.", COMMA),
    ("It cost 1,234.5 crowns.", POINT),
    ("It lost 1,234,567 votes.", POINT),
    ("It lost 12,34,567 votes.", POINT),
    ("It rose 3,75 % in May.", COMMA),
    ("It rose 3,5 to 4 percent.", COMMA),
    ("It rose 3.5 percent.", POINT),
    ("It rose by 0,125 of it.", COMMA),
    ("It costs €7,85 now.", COMMA),
    ("It costs CHF 7,85 now.", COMMA),
    ("It lost 5.000 votes.", None),
    ("It lost 5,000 votes.", None),
    ("They won 6,3 there.", None),
    ("It opens at 5.30 there.", None),
]


@pytest.mark.parametrize(("text", "notation"), SHOWN)
def test_what_a_number_shows(text: str, notation: Notation | None) -> None:
    at = next(place for place, letter in enumerate(text) if letter.isdigit())
    numeral = numeral_at(text, at)
    assert numeral is not None
    shown = numeral.notation if numeral.proof.value else None
    assert shown == notation


NO_NUMBER = [
    *("It opened on 12.05.2022.", "Version 2.10.3 is out.", "See 192.168.100.200 there."),
    *("Call 0170.123.45.67 now.", "It began at 10:30.45 sharp.", "The A1.5 road", "see p1,2x"),
]


@pytest.mark.parametrize("text", NO_NUMBER)
def test_what_is_no_number_shows_nothing(text: str) -> None:
    found = [numeral for numeral in Text(text).numerals.found if numeral.proof.value]
    assert not found


@given(
    whole=st.integers(min_value=0, max_value=10**12),
    fraction=st.one_of(st.just(""), st.from_regex(r"[0-9]{1,4}", fullmatch=True)),
)
def test_a_number_written_in_english_has_the_same_value(whole: int, fraction: str) -> None:
    continental = f"{whole:,}".replace(",", ".") + (f",{fraction}" if fraction else "")
    expected = Decimal(f"{whole}.{fraction or 0}")
    assert value(continental, COMMA) == expected
    assert value(english(continental), POINT) == expected


SAME = [
    ("9 thousand 412 people", "9,412 people"),
    ("4 lakh 20 thousand voters", "420,000 voters"),
    ("2 million 300 thousand voters", "2.3 million voters"),
    ("two decimal five percent", "2.5 percent"),
    ("twenty-two point five of it", "22.5 of it"),
    ("at 14 p.m.", "at 2 p.m."),
    ("at 08H00", "at 8 a.m."),
    ("at 15: 30", "at 15:30"),
    ("at 21 o’clock", "at 9 p.m."),
    ("$ 5 dollars", "$5"),
    ("22 trillion $", "$22 trillion"),
    ("20 % percent", "20%"),
    ("% 20 of it", "20% of it"),
    ("80 000 voters", "80,000 voters"),
]
DIFFERENT = [
    ("9 thousand 412 people", "9,421 people"),
    ("4 lakh 20 thousand voters", "42,000 voters"),
    ("at 14 p.m.", "at 2 a.m."),
    ("at 9 o’clock", "at 9 p.m."),
    ("at 14 a.m.", "at 2 p.m."),
    ("$5 dollars", "€5"),
    ("20% percent", "20"),
    ("5.000 voters", "5,000 voters"),
    ("3 million 10-year bonds", "3,000,010-year bonds x 2"),
    ("two decimal five", "2.6"),
]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_what_says_the_same(old: str, new: str) -> None:
    assert quantities(old, None) == quantities(new, None)


@pytest.mark.parametrize(("old", "new"), DIFFERENT)
def test_what_says_something_else(old: str, new: str) -> None:
    assert quantities(old, None) != quantities(new, None)


@given(st.text(alphabet="0123456789.,% $€:hp am thousand", max_size=40))
def test_whatever_is_written_can_be_read(text: str) -> None:
    assert quantities(text, COMMA) == quantities(text, COMMA)


# text, the notation of the whole
DOCUMENTS = [
    ("It rose 3,75 % to 1.234,5 and lost 5.000 votes.", COMMA),
    ("It rose 3.75 % to 1,234.5 and lost 5,000 votes.", POINT),
    ("It rose 3,75 % and then 2.5 percent.", None),
    ("It rose 3,75 %, 1,5 %, 2,5 % and then 2.5 percent.", COMMA),
    ("It lost 5.000 votes.", None),
    ("It lost 5.000 votes, and won 7.000 votes.", COMMA),
    ("It lost 5,000 votes.", None),
]


@pytest.mark.parametrize(("text", "notation"), DOCUMENTS)
def test_a_document_decides_as_a_whole(text: str, notation: Notation | None) -> None:
    assert Text(text).numerals.notation == notation


def test_a_finding_says_its_evidence() -> None:
    text = "It rose 3,75 %, 1,5 %, 2,5 % and then 2.5 percent."
    found = [one for one in newsfix.check(text) if one.code == "NUM101"]
    assert "3 of 4 numbers in this document use a decimal comma" in found[0].message


def test_a_number_does_not_vouch_for_itself() -> None:
    report = newsfix.Pipeline(threshold=0.1).run("About 5.000 visitors came.")
    assert report.text == "About 5.000 visitors came."
