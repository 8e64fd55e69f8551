"""The command line does what its help says, with the exit status that it promises."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from newsfix import __version__
from newsfix.cli.main import main

GARBLED = "Paris , France .\n"
REPAIRED = "Paris, France.\n"
CLEAN = "The vote was held in Lyon.\n"
#: Something that is reported and never repaired: a mark without its partner.
DOUBTFUL = "He came (late that day.\n"


class Ran(NamedTuple):
    """What a run of the command line left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]
RunBytes = Callable[..., tuple[int, bytes, bytes]]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run_bytes(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> RunBytes:
    def _run(*arguments: str, stdin: bytes = b"") -> tuple[int, bytes, bytes]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = main(arguments)
        return status, *capfdbinary.readouterr()

    return _run


@pytest.fixture
def run(run_bytes: RunBytes) -> Run:
    def _run(*arguments: str, stdin: bytes = b"") -> Ran:
        status, out, err = run_bytes(*arguments, stdin=stdin)
        return Ran(status, out.decode(), err.decode())

    return _run


def write(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


# check


def test_check_reports_and_changes_nothing(run: Run) -> None:
    path = write("a.txt", GARBLED)
    ran = run("check", "a.txt")
    assert ran.status == 1
    # How sure a rule may claim to be is measured anew now and then.
    assert re.sub(r"\[0\.9\d\]", "[sure]", ran.out).splitlines() == [
        "a.txt:1:6: PUN101 A space before “,”. [sure] [*] delete “ ” [sure]",
        "a.txt:1:15: PUN101 A space before “.”. [sure] [*] delete “ ” [sure]",
    ]
    assert ran.err == "2 findings in 1 file. “newsfix fix” repairs 2 of them [*].\n"
    assert path.read_text() == GARBLED


def test_clean_text_is_clean(run: Run) -> None:
    write("a.txt", CLEAN)
    assert run("check", "a.txt") == (0, "", "")
    assert run("fix", "a.txt") == (0, "", "")


def test_a_summary_counts_only_what_is_told(run: Run) -> None:
    write("a.txt", GARBLED + DOUBTFUL)
    ran = run("check", "--min-confidence", "0.999", "a.txt")
    assert ran == (0, "", "")
    told = run("check", "a.txt", "--min-confidence", "0")
    assert "3 findings" in told.err
    assert "repairs 2 of them" in told.err


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("One.\r\nTwo ,\r\n", ["2:4"]),
        ("One.\rTwo ,\r", ["2:4"]),
        ("\ufeffOne ,\n", ["1:4"]),
        ("漢字かな , so.\n", ["1:5"]),
        ("😀 e\u0301 , so.\n", ["1:5"]),
        ("One.\n\n\nTwo ,", ["4:4"]),
    ],
    ids=repr,
)
def test_lines_and_columns_count_code_points(run: Run, text: str, places: list[str]) -> None:
    write("a.txt", text)
    ran = run("check", "--select", "PUN101", "a.txt")
    assert [":".join(line.split(":")[1:3]) for line in ran.out.splitlines()] == places


# fix


def test_fix_repairs_in_place_and_reports_the_rest(run: Run) -> None:
    path = write("a.txt", GARBLED + DOUBTFUL)
    ran = run("fix", "a.txt")
    assert ran.status == 1
    assert [line.split()[1] for line in ran.out.splitlines()] == ["QUO109"]
    assert ran.err == "Fixed 2 faults in 1 file; 1 finding left.\n"
    assert path.read_text() == REPAIRED + DOUBTFUL


def test_after_a_fix_nothing_is_left(run: Run) -> None:
    write("a.txt", GARBLED)
    assert run("fix", "a.txt") == (0, "", "Fixed 2 faults in 1 file.\n")
    assert run("fix", "a.txt") == (0, "", "")
    assert run("check", "a.txt") == (0, "", "")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"One , two.", b"One, two."),
        (b"One , two.\n", b"One, two.\n"),
        (b"One ,\r\ntwo.\r\n", b"One,\r\ntwo.\r\n"),
        (b"One ,\rtwo.\r", b"One,\rtwo.\r"),
        (b"One ,\r\ntwo ,\nthree ,\rfour.", b"One,\r\ntwo,\nthree,\rfour."),
        (b"\xef\xbb\xbfOne , two.", b"\xef\xbb\xbfOne, two."),
        (b"One , caf\xe9.", b"One, caf\xe9."),
        ("\ufeffOne , two.".encode("utf-16-le"), "\ufeffOne, two.".encode("utf-16-le")),
        (b"", b""),
        (b"\n" * 100_000, b"\n" * 100_000),
    ],
    ids=lambda value: repr(value[:20]),
)
@pytest.mark.parametrize("piped", [False, True], ids=["file", "pipe"])
def test_fix_keeps_encoding_mark_and_line_ends(
    run_bytes: RunBytes,
    before: bytes,
    after: bytes,
    piped: bool,  # noqa: FBT001  # a column of the table
) -> None:
    Path("a.txt").write_bytes(before)
    if piped:
        assert run_bytes("fix", "-", "--select", "PUN101", stdin=before) == (0, after, b"")
    else:
        assert run_bytes("fix", "--select", "PUN101", "a.txt")[0] == 0
        assert Path("a.txt").read_bytes() == after


