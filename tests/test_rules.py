"""Every rule does what its declaration says; the tables are the declarations themselves."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import pytest
from _pytest.mark import ParameterSet

import newsfix
from newsfix.document import Document
from newsfix.finding import Finding
from newsfix.normalisers import FAMILIES, family
from newsfix.pipeline.choose import choose
from newsfix.pipeline.thresholds import Thresholds
from newsfix.rules import Rule
from newsfix.text import Text
from tests.strategies import RULES

_PREFIXES = {
    "encoding": "ENC",
    "characters": "CHR",
    "residue": "RES",
    "punctuation": "PUN",
    "quotes": "QUO",
    "structure": "STR",
    "casing": "CAS",
    "numbers": "NUM",
    "names": "NAM",
    "pronouns": "PRO",
    "phrasing": "PHR",
    "wording": "WRD",
}


def cases(group: Callable[[Rule], Iterable[str]]) -> list[ParameterSet]:
    """Return a test case for each example of each rule, with a readable name."""
    found = []
    for rule in RULES:
        examples = group(rule)
        for number, text in enumerate(examples, start=1):
            wanted = examples[text] if isinstance(examples, Mapping) else None
            found.append(pytest.param(rule, text, wanted, id=f"{rule.code}-{number}"))
    return found


def taken(rule: Rule, text: str) -> str:
    """Return ``text`` with the best fix of every finding of ``rule`` taken, sure and safe or not."""
    for _ in range(10):
        chosen = choose([_unheld(finding) for finding in rule.find(Text(text))], Thresholds(0.0))
        if not chosen:
            break
        edits = [(finding.fixes[0].span, finding.fixes[0].replacement) for finding in chosen]
        text = Document(text).apply(edits).text
    return text


def _unheld(finding: Finding) -> Finding:
    return replace(finding, fixes=tuple(replace(fix, held="") for fix in finding.fixes))


@pytest.mark.parametrize(("rule", "text", "wanted"), cases(lambda rule: rule.changes))
def test_changes_come_out_exactly(rule: Rule, text: str, wanted: str) -> None:
    report = newsfix.Pipeline([rule]).run(text)
    assert report.text == wanted
    assert {finding.code for finding in report.applied} == {rule.code}


@pytest.mark.parametrize(("rule", "text", "wanted"), cases(lambda rule: rule.changes))
def test_changes_are_repaired_by_the_whole_pipeline_too(rule: Rule, text: str, wanted: str) -> None:
    everything = newsfix.Pipeline(extend_select=[rule.code])
    codes = {finding.code for finding in everything.run(text).applied}
    assert rule.code in codes
    # What the other rules add on top of it must not bring the fault back.
    assert everything.run(wanted).text == everything.run(text).text


@pytest.mark.parametrize(("rule", "text", "wanted"), cases(lambda rule: rule.suggests))
def test_suggestions_come_out_exactly_and_are_not_applied(
    rule: Rule, text: str, wanted: str
) -> None:
    assert taken(rule, text) == wanted
    assert newsfix.Pipeline([rule]).run(text).text == text


@pytest.mark.parametrize(("rule", "text", "wanted"), cases(lambda rule: rule.flags))
def test_flags_are_reported_without_a_sure_fix(rule: Rule, text: str, wanted: None) -> None:
    report = newsfix.Pipeline([rule]).run(text)
    assert wanted is None
    assert report.text == text
    assert rule.code in {finding.code for finding in report.findings}


@pytest.mark.parametrize(("rule", "text", "wanted"), cases(lambda rule: rule.keeps))
def test_good_text_is_kept(rule: Rule, text: str, wanted: None) -> None:
    assert wanted is None
    assert newsfix.Pipeline([rule]).run(text).text == text
    assert newsfix.fix(text).text == text


@pytest.mark.parametrize(("rule", "text", "wanted"), cases(lambda rule: rule.misses))
def test_known_misses_are_still_missed(rule: Rule, text: str, wanted: str) -> None:
    assert taken(rule, text) != wanted, "this works now: move it to changes or suggests"


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_declarations_are_complete(rule: Rule) -> None:
    assert rule.changes or rule.suggests or rule.flags
    assert rule.keeps
    assert rule.summary.endswith((".", "?"))
    assert len(rule.explanation.splitlines()) > 2, "say why it comes about and what it is not"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_one_file_that_says_which(rule: Rule) -> None:
    module = __import__(rule.check.__module__, fromlist=["check"])
    assert module.__doc__ == f"{rule.code}."
    assert rule.check.__name__ == module.__name__.rpartition(".")[2]
    assert sum(isinstance(value, Rule) for value in vars(module).values()) == 1


@pytest.mark.parametrize("name", FAMILIES)
def test_codes_tell_the_family(name: str) -> None:
    assert all(re.fullmatch(rf"{_PREFIXES[name]}\d{{3}}", rule.code) for rule in family(name).rules)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_skipped_only_where_it_could_not_match(rule: Rule) -> None:
    for text in (*rule.changes, *rule.suggests, *rule.flags):
        assert list(rule.look(Text(text))), text
        assert list(rule.find(Text(text))), f"the needs of the rule are not met by {text!r}"
