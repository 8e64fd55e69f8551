"""JSON, JSON Lines and YAML: chosen strings are repaired, and the rest says what it said, byte for byte."""

import json
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import newsfix
from newsfix.cli.main import main
from newsfix.document import Document, undo
from newsfix.formats import DATA, parse
from tests.growth import MOST, growth
from tests.strategies import texts

JSON = {
    "fields": (
        '{"title": "It rained , so", "id": "a , b", "meta": {"text": "c , d"}}',
        '{"title": "It rained, so", "id": "a , b", "meta": {"text": "c, d"}}',
    ),
    "lists": ('{"body": ["a , b", 1, null, ["c , d"]]}', '{"body": ["a, b", 1, null, ["c, d"]]}'),
    "keys": ('{"text": {"text , text": 1, "a , b": "c , d"}}', None),
    "layout": (
        '\n[ {"text"\t:\n "a , b" } ,{ "n" : 1.50e+3 , "text":"bread ,butter"}]\n\n',
        '\n[ {"text"\t:\n "a, b" } ,{ "n" : 1.50e+3 , "text":"bread, butter"}]\n\n',
    ),
    "escapes stay as they are": (
        r'{"text": "The \"vote\" \u00e9 , a\/b \\ c , \ud83d\ude00 d"}',
        r'{"text": "The \"vote\" \u00e9, a\/b \\ c, \ud83d\ude00 d"}',
    ),
    "escapes can be replaced": (
        r'{"text": "It\u00a0\u00a0was caf\u00c3\u00a9 , and so\u00a0, so"}',
        r'{"text": "It was caf\u00e9, and so, so"}',
    ),
    "what is put in is written as the file is": (
        '{"text": "It was caf\u00c3\u00a9 \\u201cnow\\u201d"}',
        '{"text": "It was café \\u201cnow\\u201d"}',
    ),
    "paragraphs": (
        r'{"text": "It rained , he said.\n\nIt was over ,so.\r\n"}',
        r'{"text": "It rained, he said.\n\nIt was over, so.\r\n"}',
    ),
    "half a character": (r'{"text": "It rained , \ud83d so"}', r'{"text": "It rained, \ud83d so"}'),
    "the same key twice": ('{"text": "a , b", "text": "c , d"}', '{"text": "a, b", "text": "c, d"}'),
    "a value that would be empty": ('{"text": " \\u200b", "title": "<unk>"}', None),
    "a byte-order mark": ('\ufeff{"text": "a , b"}', '\ufeff{"text": "a, b"}'),
    "large numbers": (f'{{"n": {"9" * 5000}, "text": "a , b"}}', f'{{"n": {"9" * 5000}, "text": "a, b"}}'),
    "no object": ('"a , b"', None),
}  # fmt: skip
YAML = {
    "fields": (
        "title: It rained , so\nid: a , b\nmeta: {text: 'c , d'}\n",
        "title: It rained, so\nid: a , b\nmeta: {text: 'c, d'}\n",
    ),
    "keys and comments": ("text: # a , b\n  a , b: c , d # e , f\n", None),
    "lists": ("body:\n- a , b\n-   - c , d\n- 5\n", "body:\n- a, b\n-   - c, d\n- 5\n"),
    "plain, on many lines": (
        "text: It rained ,\n  he said , so\n  , and so.\n",
        "text: It rained,\n  he said, so, and so.\n",
    ),
    "double quotes": (
        'text: "The \\"vote\\" \\xe9 , a\\\n  b ,\\u2019c\n\n  d , e\\n\\n f\\tg ,h"\n',
        'text: "The \\"vote\\" \\xe9, a\\\n  b,\\u2019c\n\n  d, e\\n\\n f\\tg, h"\n',
    ),
    "single quotes": (
        "text: 'It''s over , he said ,\n  so ''it'' was ,yes.'\n",
        "text: 'It''s over, he said,\n  so ''it'' was, yes.'\n",
    ),
    "literal blocks": (
        "text: |2-\n  a , b\nbody: |+ # note , here\n\n    It rained , he said.\n\n\n    It was ,over.\n\nid: a , b\n",
        "text: |2-\n  a , b\nbody: |+ # note , here\n\n    It rained, he said.\n\n\n    It was, over.\n\nid: a , b\n",
    ),
    "folded blocks": (
        "text: >-\n  It rained ,\n  he said , so\n  , and so.\n\n  Then , more.\nid: a , b\n",
        "text: >-\n  It rained,\n  he said, so, and so.\n\n  Then, more.\nid: a , b\n",
    ),
    "anchors, tags and aliases": (
        "text: &x a , b\nbody: !!str c , d\ntitle: !secret e , f\nlead: *x\n",
        "text: &x a, b\nbody: !!str c, d\ntitle: !secret e , f\nlead: *x\n",
    ),
    "what is no text": (
        "text: 12 , 5\nbody: 2026-11-24\ntitle: ~\nlead: yes\n",
        "text: 12, 5\nbody: 2026-11-24\ntitle: ~\nlead: yes\n",
    ),
    "documents": (
        "%YAML 1.1\n---\ntext: a , b\n...\n# x\n---\ntext: c , d\n--- text , text\n",
        "%YAML 1.1\n---\ntext: a, b\n...\n# x\n---\ntext: c, d\n--- text , text\n",
    ),
    "comments to newsfix": (
        "text: a , b\n# newsfix: ignore\nbody: c , d\n",
        "text: a, b\n# newsfix: ignore\nbody: c , d\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("name", "garbled", "expected"),
    [
        *(pytest.param("json", *case, id=f"json: {name}") for name, case in JSON.items()),
        *(pytest.param("yaml", *case, id=f"yaml: {name}") for name, case in YAML.items()),
    ],
)
def test_prose_is_repaired_and_nothing_else(
    name: str, garbled: str, expected: str | None, line_end: str
) -> None:
    garbled, expected = (
        text.replace("\n", line_end)
        for text in (garbled, garbled if expected is None else expected)
    )
    report = newsfix.fix(garbled, format=name)
    assert report.text == expected
    assert report.warnings == ()


@pytest.mark.parametrize(
    ("form", "text", "gone", "replacement", "expected"),
    [
        ("yaml", "text: one two\n", "two", "2", "text: one 2\n"),
        ("yaml", "text: one two\n", "one two", "2", None),
        ("yaml", "text: one two\n", "one two", "no", None),
        ("yaml", "text: one two\n", "one two", "", None),
        ("yaml", "text: one two\n", "one ", "- ", None),
        ("yaml", "text: one two\n", "e t", "e: t", None),
        ("yaml", "text: one two\n", "two", "two:", None),
        ("yaml", "text: one two\n", "e t", "e #t", None),
        ("yaml", "text: one two\n", "two", "", None),
        ("yaml", "text: one two\n", "e t", "e\nt", None),
        ("yaml", "text: one two\n", "e t", "e\u2028t", None),
        ("yaml", "text: one two\n", "e t", "e, t", "text: one, two\n"),
        ("yaml", "text: [one two]\n", "e t", "e, t", None),
        ("yaml", "text: one\n  two\n", "e t", "e t", "text: one two\n"),
        ("yaml", "text: one two\n  three\n", "two", "", None),
        ("yaml", "text: one\n  two three\n", "two", "", None),
        ("yaml", "text: 'one two'\n", "e t", "e's #: t", "text: 'one''s #: two'\n"),
        ("yaml", "text: 'one two'\n", "e t", "e\nt", None),
        ("yaml", "text: 'one two'\n", "one two", " ", None),
        ("yaml", 'text: "one two"\n', "e t", 'e\n"\\t', 'text: "one\\n\\"\\\\two"\n'),
        ("yaml", 'text: "one\\r\\ntwo"\n', "two", "a\nb", 'text: "one\\r\\na\\r\\nb"\n'),
        ("yaml", "text: |\n  one two\n", "e t", "e\n\n# t", "text: |\n  one\n\n  # two\n"),
        ("yaml", "text: |\n  one\n\n  two\n", "one\n\n", "", "text: |\n  two\n"),
        ("yaml", "text: |\n  one\n\n  two\n", "two", "", None),
        ("yaml", "text: |\n  one\n  two\n", "one", "", None),
        ("yaml", "text: |\n  one two\n", "one", "", None),
        ("yaml", "text: |\n  one two\n", "e t", "e\n t", None),
        ("yaml", "text: >\n  one two\n", "e t", "e\nt", "text: >\n  one\n\n  two\n"),
        ("yaml", "text: >\n  one\n  two\n", "e t", "et", "text: >\n  onetwo\n"),
        ("yaml", "text: >\n  one\n\n\n  two\n", "\nt", " t", None),
        ("json", '{"text": "one two"}', "one two", " ", None),
        ("json", '{"text": "\\none two\\n"}', "one two", " ", None),
        ("json", '{"text": "one two"}', "e t", '"\\\n\u00e9', '{"text": "on\\"\\\\\\n\\u00e9wo"}'),
        ("json", '{"text": "\u00e9one two"}', "e t", "\u00e9", '{"text": "\u00e9on\u00e9wo"}'),
        ("json", '{"text": "one two"}', "e t", "\ud800", None),
        ("json", '["one", {"text": "a", "title": "b"}]', "a\n\nb", "ab", None),
    ],
)
def test_edits_are_written_as_the_file_is(
    form: str, text: str, gone: str, replacement: str, expected: str | None
) -> None:
    prose = parse(text, form)
    start = prose.text.index(gone)
    edits = prose.edits((start, start + len(gone)), replacement)
    assert (Document(text).apply(edits).text if edits else None) == expected


@pytest.mark.parametrize(
    ("fields", "fixed"),
    [
        ((), {"text", "story.body"}),
        (("note",), {"note", "story.note"}),
        (("note", "text"), {"note", "story.note", "text"}),
        (("story.note",), {"story.note"}),
        (("*.note",), {"story.note"}),
        (("story.*",), {"story.note", "story.body"}),
        (("nothing",), set()),
    ],
)
def test_fields_are_named(fields: tuple[str, ...], fixed: set[str]) -> None:
    names = ("note", "text", "story.note", "story.body")
    record: dict[str, Any] = {"story": {}}
    for name in names:
        *above, key = name.split(".")
        (record["story"] if above else record)[key] = f"From {name} , said"
    for written, form in ((json.dumps([record]), "json"), (yaml.safe_dump([record]), "yaml")):
        report = newsfix.fix(written, format=form, fields=fields)
        assert {name for name in names if f"From {name}, said" in report.text} == fixed
        assert newsfix.check(written, format=form, fields=fields) == report.findings


def test_a_list_of_fields_is_no_string() -> None:
    with pytest.raises(TypeError):
        newsfix.fix("{}", format="json", fields="body")


_ARTICLE = "The council met in Springfield on Monday to vote on the new bridge over the river."


@pytest.mark.parametrize(
    ("form", "separate", "wrap"),
    [
        ("jsonl", "\n", "{}"),
        ("json", ",", "[{}]"),
        ("json", ",", '{{"status": "ok", "articles": [{}]}}'),
        ("yaml", "\n---\n", "{}"),
    ],
)
def test_records_know_nothing_of_each_other(form: str, separate: str, wrap: str) -> None:
    record = json.dumps({"body": f"{_ARTICLE}\n\n{_ARTICLE}"})
    once = newsfix.fix(record, format="json")
    assert once.findings  # twice in one record is told
    one = json.dumps({"body": _ARTICLE})
    assert newsfix.fix(wrap.format(separate.join([one, one])), format=form).findings == ()


@pytest.mark.parametrize(
    ("form", "text", "fixed", "line", "reason"),
    [
        ("json", '{"text": "a , b",\n}', 0, 2, "is no JSON: "),
        ("json", "", 0, 1, "is no JSON: "),
        ("json", "[" * 100_000, 0, 1, "too deeply nested"),
        ("json", '{"text": "a , \n b"}', 0, 1, "is no JSON: invalid control character"),
        ("jsonl", '{"text": "a , b"}\n\n{"text: 1}\n{"text": "c , d"}', 2, 3, "is no JSON: "),
        ("yaml", "text: a , b\n---\ntext: [c , d\n---\ntext: e , f\n", 2, 4, "is no YAML: "),
        ("yaml", "text: a , b\n---\nx: 1\ntext: c\x93 , d\n", 1, 4, "U+0093"),
        ("yaml", "text: a , \ud800\n", 0, 1, "U+D800"),
    ],
)
def test_what_is_broken_is_told_and_left(
    form: str, text: str, fixed: int, line: int, reason: str
) -> None:
    report = newsfix.fix(text, format=form)
    assert len(report.changes) == fixed
    (warning,) = report.warnings
    assert warning.line == line
    assert reason in warning.reason
    assert "\n" not in str(warning)


# ---- laws ----

keys = st.sampled_from(["text", "title", "id", "a , b"])
values = st.recursive(
    st.one_of(texts, st.integers(), st.none(), st.booleans()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=3)),
    max_leaves=6,
)
_ESCAPED = st.sampled_from([None, 0, 2])


