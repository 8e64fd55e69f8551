"""What a publisher has settled counts wherever a rule would decide by the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfix import Pipeline, Profile

_NEWS = "It rained in Lima all night, and the river rose.\n\n{}\n\nThe mayor opened two schools."


@pytest.mark.parametrize(
    ("garbled", "quotes", "wanted"),
    [
        ("He said «we won» twice.", "straight", 'He said "we won" twice.'),
        ("He said «we won» twice.", "curly", "He said “we won” twice."),
        ("He said «we won» twice.", "single", "He said ‘we won’ twice."),
        ('It is "old". He said «we won».', "curly", 'It is "old". He said “we won”.'),
        ('He said “we won" twice.', "straight", 'He said "we won" twice.'),
        ('He said "we won” twice.', "curly", "He said “we won” twice."),
        ("The mayor´s plan isn`t new.", "straight", "The mayor's plan isn't new."),
        ("They don‘t like it.", "straight", "They don't like it."),
        ("They don\ufffdt know it.", "straight", "They don't know it."),
        ("It's here. They don\ufffdt know it.", "curly", "It's here. They don’t know it."),
    ],
)
def test_quotation_marks(garbled: str, quotes: str, wanted: str) -> None:
    assert Pipeline(profile=Profile(quotes=quotes)).run(garbled).text == wanted  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("profile", "wanted"),
    [
        (Profile(), "He called it “odd,” and “old”, too."),
        (Profile(style="us"), "He called it “odd,” and “old,” too."),
        (Profile(style="gb"), "He called it “odd”, and “old”, too."),
        (Profile(style="in"), "He called it “odd”, and “old”, too."),
        (Profile(commas="inside"), "He called it “odd,” and “old,” too."),
        (Profile(style="us", commas="outside"), "He called it “odd”, and “old”, too."),
    ],
)
def test_commas(profile: Profile, wanted: str) -> None:
    text = "He called it “odd,” and “old”, too."
    assert Pipeline(profile=profile).run(text).text == wanted
    # Both rules together would undo each other's work.
    if profile.comma_place:
        both = Pipeline(profile=profile, extend_select=["QUO201", "QUO202"])
        assert both.run(text).text == wanted
    assert Pipeline(profile=profile, ignore=["QUO2"]).run(text).text == text
    assert Pipeline(profile=profile, select=["PUN"]).run(text).text == text


@pytest.mark.parametrize(
    ("phrase", "line", "stays"),
    [
        ("share this article", "Share this article", True),
        ("SHARE this", "Share this article", True),
        ("hare this", "Share this article", False),
        ("Share*", "Share this article", True),
        ("*article", "Share this article", True),
        ("this*", "Share this article", False),
        ("leave a reply", "Share this article", False),
        (" ", "Share this article", False),
    ],
)
def test_residue_that_stays(phrase: str, line: str, *, stays: bool) -> None:
    raw = _NEWS.format(line)
    profile = Profile(keep_residue=[phrase])
    assert (Pipeline(profile=profile).run(raw).text == raw) is stays


@pytest.mark.parametrize(
    ("garbled", "accept", "wanted"),
    [
        ("Paris , france", ["france"], "Paris, france"),
        ("Paris , france", ["France"], "Paris, France"),
        ("Paris , france", ["franc"], "Paris, France"),
        ("He went to to Lima.", ["to"], "He went to to Lima."),
        ("He went to to Lima.", ["Lima"], "He went to Lima."),
        ("He went to to Lima.", ["to to"], "He went to to Lima."),
        ("She works for Foo,Bar in Lima.", ["Foo,Bar"], "She works for Foo,Bar in Lima."),
    ],
)
def test_accepted_words(garbled: str, accept: list[str], wanted: str) -> None:
    report = Pipeline(profile=Profile(accept=accept), threshold=0.5).run(garbled)
    assert report.text == wanted
    assert not [one for one in report.remaining if one.span.of(garbled) in accept]


@given(st.text("aB ,.“”«»'\n", max_size=40))
def test_a_text_that_is_accepted_whole_is_left_alone(text: str) -> None:
    raw = f"x{text}x"
    report = Pipeline(profile=Profile(accept=[raw])).run(raw)
    assert (report.text, report.findings) == (raw, ())


def test_nonsense_is_an_error() -> None:
    with pytest.raises(ValueError, match="style is one of us, gb, in, not 'uk'"):
        Profile(style="uk")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="accept holds several strings"):
        Profile(accept="eBay")


@pytest.mark.parametrize(
    ("thresholds", "applied"),
    [
        ({}, True),
        ({"punctuation": 1}, False),
        ({"punctuation": 1, "PUN": 0}, True),
        ({"PUN": 1, "PUN1": 0}, True),
        ({"PUN10": 0, "PUN1": 1}, True),
        ({"PUN10": 0, "PUN101": 1}, False),
        ({"PUN10": 0, "space-before-mark": 1}, False),
        ({"ALL": 1}, False),
        ({"ALL": 1, "punctuation": 0}, True),
        ({"casing": 1}, True),
    ],
)
def test_the_most_specific_threshold_counts(thresholds: dict[str, float], *, applied: bool) -> None:
    backwards = dict(reversed(thresholds.items()))
    for wanted in (thresholds, backwards):
        report = Pipeline(thresholds=wanted).run("Paris , the capital")
        assert [(one.code, one.applied) for one in report.findings] == [("PUN101", applied)]


def test_thresholds_of_the_rules_of_a_server() -> None:
    thresholds = Pipeline(thresholds={"grammar": 0.7, "LT:EN_A_VS_AN": 0.6}).thresholds
    codes = ("LT:EN_A_VS_AN", "LT:OTHER", "PUN101")
    assert [thresholds.of(code) for code in codes] == [0.6, 0.7, 0.95]


@pytest.mark.parametrize("wrong", [{"PUN": 1.5}, {"PNU101": 0.5}])
def test_wrong_thresholds_are_errors(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"from 0 to 1|the nearest is 'PUN101'"):
        Pipeline(thresholds=wrong)
