"""What the markup says of blocks, blocks that go whole, and edits that would become markup."""

import pytest

import newsfix
from newsfix.finding import Finding, replace
from newsfix.formats import parse
from newsfix.pipeline import Pipeline
from newsfix.rules import rule
from newsfix.text import Role, Text

_BEFORE = "It rained in Lima all night, and the river rose."
_AFTER = "The mayor opened two schools for those who had to leave."

ROLES = {
    "markdown": (
        (
            '---\ntitle: "One"\ndescription: Two\n---\n\n# Three\n\nFour\n----\n\n- five\n\n  six\n\n> seven\n\n'
            "| eight |\n|---|\n| nine |\n\n<figcaption>Ten</figcaption>\n\nEleven[^1]\n\n[^1]: Twelve here\n"
        ),
        "headline - headline headline list list quote table table caption - -",
    ),
    "html": (
        (
            "<title>One</title><h1>Two</h1><ul><li>three<li>four</ul><p>five</p><blockquote><p>six</p></blockquote>"
            "<table><caption>seven</caption><tr><td>eight</td></tr></table><figure><figcaption>nine</figcaption></figure>"
        ),
        "headline headline list list - quote caption table caption",
    ),
    "rst": (
        "One\n===\n\nTwo.\n\n    Three.\n\n- four\n\n.. figure:: x\n\n   Five.\n\n   Six.\n\n.. rubric:: Seven\n",
        "headline - quote list caption - headline",
    ),
    "asciidoc": (
        "= One\n\nTwo.\n\n* three\n\n.Four\nimage::x[]\n\n____\nFive.\n____\n\n|===\n|six |seven\n|===\n",
        "headline - list caption quote table table",
    ),
}


@pytest.mark.parametrize("name", ROLES)
def test_markup_says_what_blocks_are_for(name: str) -> None:
    text, wanted = ROLES[name]
    prose = parse(text, name)
    said = {span.start: role for span, role in prose.roles}
    starts = [0, *(at + 2 for at in range(len(prose.text)) if prose.text.startswith("\n\n", at))]
    assert [said.get(start, "-") for start in starts] == wanted.split()


def test_rules_see_the_roles_of_the_markup_after_repairs_too() -> None:
    seen: list[Role] = []

    @rule("TST101", "seen")
    def seen_by(text: Text) -> list[Finding]:
        """Notes roles."""
        seen.append(text.role_at(text.raw.index("storm")))
        at = text.raw.find(" ,")
        return [replace((at, at + 1), "", "A space.", 0.99)] if at >= 0 else []

    Pipeline([seen_by]).run("Rain , so.\n\n- the storm came.\n", format="markdown")
    assert len(seen) > 1
    assert set(seen) == {Role.LIST}


GONE = {
    "between": f"{_BEFORE}\n\n{{}}\n\n{_AFTER}\n",
    "last": f"{_BEFORE}\n\n{_AFTER}\n\n{{}}\n",
    "before a block of code": f"{_BEFORE}\n\n{_AFTER}\n\n{{}}\n\n```\na , b\n```\n",
}


@pytest.mark.parametrize("around", GONE.values(), ids=GONE)
@pytest.mark.parametrize(
    "furniture", ["Leave a Reply", "[Leave a Reply](https://example.org)", "**Leave a Reply**"]
)
def test_a_paragraph_of_furniture_goes_whole(around: str, furniture: str) -> None:
    repaired = newsfix.fix(around.format(furniture), format="markdown").text
    assert repaired == around.replace("\n\n{}", "").format()