def test_a_pipe_gets_the_repaired_text_alone(run: Run) -> None:
    assert run("fix", "-", stdin=GARBLED.encode()) == (0, REPAIRED, "")
    assert run("fix", "-", stdin=DOUBTFUL.encode()) == (1, DOUBTFUL, "")
    assert run("fix", "-", "--exit-zero", stdin=DOUBTFUL.encode()) == (0, DOUBTFUL, "")


def test_a_pipe_that_cannot_be_written_back_comes_through_as_it_was(
    run_bytes: RunBytes,
) -> None:
    data = "It costs &#x141;5 , caf\xe9.".encode("cp1252")
    status, out, err = run_bytes("fix", "-", "--select", "ENC,PUN", stdin=data)
    assert (status, out) == (2, data)
    assert "cp1252 cannot hold “Ł”" in err.decode()


def test_a_pipe_can_have_its_report_in_a_file(run: Run) -> None:
    ran = run("fix", "-", "-o", "out.json", "--output-format", "json", stdin=DOUBTFUL.encode())
    assert ran == (1, DOUBTFUL, "")
    (file,) = json.loads(Path("out.json").read_text())["files"]
    assert [finding["code"] for finding in file["findings"]] == ["QUO109"]


def test_standard_input_is_repaired_on_its_own(run: Run) -> None:
    write("a.txt", GARBLED)
    ran = run("fix", "-", "a.txt", stdin=b"One .")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "newsfix: standard input (-) is repaired on its own, not with files\n"


@pytest.mark.parametrize(
    ("options", "name"), [((), "<stdin>"), (("--stdin-filename", "b.txt"), "b.txt")], ids=str
)
def test_standard_input_has_a_name_in_reports(run: Run, options: Sequence[str], name: str) -> None:
    ran = run("check", "-", *options, stdin=GARBLED.encode())
    assert ran.out.startswith(f"{name}:1:6: PUN101")


# --diff


def test_diff_prints_a_patch_and_changes_nothing(run: Run) -> None:
    path = write("a.txt", CLEAN + GARBLED)
    ran = run("fix", "--diff", "a.txt")
    assert ran.status == 1
    assert ran.out.splitlines() == [
        "--- a/a.txt",
        "+++ b/a.txt",
        "@@ -1,2 +1,2 @@",
        f" {CLEAN.strip()}",
        f"-{GARBLED.strip()}",
        f"+{REPAIRED.strip()}",
    ]
    assert ran.err == ""
    assert path.read_text() == CLEAN + GARBLED


def test_diff_of_clean_text_is_empty(run: Run) -> None:
    write("a.txt", CLEAN)
    assert run("fix", "--diff", "a.txt") == (0, "", "")


def test_diff_goes_where_it_is_told(run: Run) -> None:
    write("a.txt", GARBLED)
    assert run("fix", "--diff", "-o", "a.patch", "a.txt") == (1, "", "")
    assert Path("a.patch").read_text().startswith("--- a/a.txt\n+++ b/a.txt\n")
    assert run("fix", "--diff", "--quiet", "a.txt") == (1, "", "")
    assert run("fix", "--diff", "--exit-zero", "a.txt").status == 0


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfOne , two.\r\nThree.", b"One , two.\r\n"])
@pytest.mark.parametrize("name", ["a.txt", "a b.txt", "ü.txt"])
@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_a_patch_can_be_applied(run_bytes: RunBytes, name: str, data: bytes) -> None:
    Path(name).write_bytes(data)
    status, patch, _ = run_bytes("fix", "--diff", "--select", "PUN101", name)
    assert status == 1
    subprocess.run(["git", "apply", "-"], input=patch, check=True)
    assert Path(name).read_bytes() == data.replace(b" ,", b",")


