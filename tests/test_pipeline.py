"""A pipeline chooses rules, applies what is sure, and reports in positions of the original."""

import dataclasses
import random
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsfix
from newsfix import normalisers
from newsfix.document import Document
from newsfix.finding import Finding, Fix, flag, replace
from newsfix.normalisers import built_in, family
from newsfix.pipeline.choose import choose
from newsfix.pipeline.restraint import is_edited
from newsfix.pipeline.thresholds import Thresholds
from newsfix.rules import Normaliser, Rule, rule
from newsfix.span import Span
from newsfix.text import Text


def literal(code: str, before: str, after: str, confidence: float = 1.0) -> Rule:
    """Return a rule that puts ``after`` for every ``before``."""

    @rule(code, f"literal-{code.lower()}")
    def found(text: Text) -> Iterator[Finding]:
        for match in re.finditer(re.escape(before), text.raw):
            yield replace(match.span(), after, "Swap this.", confidence)

    return found


# Which rules run


def codes(
    select: Sequence[str] = (), extend_select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> set[str]:
    pipeline = newsfix.Pipeline(select=select, extend_select=extend_select, ignore=ignore)
    return {rule.code for one in pipeline.normalisers for rule in one.rules}


DEFAULT = {rule.code for one in built_in() for rule in one.rules if rule.default}
EVERY = {rule.code for one in built_in() for rule in one.rules}
PUNCTUATION = {rule.code for rule in family("punctuation").rules if rule.default}


def test_the_default_pipeline_has_the_rules_that_are_on_by_default() -> None:
    assert codes() == DEFAULT < EVERY


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        ({"select": ["PUN101"]}, {"PUN101"}),
        ({"select": ["space-before-mark"]}, {"PUN101"}),
        ({"select": ["PUN1"]}, {rule.code for rule in family("punctuation").rules}),
        ({"select": ["PUN"]}, {rule.code for rule in family("punctuation").rules}),
        ({"select": ["punctuation"]}, {rule.code for rule in family("punctuation").rules}),
        ({"select": ["ALL"]}, EVERY),
        ({"select": ["PUN101", "casing"], "ignore": ["CAS"]}, {"PUN101"}),
        ({"select": ["PUN101", "PUN102"], "ignore": ["no-space-after-mark"]}, {"PUN101"}),
        ({"select": ["PUN101"], "extend_select": ["PUN102"]}, {"PUN101", "PUN102"}),
        ({"ignore": ["PUN"]}, DEFAULT - PUNCTUATION),
        ({"ignore": ["ALL"]}, set()),
        ({"extend_select": ["ALL"]}, EVERY),
        ({"extend_select": ["QUO201"]}, DEFAULT | {"QUO201"}),
        ({"extend_select": ["QUO201"], "ignore": ["QUO201"]}, DEFAULT - {"QUO201"}),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_selectors_choose_rules(options: dict[str, list[str]], wanted: set[str]) -> None:
    assert codes(**options) == wanted


@pytest.mark.parametrize("option", ["select", "extend_select", "ignore"])
@pytest.mark.parametrize(
    ("selector", "nearest"),
    [
        ("PUN999", "PUN1"),
        ("pun101", "'PUN101'"),
        ("space-before-marks", "'space-before-mark'"),
        ("punctuations", "'punctuation'"),
        ("Casing", "'casing'"),
        ("all", "'ALL'"),
    ],
)
def test_an_unknown_selector_is_an_error_that_names_the_nearest(
    option: str, selector: str, nearest: str
) -> None:
    with pytest.raises(ValueError, match=f"called '{selector}'; the nearest is .*{nearest}"):
        codes(**{option: [selector]})


def test_a_selector_like_nothing_known_has_no_nearest() -> None:
    with pytest.raises(ValueError, match=r"no rule or family is called '@@@@'$"):
        newsfix.Pipeline(select=["@@@@"])


@pytest.mark.parametrize("option", ["select", "extend_select", "ignore"])
def test_a_string_for_a_list_of_selectors_is_an_error(option: str) -> None:
    with pytest.raises(TypeError, match="a list of selectors, not the string 'PUN101'"):
        codes(**{option: "PUN101"})


def test_a_rule_that_is_off_by_default_runs_when_it_is_named_as_a_normaliser() -> None:
    off = next(rule for rule in family("quotes").rules if not rule.default)
    assert newsfix.Pipeline([off]).normalisers == (off,)


# How sure a fix must be


@pytest.mark.parametrize(
    ("confidence", "threshold", "applied"),
    [(0.94, 0.95, False), (0.95, 0.95, True), (0.0, 0.0, True), (0.99, 1.0, False), (1, 1, True)],
)
def test_a_fix_is_applied_at_the_threshold_or_above(
    confidence: float, threshold: float, *, applied: bool
) -> None:
    pipeline = newsfix.Pipeline([literal("DEMO1", "–", "—", confidence)], threshold=threshold)
    report = pipeline.run("Late – or never.")
    assert (report.text == "Late — or never.") is applied
    assert [finding.applied for finding in report.findings] == [applied]


@pytest.mark.parametrize("threshold", [-0.1, 1.1, float("nan"), float("inf")])
def test_a_threshold_is_a_probability(threshold: float) -> None:
    with pytest.raises(ValueError, match="a threshold is a probability from 0 to 1"):
        newsfix.Pipeline(threshold=threshold)


# Which fixes are chosen


def wish(start: int, end: int, replacement: str, confidence: float, code: str = "X1") -> Finding:
    fix = Fix(Span(start, end), replacement, confidence)
    return Finding(code, fix.span, "Wish.", confidence, (fix,))


CHOICES = {
    "the surest of overlapping edits": ([(0, 4, "a", 0.96), (3, 6, "b", 0.99)], ["b"]),
    "the first of equally sure ones": ([(3, 6, "b", 0.99), (0, 4, "a", 0.99)], ["a"]),
    "the rest, once one is chosen": (
        [(0, 4, "a", 0.96), (3, 6, "b", 0.99), (5, 8, "c", 0.97), (8, 9, "d", 0.96)],
        ["b", "d"],
    ),
    "edits side by side": ([(0, 3, "a", 0.96), (3, 6, "b", 0.99)], ["a", "b"]),
    "no insertion beside an edit": ([(3, 3, "a", 0.96), (3, 6, "b", 0.99)], ["b"]),
    "one insertion at a place": ([(3, 3, "a", 0.96), (3, 3, "b", 0.99)], ["b"]),
    "the same edit, asked for twice": ([(3, 6, "b", 0.96), (3, 6, "b", 0.99)], ["b", "b"]),
    "nothing unsure": ([(3, 6, "b", 0.94)], []),
}


@pytest.mark.parametrize(("wishes", "chosen"), CHOICES.values(), ids=CHOICES)
def test_choose_takes(wishes: list[tuple[int, int, str, float]], chosen: list[str]) -> None:
    for findings in (wishes, wishes[::-1]):
        taken = choose([wish(*one) for one in findings], Thresholds(0.95))
        assert [finding.fixes[0].replacement for finding in taken] == chosen


@given(
    st.lists(
        st.builds(
            lambda start, length, what, sure: wish(start, start + length, what, sure),
            st.integers(0, 12),
            st.integers(0, 4),
            st.sampled_from("xyz"),
            st.sampled_from((0.9, 0.96, 0.99)),
        ),
        max_size=12,
    ),
    st.randoms(use_true_random=False),
)
def test_choice_is_free_of_overlaps_complete_and_independent_of_order(
    wishes: list[Finding], chance: random.Random
) -> None:
    chosen = choose(wishes, Thresholds(0.95))
    edits = {finding.fixes[0].span: finding.fixes[0].replacement for finding in chosen}
    Document("." * 20).apply(edits.items())  # raises where edits overlap
    chance.shuffle(wishes)
    again = choose(wishes, Thresholds(0.95))
    assert sorted(map(repr, again)) == sorted(map(repr, chosen))
    for finding in wishes:
        if finding.fixes[0].confidence >= 0.95 and finding not in chosen:
            span = finding.fixes[0].span
            assert any(span.start <= other.end and other.start <= span.end for other in edits)


# Normalisers of other people


class Shouting:
    """A normaliser that knows nothing of how rules are declared."""

    name = "shouting"
    rules: Sequence[Rule] = ()

    def find(self, text: Text) -> Iterator[Finding]:
        """Report what shouts."""
        for match in re.finditer("!!+", text.raw):
            yield replace(match.span(), "!", "Too loud.", 0.99)


def test_anything_with_a_name_and_find_is_a_normaliser() -> None:
    shouting = Shouting()
    assert isinstance(shouting, Normaliser)
    report = newsfix.Pipeline([shouting]).run("Stop!!! Now!!")
    assert report.text == "Stop! Now!"
    assert [tuple(finding.span) for finding in report.findings] == [(4, 7), (11, 13)]


def test_a_part_of_a_normaliser_that_is_no_family_can_be_chosen() -> None:
    class Pair(Shouting):
        rules = (literal("DEMO1", "–", "—"), literal("DEMO2", "‑", "-"))

        def find(self, text: Text) -> Iterator[Finding]:
            for one in self.rules:
                yield from one.find(text)

    text = "Late – twenty‑one."
    assert newsfix.Pipeline([Pair()]).run(text).text == "Late — twenty-one."
    assert newsfix.Pipeline([Pair()], ignore=["DEMO2"]).run(text).text == "Late — twenty‑one."
    assert newsfix.Pipeline([Pair()], select=["DEMO2"]).run(text).text == "Late – twenty-one."
    assert newsfix.Pipeline([Pair()], select=["DEMO2"]).normalisers[0].name == "shouting"


@pytest.mark.parametrize(
    "finding",
    [
        flag((3, 9), "Here.", 0.9),
        flag((9, 9), "Here.", 0.9),
        replace((3, 9), "x", "Here.", 0.9, at=(0, 1)),
        replace((0, 1), "x", "Here.", 0.9, at=(8, 9)),
    ],
    ids=["flag", "empty flag", "fix", "place"],
)
def test_a_place_outside_the_text_is_an_error_that_names_who_reports_it(finding: Finding) -> None:
    @rule("DEMO1", "lost")
    def lost(text: Text) -> Iterator[Finding]:
        del text
        yield finding

    with pytest.raises(ValueError, match="DEMO1 reports a place outside the text"):
        newsfix.Pipeline([lost]).run("12345678")


ENTRY_POINT_MODULE = """
from newsfix import Text, rule
from newsfix.finding import replace

@rule("ZZZ901", "demo-plugin", needs="§")
def demo_plugin(text):
    '''A section sign, for the test.'''
    at = text.raw.find("§")
    if at >= 0:
        yield replace((at, at + 1), "Section", "A section sign.", 0.99)
"""


def test_a_distribution_adds_its_own_rules_by_an_entry_point(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "newsfix_demo_plugin.py").write_text(ENTRY_POINT_MODULE, "utf-8")
    info = tmp_path / "newsfix_demo_plugin-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: newsfix-demo-plugin\nVersion: 1.0\n"
    )
    (info / "entry_points.txt").write_text(
        dedent("""
        [newsfix.normalisers]
        demo = newsfix_demo_plugin:demo_plugin
        """)
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    added = normalisers._added  # noqa: SLF001  # its cache holds what was installed before
    added.cache_clear()
    try:
        assert newsfix.Pipeline().run("It is in § 5.").text == "It is in Section 5."
        assert newsfix.Pipeline(ignore=["demo-plugin"]).run("It is in § 5.").text == "It is in § 5."
    finally:
        added.cache_clear()
        sys.modules.pop("newsfix_demo_plugin", None)


# Passes


def test_rules_that_undo_each_others_work_change_nothing() -> None:
    there, back = literal("DEMO1", "a", "b"), literal("DEMO2", "b", "a")
    report = newsfix.Pipeline([there, back]).run("a b")
    assert report.text == "a b"
    assert not report.changes
    assert not report.applied
    assert {finding.code for finding in report.remaining} == {"DEMO1", "DEMO2"}


def test_a_rule_that_never_ends_changes_nothing() -> None:
    report = newsfix.Pipeline([literal("DEMO1", ".", "..")]).run("The end.")
    assert report.text == "The end."


def test_a_rule_that_undoes_its_own_edit_ends() -> None:
    report = newsfix.Pipeline([literal("DEMO1", "same", "same")]).run("The same again.")
    assert report.text == "The same again."


def test_offsets_of_later_passes_are_those_of_the_original() -> None:
    first, second = literal("DEMO1", "xxxx", "x"), literal("DEMO2", "x y", "x z")
    text = "xxxx, xxxx y then y."
    report = newsfix.Pipeline([first, second]).run(text)
    assert report.text == "x, x z then y."
    (late,) = (finding for finding in report.findings if finding.code == "DEMO2")
    assert late.span.of(text) == "xxxx y"
    assert late.fixes[0].span.of(text) == "xxxx y"
    assert [(change.original, change.replacement) for change in report.changes] == [
        ("xxx", ""),
        ("xxx", ""),
        ("y", "z"),
    ]


def test_a_fix_left_over_can_be_made_to_the_original_alone() -> None:
    first, second = literal("DEMO1", "xxxx", "x"), literal("DEMO2", "x y", "x z", 0.6)
    text = "So xxxx y."
    report = newsfix.Pipeline([first, second]).run(text)
    assert report.text == "So x y."
    (left,) = report.remaining
    fix = left.fixes[0]
    assert text[: fix.span.start] + fix.replacement + text[fix.span.end :] == "So x z."


def test_findings_are_in_order_of_their_places() -> None:
    report = newsfix.fix("It ended , he said,and so on . Next , that.")
    spans = [finding.span for finding in report.findings]
    assert len(spans) > 3
    assert spans == sorted(spans)


# Line ends

LINE_ENDS = [
    ("One ,\r\ntwo ,\r\n", "One,\r\ntwo,\r\n"),
    ("One ,\rtwo ,\r", "One,\rtwo,\r"),
    ("One ,\r\ntwo ,\nthree ,\rfour", "One,\r\ntwo,\nthree,\rfour"),
    ("\r\n\r\nOne , two.", "\r\n\r\nOne, two."),
    ("One, two.\n\r\n\r", "One, two.\n\r\n\r"),
]


@pytest.mark.parametrize(("text", "wanted"), LINE_ENDS, ids=repr)
def test_line_ends_come_back_as_they_were(text: str, wanted: str) -> None:
    report = newsfix.Pipeline(select=["PUN101"]).run(text)
    assert report.text == wanted
    for finding in report.applied:
        assert finding.fixes[0].span.of(text) == " "


@given(st.lists(st.sampled_from(["Late ,", "it ended.", "\n", "\r", "\r\n", " ", "So ."])))
def test_what_is_reported_with_any_line_ends_is_where_it_says(parts: list[str]) -> None:
    text = "".join(parts)
    report = newsfix.Pipeline(select=["PUN101"], restraint=False).run(text)
    for finding in report.applied:
        assert set(finding.fixes[0].span.of(text)) == {" "}
    assert re.findall(r"\r\n|\r|\n", report.text) == re.findall(r"\r\n|\r|\n", text)


@pytest.mark.parametrize("style", ["\n", "\r\n", "\r"])
def test_a_place_that_covers_line_ends_covers_them_whole(style: str) -> None:
    text = f"One.{style}Two:{style}{style}three.{style}"
    report = newsfix.Pipeline([literal("DEMO1", ":\n\nthree", ": three")]).run(text)
    assert report.text == f"One.{style}Two: three.{style}"
    (finding,) = report.findings
    assert finding.span.of(text) == finding.fixes[0].span.of(text) == f":{style}{style}three"


@pytest.mark.parametrize("style", ["\n", "\r\n", "\r"])
def test_a_line_end_that_a_repair_brings_in_is_of_the_style_of_the_text(style: str) -> None:
    text = f"One.{style}{style}Two|three.{style}"
    report = newsfix.Pipeline([literal("DEMO1", "|", ".\n")]).run(text)
    assert report.text == f"One.{style}{style}Two.{style}three.{style}"


# Restraint

MARKS = ["punctuation", "characters"]
REPAIR = newsfix.Pipeline(select=MARKS)
GARBLED = "The police arrested a number people in the north of the country. "
CLEAN = "The council met on a wet evening and agreed to mend the old bridge. " * 40
FAULT = CLEAN + "Nobody spoke , and the lamps went out. " + CLEAN


def test_a_long_text_that_is_otherwise_clean_is_left_as_it_is() -> None:
    report = REPAIR.run(FAULT)
    assert report.text == FAULT
    (finding,) = (one for one in report.findings if one.code == "PUN101")
    assert "few faults" in finding.fixes[0].held
    assert FAULT.index(" ,") == finding.span.start


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Nobody spoke , and the lamps went out.", "it is short"),
        (FAULT.replace(" bridge", " bridge ,"), "it has many faults"),
    ],
    ids=lambda value: value if len(value) < 30 else "",
)
def test_restraint_is_for_long_texts_with_few_faults(text: str, why: str) -> None:
    assert " ," not in REPAIR.run(text).text, why


