"""What is printed shows the right place, and what is a patch can be applied."""

import json
import re
import shutil
import subprocess
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from wcwidth import wcswidth

import newsfix
from newsfix.finding import Finding, Fix, flag, replace
from newsfix.output import FORMATS
from newsfix.output.colour import Paint, paint_for
from newsfix.output.counts import counts
from newsfix.output.diff import diff
from newsfix.output.explain import page
from newsfix.output.positions import Positions
from newsfix.output.result import Result
from newsfix.report import Report
from newsfix.rules import Rule
from newsfix.span import Span
from newsfix.text import Text
from tests.strategies import RULES

PLAIN = Paint(enabled=False)


def result(text: str, *findings: Finding, path: str = "a.txt") -> Result:
    return Result(path, Report(text, text, findings), findings)


def printed(style: str, *results: Result, paint: Paint = PLAIN) -> list[str]:
    return list(FORMATS[style](results, paint))


# Positions

LINES = st.text("ab é\n\r漢😀\u0301", max_size=30)


def naive_place(text: str, offset: int) -> tuple[int, int]:
    line, column = 1, 1
    for at in range(offset):
        in_pair = text[at] == "\r" and text[at + 1 : at + 2] == "\n"
        if text[at] in "\r\n" and not in_pair:
            line, column = line + 1, 1
        else:
            column += 1
    return line, column


@given(LINES)
def test_lines_and_columns_are_what_counting_gives(text: str) -> None:
    positions = Positions(text)
    for offset in range(len(text) + 1):
        assert positions.place(offset) == naive_place(text, offset)


@given(LINES)
def test_lines_are_those_of_the_text(text: str) -> None:
    positions = Positions(text)
    lines = re.split(r"\r\n|\r|\n", text)
    for number, line in enumerate(lines, start=1):
        assert positions.line(number) == line
        assert positions.place(positions.line_start(number)) == (number, 1)


# One line for each finding

COMMA = replace((5, 6), "", "A space before “,”.", 0.98, at=(5, 7))


@pytest.mark.parametrize(
    ("finding", "line"),
    [
        (
            Finding("X1", Span(5, 7), "Gap.", 0.98, (Fix(Span(5, 6), "", 0.97),)),
            "a.txt:1:6: X1 Gap. [0.98] delete “ ” [0.97]",
        ),
        (
            Finding("X1", Span(0, 5), "Wrong.", 0.5, (Fix(Span(0, 5), "Lyon", 0.4),), applied=True),
            "a.txt:1:1: X1 Wrong. [0.50] [*] “Paris” → “Lyon” [0.40]",
        ),
        (
            Finding("X1", Span(5, 5), "Lost.", 0.5, (Fix(Span(5, 5), "\n", 0.4),)),
            "a.txt:1:6: X1 Lost. [0.50] insert “⏎” [0.40]",
        ),
        (Finding("X1", Span(8, 9), "Look.", 1.0), "a.txt:1:9: X1 Look. [1.00]"),
    ],
    ids=["deletion", "replacement", "insertion", "flag"],
)
def test_concise_is_one_line(finding: Finding, line: str) -> None:
    assert printed("concise", result("Paris , France", finding)) == [line]


@pytest.mark.parametrize("style", ["concise", "full"])
def test_nothing_from_the_text_can_steer_the_terminal(style: str) -> None:
    text = "It \x1b[2J\x9bended\u202e.\r\n"
    finding = replace((3, 15), "\x1b\x07", "“\x1b[2J\n” is odd.", 0.9)
    output = "".join(printed(style, result(text, finding)))
    assert output.isprintable()


def test_a_long_edit_is_shown_by_its_ends() -> None:
    finding = replace((0, 200), "", "Too long.", 0.9)
    (line,) = printed("concise", result("a" * 100 + "b" * 100, finding))
    assert f"delete “{'a' * 20}…{'b' * 20}”" in line


# The full format

WIDE = [
    ("Paris , France", " ,"),
    ("漢字かな漢字 , France", " ,"),
    ("😀😀 👍 , France", " ,"),
    ("cafe\u0301 re\u0301sume\u0301 , France", " ,"),
    ("Ｐａｒｉｓ met", "ｒｉ"),
    ("a\tb , c", " ,"),
    ("a\u200bb , c", " ,"),
    (", so", ","),
    ("the end ,", ","),
    ("漢" * 200 + " , " + "字" * 200, " ,"),
    ("x" * 300 + " , " + "y" * 300, " ,"),
    ("x" * 300, "x" * 300),
    ("漢" * 300, "漢" * 300),
]