# Formats


def test_json_is_one_document(run: Run) -> None:
    write("a.txt", GARBLED)
    write("b.txt", CLEAN)
    ran = run("check", "--output-format", "json", "a.txt", "b.txt")
    files = json.loads(ran.out)["files"]
    assert [(file["path"], len(file["findings"])) for file in files] == [("a.txt", 2), ("b.txt", 0)]
    assert files[0]["findings"][0]["span"] == [5, 7]
    assert ran.err == "", "a program reads this: no summary"


def test_json_lines_are_an_object_each(run: Run) -> None:
    write("a.txt", GARBLED)
    ran = run("check", "--output-format", "json-lines", "a.txt")
    records = [json.loads(line) for line in ran.out.splitlines()]
    assert [(one["path"], one["code"], one["column"]) for one in records] == [
        ("a.txt", "PUN101", 6),
        ("a.txt", "PUN101", 15),
    ]


def test_the_full_format_shows_the_line(run: Run) -> None:
    write("a.txt", GARBLED)
    ran = run("check", "--output-format", "full", "a.txt")
    assert ran.out.splitlines()[1:4] == ["  |", "1 | Paris , France .", "  |      ^^"]


def test_the_report_can_go_to_a_file(run: Run) -> None:
    write("a.txt", GARBLED)
    ran = run("check", "-o", "out.txt", "a.txt")
    assert (ran.status, ran.out) == (1, "")
    assert Path("out.txt").read_text().count("PUN101") == 2


def test_a_report_that_cannot_be_written_is_an_error(run: Run) -> None:
    write("a.txt", GARBLED)
    ran = run("check", "-o", "none/out.txt", "a.txt")
    assert ran.status == 2
    assert "newsfix: none/out.txt: cannot be written (no such file or directory)\n" in ran.err


def test_statistics_count_by_rule(run: Run) -> None:
    write("a.txt", GARBLED + DOUBTFUL)
    ran = run("check", "--statistics", "a.txt")
    assert ran.out.splitlines() == [
        " found  fixed  rule",
        "     2      2  PUN101 space-before-mark",
        "     1      0  QUO109 unbalanced-bracket",
    ]


def test_quiet_prints_errors_only(run: Run) -> None:
    write("a.txt", GARBLED)
    assert run("check", "-q", "a.txt") == (1, "", "")
    assert run("check", "-q", "no.txt") == (2, "", "newsfix: no.txt: no such file\n")
    assert run("fix", "-q", "a.txt") == (0, "", "")


@pytest.mark.parametrize(
    ("environment", "painted"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "", "NO_COLOR": "1"}, False)],
    ids=str,
)
def test_colour_follows_the_environment(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    painted: bool,  # noqa: FBT001  # a column of the table
) -> None:
    write("a.txt", GARBLED)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    for arguments in (("check", "a.txt"), ("fix", "--diff", "a.txt")):
        assert ("\x1b[" in run(*arguments).out) is painted
    run("check", "-o", "out.txt", "a.txt")
    assert "\x1b[" not in Path("out.txt").read_text()


# Exit status


@pytest.mark.parametrize(
    ("text", "options", "check", "fix"),
    [
        (CLEAN, (), 0, 0),
        (GARBLED, (), 1, 0),
        (DOUBTFUL, (), 1, 1),
        (GARBLED + DOUBTFUL, (), 1, 1),
        (GARBLED, ("--exit-zero",), 0, 0),
        (DOUBTFUL, ("--exit-zero",), 0, 0),
        (DOUBTFUL, ("--min-confidence", "1"), 0, 0),
        (DOUBTFUL, ("--ignore", "QUO109"), 0, 0),
        (GARBLED, ("--threshold", "1"), 1, 1),
        ("", (), 0, 0),
    ],
)
def test_the_exit_status_says_what_is_left(
    run: Run, text: str, options: Sequence[str], check: int, fix: int
) -> None:
    write("a.txt", text)
    assert run("check", *options, "a.txt").status == check
    assert run("fix", *options, "a.txt").status == fix


