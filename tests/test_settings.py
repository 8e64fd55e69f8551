"""Settings from files, and the command line that wins over them."""

from pathlib import Path

import pytest

from newsfix.cli.main import main
from newsfix.cli.settings import NAMES, Settings, find, matches, read, shown

GARBLED = "Paris , france.\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_text(GARBLED, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def codes(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """Return the codes that ``newsfix check`` reports."""
    main(["check", *arguments])
    return [line.split()[1] for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("name", NAMES)
def test_the_nearest_file_counts(
    name: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "newsfix.toml").write_text('ignore = ["CAS"]\n', "utf-8")
    inner = project / "inner"
    inner.mkdir()
    (inner / name).write_text('ignore = ["PUN"]\n', "utf-8")
    assert codes(capsys, "a.txt") == ["PUN101"]
    assert find(inner) == inner / name
    assert find(project) == project / "newsfix.toml"


def test_pyproject_counts_if_it_names_newsfix(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "pyproject.toml").write_text("[tool.other]\n", "utf-8")
    assert codes(capsys, "a.txt") == ["PUN101", "CAS107"]
    (project / "pyproject.toml").write_text('[tool.newsfix]\nselect = ["CAS"]\n', "utf-8")
    assert codes(capsys, "a.txt") == ["CAS107"]


def test_the_command_line_wins(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "newsfix.toml").write_text('select = ["CAS"]\nmin-confidence = 1\n', "utf-8")
    assert codes(capsys, "a.txt") == []
    assert codes(capsys, "a.txt", "--min-confidence", "0.5", "--select", "PUN") == ["PUN101"]
    assert codes(capsys, "a.txt", "--isolated") == ["PUN101", "CAS107"]


def test_another_file_can_be_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "newsfix.toml").write_text('select = ["CAS"]\n', "utf-8")
    (project / "other.toml").write_text('select = ["PUN"]\n', "utf-8")
    assert codes(capsys, "a.txt", "--config", "other.toml") == ["PUN101"]


def test_rules_are_ignored_in_some_files(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "old").mkdir()
    (project / "old/b.md").write_text(GARBLED, "utf-8")
    (project / "newsfix.toml").write_text('[per-file-ignores]\n"old" = ["punctuation"]\n', "utf-8")
    assert codes(capsys, ".") == ["PUN101", "CAS107", "CAS107"]
    assert codes(capsys, ".", "--per-file-ignores", "*.txt:CAS,PUN") == ["PUN101", "CAS107"]


def test_excluded_files_are_passed_over(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "newsfix.toml").write_text('exclude = ["a.*"]\n', "utf-8")
    assert codes(capsys, ".") == []
    assert codes(capsys, "a.txt") == ["PUN101", "CAS107"]
    assert codes(capsys, "a.txt", "--force-exclude") == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('selct = ["PUN"]', "no setting is called 'selct'; the nearest is 'select'"),
        ("select = 3", "select is a list of strings, not 3"),
        ("threshold = 2", "threshold is a probability from 0 to 1, not 2"),
        ("restraint = 1", "restraint is true or false, not 1"),
        ("per-file-ignores = []", "per-file-ignores is a table, not []"),
        ("per-file-ignores = {a = 1}", "per-file-ignores.a is a list of strings, not 1"),
        ("select = [", "is no TOML"),
        ('select = ["PNU101"]', "no rule or family is called 'PNU101'"),
    ],
)
def test_a_wrong_setting_is_one_clear_line(
    content: str, message: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "newsfix.toml").write_text(content + "\n", "utf-8")
    assert main(["check", "a.txt"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert message in captured.err
    assert len(captured.err.splitlines()) == 1


def test_a_settings_file_that_is_not_there_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "a.txt", "--config", "none.toml"]) == 2
    assert "none.toml" in capsys.readouterr().err


def test_what_is_shown_can_be_read_again(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "newsfix.toml").write_text(
        'ignore = ["CAS"]\nthreshold = 0.9\n[per-file-ignores]\n"a \\"b\\"/*" = ["PUN"]\n', "utf-8"
    )
    assert main(["check", "--show-settings", "."]) == 0
    (project / "again.toml").write_text(capsys.readouterr().out, "utf-8")
    assert read(project / "again.toml") == read(project / "newsfix.toml")
    (project / "default.toml").write_text("\n".join(shown(Settings())), "utf-8")
    assert read(project / "default.toml") == Settings()


@pytest.mark.parametrize(
    ("path", "pattern", "wanted"),
    [
        ("news/old/a.md", "old", True),
        ("news/old/a.md", "news/old/", True),
        ("news/old/a.md", "*.md", True),
        ("news/old/a.md", "news/*/a.md", True),
        ("news/older/a.md", "old", False),
        ("a.md", "a.txt", False),
    ],
)
def test_patterns(path: str, pattern: str, wanted: bool) -> None:  # noqa: FBT001  # of a table
    assert matches(path, pattern) is wanted


def test_markup_is_known_by_name_or_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "b.md").write_text("`a , b` and c , d\n", "utf-8")
    (project / "c.txt").write_text("<p title='a , b'>c , d</p>\n", "utf-8")
    assert main(["fix", "b.md"]) == 0
    assert (project / "b.md").read_text("utf-8") == "`a , b` and c, d\n"
    assert main(["fix", "c.txt", "--format", "html"]) == 0
    assert (project / "c.txt").read_text("utf-8") == "<p title='a , b'>c, d</p>\n"
    capsys.readouterr()