def test_what_a_model_doubts_does_not_make_a_text_a_bad_translation() -> None:
    sure = [flag((at, at + 1), "Sure.", 0.9) for at in range(90)]
    assert not is_edited(CLEAN, [dataclasses.replace(one, code="PUN101") for one in sure])
    assert is_edited(CLEAN, [dataclasses.replace(one, code="PHR107") for one in sure])


def test_rare_turns_are_hardly_ever_faults_of_edited_text() -> None:
    alone, edited = (
        [one.confidence for one in newsfix.check(text) if one.code == "PHR101"]
        for text in (GARBLED, CLEAN + GARBLED + CLEAN)
    )
    assert len(alone) == len(edited) == 1
    assert edited[0] < 0.7 * alone[0]


def test_without_restraint_everything_sure_is_repaired() -> None:
    report = newsfix.Pipeline(select=MARKS, restraint=False).run(FAULT)
    assert report.text == FAULT.replace(" ,", ",")


def test_what_nobody_means_is_repaired_in_clean_text_too() -> None:
    text = FAULT.replace("lamps", "la\u200bmps")
    assert REPAIR.run(text).text == FAULT


def test_restraint_does_not_depend_on_what_was_repaired_before() -> None:
    once = REPAIR.run(FAULT.replace("lamps", "la\u200bmps")).text
    assert REPAIR.run(once).text == once
