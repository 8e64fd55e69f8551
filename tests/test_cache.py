"""The cache answers as a run would, or not at all."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsfix
from newsfix.cache import Cache, fingerprint, key
from newsfix.cache.record import dump, load
from newsfix.cli.main import main
from newsfix.finding import Finding, Fix
from newsfix.report import Report

GARBLED = "Paris , france .\n\nHe came (late that day.\n"
FOLDER = Path(".newsfix_cache")
DAY = 86_400


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_text(GARBLED, "utf-8")
    (tmp_path / "b.txt").write_text("The vote was held in Lyon.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the texts that a pipeline was asked about."""
    texts: list[str] = []
    run = newsfix.Pipeline.run

    def note(self: newsfix.Pipeline, text: str, **options: Any) -> Report:
        texts.append(text)
        return run(self, text, **options)

    monkeypatch.setattr("newsfix.pipeline.Pipeline.run", note)
    return texts


Check = Callable[..., tuple[int, str, str]]


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Check:
    def _check(*arguments: str) -> tuple[int, str, str]:
        status = main(["check", *(arguments or ("a.txt", "b.txt"))])
        return status, *capsys.readouterr()

    return _check


def entries() -> list[Path]:
    return sorted(path for path in FOLDER.glob("*/*") if path.is_file())


# Records


@given(st.text("aA ,.’“\n\r\ud800é😀", max_size=60))
def test_a_record_says_what_the_report_said(text: str) -> None:
    report = newsfix.fix(text)
    assert load(dump(report), text) == report


def test_all_of_a_report_is_in_its_record() -> None:
    finding = Finding(
        "X1", newsfix.Span(0, 1), "\ud800", 0.5, (Fix(newsfix.Span(0, 2), "b", 1, "held"),)
    )
    report = Report("ab", "ab", (finding,), warnings=(newsfix.Unread(3, "is broken"),))
    assert load(dump(report), "ab") == report
    # Whoever adds a field adds it to the record, too.
    assert len(fields(Finding)) == 6
    assert len(fields(Fix)) == 4
    assert len(fields(Report)) == 6  # a report for which a normaliser was skipped is not kept
    assert len(fields(newsfix.Change)) == 3


@given(st.data())
def test_a_damaged_record_is_noticed(data: st.DataObject) -> None:
    record = dump(newsfix.fix("Paris , France"))
    at = data.draw(st.integers(0, len(record) - 1))
    changed = bytes([data.draw(st.integers(0, 255).filter(lambda byte: byte != record[at]))])
    for damaged in (record[:at], record[:at] + changed + record[at + 1 :]):
        with pytest.raises(ValueError, match="damaged"):
            load(damaged, "Paris , France")


# Runs


def test_the_second_run_says_the_same_and_looks_at_nothing(check: Check, asked: list[str]) -> None:
    first = check()
    assert len(asked) == 2
    assert check() == first
    assert check("--output-format", "full", ".")[0] == 1
    assert len(asked) == 2


@pytest.mark.parametrize(
    "arguments", [("fix", "a.txt"), ("fix", "--diff", "a.txt"), ("check", "--statistics", "a.txt")]
)
def test_every_command_does_the_same_with_it(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str], check: Check
) -> None:
    path = Path("a.txt")
    without = (main([*arguments, "--no-cache"]), capsys.readouterr(), path.read_text())
    path.write_text(GARBLED)
    check()
    assert (main(arguments), capsys.readouterr(), path.read_text()) == without