def _strings(value: Any, *, chosen: bool = False) -> list[tuple[bool, Any]]:
    """Return all that a value holds, in order, and whether it is in a chosen field."""
    if isinstance(value, dict):
        inner = (
            [(False, key), *_strings(one, chosen=key in ("text", "title"))]
            for key, one in value.items()
        )
        return [(False, dict), *chain.from_iterable(inner)]
    if isinstance(value, list):
        return [(False, list), *chain.from_iterable(_strings(one, chosen=chosen) for one in value)]
    return [(chosen and isinstance(value, str), value)]


def _differ(before: Any, after: Any) -> list[tuple[bool, Any, Any]]:
    old, new = _strings(before), _strings(after)
    assert [chosen for chosen, _ in old] == [chosen for chosen, _ in new]
    return [(chosen, a, b) for (chosen, a), (_, b) in zip(old, new, strict=True) if a != b]


@given(values, st.booleans(), _ESCAPED)
def test_json_says_the_same_but_for_what_was_repaired(
    value: Any,
    ascii_: bool,  # noqa: FBT001
    indent: int | None,
) -> None:
    text = json.dumps(value, ensure_ascii=ascii_, indent=indent)
    report = newsfix.fix(text, format="json")
    assert report.warnings == ()
    assert undo(report.text, report.changes) == text
    for chosen, before, after in _differ(value, json.loads(report.text)):
        assert chosen
        assert isinstance(before, str)
        assert after.strip()
    assert not ascii_ or report.text.isascii()
    assert newsfix.fix(report.text, format="json").text == report.text


