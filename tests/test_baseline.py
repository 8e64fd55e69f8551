"""What a baseline knows is neither told nor repaired, wherever it has moved to."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsfix
from newsfix.cli.main import main
from newsfix.finding import Finding
from newsfix.scope import Scope
from newsfix.suppression.baseline import Entry, Known, entries, known, known_places
from tests.strategies import texts

FIRST = "The vote , they said,was over.\n"
SECOND = "It rained , he said.\n"
NAME = "newsfix-baseline.json"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(FIRST + SECOND, "utf-8")
    return tmp_path


def run(*arguments: str) -> int:
    return main([*arguments, "--no-cache"])


def test_what_is_known_is_neither_told_nor_repaired(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("baseline") == 0
    assert capsys.readouterr().err == f"{NAME}: 3 findings in 1 file.\n"
    for command in ("check", "fix"):
        assert run(command, ".", "--baseline", NAME) == 0
        assert capsys.readouterr() == ("", "")
    assert (project / "a.txt").read_text() == FIRST + SECOND
    assert run("check", ".") == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (FIRST + SECOND, SECOND + "\n" + FIRST),
        (FIRST + SECOND, "The mayor left.\n\n" * 9 + FIRST + "It was late.\n" + SECOND),
        (FIRST + SECOND, (FIRST + SECOND).replace("\n", "\r\n")),
        (FIRST + SECOND, FIRST),
        (FIRST + FIRST, FIRST + "\n" + FIRST),
        ("They left. " + FIRST, "It rained. They left. " + FIRST + "So."),
    ],
)
def test_it_is_known_again_when_the_rest_changes(project: Path, before: str, after: str) -> None:
    (project / "a.txt").write_bytes(before.encode())
    run("baseline")
    (project / "a.txt").write_bytes(after.encode())
    assert run("check", ".", "--baseline", NAME) == 0
    assert run("fix", ".", "--baseline", NAME) == 0
    assert (project / "a.txt").read_bytes() == after.encode()


def test_what_is_new_is_told_and_repaired(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("baseline", "--quiet")
    (project / "a.txt").write_text(SECOND + FIRST + "So , it ended.\n" + SECOND, "utf-8")
    assert run("check", ".", "--baseline", NAME) == 1
    places = [line.split(": ")[0] for line in capsys.readouterr().out.splitlines()]
    assert places == ["a.txt:3:3", "a.txt:4:10"]
    assert run("fix", ".", "--baseline", NAME) == 0
    repaired = SECOND + FIRST + "So, it ended.\nIt rained, he said.\n"
    assert (project / "a.txt").read_text() == repaired


def test_the_file_is_in_order_with_an_entry_a_line(project: Path) -> None:
    (project / "b.txt").write_text(SECOND + SECOND, "utf-8")
    run("baseline")
    first = (project / NAME).read_bytes()
    lines = first.decode().splitlines()
    assert len(json.loads(first)["findings"]) == 4 == len(lines) - 5
    assert [line for line in lines if "b.txt" in line] == [
        '{"path": "b.txt", "code": "PUN101", "before": "it rained", "found": " ,", "after": "he said", "count": 2}'
    ]
    (project / "a.txt").write_text("The mayor left.\n" + SECOND + FIRST, "utf-8")
    run("baseline", "b.txt", "a.txt", "-j1")
    assert (project / NAME).read_bytes() == first


def test_what_is_not_met_any_more_can_be_dropped(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "b.txt").write_text(SECOND + SECOND, "utf-8")
    (project / "c.txt").write_text(SECOND, "utf-8")
    run("baseline")
    (project / "a.txt").write_text(SECOND + "So , it ended.\n", "utf-8")
    (project / "b.txt").unlink()
    assert run("baseline", "--prune", "a.txt") == 0
    assert capsys.readouterr().err.endswith(": 4 findings no longer met and dropped; 2 kept.\n")
    left = json.loads((project / NAME).read_bytes())["findings"]
    assert [(one["path"], one["before"]) for one in left] == [
        ("a.txt", "it rained"),
        ("c.txt", "it rained"),
    ]


def test_paths_are_those_beside_the_file(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "newsfix.toml").write_text('baseline = "known/all.json"\n', "utf-8")
    (project / "known").mkdir()
    assert run("baseline") == 0
    assert (
        json.loads((project / "known/all.json").read_bytes())["findings"][0]["path"] == "../a.txt"
    )
    monkeypatch.chdir(project / "known")
    assert run("check", "..") == 0
    assert run("check", str(project / "a.txt")) == 0
    assert run("check", "..", "--isolated") == 1
    capsys.readouterr()


def test_the_cache_knows_of_the_baseline(project: Path) -> None:
    assert main(["check", "."]) == 1
    assert main(["baseline"]) == 0
    assert main(["check", ".", "--baseline", NAME]) == 0
    assert main(["check", "."]) == 1
    (project / NAME).write_text('{"version": 1, "findings": []}')
    assert main(["check", ".", "--baseline", NAME]) == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "no such file or directory"),
        ("{", "is no baseline: it is no JSON"),
        ("\udcff", "is no baseline: it is no JSON"),
        ("[]", "is no baseline of newsfix"),
        ("3", "is no baseline of newsfix"),
        ("{}", "is no baseline of newsfix"),
        ('{"version": 2}', "is a baseline of another version of newsfix"),
        ('{"version": 1, "findings": [{"path": "a.txt"}]}', "is no baseline of newsfix"),
        ('{"version": 1, "findings": 3}', "is no baseline of newsfix"),
        ("[" * 100_000, "is no baseline"),
        (
            '{"version": 1, "findings": [{"path": "", "code": "", "before": "", "found": "", "after": "", "count": "1"}]}',
            "is no baseline of newsfix",
        ),
    ],
)
def test_a_file_that_is_no_baseline_is_an_error(
    project: Path, capsys: pytest.CaptureFixture[str], content: str | None, message: str
) -> None:
    if content is not None:
        (project / NAME).write_bytes(content.encode("utf-8", "surrogateescape"))
    assert run("check", ".", "--baseline", NAME) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"newsfix: {NAME}: {message}")


def test_standard_input_has_no_baseline(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("baseline", "-") == 2
    assert "not about standard input" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("baseline", "a.txt", "none.txt") == 2
    assert "none.txt: no such file" in capsys.readouterr().err
    assert len(json.loads((project / NAME).read_bytes())["findings"]) == 3
    assert run("baseline", "--output", "none/x.json") == 2
    assert "none/x.json: cannot be written" in capsys.readouterr().err


def test_long_findings_are_told_apart_by_all_of_them() -> None:
    text = "word " * 40
    finding = Finding("DEMO1", newsfix.Span(0, 150), "Long.", 0.9)
    (one, _), (other, _) = (
        next(entries([finding], content)) for content in (text, text[:145] + "other " + text)
    )
    assert one.found != other.found
    assert one.found[:60] == other.found[:60]
    assert len(one.found) < 90


def test_of_too_many_alike_the_first_are_known() -> None:
    text = SECOND * 3
    found = newsfix.check(text)
    entry = Entry("PUN101", "it rained", " ,", "he said")
    assert known(found, text) == (Known(entry, 3),)
    places = known_places([Known(entry, 2)], found, text)
    assert [place.span for place in places] == [one.span for one in found[:2]]


@given(texts)
def test_what_is_known_leaves_a_text_as_it_is(text: str) -> None:
    pipeline = newsfix.Pipeline()
    found = pipeline.run(text, scope=Scope(repairs=False)).findings
    places = known_places(known(found, text), found, text)
    report = pipeline.run(text, scope=Scope(places))
    assert (report.text, report.findings) == (text, ())


@given(texts, st.sampled_from(["It is late.", "He left “Rome” ."]))
def test_what_is_known_survives_paragraphs_before_and_after(text: str, other: str) -> None:
    found = newsfix.check(text)
    moved = f"{other}\n\n{text}\n\n{other}"
    shifted = [
        Finding(
            one.code,
            newsfix.Span(one.span[0] + len(other) + 2, one.span[1] + len(other) + 2),
            "",
            1,
        )
        for one in found
        if one.span.end < len(text)
    ]
    kept = [one for one in found if one.span.end < len(text)]
    if "\r" not in text:
        assert [one for one, _ in entries(kept, text)] == [
            one for one, _ in entries(shifted, moved)
        ]