@pytest.mark.parametrize(("line", "wrong"), WIDE, ids=lambda text: text[:12])
@pytest.mark.parametrize("before", ["", "First.\n\nThen\r\n"], ids=["first line", "later line"])
def test_the_caret_stands_under_the_place(before: str, line: str, wrong: str) -> None:
    text = f"{before}{line}\nLast."
    start = text.index(wrong)
    finding = flag((start, start + len(wrong)), "Here.", 0.9)
    heading, empty, shown, caret, _ = printed("full", result(text, finding))
    number = before.count("\n") + 1
    assert heading.startswith(f"a.txt:{number}:")
    left, _, shown_line = shown.partition("| ")
    assert left.strip() == str(number)
    assert len(empty) == len(left) + 1
    carets = re.fullmatch(r" *\| ( *)(\^+)", caret)
    assert carets, caret
    # What stands over the carets, column by column, is the beginning of what is wrong.
    columns = list(chain.from_iterable(one * max(0, wcswidth(one)) for one in shown_line))
    over = "".join(columns[len(carets[1]) : carets.end(2) - carets.start(1)])
    wide = "".join(chain.from_iterable(one * wcswidth(one) for one in wrong))
    assert over
    assert wide.startswith(over)
    assert over == wide or shown_line.endswith("…")


@pytest.mark.parametrize(("line", "wrong"), WIDE, ids=lambda text: text[:12])
def test_no_shown_line_is_much_wider_than_a_terminal(line: str, wrong: str) -> None:
    start = line.index(wrong)
    finding = flag((start, start + len(wrong)), "Here.", 0.9)
    _, _, shown, caret, _ = printed("full", result(line, finding))
    assert wcswidth(shown) <= 100
    assert len(caret) <= 100
    cut = len(line) > 92
    assert ("…" in shown) == cut


def test_a_finding_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    finding = flag((4, 12), "Here.", 0.9)
    _, _, shown, caret, _ = printed("full", result("One two\nthree four", finding))
    assert shown == "1 | One two"
    assert caret == "  |     ^^^"


def test_a_finding_at_the_very_end_has_a_caret() -> None:
    _, _, shown, caret, _ = printed("full", result("One.\n", flag((5, 5), "Here.", 0.9)))
    assert (shown, caret) == ("2 | ", "  | ^")


def test_every_fix_is_shown_and_why_it_is_held_back() -> None:
    fixes = (
        Fix(Span(0, 3), "Two", 0.5, "it would change a number"),
        Fix(Span(0, 3), "", 0.25),
    )
    lines = printed("full", result("One day.", Finding("X1", Span(0, 3), "Odd.", 0.9, fixes)))
    assert lines[-3:] == [
        "  = fix [0.50]: “One” → “Two”; held back: it would change a number",
        "  = fix [0.25]: delete “One”",
        "",
    ]


# For programs


@given(st.text(max_size=40))
@example('"\\\u2028\x00\ud800')
def test_json_says_what_the_report_says(text: str) -> None:
    report = newsfix.Pipeline(select=["PUN", "CHR"]).run(text + " , so")
    one = Result("dir/ä b.txt", report, report.findings)
    (document,) = printed("json", one)
    (file,) = json.loads(document)["files"]
    assert file["path"] == "dir/ä b.txt"
    assert len(file["findings"]) == len(report.findings)
    assert [(tuple(c["span"]), c["original"], c["replacement"]) for c in file["changes"]] == [
        (tuple(change.span), change.original, change.replacement) for change in report.changes
    ]
    for record, finding in zip(file["findings"], report.findings, strict=True):
        assert record["code"] == finding.code
        assert record["span"] == list(finding.span)
        assert record["applied"] == finding.applied
        assert (record["line"], record["column"]) == naive_place(report.original, finding.span[0])
        assert (record["end_line"], record["end_column"]) == naive_place(
            report.original, finding.span[1]
        )
        assert [fix["replacement"] for fix in record["fixes"]] == [
            fix.replacement for fix in finding.fixes
        ]
    lines = printed("json-lines", one)
    assert all("\n" not in line for line in lines)
    assert [json.loads(line) for line in lines] == [
        {"path": "dir/ä b.txt", **record} for record in file["findings"]
    ]


def test_json_without_files_is_a_document_too() -> None:
    assert [json.loads(line) for line in printed("json")] == [{"files": []}]
    assert printed("json-lines") == []


def test_counts_are_sorted_by_how_often() -> None:
    texts = result("a b c", *(Finding(code, Span(0, 1), ".", 0.9) for code in ("X2", "X1", "X2")))
    fixed = result("a", Finding("X1", Span(0, 1), ".", 0.9, (), applied=True))
    assert list(counts([texts, fixed, fixed], {"X1": "one"})) == [
        " found  fixed  rule",
        "     3      2  X1 one",
        "     2      0  X2",
    ]


