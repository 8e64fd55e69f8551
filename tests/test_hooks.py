"""The hooks, run by pre-commit itself in real git repositories."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

pytest.importorskip("pre_commit", reason="needs pre-commit")
yaml = pytest.importorskip("yaml")

ROOT = Path(__file__).parents[1]
HOOKS = ROOT / ".pre-commit-hooks.yaml"
GARBLED = "Paris , France .\n"
REPAIRED = "Paris, France.\n"
DOUBTFUL = "He came (late that day.\n"
#: Other rules are not what is tried here, and without their models a process starts in half the time.
QUICK = "--ignore=casing,names,phrasing,pronouns,residue,structure,wording"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


class Ran(NamedTuple):
    """What a run of pre-commit, or of git with its hooks, left behind."""

    status: int
    out: str


Run = Callable[..., Ran]


def in_environment(home: Path) -> dict[str, str]:
    """Return an environment in which neither git nor pre-commit knows this machine."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {
        "PRE_COMMIT_HOME": str(home),
        "PRE_COMMIT_COLOR": "never",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        **{
            f"GIT_{who}_{what}": "x"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        },
    }


@pytest.fixture
def run(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Return what runs a command in a new repository, which is the working folder."""
    environment = in_environment(tmp_path_factory.mktemp("pre-commit"))

    def _run(*command: str) -> Ran:
        ran = subprocess.run(
            command,
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        return Ran(ran.returncode, ran.stdout.decode())

    assert _run("git", "init", "-q", ".").status == 0
    return _run


def configure(folder: Path, *ids: str) -> None:
    """Write a configuration with hooks as they are declared, but with the newsfix of this process."""
    hooks = [hook for hook in yaml.safe_load(HOOKS.read_text("utf-8")) if hook["id"] in ids]
    for hook in hooks:
        command, _, rest = hook["entry"].partition(" ")
        assert command == "newsfix"
        entry = f"{sys.executable} -m newsfix {rest} {QUICK}"
        hook |= {"language": "system", "entry": entry}
    config = {"repos": [{"repo": "local", "hooks": hooks}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")


def write(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def hook(run: Run) -> Ran:
    """Run the hooks on what is staged."""
    return run(sys.executable, "-m", "pre_commit", "run")


def test_the_repairing_hook_fails_repairs_and_passes(run: Run, tmp_path: Path) -> None:
    configure(tmp_path, "newsfix-fix")
    path = write(tmp_path, "a.md", GARBLED)
    run("git", "add", ".")
    first = hook(run)
    assert first.status == 1
    assert "files were modified by this hook" in first.out
    assert "Fixed 2 faults in 1 file." in first.out
    assert path.read_text() == REPAIRED
    run("git", "add", ".")
    second = hook(run)
    assert (second.status, "Passed" in second.out) == (0, True)


def test_the_repairing_hook_lets_doubts_pass(run: Run, tmp_path: Path) -> None:
    configure(tmp_path, "newsfix-fix")
    path = write(tmp_path, "a.txt", DOUBTFUL)
    run("git", "add", ".")
    assert hook(run).status == 0
    assert path.read_text() == DOUBTFUL


def test_the_checking_hook_reports_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    configure(tmp_path, "newsfix")
    path = write(tmp_path, "a.html", f"<p title='a , b'>{GARBLED}</p>\n")
    before = path.read_bytes()
    run("git", "add", ".")
    ran = hook(run)
    assert ran.status == 1
    assert "a.html:1:23: PUN101" in ran.out
    assert path.read_bytes() == before


def test_a_commit_is_stopped_until_it_is_clean(run: Run, tmp_path: Path) -> None:
    configure(tmp_path, "newsfix-fix")
    assert run(sys.executable, "-m", "pre_commit", "install").status == 0
    write(tmp_path, "a.txt", GARBLED)
    run("git", "add", ".")
    assert run("git", "commit", "-m", "one").status == 1
    run("git", "add", ".")
    assert run("git", "commit", "-m", "one").status == 0
    assert run("git", "show", "HEAD:a.txt").out == REPAIRED


def test_any_name_will_do(run: Run, tmp_path: Path) -> None:
    configure(tmp_path, "newsfix-fix")
    names = ["a b.txt", "ünï ‘x’.md", "漢字.txt", "-dash.txt", "deep/er/a.rst"]
    paths = [write(tmp_path, name, GARBLED) for name in names]
    run("git", "add", ".")
    ran = hook(run)
    assert ran.status == 1, ran.out
    assert "Fixed 10 faults in 5 files." in ran.out
    assert {path.read_text() for path in paths} == {REPAIRED}


def test_what_is_excluded_is_passed_over_though_it_is_named(run: Run, tmp_path: Path) -> None:
    configure(tmp_path, "newsfix", "newsfix-fix")
    write(tmp_path, "newsfix.toml", 'exclude = ["archive"]\n')
    path = write(tmp_path, "archive/a.txt", GARBLED)
    run("git", "add", ".")
    assert hook(run).status == 0
    assert path.read_text() == GARBLED


def test_deleted_files_and_other_kinds_are_no_concern(run: Run, tmp_path: Path) -> None:
    configure(tmp_path, "newsfix", "newsfix-fix")
    write(tmp_path, "gone.txt", GARBLED)
    write(tmp_path, "code.py", "x = (1 , 2)\n")
    write(tmp_path, "picture.png", b"\x89PNG\r\n\x1a\n\0\0 , .")
    run("git", "add", ".")
    run("git", "commit", "-qm", "one")
    run("git", "rm", "-q", "gone.txt")
    write(tmp_path, "code.py", "x = (1 , 3)\n")
    run("git", "add", ".")
    ran = hook(run)
    assert ran.status == 0, ran.out
    assert not (tmp_path / "gone.txt").exists()


def test_a_binary_file_called_a_text_is_one_line(run: Run, tmp_path: Path) -> None:
    configure(tmp_path, "newsfix-fix")
    path = write(tmp_path, "a.txt", b"\0\1\2 , binary")
    run("git", "add", ".")
    ran = hook(run)
    assert ran.status == 1
    assert "newsfix: a.txt: looks like a binary file\n" in ran.out
    assert path.read_bytes() == b"\0\1\2 , binary"


def test_the_part_that_is_not_staged_survives(run: Run, tmp_path: Path) -> None:
    configure(tmp_path, "newsfix-fix")
    middle = "\n".join(f"Line {number} is as it was." for number in range(12))
    clean = f"The vote was held in Lyon.\n{middle}\nThe train left.\n"
    path = write(tmp_path, "a.txt", clean)
    run("git", "add", ".")
    assert run("git", "commit", "-qm", "one").status == 0
    path.write_text(clean.replace("held in", "held , in"))
    run("git", "add", ".")
    unstaged = path.read_text().replace("The train left.", "The train , left late.")
    path.write_text(unstaged)
    assert hook(run).status == 1
    # What is staged was repaired; what is not was not even looked at.
    assert path.read_text() == unstaged.replace("held ,", "held,")
    assert run("git", "show", ":a.txt").out == clean.replace("held in", "held , in")


def test_nothing_staged_is_nothing_to_do(run: Run, tmp_path: Path) -> None:
    configure(tmp_path, "newsfix")
    run("git", "add", ".pre-commit-config.yaml")
    ran = hook(run)
    assert ran.status == 0
    assert "no files to check" in ran.out


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="needs the history of this checkout")
def test_this_checkout_can_be_tried(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, "a b.md", GARBLED)
    run("git", "add", ".")
    environment = in_environment(tmp_path / ".git/pre-commit")
    environment.pop("PYTHONPATH", None)  # the installed newsfix is what is tried
    environment.pop("PYTHONPYCACHEPREFIX", None)  # what is installed for one run is not kept
    ran = subprocess.run(
        [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "--files", "a b.md"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "a b.md:1:6: PUN101" in ran.stdout
    assert "Fixed 2 faults in 1 file." in ran.stdout
    assert path.read_text() == REPAIRED