@pytest.mark.parametrize(
    ("text", "options", "status"),
    [
        (CLEAN, (), 0),
        (GARBLED, (), 1),
        (GARBLED, ("--exit-zero",), 1),
        (DOUBTFUL, ("--exit-zero",), 0),
    ],
)
def test_a_hook_can_ask_whether_anything_was_changed(
    run: Run, text: str, options: Sequence[str], status: int
) -> None:
    write("a.txt", text)
    assert run("fix", "--exit-non-zero-on-fix", *options, "a.txt").status == status


# What can go wrong

BROKEN = {
    "missing": (None, "no such file"),
    "binary": (b"\x00\x01\x02PNG", "looks like a binary file"),
    "undecodable": (b"caf\xe9 \x81", "is neither UTF-8 (at byte 3) nor Windows-1252"),
    "half of UTF-16": (b"\xff\xfea", "is not valid UTF-16-LE"),
}


@pytest.mark.parametrize(("data", "reason"), BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("command", ["check", "fix"])
def test_a_file_that_cannot_be_read_is_one_line_and_the_others_are_done(
    run: Run, command: str, data: bytes | None, reason: str
) -> None:
    good = write("good.txt", GARBLED)
    if data is not None:
        Path("bad.txt").write_bytes(data)
    ran = run(command, "bad.txt", "good.txt")
    assert ran.status == 2
    (error,) = (line for line in ran.err.splitlines() if line.startswith("newsfix: "))
    assert error.startswith(f"newsfix: bad.txt: {reason}")
    if command == "check":
        assert ran.out.count("good.txt:") == 2
    else:
        assert good.read_text() == REPAIRED


def test_an_error_wins_over_exit_zero(run: Run) -> None:
    assert run("check", "--exit-zero", "no.txt").status == 2
    assert run("fix", "--exit-zero", "no.txt").status == 2


def test_a_file_that_cannot_be_written_is_one_line_and_the_others_are_done(run: Run) -> None:
    locked, free = write("a.txt", GARBLED), write("b.txt", GARBLED)
    locked.chmod(0o444)
    ran = run("fix", "a.txt", "b.txt")
    assert ran.status == 2
    assert "newsfix: a.txt: is read-only; not written\n" in ran.err
    assert "Fixed 2 faults in 1 file.\n" in ran.err
    assert (locked.read_text(), free.read_text()) == (GARBLED, REPAIRED)


USAGE = [
    ((), "the following arguments are required: COMMAND"),
    (("mend",), "invalid choice: 'mend'"),
    (("check",), "the following arguments are required: PATH"),
    (("check", "a.txt", "--threshold", "2"), "a probability from 0 to 1, not '2'"),
    (("check", "a.txt", "--threshold", "nan"), "a probability from 0 to 1, not 'nan'"),
    (("check", "a.txt", "--min-confidence", "high"), "a probability from 0 to 1, not 'high'"),
    (("check", "a.txt", "--output-format", "yaml"), "invalid choice: 'yaml'"),
    (("check", "a.txt", "--diff"), "unrecognized arguments: --diff"),
    (("check", "a.txt", "--select", "PUN1O1"), "no rule or family is called 'PUN1O1'; the nearest"),
    (("fix", "a.txt", "--ignore", "casings"), "the nearest is 'casing'"),
    (("check", "a.txt", "--encoding", "utf-9"), "a.txt: no encoding is called 'utf-9'"),
    (("explain", "PUN1O1"), "no rule is called 'PUN1O1'; the nearest is 'PUN1"),
    (("explain", "space-befor-mark"), "the nearest is 'space-before-mark'"),
    (("explain", "@@@"), "no rule is called '@@@'\n"),
    (("explain",), "the following arguments are required: CODE"),
]


@pytest.mark.parametrize(("arguments", "message"), USAGE, ids=lambda value: str(value)[:40])
def test_bad_usage_is_2_with_one_clear_line(
    run: Run, arguments: Sequence[str], message: str
) -> None:
    path = write("a.txt", GARBLED)
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err
    assert "Traceback" not in ran.err
    assert ran.err.splitlines()[-1].startswith("newsfix")
    assert path.read_text() == GARBLED


def test_an_internal_error_is_2_and_shows_where(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the sky fell")

    write("a.txt", GARBLED)
    monkeypatch.setattr("newsfix.pipeline.Pipeline.run", fail)
    ran = run("check", "a.txt")
    assert ran.status == 2
    assert "RuntimeError: the sky fell" in ran.err
    assert ran.err.splitlines()[-1].startswith("newsfix: a.txt: internal error")


def test_an_interrupted_run_is_2(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    write("a.txt", GARBLED)
    monkeypatch.setattr("newsfix.pipeline.Pipeline.run", interrupt)
    assert run("check", "a.txt") == (2, "", "newsfix: interrupted\n")


@pytest.mark.parametrize(
    "arguments",
    [("--version",), ("rules",), ("explain", "PUN101"), ("check", "many.txt", "--select=PUN")],
    ids=str,
)
def test_a_reader_that_leaves_early_is_no_error(arguments: Sequence[str]) -> None:
    write("many.txt", "So , they say .\n" * 200)
    command = [sys.executable, "-m", "newsfix", *arguments]
    # Without this, output is written at once, and nothing is left to be written at the end.
    environment = {**os.environ, "PYTHONUNBUFFERED": ""}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        errors = running.stderr.read().decode()
    assert running.returncode in (0, 1)
    assert "Traceback" not in errors
    assert "BrokenPipe" not in errors


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "newsfix", "rules"]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (ran.returncode, ran.stderr) == (2, b"newsfix: No space left on device\n")


# Files and folders


def test_a_folder_stands_for_its_texts(run: Run) -> None:
    write("news/a.txt", GARBLED)
    write("news/old/ünï b.txt", GARBLED)
    write("news/notes.py", GARBLED)
    ran = run("fix", "news")
    assert ran.err == "Fixed 4 faults in 2 files.\n"
    assert Path("news/old/ünï b.txt").read_text() == REPAIRED
    assert Path("news/notes.py").read_text() == GARBLED


def test_a_folder_without_texts_is_clean(run: Run) -> None:
    Path("empty").mkdir()
    assert run("check", "empty") == (0, "", "")


def test_a_file_that_is_named_twice_is_done_once(run: Run) -> None:
    write("a.txt", GARBLED)
    assert run("check", "a.txt", "./a.txt", ".").out.count("PUN101") == 2
    assert run("fix", "a.txt", "a.txt").err == "Fixed 2 faults in 1 file.\n"


@pytest.mark.parametrize("name", ["a b.txt", "ünï ‘x’.txt", "漢字.txt", "-dash.txt", "new\nline"])
def test_any_file_name_will_do(run: Run, name: str) -> None:
    path = write(name, GARBLED)
    ran = run("fix", "--", name)
    assert (ran.status, ran.err) == (0, "Fixed 2 faults in 1 file.\n")
    assert path.read_text() == REPAIRED


@pytest.mark.skipif(sys.platform != "linux", reason="file names are Unicode there")
@pytest.mark.parametrize("style", ["concise", "full", "json", "json-lines"])
def test_a_file_name_that_is_no_unicode_is_no_error(run_bytes: RunBytes, style: str) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    Path(name).write_text(GARBLED)
    status, out, _ = run_bytes("check", "--output-format", style, name)
    assert status == 1
    assert b"PUN101" in out
    assert run_bytes("check", "--output-format", style, "-o", "out", name)[0] == 1
    assert Path("out").read_bytes() == out


# explain, rules, version


@pytest.mark.parametrize("name", ["PUN101", "pun101", "space-before-mark", "Space-Before-Mark"])
def test_explain_finds_a_rule_by_code_or_name(run: Run, name: str) -> None:
    ran = run("explain", name)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("# PUN101 space-before-mark\n")
    assert "- `Paris , France .` → `Paris, France.`" in ran.out


def test_rules_lists_every_rule(run: Run) -> None:
    lines = run("rules").out.splitlines()
    records = json.loads(run("rules", "--output-format", "json").out)
    assert [line.split()[0] for line in lines] == [record["code"] for record in records]
    assert [record["family"] for record in records if record["code"] == "PUN101"] == ["punctuation"]
    off = {record["code"] for record in records if not record["default"]}
    assert {line.split()[0] for line in lines if line.endswith("(off by default)")} == off
    assert off


def test_version_and_help(run: Run) -> None:
    assert run("--version") == (0, f"newsfix {__version__}\n", "")
    for arguments in (("--help",), ("check", "--help"), ("fix", "--help")):
        ran = run(*arguments)
        assert ran.status == 0
        assert "exit status:" in ran.out


def test_the_command_is_installed_and_a_module_too() -> None:
    script = Path(sys.executable).with_name("newsfix")
    for command in ([script], [sys.executable, "-m", "newsfix"]):
        ran = subprocess.run([*command, "fix", "-"], input=b"One , two.", capture_output=True)  # noqa: PLW1510
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"One, two.", b"")
