"""Settings from files, and the command line that wins over them."""

import json
import tomllib
from dataclasses import fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from newsfix.cli.analysis import Analysis, Task
from newsfix.cli.main import main
from newsfix.cli.settings import NAMES, Settings, find, matches, read, shown
from newsfix.cli.settings.schema import schema

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
        ('style = "gbb"', "not 'gbb'; the nearest is 'gb'"),
        ('language = "german"', "language: a language is a code such as en-GB, de or pt-BR"),
        ("languagetool-start = 0", "languagetool-start is a number of seconds, not 0"),
        ("commas = 1", 'commas is one of "inside", "outside", not 1'),
        ('quotes = "curled"', "the nearest is 'curly'"),
        ('accept = [" "]', "accept has an empty string in it"),
        ("[thresholds]\npunctuation = 2", "thresholds.punctuation is a probability from 0 to 1"),
        ("[thresholds]\npuntcuation = 0.9", "the nearest is 'punctuation'"),
        ('[formats]\n"*.txt" = "markdwon"', "the nearest is 'markdown'"),
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


# One declaration


_WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8).filter(str.strip)
_LISTS = st.lists(_WORDS, max_size=3).map(tuple)
_SURE = st.floats(0, 1)
_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "per_file_ignores": st.dictionaries(_WORDS, _LISTS, max_size=2),
    "formats": st.dictionaries(_WORDS, st.sampled_from(["html", "rst"]), max_size=2),
    "thresholds": st.dictionaries(_WORDS, _SURE, max_size=2),
    "language": st.sampled_from(["en", "en-GB", "de", "pt-BR"]),
    "style": st.sampled_from([None, "us", "gb", "in"]),
    "quotes": st.sampled_from([None, "curly", "straight", "single"]),
    # A file that is named from the root: others are taken to lie beside the settings.
    "baseline": st.sampled_from(["", str(Path.cwd() / "known.json")]),
    "languagetool_start": st.floats(0.1, 100),
    "languagetool": st.sampled_from(["off", "on", "required"]),
    "commas": st.sampled_from([None, "inside", "outside"]),
}


def _values(name: str) -> st.SearchStrategy[Any]:
    default = getattr(Settings(), name)
    if name in _VALUES:
        return _VALUES[name]
    kinds = {bool: st.booleans(), float: _SURE, tuple: _LISTS, str: st.one_of(st.just(""), _WORDS)}
    return kinds[type(default)]


ALL = st.builds(Settings, **{one.name: _values(one.name) for one in fields(Settings)})


@given(ALL)
def test_all_settings_that_are_shown_are_read_again_and_fit_the_schema(settings: Settings) -> None:
    content = "\n".join(shown(settings))
    with TemporaryDirectory() as folder:
        path = Path(folder, "newsfix.toml")
        path.write_text(content, "utf-8", newline="\n")
        assert read(path) == settings
    Draft7Validator(schema()).validate(tomllib.loads(content))


@given(st.data())
def test_whatever_is_set_is_in_the_key_of_the_cache(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from([one.name for one in fields(Settings)]))
    one, other = data.draw(_values(name)), data.draw(_values(name))
    task = Task("It rained.", "text")
    keys = {Analysis(replace(Settings(), **{name: value})).key(task) for value in (one, other)}
    assert len(keys) == 1 + (one != other)


def test_the_schema_is_one_and_knows_every_setting() -> None:
    Draft7Validator.check_schema(schema())
    names = {one.name.replace("_", "-") for one in fields(Settings)}
    assert set(schema()["properties"]) == names
    assert json.loads(json.dumps(schema())) == schema()


@pytest.mark.parametrize(
    "content",
    [
        "selct = []",
        "threshold = 1.5",
        'style = "uk"',
        "thresholds = {PUN = true}",
        'formats = {"*.x" = "word"}',
        'accept = "eBay"',
        'accept = [""]',
    ],
)
def test_the_schema_and_the_reader_refuse_the_same(content: str, project: Path) -> None:
    assert list(Draft7Validator(schema()).iter_errors(tomllib.loads(content)))
    (project / "newsfix.toml").write_text(content, "utf-8")
    with pytest.raises(ValueError, match=r"newsfix\.toml: "):
        read(project / "newsfix.toml")


def test_the_example_of_the_page_can_be_read(project: Path) -> None:
    page = Path(__file__).parent.parent.joinpath("docs/settings.md").read_text("utf-8")
    example = page.partition("```toml\n")[2].partition("```")[0]
    (project / "newsfix.toml").write_text(example, "utf-8")
    assert read(project / "newsfix.toml").thresholds == {"punctuation": 0.9, "PUN101": 1.0}
    Draft7Validator(schema()).validate(tomllib.loads(example))
    assert main(["check", "a.txt", "--exit-zero"]) == 0


# What the settings do


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (("--threshold", "1"), GARBLED),
        (("--threshold", "punctuation=1"), GARBLED),
        (("--threshold", "punctuation=1", "--threshold", "PUN101=0.9"), "Paris, france.\n"),
        (("--threshold", "1", "--threshold", "PUN=0.9"), "Paris, france.\n"),
        (("--threshold", "1", "--threshold", "casing=0"), "Paris , France.\n"),
    ],
)
def test_thresholds_on_the_command_line(
    arguments: tuple[str, ...], text: str, project: Path
) -> None:
    (project / "newsfix.toml").write_text("[thresholds]\nPUN101 = 0.99999\n", "utf-8")
    main(["fix", "a.txt", "-q", "--isolated", *arguments])
    assert (project / "a.txt").read_text("utf-8") == text


def test_thresholds_of_the_command_line_join_those_of_the_file(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "newsfix.toml").write_text("[thresholds]\ncasing = 0.1\nPUN = 0.2\n", "utf-8")
    main(["check", ".", "--show-settings", "--threshold", "PUN=1"])
    assert '[thresholds]\n"casing" = 0.1\n"PUN" = 1.0\n' in capsys.readouterr().out


def test_formats_count_by_pattern_in_folders_too(project: Path) -> None:
    (project / "newsfix.toml").write_text('[formats]\n"*.wire" = "markdown"\n', "utf-8")
    (project / "b.wire").write_text("`a , b` and c , d\n", "utf-8")
    assert main(["fix", "-q", "--jobs", "2", "."]) in (0, 1)
    assert (project / "b.wire").read_text("utf-8") == "`a , b` and c, d\n"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_house_style_reaches_every_process_and_the_cache(
    jobs: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "a.txt").write_text("The “old”, new town , he said.\n", "utf-8")
    (project / "b.txt").write_text("He said «we won» twice.\n", "utf-8")
    found = [
        codes(capsys, ".", "--jobs", jobs, *more)
        for more in ((), ("--style", "us"), ("--accept", "won"), ("--style", "gb"), ())
    ]
    assert found[0] == found[2] == found[3] == found[4]
    assert sorted({*found[1]} - {*found[0]}) == ["QUO201"]
