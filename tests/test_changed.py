"""With --changed-since, lines alone that git says have changed; in real repositories."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from newsfix.cli.changed import changed_since
from newsfix.cli.main import main

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")

OLD = "The vote , they said.\n"
NEW = "It rained , he said.\n"
REPAIRED = "It rained, he said.\n"

Git = Callable[..., str]


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Return what runs git in a new repository, which is the working folder."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "x")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "x")
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> str:
        ran = subprocess.run(("git", *arguments), capture_output=True, text=True, check=True)
        return ran.stdout

    run("init", "-q", "-b", "main")
    return run


def commit(git: Git, **files: str) -> None:
    for name, text in files.items():
        Path(f"{name}.txt").write_bytes(text.encode())
    git("add", "-A")
    git("commit", "-q", "--allow-empty", "-m", "x")


def places(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """Return where ``newsfix check`` reports, without columns."""
    assert main(["check", "--no-cache", *arguments]) in (0, 1)
    return [":".join(line.split(":")[:2]) for line in capsys.readouterr().out.splitlines()]


def test_only_changed_lines_are_told_and_repaired(
    git: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(git, a=OLD * 3, b=OLD)
    Path("a.txt").write_text(OLD + NEW + OLD * 2 + NEW, "utf-8")
    assert places(capsys, ".", "--changed-since", "HEAD") == ["a.txt:2", "a.txt:5"]
    assert main(["fix", ".", "--changed-since", "HEAD"]) == 0
    assert Path("a.txt").read_text() == OLD + REPAIRED + OLD * 2 + REPAIRED
    assert Path("b.txt").read_text() == OLD
    assert places(capsys, ".", "--changed-since", "HEAD") == []


def test_what_is_committed_staged_and_not_staged_counts(
    git: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(git, a=OLD, b=OLD, c=OLD)
    git("switch", "-qc", "topic")
    commit(git, a=OLD + NEW)
    Path("b.txt").write_text(OLD + NEW, "utf-8")
    git("add", "b.txt")
    Path("c.txt").write_text(OLD + NEW, "utf-8")
    Path("d.txt").write_text(NEW, "utf-8")
    found = places(capsys, ".", "--changed-since", "main")
    assert found == ["a.txt:2", "b.txt:2", "c.txt:2", "d.txt:1"]


def test_what_happened_to_the_revision_later_does_not_count(
    git: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(git, a=OLD, b=OLD + NEW)
    git("switch", "-qc", "topic")
    commit(git, a=OLD + NEW)
    git("switch", "-q", "main")
    commit(git, b=NEW)
    git("switch", "-q", "topic")
    assert places(capsys, ".", "--changed-since", "main") == ["a.txt:2"]


def test_a_revision_that_was_never_met_is_compared_itself(
    git: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(git, a=OLD)
    git("switch", "-q", "--orphan", "other")
    commit(git, a=OLD + NEW)
    assert places(capsys, ".", "--changed-since", "main") == ["a.txt:2"]


def test_a_renamed_file_is_followed(git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    commit(git, a=OLD * 5, b=OLD * 4 + "Other.\n")
    git("mv", "a.txt", "z.txt")
    git("mv", "b.txt", "y.txt")
    with Path("z.txt").open("a") as file:
        file.write(NEW)
    assert places(capsys, ".", "--changed-since", "HEAD") == ["z.txt:6"]


NAMES = [
    "naïve ñame.txt",
    "漢字.txt",
    'quo"te.txt',
    "back\\slash.txt",
    "tab\there.txt",
    "new\nline.txt",
    " leading.txt",
    "-dash.txt",
    "b/a b/+++ b.txt",
]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
@pytest.mark.parametrize("quoting", ["true", "false"])
def test_names_are_any_names(
    git: Git, capsys: pytest.CaptureFixture[str], name: str, quoting: str
) -> None:
    git("config", "core.quotePath", quoting)
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(OLD)
    commit(git)
    path.write_text(OLD + NEW)
    assert main(["fix", ".", "--changed-since", "HEAD", "--no-cache"]) == 0
    assert path.read_text() == OLD + REPAIRED
    capsys.readouterr()


def test_lines_that_look_like_a_patch_are_lines(
    git: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(git, a="One.\n" * 3, b=OLD)
    tricky = "++ b/b.txt\n@@ -1 +1 @@\n++ b/b.txt\n"
    Path("a.txt").write_text(f"{tricky}One.\n{NEW}One.", "utf-8")
    Path("b.txt").write_text(f"{OLD}++ b/a.txt", "utf-8")
    commit(git)
    Path("b.txt").write_text(f"{OLD}++ b/z.txt", "utf-8")
    assert places(capsys, ".", "--changed-since", "HEAD^", "--select", "PUN101") == ["a.txt:5"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_lines_are_those_of_git(
    git: Git, capsys: pytest.CaptureFixture[str], line_end: str, encoding: str
) -> None:
    old = f"Café.\f\x85\n{OLD}".replace("\n", line_end)
    Path("a.txt").write_bytes(old.encode(encoding, "replace"))
    commit(git)
    new = old + NEW.replace("\n", line_end)
    Path("a.txt").write_bytes(new.encode(encoding, "replace"))
    assert places(capsys, ".", "--changed-since", "HEAD", "--select", "PUN101") == ["a.txt:3"]


def test_a_changed_file_in_utf_16_counts_wholly(
    git: Git, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in "ab":
        Path(f"{name}.txt").write_bytes(OLD.encode("utf-16"))
    commit(git)
    Path("a.txt").write_bytes((OLD + NEW).encode("utf-16"))
    assert places(capsys, ".", "--changed-since", "HEAD") == ["a.txt:1", "a.txt:2"]


def test_an_edit_that_reaches_beyond_the_lines_is_not_made(git: Git) -> None:
    before = "Farmers from all over the valley came to the town hall to\n"
    commit(git, a=f"It rained.\n\n{before}ask for bread.\n")
    text = f"It rained.\n\n{before}ask for help.\n"
    Path("a.txt").write_text(text)
    assert main(["fix", "a.txt"]) == 0
    assert Path("a.txt").read_text() != text
    Path("a.txt").write_text(text)
    main(["fix", "a.txt", "--changed-since", "HEAD", "-q"])
    assert Path("a.txt").read_text() == text


def test_settings_of_the_user_change_nothing(git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    commit(git, a=OLD, b=OLD * 3)
    for key, value in (
        ("diff.noprefix", "true"),
        ("diff.mnemonicPrefix", "true"),
        ("diff.external", "false"),
        ("diff.relative", "true"),
        ("diff.context", "5"),
        ("diff.interHunkContext", "9"),
        ("color.ui", "always"),
        ("diff.renames", "false"),
    ):
        git("config", key, value)
    git("mv", "b.txt", "c.txt")
    Path("a.txt").write_text(OLD + NEW)
    folder = Path("in")
    folder.mkdir()
    os.chdir(folder)
    assert places(capsys, "..", "--changed-since", "HEAD") == ["../a.txt:2"]


def test_comments_and_a_baseline_count_too(git: Git, capsys: pytest.CaptureFixture[str]) -> None:
    commit(git, a="<!-- newsfix: ignore -->\nIt rained.\n" + OLD)
    assert main(["baseline", "--quiet"]) == 0
    with Path("a.txt").open("a") as file:
        file.write(f"<!-- newsfix: ignore -->\n{NEW}\n<!-- newsfix: ignore -->\nSo.\n{OLD}{NEW}")
    changed = ("--changed-since", "HEAD", "--baseline", "newsfix-baseline.json")
    assert places(capsys, "a.txt", *changed) == ["a.txt:7", "a.txt:9", "a.txt:10"]


def test_the_rest_of_the_file_says_how_it_came_about(git: Git) -> None:
    # A few lines alone would pass for edited text.
    garbled = ("The vote , they said,was over and the mayor left the hall with her friends.\n") * 20
    commit(git, a=garbled)
    Path("a.txt").write_text(garbled + NEW)
    assert main(["fix", "a.txt", "--changed-since", "HEAD"]) == 0
    assert Path("a.txt").read_text() == garbled + REPAIRED


def error(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["check", *arguments]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    return err


def test_what_git_cannot_tell_is_an_error(
    git: Git,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    assert "git knows no revision 'HEAD'" in error(capsys, ".", "--changed-since", "HEAD")
    commit(git, a=OLD)
    for revision in ("none", "", "--all", "HEAD^", "HEAD:a.txt", "a.txt"):
        message = error(capsys, ".", f"--changed-since={revision}")
        assert f"git knows no revision {revision!r}" in message
    assert "not about standard input" in error(capsys, "-", "--changed-since", "HEAD")
    other = tmp_path_factory.mktemp("other")
    outside = error(capsys, str(other / "b.txt"), "--changed-since", "HEAD")
    assert "is not in the git repository" in outside
    monkeypatch.chdir(other)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(other.parent))
    assert "git says: not a git repository" in error(capsys, ".", "--changed-since", "HEAD")
    monkeypatch.setenv("PATH", "")
    assert "needs git, which is not installed" in error(capsys, ".", "--changed-since", "HEAD")


def test_a_file_that_git_ignores_is_new_to_it(git: Git) -> None:
    Path(".gitignore").write_text("drafts\n")
    commit(git, a=OLD)
    Path("drafts").mkdir()
    Path("drafts/b.txt").write_text(NEW)
    changed = changed_since("HEAD")
    assert changed.concerns("drafts/b.txt")
    assert not changed.concerns("a.txt")