_STYLES = st.sampled_from([None, '"', "'", "|", ">"])


@given(values, _STYLES, st.sampled_from([20, 80, 1000]), st.booleans())
def test_yaml_says_the_same_but_for_what_was_repaired(
    value: Any,
    style: str | None,
    width: int,
    flow: bool,  # noqa: FBT001
) -> None:
    try:
        text = yaml.safe_dump(
            value,
            default_style=style,
            width=width,
            default_flow_style=flow,
            allow_unicode=True,
            sort_keys=False,
        )
        said = yaml.safe_load(text)
    except (yaml.YAMLError, UnicodeError, ValueError):
        return
    report = newsfix.fix(text, format="yaml")
    assert undo(report.text, report.changes) == text
    for chosen, before, after in _differ(said, yaml.safe_load(report.text)):
        assert chosen
        assert isinstance(before, str)
        assert after.strip()
    assert newsfix.fix(report.text, format="yaml").text == report.text


@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [
                    *'{}[]",:\\\n ',
                    "text: ",
                    '"text": ',
                    "- ",
                    "|\n",
                    ">\n",
                    "---\n",
                    " # ",
                    "&a ",
                    "*a",
                    "? ",
                ]
            ),
            texts,
        ),
        max_size=12,
    ).map("".join),
    st.sampled_from(DATA),
)
def test_anything_is_answered(text: str, form: str) -> None:
    report = newsfix.fix(text, format=form)
    assert undo(report.text, report.changes) == text
    assert newsfix.fix(report.text, format=form).text == report.text