def test_paragraphs_of_furniture_go_one_after_the_other() -> None:
    text = f"# Rain\n\n{_BEFORE}\n\nLeave a Reply\n\n{_AFTER}\n\nShare this on Facebook\n\nLeave a Reply\n"
    wanted = f"# Rain\n\n{_BEFORE}\n\n{_AFTER}\n"
    assert newsfix.fix(text, format="markdown").text == wanted


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("rst", f"{_BEFORE}\n\nLeave a Reply\n\n{_AFTER}\n"),
        ("asciidoc", f"{_BEFORE}\n\nLeave a Reply\n\n{_AFTER}\n"),
    ],
)
def test_furniture_goes_from_other_markup_too(name: str, text: str) -> None:
    assert newsfix.fix(text, format=name).text == f"{_BEFORE}\n\n{_AFTER}\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("markdown", f"- {_BEFORE}\n- Leave a Reply\n- {_AFTER}\n"),
        ("markdown", f"> {_BEFORE}\n>\n> Leave a Reply\n>\n> {_AFTER}\n"),
        ("html", f"<p>{_BEFORE}</p><p>Leave a Reply</p><p>{_AFTER}</p>"),
        ("rst", f".. note:: {_BEFORE}\n\n   Leave a Reply\n\n   {_AFTER}\n"),
    ],
)
def test_furniture_inside_other_markup_is_only_shown(name: str, text: str) -> None:
    report = newsfix.fix(text, format=name)
    assert report.text == text
    assert [one.code for one in report.remaining] == ["RES102"]


def test_paragraphs_that_were_split_are_joined_and_items_are_not() -> None:
    text = "The river rose , and the\n\nhouses of the old town stood in water.\n"
    wanted = "The river rose, and the houses of the old town stood in water.\n"
    assert newsfix.fix(text, format="markdown").text == wanted
    for marked in ("> ", "- "):
        text = (
            f"{marked}The river rose, and the\n\n{marked}houses of the old town stood in water.\n"
        )
        assert newsfix.fix(text, format="markdown").text == text


def test_a_heading_that_says_the_title_again_is_no_fault() -> None:
    text = f"---\ntitle: Rain Falls in Lima Again\n---\n\n# Rain Falls in Lima Again\n\n{_BEFORE}\n\n{_AFTER}\n"
    assert newsfix.check(text, format="markdown") == ()


def _swap(old: str, new: str) -> Pipeline:
    @rule("TST102", "swap")
    def swap(text: Text) -> list[Finding]:
        """Puts one thing for another."""
        at = text.raw.find(old)
        return [replace((at, at + len(old)), new, "Another.", 0.99)] if at >= 0 else []

    return Pipeline([swap])


@pytest.mark.parametrize(
    ("name", "text", "old", "new"),
    [
        ("markdown", "Text.\n\nx- one\n", "x-", "-"),
        ("markdown", "Text.\n\nx# one\n", "x#", "#"),
        ("markdown", "Text one\nxx === two\n", "xx === two", "==="),
        ("markdown", "- one\n- two\n", "two", ""),
        ("rst", "Text.\n\nx- one\n", "x-", "-"),
        ("rst", "Text *one* two.\n", " two", "two"),
        ("asciidoc", "Text.\n\nx== one\n", "x==", "=="),
        ("html", "<p>One</p><p>two</p>", "two", ""),
    ],
)
def test_what_would_become_markup_is_not_done(name: str, text: str, old: str, new: str) -> None:
    report = _swap(old, new).run(text, format=name)
    assert report.text == text
    assert [finding.code for finding in report.remaining] == ["TST102"]


def test_other_repairs_are_made_where_one_cannot_be() -> None:
    @rule("TST103", "swaps")
    def swaps(text: Text) -> list[Finding]:
        """Makes lists, and small letters."""
        found = []
        for old, new in (("x-", "-"), ("One", "one")):
            at = text.raw.find(old)
            if at >= 0:
                found.append(replace((at, at + len(old)), new, "Another.", 0.99))
        return found

    report = Pipeline([swaps]).run("x- item\n\nOne.\n", format="markdown")
    assert report.text == "x- item\n\none.\n"


def test_findings_about_a_block_with_code_in_it_are_shown() -> None:
    copy = "The mayor of the town said that `rain` is no reason to close the two schools near the river."
    text = f"- {copy}\n- {_BEFORE}\n- {copy}\n\n{copy}\n\n{_AFTER}\n\n{copy}\n"
    assert "STR111" in {finding.code for finding in newsfix.check(text, format="markdown")}


def test_findings_across_items_are_none() -> None:
    assert newsfix.check("- eggs and\n- milk\n", format="markdown") == ()