CHANGES: dict[str, Callable[[], tuple[str, ...]]] = {
    "the text": lambda: (str(Path("a.txt").write_text("Paris , france !\n") and "a.txt"),),
    "the format": lambda: ("a.txt", "--format", "markdown"),
    "the rules": lambda: ("a.txt", "--ignore", "casing"),
    "the threshold": lambda: ("a.txt", "--threshold", "0.5"),
    "the rules of this file": lambda: ("a.txt", "--per-file-ignores", "a.*:casing"),
    "the settings": lambda: (
        str(Path("newsfix.toml").write_text("restraint = false\n") and "a.txt"),
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_the_answer_depends_on_is_in_the_key(
    change: Callable[[], tuple[str, ...]], check: Check, asked: list[str]
) -> None:
    check("a.txt")
    check(*change())
    assert len(asked) == 2


def test_the_name_of_the_file_is_not(check: Check, asked: list[str]) -> None:
    check("a.txt")
    Path("a.txt").rename("c.txt")
    assert check("c.txt")[1].startswith("c.txt:1:6:")
    assert len(asked) == 1


def test_another_newsfix_finds_nothing(
    check: Check, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check("a.txt")
    monkeypatch.setattr("newsfix.cache.fingerprint", lambda: "0" * 32)
    check("a.txt")
    assert len(asked) == 2


def test_a_plugged_in_normaliser_and_its_code_make_another_newsfix(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = {fingerprint(), fingerprint()}
    assert len(seen) == 1
    monkeypatch.syspath_prepend(str(project))
    (project / "desk.py").write_text("rules = 1\n", "utf-8")
    info = project / "desk-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: desk\nVersion: 1\n", "utf-8")
    (info / "entry_points.txt").write_text("[newsfix.normalisers]\nd = desk:rules\n", "utf-8")
    seen.add(fingerprint())
    (project / "desk.py").write_text("rules = 2\n", "utf-8")
    seen.add(fingerprint())
    assert len(seen) == 3


def test_an_installed_newsfix_is_known_by_its_record(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = sys.modules["newsfix.cache.fingerprint"]
    monkeypatch.setattr(module, "__file__", str(project / "newsfix" / "cache" / "fingerprint.py"))
    monkeypatch.syspath_prepend(str(project))
    (project / "newsfix").mkdir()
    (project / "newsfix" / "rule.py").write_text("1", "utf-8")
    seen = [fingerprint()]
    info = project / "newsfix-9.dist-info"
    info.mkdir()
    for record in ("newsfix/rule.py,sha256=a,1\n", "newsfix/rule.py,sha256=b,1\n"):
        (info / "RECORD").write_text(record, "utf-8")
        seen.append(fingerprint())
    (project / "newsfix" / "other.py").write_text("2", "utf-8")
    seen.append(fingerprint())
    assert seen[0] != seen[1] != seen[2] == seen[3]


# The folder


def test_the_folder_is_marked_as_a_cache_and_ignored_by_git(check: Check) -> None:
    check()
    assert (FOLDER / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d17278")
    assert (FOLDER / ".gitignore").read_text() == "*\n"
    assert len(entries()) == 2


def test_it_lies_beside_the_settings(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("newsfix.toml").write_text("")
    Path("deep").mkdir()
    monkeypatch.chdir("deep")
    check("../a.txt")
    assert Path("../.newsfix_cache").is_dir()
    assert not FOLDER.exists()


def test_it_can_be_elsewhere_or_nowhere(check: Check) -> None:
    check("a.txt", "--no-cache")
    assert not FOLDER.exists()
    check("a.txt", "--cache-dir", "deep/down")
    assert len(list(Path("deep/down").glob("*/*"))) == 1
    assert not FOLDER.exists()


def test_standard_input_is_not_kept() -> None:
    command = [sys.executable, "-m", "newsfix", "check", "-", "--select=PUN101"]
    assert subprocess.run(command, input=b"One , two.", check=False, capture_output=True).stdout
    assert not FOLDER.exists()


def test_a_folder_that_was_there_is_not_marked(check: Check) -> None:
    check("a.txt", "--cache-dir", ".")
    assert not Path(".gitignore").exists()
    assert not Path("CACHEDIR.TAG").exists()


@pytest.mark.parametrize("content", [b"", b"x", b"\0" * 40])
def test_a_damaged_cache_is_made_again(check: Check, asked: list[str], content: bytes) -> None:
    first = check()
    for path in entries():
        path.write_bytes(content)
    assert check() == first
    assert len(asked) == 4
    assert check() == first
    assert len(asked) == 4


def test_a_cache_that_cannot_be_written_is_done_without(check: Check) -> None:
    without = check("a.txt", "--no-cache")
    FOLDER.write_text("somebody's file")
    assert check("a.txt") == without
    assert check("a.txt", "--cache-dir", "/dev/null/x") == without
    assert FOLDER.read_text() == "somebody's file"


def test_a_full_disk_leaves_no_rubbish(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    without = check("a.txt", "--no-cache")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert check("a.txt") == without
    assert entries() == []


def age(path: Path, days: float) -> None:
    then = time.time() - days * DAY
    os.utime(path, (then, then))


def test_what_is_not_asked_for_is_thrown_away(project: Path) -> None:
    report = newsfix.fix("Paris , France")
    names = [key(name) for name in ("old", "used", "new")]
    cache = Cache(project / FOLDER, "a" * 32)
    for name in names:
        cache.put(name, report)
    old, used, new = (project / FOLDER / ("a" * 32) / name for name in names)
    foreign = old.with_name("notes.txt")
    foreign.write_text("not ours")
    past = project / FOLDER / ("b" * 32)
    past.mkdir()
    for path in (old, used, foreign):
        age(path, 20)
    assert cache.get(used.name, report.original) == report
    cache.prune()
    assert sorted(path for path in (old, used, new, foreign, past) if path.exists()) == sorted(
        [used, new, foreign]
    )
    age(new, 20)
    cache.prune()
    assert new.exists(), "once a day is enough"


def test_several_processes_share_it(project: Path) -> None:
    for at in range(12):
        (project / f"{at}.txt").write_text(f"Paris , {at} .\n")
    command = [sys.executable, "-m", "newsfix", "check", ".", "--select=PUN101"]
    together = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(3)]
    outputs = {process.communicate()[0] for process in together}
    assert len(outputs) == 1
    assert not [path for path in entries() if path.name.startswith(".")]
    assert subprocess.run(command, capture_output=True, check=False).stdout in outputs


def test_a_second_run_imports_no_rule(check: Check) -> None:
    check()
    code = (
        "import sys; from newsfix.cli.main import main; main(['check', 'a.txt', 'b.txt']);"
        "print([name for name in sys.modules if name in ('regex', 'newsfix.rules', 'ftfy')])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"
