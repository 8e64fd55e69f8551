"""What users of the library rely on."""

import dataclasses
import pickle
import subprocess
import sys
from typing import Any

import pytest

import newsfix
from newsfix.finding import flag, replace

PUBLIC = {
    "Change": ("span", "original", "replacement"),
    "Finding": ("code", "span", "message", "confidence", "fixes", "applied"),
    "Fix": ("span", "replacement", "confidence", "held"),
    "Normaliser": ("name", "rules", "find"),
    "Pipeline": ("run",),
    "Profile": ("style", "accept", "quotes", "commas", "keep_residue"),
    "Report": ("original", "text", "findings", "changes", "applied", "remaining"),
    "Rule": ("code", "name", "check", "changes", "suggests", "flags", "keeps", "misses", "find"),
    "Span": ("start", "end", "of", "overlaps", "covers"),
    "Text": ("lines", "paragraphs", "quoted", "place_of", "is_protected"),
    "check": (),
    "fix": (),
    "rule": (),
}


def test_all_is_what_is_promised() -> None:
    assert set(PUBLIC) <= set(newsfix.__all__)
    assert newsfix.__all__ == sorted(newsfix.__all__)


@pytest.mark.parametrize("name", newsfix.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    value = getattr(newsfix, name)
    assert value.__doc__
    assert value.__module__.startswith("newsfix.")


@pytest.mark.parametrize("name", PUBLIC)
def test_every_promised_attribute_is_there(name: str) -> None:
    value = getattr(newsfix, name)
    known = {*dir(value), *getattr(value, "__dataclass_fields__", ())}
    assert set(PUBLIC[name]) <= known


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'newsfix' has no attribute 'mend'"):
        newsfix.mend  # noqa: B018


def test_names_are_imported_when_they_are_asked_for() -> None:
    code = (
        "import sys, newsfix\n"
        "assert 'newsfix.api' not in sys.modules\n"
        "from newsfix import *\n"
        "assert all(name in globals() for name in newsfix.__all__)\n"
        "assert newsfix.fix is newsfix.api.fix\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("value", [b"bytes", None, 5, ["a"], bytearray(b"x")], ids=repr)
def test_anything_but_a_string_is_a_type_error(value: Any) -> None:
    for function in (newsfix.fix, newsfix.check):
        with pytest.raises(TypeError, match=f"on a str, not on {type(value).__name__}"):
            function(value)


def test_a_subclass_of_str_will_do() -> None:
    class Headline(str):
        __slots__ = ()

    assert newsfix.fix(Headline("So , it ended.")).text == "So, it ended."


@pytest.mark.parametrize("text", ["", " ", "\n", "a", "A"])
def test_next_to_nothing_is_clean(text: str) -> None:
    assert newsfix.fix(text) == newsfix.Report(text, text)


BEFORE = ["", "😀 ", "👩\u200d🚀 ", "cafe\u0301 ", "𝐍ews ", "漢字 ", "\U0001f1eb\U0001f1f7 "]


@pytest.mark.parametrize("before", BEFORE, ids=ascii)
def test_spans_unpack_and_count_code_points(before: str) -> None:
    text = f"{before}The vote , they said."
    report = newsfix.Pipeline(select=["PUN101"]).run(text)
    (finding,) = report.findings
    start, end = finding.span
    assert text[start:end] == " ,"
    assert finding.span == (start, end) == (len(before) + 8, len(before) + 10)
    assert finding.span.of(text) == " ,"
    (change,) = report.changes
    assert text[: change.span.start] + change.replacement + text[change.span.end :] == report.text


def test_a_report_says_what_was_applied_and_what_is_left() -> None:
    report = newsfix.fix("The vote , they said (at last.")
    assert report.applied
    assert report.remaining
    assert sorted([*report.applied, *report.remaining], key=report.findings.index) == list(
        report.findings
    )
    assert all(finding.applied for finding in report.applied)
    assert not any(finding.applied for finding in report.remaining)
    assert newsfix.check(report.original) == report.findings


@pytest.mark.parametrize(
    "value",
    [
        newsfix.Fix(newsfix.Span(0, 1), "", 0.9),
        replace((0, 1), "", "Odd.", 0.9),
        newsfix.Report("a", "a"),
        newsfix.Change(newsfix.Span(0, 1), "a", "b"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_cannot_be_changed_and_can_be_sent_to_other_processes(value: object) -> None:
    assert dataclasses.is_dataclass(value)
    for one in dataclasses.fields(value):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(value, one.name, None)
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301  # made in this line
    assert hash(value) == hash(pickle.loads(pickle.dumps(value)))  # noqa: S301


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan")])
def test_a_confidence_is_a_probability(confidence: float) -> None:
    with pytest.raises(ValueError, match="a confidence is a probability from 0 to 1"):
        flag((0, 1), "Odd.", confidence)
    with pytest.raises(ValueError, match="a confidence is a probability from 0 to 1"):
        newsfix.Fix(newsfix.Span(0, 1), "", confidence)


@pytest.mark.parametrize("span", [(-1, 2), (3, 2), (-2, -1)])
def test_a_span_lies_in_a_text(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="not a span of a text"):
        flag(span, "Odd.", 0.9)
    with pytest.raises(ValueError, match="not a span of a text"):
        replace(span, "", "Odd.", 0.9)


def test_rules_are_checked_when_they_are_declared() -> None:
    def check(_: newsfix.Text) -> list[newsfix.Finding]:
        """Nothing."""
        return []

    for code in ("pun101", "P1", "101", "PUN-101", ""):
        with pytest.raises(ValueError, match="a rule's code is capitals and digits"):
            newsfix.rule(code, "demo")(check)
    for name in ("Demo", "two words", "-demo", "demo_rule", ""):
        with pytest.raises(ValueError, match="a rule's name is words-with-hyphens"):
            newsfix.rule("DEMO1", name)(check)
    with pytest.raises(ValueError, match="a shape has two characters at least"):
        newsfix.rule("DEMO1", "demo", shapes=["a"])(check)


def test_the_explanation_of_a_rule_is_its_docstring() -> None:
    @newsfix.rule("DEMO1", "demo")
    def demo(_: newsfix.Text) -> list[newsfix.Finding]:
        """What it is.

        Why it comes about.
        """
        return []

    assert demo.summary == "What it is."
    assert demo.explanation == "What it is.\n\nWhy it comes about."
    assert demo.rules == (demo,)
    assert isinstance(demo, newsfix.Normaliser)