@pytest.mark.parametrize("form", DATA)
def test_large_files_are_read_in_linear_time(form: str) -> None:
    record = json.dumps(
        {"title": "It rained", "text": "One.\n\nTwo \u201cthree\u201d , four.\n" * 20}
    )

    def of(count: int) -> Callable[[], int]:
        joint = {"json": ",", "yaml": "---\n"}.get(form, "\n")
        text = joint.join([record + "\n"] * count)
        file = f"[{text}]" if form == "json" else text

        def work() -> int:
            prose = parse(file, form)
            for piece in prose.pieces[::10]:
                prose.edits(piece.prose, "x")
            return len(prose.records)

        return work

    assert of(40)() == 40
    assert growth(of, 40) <= MOST


# ---- files ----


def test_a_file_is_repaired_in_place(tmp_path: Path) -> None:
    path = tmp_path / "vote.jsonl"
    path.write_bytes('{"text": "café , now"}\r\n'.encode("cp1252"))
    report = newsfix.fix_file(path)
    assert path.read_bytes() == '{"text": "café, now"}\r\n'.encode("cp1252")
    assert report.original == '{"text": "café , now"}\r\n'


def test_what_a_file_is_can_be_said(tmp_path: Path) -> None:
    path = tmp_path / "vote.data"
    path.write_bytes('{"note": "café , now"}'.encode("utf-16"))
    report = newsfix.fix_file(
        str(path), format="json", fields=["note"], encoding="utf-16", write=False
    )
    assert report.text == '{"note": "café, now"}'
    assert path.read_bytes() == '{"note": "café , now"}'.encode("utf-16")


