"""Which files of a folder are looked at: what git ignores, by git's own word."""

import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfix.cli.main import main
from newsfix.files import find_files

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def made(folder: Path, files: Mapping[str, str]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return folder


def texts(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, "Text.")


def found(folder: Path, *below: str) -> set[str]:
    """Return what is found in a folder, by its names there."""
    start = folder.joinpath(*below)
    return {str(Path(path).relative_to(folder)) for path in find_files([str(start)])}


TREE = texts("a.txt", "b.txt", "build/a.txt", "docs/a.txt", "docs/build/b.txt", "docs/deep/a.txt")
EVERY_A = {"a.txt", "build/a.txt", "docs/a.txt", "docs/deep/a.txt"}
IGNORED: dict[str, tuple[dict[str, str], set[str]]] = {
    "nothing": ({".gitignore": "\n# only a comment\n"}, set()),
    "a name, at any depth": ({".gitignore": "a.txt"}, EVERY_A),
    "a folder": ({".gitignore": "build/\n"}, {"build/a.txt", "docs/build/b.txt"}),
    "a folder here": ({".gitignore": "/build\r\n"}, {"build/a.txt"}),
    "negation": ({".gitignore": "*.txt\n!b.txt\n"}, EVERY_A),
    "an inner file wins": (
        {".gitignore": "*.txt\n", "docs/.gitignore": "!a.txt\n"},
        {"a.txt", "b.txt", "build/a.txt", "docs/build/b.txt"},
    ),
    "the repository's own": ({".git/info/exclude": "/a.txt\n"}, {"a.txt"}),
    "of the two the file": ({".git/info/exclude": "a.txt\n", ".gitignore": "!a.txt"}, set()),
    "nothing is found again in an ignored folder": (
        {".gitignore": "build\n", "build/.gitignore": "!a.txt\n"},
        {"build/a.txt", "docs/build/b.txt"},
    ),
    "letters of all kinds": ({".gitignore": "ünï*\n/a.tx[t]\n"}, {"a.txt"}),
    "a file that is no UTF-8": ({".gitignore": "\udce9\n/a.txt\n"}, {"a.txt"}),
}


@pytest.mark.parametrize(("files", "ignored"), IGNORED.values(), ids=IGNORED)
def test_what_git_ignores_is_passed_over(
    tmp_path: Path, files: dict[str, str], ignored: set[str]
) -> None:
    made(tmp_path, TREE)
    (tmp_path / ".git").mkdir()
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8", "surrogateescape"))
    assert found(tmp_path) == set(TREE) - ignored


def test_the_folders_above_count_as_far_as_the_repository(tmp_path: Path) -> None:
    made(tmp_path, {".gitignore": "b.txt", "repo/.gitignore": "/docs/a.txt", "repo/.git/HEAD": ""})
    made(tmp_path / "repo", TREE)
    assert found(tmp_path / "repo", "docs") == {"docs/build/b.txt", "docs/deep/a.txt"}


def test_a_repository_inside_is_ruled_by_itself(tmp_path: Path) -> None:
    made(tmp_path, {".gitignore": "*.txt", ".git/HEAD": "", "inner/.git/HEAD": ""})
    made(tmp_path, texts("a.txt", "inner/a.txt"))
    assert found(tmp_path) == {"inner/a.txt"}


def test_a_second_working_tree_shares_what_its_repository_excludes(tmp_path: Path) -> None:
    made(tmp_path, {"main/.git/info/exclude": "a.txt", "main/.git/worktrees/x/commondir": "../.."})
    made(tmp_path, {"x/.git": f"gitdir: {tmp_path}/main/.git/worktrees/x\n"})
    made(tmp_path, texts("x/a.txt", "x/b.txt"))
    assert found(tmp_path / "x") == {"b.txt"}


def test_without_a_repository_the_patterns_below_count(tmp_path: Path) -> None:
    made(tmp_path, TREE | {".gitignore": "/a.txt", "docs/.gitignore": "/deep"})
    assert found(tmp_path) == set(TREE) - {"a.txt", "docs/deep/a.txt"}
    assert found(tmp_path, "docs") == {"docs/a.txt", "docs/build/b.txt"}


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    made(tmp_path, texts("docs/a.txt"))
    (tmp_path / "again.txt").symlink_to("docs")
    (tmp_path / "docs/round").symlink_to("..")
    assert found(tmp_path) == {"docs/a.txt"}


def test_an_excluded_folder_is_not_even_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path, TREE)
    listed: list[str] = []
    scandir = os.scandir

    def note(path: str) -> object:
        listed.append(Path(path).name)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", note)
    names = list(find_files([str(tmp_path)], excluded=lambda path: path.endswith("build")))
    assert [Path(name).name for name in names] == ["a.txt", "b.txt", "a.txt", "a.txt"]
    assert "build" not in listed


def test_the_user_can_look_at_ignored_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made(tmp_path, {".gitignore": "*.txt", "a.txt": "Paris , France.\n"})
    monkeypatch.chdir(tmp_path)
    assert main(["check", "."]) == 0
    assert main(["check", "a.txt"]) == 1, "a file that is named is meant"
    assert main(["check", ".", "--no-gitignore"]) == 1
    (tmp_path / "newsfix.toml").write_text("respect-gitignore = false\n", "utf-8")
    assert main(["check", "."]) == 1
    capsys.readouterr()


# Git is asked about patterns that nobody would write, too.

NAMES = ("a", "b", "ab", "a b", "a]", "-a", "a^!")
FOLDERS = ("", "a/", "b/", "a/b/", "ab/a/")
PIECES = (*"ab*?/\\![]^- \t", "**", "**/", "/**", ".txt", "[a-b]", "[!a]", "[[:alpha:]]", "[]a]")
# ASCII alone: to git "?" is a byte. And it is of two minds about a slash behind a backslash.
patterns = st.lists(st.sampled_from(PIECES), max_size=7).map(
    lambda pieces: "".join(pieces).replace("\\/", "/")
)
contents = st.lists(patterns, max_size=4).map("\n".join)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("repository")
    subprocess.run(["git", "init", "-q", folder], check=True)
    return made(folder, texts(*(f"{place}{name}.txt" for place in FOLDERS for name in NAMES)))


def by_git(folder: Path) -> set[str]:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "XDG_CONFIG_HOME": str(folder)}
    ran = subprocess.run(
        ["git", "ls-files", "--others", "--exclude-standard", "-z", "*.txt"],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=True,
    )
    return set(filter(None, os.fsdecode(ran.stdout).split("\0")))


@needs_git
@given(top=contents, inner=contents, own=contents)
def test_git_agrees(repository: Path, top: str, inner: str, own: str) -> None:
    (repository / ".gitignore").write_text(top, "utf-8")
    (repository / "a/.gitignore").write_text(inner, "utf-8")
    (repository / ".git/info/exclude").write_text(own, "utf-8")
    assert found(repository) == by_git(repository)


def names_of(paths: Iterable[str]) -> list[str]:
    return [Path(path).name for path in paths]


def test_the_order_is_that_of_the_names(tmp_path: Path) -> None:
    made(tmp_path, texts("c.txt", "a.txt", "b/z.txt", "b/a.txt"))
    assert names_of(find_files([str(tmp_path)])) == ["a.txt", "a.txt", "z.txt", "c.txt"]