# Patches


def patched(before: str, patch: list[str]) -> str:
    """Apply a unified diff the plain way: hunk by hunk, every line of context checked."""
    source = re.findall(r"[^\n]*\n|[^\n]+", before)
    made: list[str] = []
    at = 0
    pending = ""
    for line in patch[2:]:
        if hunk := re.match(r"@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@", line):
            first = int(hunk[1]) - (hunk[2] != "0")
            made += source[at:first]
            at = first
        elif line.startswith("\\"):
            if pending in "+ ":
                made[-1] = made[-1].removesuffix("\n")
        else:
            pending, content = line[0], line[1:] + "\n"
            if pending in " -":
                assert source[at].removesuffix("\n") == line[1:]
                at += 1
            if pending in " +":
                made.append(content)
    return "".join(made + source[at:])


DIFFED = st.lists(st.sampled_from(["One.", "Two .", "", "+", "-- a", "\r", "漢"]), max_size=8).map(
    "\n".join
)


@given(DIFFED, DIFFED)
@example("a", "a\n")
@example("a\n", "a")
@example("", "a")
def test_a_patch_leads_from_the_one_text_to_the_other(before: str, after: str) -> None:
    assert patched(before, list(diff("a.txt", before, after, PLAIN))) == after


@pytest.mark.parametrize(
    ("path", "header"),
    [("a.txt", "a/a.txt"), ("/tmp/a.txt", "a/tmp/a.txt"), ("a b.txt", "a/a b.txt\t")],  # noqa: S108
)
def test_a_patch_names_its_file_as_git_does(path: str, header: str) -> None:
    assert next(diff(path, "a", "b", PLAIN)) == f"--- {header}"


def test_without_a_difference_there_is_no_patch() -> None:
    assert list(diff("a.txt", "same", "same", PLAIN)) == []


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@pytest.mark.parametrize("name", ["plain.txt", "with space.txt", "dir/ünï.txt"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["", "End ."])
def test_git_applies_the_patch(tmp_path: Path, name: str, end: str, last: str) -> None:
    before = f"One , two.{end}Same.{end}" + last
    after = before.replace(" ,", ",").replace(" .", ".")
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(before.encode())
    patch = "".join(f"{line}\n" for line in diff(name, before, after, PLAIN))
    subprocess.run(
        ["git", "apply", "--unsafe-paths", "-"],
        input=patch.encode(),
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    assert file.read_bytes().decode() == after


# Colour


@pytest.mark.parametrize(
    ("terminal", "environment", "wanted"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
        (False, {"FORCE_COLOR": "1"}, True),
        (True, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True),
    ],
    ids=str,
)
def test_colour_is_for_terminals_that_want_it(
    terminal: bool,  # noqa: FBT001  # a column of the table
    environment: dict[str, str],
    wanted: bool,  # noqa: FBT001
) -> None:
    assert paint_for(terminal=terminal, environment=environment).enabled is wanted


@pytest.mark.parametrize("style", ["concise", "full"])
def test_colour_adds_nothing_but_colour(style: str) -> None:
    one = result("Paris , France", COMMA)
    painted = printed(style, one, paint=Paint(enabled=True))
    assert any("\x1b[" in line for line in painted)
    assert [re.sub(r"\x1b\[\d+m", "", line) for line in painted] == printed(style, one)


@pytest.mark.parametrize("style", ["json", "json-lines"])
def test_programs_get_no_colour(style: str) -> None:
    one = result("Paris , France", COMMA)
    assert printed(style, one, paint=Paint(enabled=True)) == printed(style, one)


# Explain


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_page_of_a_rule_has_all_its_examples(rule: Rule) -> None:
    text = page(rule, "family")
    assert text.startswith(f"# {rule.code} {rule.name}\n\n{rule.summary}")
    groups = (rule.changes, rule.suggests, rule.flags, rule.keeps, rule.misses)
    assert len(re.findall(r"^- `", text, re.MULTILINE)) == sum(map(len, groups))
    assert text.count("\n## ") == sum(map(bool, groups))
    assert text.replace("\n", "").isprintable()
    assert ("off unless" in text) is not rule.default


def test_code_on_a_page_keeps_its_backticks_and_spaces() -> None:
    def check(text: Text) -> list[Finding]:
        """Nothing."""
        return [flag((0, len(text)), "All.", 0.1)]

    rule = Rule("DEMO1", "demo", check, flags=("a `b` ``c``", " x ", "one\ntwo\u200b"))
    lines = page(rule, "family").splitlines()
    assert lines[-3:] == ["- ``` a `b` ``c`` ```", "- `  x  `", "- `one⏎two<U+200B>`"]