def test_what_is_wrong_with_a_file_is_one_error(tmp_path: Path) -> None:
    with pytest.raises(newsfix.FileError, match="no such file"):
        newsfix.fix_file(tmp_path / "nothing.txt")
    with pytest.raises(ValueError, match="no format"):
        newsfix.fix_file(Path(__file__), format="nothing")


def test_folders_are_searched_for_data_if_fields_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "a.json": '{"text": "a , b"}',
        "b.yml": "text: a , b\n",
        "c.ndjson": '{"text": "a , b"}',
    }.items():
        Path(name).write_text(text)
    assert main(["check", "--isolated", "."]) == 0
    assert main(["check", "--isolated", "b.yml"]) == 1
    Path("newsfix.toml").write_text('fields = ["text"]\n')
    capsys.readouterr()
    assert main(["check", "."]) == 1
    assert "3 findings in 3 files" in capsys.readouterr().err
    assert main(["check", "--fields", "title, body", "."]) == 0
    assert main(["check", "--fields", "title,text", "."]) == 1


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_broken_records_are_told_and_the_others_repaired(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], jobs: str
) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("a.jsonl")
    path.write_text('{"text": "a , b"}\n{\n{"text": "c , d"}\n')
    for _ in range(2):  # the second time from the cache
        assert main(["fix", "-j", jobs, "a.jsonl", "missing.json"]) == 2
        told = capsys.readouterr().err.splitlines()
        assert told[0].startswith("newsfix: a.jsonl:2: is no JSON: expecting property name")
        assert path.read_text() == '{"text": "a, b"}\n{\n{"text": "c, d"}\n'
