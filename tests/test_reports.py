"""The formats that other programs read."""

import json
import re
from xml.etree import ElementTree as ET

import pytest

import newsfix
from newsfix.cli.options import FORMATS as NAMES
from newsfix.output import FORMATS
from newsfix.output.colour import Paint
from newsfix.output.result import Result

TEXT = "Ana — 🌧 won , she said.\r\nThe «vote» , 100%:\r\nno .\r\n"


def written(name: str, text: str = TEXT, path: str = "news/a b,c:é.txt") -> str:
    """Return what a format makes of the findings in ``text``."""
    report = newsfix.fix(text)
    return "\n".join(FORMATS[name]([Result(path, report, report.findings)], Paint()))


def test_the_command_line_knows_every_format() -> None:
    assert tuple(FORMATS) == NAMES


@pytest.mark.parametrize("name", FORMATS)
def test_no_findings_are_a_whole_document_too(name: str) -> None:
    if name in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(written(name, "All is well."))
    elif name == "junit":
        (suite,) = ET.fromstring(written(name, "All is well."))  # noqa: S314  # our own
        assert suite.get("failures") == "0"
    else:
        assert written(name, "All is well.") == ""


def test_sarif_places_are_code_points() -> None:
    (run,) = json.loads(written("sarif"))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "news/a%20b%2Cc%3A%C3%A9.txt"
        region = place["region"]
        line = TEXT.split("\r\n")[region["startLine"] - 1]
        offset = region["charOffset"]
        assert line[region["startColumn"] - 1 :] == TEXT[offset:].split("\r\n", maxsplit=1)[0]
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    fixes = [fix for result in run["results"] for fix in result["fixes"]]
    assert all(fix["artifactChanges"][0]["replacements"] for fix in fixes)


def test_a_fingerprint_stays_when_text_is_added_elsewhere() -> None:
    def fingerprints(text: str) -> set[str]:
        (run,) = json.loads(written("sarif", text))["runs"]
        return {one["partialFingerprints"]["newsfix/v1"] for one in run["results"]}

    assert fingerprints(TEXT) <= fingerprints("A new line , here.\r\n" + TEXT)


def test_github_commands_are_escaped() -> None:
    lines = written("github").splitlines()
    assert len(lines) == len(newsfix.check(TEXT))
    for line in lines:
        assert re.fullmatch(
            r"::(?:warning|notice) file=news/a b%2Cc%3Aé\.txt,line=\d+,.*::.*", line
        )


def test_gitlab_fingerprints_are_unique() -> None:
    issues = json.loads(written("gitlab", "no ,\nno ,\nno ,\n"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 3


def test_junit_counts_findings() -> None:
    suites = ET.fromstring(written("junit"))  # noqa: S314
    count = len(newsfix.check(TEXT))
    assert suites.get("failures") == suites.get("tests") == str(count)
    assert len(list(suites.iter("failure"))) == count


def test_junit_can_hold_any_character() -> None:
    ET.fromstring(written("junit", "The \x07bell\x07 <rang> \ufffe ,", path="a\x01<b>"))  # noqa: S314


def test_rdjson_columns_are_bytes() -> None:
    first = json.loads(written("rdjson"))["diagnostics"][0]
    assert first["code"] == {"value": "PUN101"}
    start = first["location"]["range"]["start"]
    assert start == {"line": 1, "column": len("Ana — 🌧 won".encode()) + 1}
    assert first["suggestions"][0]["text"] == ""
