"""benchmarks.phrasing: the systems that newsfix is compared with."""

import pytest

from benchmarks.phrasing import languagetool
from benchmarks.phrasing.correction import made
from benchmarks.phrasing.languagetool import LanguageTool
from benchmarks.phrasing.on_clean import on_clean
from benchmarks.phrasing.systems import ngram_edits
from newsfix.finding import Finding, Fix
from newsfix.languagetool.errors import GrammarError
from newsfix.span import Span

_SAID = LanguageTool(
    lambda _text: [
        (
            "LT",
            Finding(
                "LT:HE_VERB_AGR",
                Span(3, 7),
                "",
                0.5,
                (Fix(Span(3, 7), "has", 0.5), Fix(Span(3, 7), "had", 0.5)),
            ),
        ),
        ("LT", Finding("LT:STYLE", Span(0, 2), "", 0.5)),
    ]
)


@pytest.mark.parametrize(
    ("text", "best"),
    [
        (
            "The police arrested a number people in the north of the country.",
            "The police arrested a number of people in the north of the country.",
        ),
        (
            "He told to journalists that he would not stand again.",
            "He told journalists that he would not stand again.",
        ),
        (
            "The party won the election with a majority large.",
            "The party won the election with a large majority.",
        ),
        ("", ""),
    ],
)
def test_the_ngram_baseline_takes_the_edit_that_saves_the_most(text: str, best: str) -> None:
    assert made(text, ngram_edits(text)[:1]) == best


def test_first_proposals_of_languagetool_are_its_edits() -> None:
    assert made("He have gone.", _SAID.edits("He have gone.")) == "He has gone."


def test_languagetool_marks_all_that_it_finds() -> None:
    assert [span for span, _ in _SAID.scores("He have gone.")] == [(3, 7), (0, 2)]


def test_only_what_proposes_something_counts_as_applied_by_languagetool() -> None:
    figures = on_clean(["He have gone."], _SAID.codes)
    assert figures["findings"] == {"LT:HE_VERB_AGR": 1, "LT:STYLE": 1}
    assert figures["applied"] == {"LT:HE_VERB_AGR": 1, "LT:STYLE": 0}


def test_without_languagetool_one_line_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def find_home() -> None:
        raise GrammarError("none is installed")

    monkeypatch.setattr(languagetool, "find_home", find_home)
    with languagetool.languagetool() as found:
        assert found is None
    assert capsys.readouterr().err == "LanguageTool is left out: none is installed\n"
