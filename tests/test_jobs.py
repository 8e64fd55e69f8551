"""Several processes at work say what one would, in the same order, and stop when they are told to."""

import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsfix.cli.main import main
from newsfix.cli.workers import WorkerError, Workers

GARBLED = "Paris , number {} .\n"
#: One rule is enough here, and a process that needs no model starts in half the time.
ONE = ("--no-cache", "--select=PUN101")


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def made(count: int) -> list[Path]:
    paths = [Path(f"{number:03}.txt") for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(GARBLED.format(number) * (1 + 6 * (number % 5 == 0)))
    return paths


def run(*arguments: str) -> tuple[int, bytes, bytes]:
    ran = subprocess.run(
        [sys.executable, "-m", "newsfix", *arguments, *ONE],
        capture_output=True,
        check=False,
    )
    return ran.returncode, ran.stdout, ran.stderr


def test_the_number_of_jobs_changes_nothing() -> None:
    made(20)
    Path("007.txt").write_bytes(b"\0binary")
    one = run("check", ".", "-j1")
    assert one[1].count(b"\n") > 40
    assert one[2].startswith(b"newsfix: 007.txt: looks like a binary file\n")
    assert run("check", ".", "-j4") == one
    assert run("check", ".") == one


def test_files_are_repaired_by_any_number_of_jobs() -> None:
    paths = made(12)
    assert run("fix", ".", "--jobs", "3")[0] == 0
    for number, path in enumerate(paths):
        assert set(path.read_text().splitlines()) == {f"Paris, number {number}."}
    assert {path.name for path in Path().iterdir()} == {path.name for path in paths}


@pytest.mark.parametrize("value", ["-1", "two", "1.5", "²"])
def test_a_wrong_number_of_jobs_is_an_error(value: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", ".", f"--jobs={value}"]) == 2
    assert "a number from 0 on" in capsys.readouterr().err


def test_few_files_need_no_process(capsys: pytest.CaptureFixture[str]) -> None:
    made(3)
    code = (
        "import sys; from newsfix.cli.main import main; main(['check', '.', '--no-cache']);"
        "assert 'multiprocessing' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    capsys.readouterr()


# A worker that dies

_DYING = """
import os, sys
from newsfix import Pipeline
from newsfix.cli.main import main
run = Pipeline.run
def die(self, text, **options):
    if "number 4 ." in text:
        {how}
    return run(self, text, **options)
Pipeline.run = die
sys.exit(main(["fix", ".", *{options}, "--jobs", "{jobs}"]))
"""
_HOW = {
    "an exception": ("raise RuntimeError('the sky fell')", "internal error; please report it"),
    "a crash": (
        "os.kill(os.getpid(), 9)",
        "newsfix failed on it: its process ended with status -9",
    ),
}


@pytest.mark.skipif(sys.platform != "linux", reason="workers must start as copies")
@pytest.mark.parametrize(("how", "message"), _HOW.values(), ids=_HOW)
def test_the_file_that_newsfix_fails_on_is_named_and_the_others_are_done(
    how: str, message: str
) -> None:
    paths = made(9)
    code = _DYING.format(how=how, jobs=3, options=ONE)
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    (line,) = (line for line in ran.stderr.splitlines() if line.startswith("newsfix: "))
    assert line.startswith(f"newsfix: 004.txt: {message}")
    left = [path.name for path in paths if " ," in path.read_text()]
    assert left == ["004.txt"]


def _square(number: int) -> int:
    if number < 0:
        os._exit(3)
    return number * number


def test_workers_go_on_when_one_dies() -> None:
    workers: Workers[int, int] = Workers(_square, 2)
    try:
        jobs = [workers.submit(number) for number in (5, -1, 4, -2, -3, 3)]
        results = []
        for job in reversed(jobs):
            try:
                results.append(str(workers.result(job)))
            except WorkerError as error:
                results.append(str(error))
        died = "its process ended with status 3"
        assert results == ["9", died, died, "16", died, "25"]
    finally:
        workers.close()


# An interrupt


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc who is left")
@pytest.mark.parametrize("jobs", [1, 3])
def test_an_interrupt_leaves_all_files_whole_and_nobody_at_work(project: Path, jobs: int) -> None:
    paths = made(400)
    before = {path: path.read_text() for path in paths}
    command = [sys.executable, "-m", "newsfix", "fix", ".", *ONE, f"-j{jobs}"]
    running = subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # Where the tests run in the background, interrupts are ignored, and that is inherited.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    while paths[3].read_text() == before[paths[3]] and running.poll() is None:
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGINT)  # what Ctrl-C does
    _, errors = running.communicate(timeout=20)
    assert errors == b"newsfix: interrupted\n"
    assert running.returncode == 2
    for number, path in enumerate(paths):
        repaired = before[path].replace(" ,", ",").replace(" .", ".")
        assert path.read_text() in (before[path], repaired), number
    assert {path.name for path in project.iterdir()} == {path.name for path in paths}
    sessions = (
        stat.read_text().rpartition(")")[2].split()
        for stat in Path("/proc").glob("[0-9]*/stat")
        if stat.exists()
    )
    assert str(running.pid) not in [fields[3] for fields in sessions if fields[0] != "Z"]


# Progress


def watched(environment: dict[str, str], *arguments: str) -> str:
    """Return what a run writes to a terminal, on a machine so slow that every file takes a while."""
    code = (
        "import sys, newsfix.cli.progress as p; from newsfix.cli.main import main;"
        "p._DELAY = p._PAUSE = 0; sys.exit(main(sys.argv[1:]))"
    )
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments, *ONE],
        stderr=theirs,
        stdout=subprocess.PIPE,
        env={name: value for name, value in os.environ.items() if name != "CI"} | environment,
    ) as running:
        running.communicate()
        os.close(theirs)
        written = b""
        try:
            while data := os.read(ours, 10_000):
                written += data
        except OSError:  # nobody is at the other end any more
            pass
        os.close(ours)
    return written.decode()


XTERM = {"TERM": "xterm"}


def test_a_terminal_is_told_how_far_it_is() -> None:
    made(3)
    Path("001.txt").write_bytes(b"\0")
    written = watched(XTERM, "check", ".")
    assert re.findall(r"\d/3 files", written) == ["1/3 files", "2/3 files", "3/3 files"]
    # What stands on a line with something else was taken away before.
    assert "\r\x1b[Knewsfix: 001.txt: looks like a binary file" in written
    assert written.rpartition("\x1b[K")[2].startswith("16 findings in 2 files")


@pytest.mark.parametrize(
    ("environment", "arguments"),
    [
        ({"TERM": "dumb"}, ()),
        (XTERM | {"CI": "true"}, ()),
        (XTERM, ("--quiet",)),
        (XTERM, ("000.txt",)),
    ],
    ids=str,
)
def test_nobody_else_is(environment: dict[str, str], arguments: tuple[str, ...]) -> None:
    made(3)
    folder = () if "000.txt" in arguments else (".",)
    assert "files" not in watched(environment, "check", *folder, *arguments).replace(
        "in 3 files", ""
    )
