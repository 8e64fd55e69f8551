"""What people ask newsfix to leave alone is left alone, and what they ask in vain is told."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsfix
from newsfix.document import Document
from newsfix.formats import parse
from newsfix.scope import EVERYTHING, Place, Scope
from newsfix.span import Span
from newsfix.suppression.comments import Comment, Mistake, read
from tests.strategies import RULES, texts

GARBLED = "The vote , they said,was over."
REPAIRED = "The vote, they said, was over."


def codes(text: str, format: str = "text") -> list[str]:  # noqa: A002
    return [finding.code for finding in newsfix.check(text, format=format)]


# The language


@pytest.mark.parametrize(
    ("comment", "verb", "selectors"),
    [
        ("<!-- newsfix: ignore -->", "ignore", ()),
        ("<!--newsfix:ignore-->", "ignore", ()),
        ("<!-- newsfix: ignore[PUN101] -->", "ignore", ("PUN101",)),
        ("<!-- newsfix: ignore[ PUN101 ,quotes, ] -->", "ignore", ("PUN101", "quotes")),
        ("<!-- newsfix: ignore PUN101, quotes -->", "ignore", ("PUN101", "quotes")),
        ("<!-- newsfix: ignore[PUN101] as it was sent -->", "ignore", ("PUN101",)),
        ("<!-- newsfix: ignore PUN101 -- as it was sent -->", "ignore", ("PUN101",)),
        ("<!-- newsfix: off -- a poem -->", "off", ()),
        ("<!-- newsfix: off — a poem -->", "off", ()),
        ("<!--\n  newsfix: off[space-before-mark]\n-->", "off", ("space-before-mark",)),
        ("# newsfix: ignore-next-line[PUN1]", "ignore-next-line", ("PUN1",)),
        ("// newsfix: ignore-file", "ignore-file", ()),
        (".. newsfix: on", "on", ()),
        ("{/* newsfix: on */}", "on", ()),
        ("{# newsfix: on #}", "on", ()),
        ("{{/* newsfix: on */}}", "on", ()),
        ("{{- /* newsfix: on */ -}}", "on", ()),
        ("{% comment %} newsfix: on {% endcomment %}", "on", ()),
        ("////\nnewsfix: off[PUN]\n////", "off", ("PUN",)),
        ("..\n   newsfix: off", "off", ()),
        ("newsfix: on[ALL]", "on", ("ALL",)),
    ],
)
def test_comments_say(comment: str, verb: str, selectors: tuple[str, ...]) -> None:
    span = Span(0, len(comment))
    assert read(comment, span) == Comment(span, verb, selectors)


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- made with newsfix: it is good -->",
        "<!-- newsfix changed this -->",
        "<!-- a remark -->",
        "<!-- -->",
        "<!-- newsfixer: ignore -->",
        "",
    ],
)
def test_other_comments_say_nothing(comment: str) -> None:
    assert read(comment, Span(0, len(comment))) is None


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("<!-- newsfix: ignroe -->", "nearest is 'ignore'"),
        ("<!-- newsfix: disable-next-line -->", "nearest is 'ignore-next-line'"),
        ("<!-- newsfix: -->", "it can say ignore, ignore-next-line, ignore-file, off, on"),
        ("<!-- newsfix: ignore[] -->", "names no rule"),
        ("<!-- newsfix ignore -->", "lacks a colon"),
        ("<!-- newsfix ignore[PUN101] -->", "lacks a colon"),
    ],
)
def test_what_is_not_understood_is_a_mistake(comment: str, message: str) -> None:
    mistake = read(comment, Span(0, len(comment)))
    assert isinstance(mistake, Mistake)
    assert message in mistake.message


# Where they count


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<!-- newsfix: ignore -->\n{0}\n{0}\n", [0]),
        ("<!-- newsfix: ignore[PUN] -->\n{0}\n{0}\n", [0]),
        ("<!-- newsfix: ignore[PUN] -->\n\n{0}\n\n{0}\n", [0]),
        ("{0}\n  <!-- newsfix: ignore -->  \n{0}\n", [1]),
        ("{0}\n<!-- newsfix: ignore -->\n{0}", [1]),
        ("{0}\n<!-- newsfix: ignore-next-line -->\n\n{0}\n{0}\n", [1]),
        (
            "<!-- newsfix: ignore-next-line[PUN101] -->\n<!-- newsfix: ignore[PUN102] -->\n{0}\n",
            [0],
        ),
        ("{0}\n<!-- newsfix: off -->\n{0}\n\n{0}\n<!-- newsfix: on -->\n{0}\n", [1, 2]),
        ("{0}\n<!-- newsfix: off -->\n{0}\n", [1]),
        ("<!-- newsfix: off[PUN101, PUN102] -->\n{0}\n<!-- newsfix: on -->\n{0}\n", [0]),
        ("<!-- newsfix: ignore-file -->\n{0}\n\n{0}", [0, 1]),
        ("<!-- newsfix: ignore-file[punctuation] -->\n{0}\n", [0]),
        ("One.\n\n<!-- newsfix: ignore-file[ALL] -->\n{0}\n", [0]),
        ("\ufeff<!-- newsfix: ignore -->\n{0}\n", [0]),
        ("He wrote: <!-- newsfix: ignore --> {0}\n", []),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_places_are_left_alone(text: str, left: list[int], line_end: str) -> None:
    count = text.count("{0}")
    garbled = text.format(GARBLED).replace("\n", line_end)
    fixed = newsfix.fix(garbled)
    pieces = text.split("{0}")
    lines = [GARBLED if at in left else REPAIRED for at in range(count)]
    wanted = "".join(
        piece + line for piece, line in zip(pieces, [*lines, ""], strict=True)
    ).replace("\n", line_end)
    assert fixed.text == wanted
    assert not any(one.code.startswith("SUP") for one in fixed.findings)


def test_only_what_is_named_is_left() -> None:
    text = f"<!-- newsfix: ignore[PUN101] -->\n{GARBLED}\n"
    assert newsfix.fix(text).text == text.replace("said,was", "said, was")
    text = (
        f"<!-- newsfix: off[PUN101, PUN102] -->\n{GARBLED}\n<!-- newsfix: on[PUN102] -->\n{GARBLED}"
    )
    fixed = newsfix.fix(text)
    assert fixed.text.splitlines()[1::2] == [GARBLED, "The vote , they said, was over."]
    assert {one.code for one in fixed.findings} == {"PUN102"}


def test_an_edit_that_reaches_into_a_place_is_not_made() -> None:
    split = "Farmers from all over the valley came to the town hall to\n{}ask for help.\n"
    assert newsfix.fix(split.format("")).applied
    kept = split.format("<!-- newsfix: ignore -->\n")
    assert newsfix.fix(kept).text == kept


@pytest.mark.parametrize(
    ("format", "text", "left"),
    [
        ("markdown", "<!-- newsfix: ignore -->\n\n{0}\n\n{0}\n", [0]),
        ("markdown", "# {0} <!-- newsfix: ignore -->\n\n{0}\n", [0]),
        ("markdown", "- {0}\n- {0} <!-- newsfix: ignore -->\n- {0}\n", [1]),
        ("markdown", "> {0}\n>\n> <!-- newsfix: ignore-next-line -->\n> {0}\n", [1]),
        ("markdown", "{0}\n{0} <!-- newsfix: ignore -->\n{0}\n\n{0}", [0, 1, 2]),
        ("markdown", "{0}\n\n<!-- newsfix: off -->\n\n{0}\n\n<!-- newsfix: on -->\n\n{0}\n", [1]),
        ("markdown", "---\ntitle: {0}\n---\n<!-- newsfix: ignore-file -->\n\n{0}\n", [0, 1]),
        ("markdown", "---\n# newsfix: ignore\ntitle: {0}\nsummary: {0}\n---\n\n{0}\n", [0]),
        ("markdown", "---\ntitle: {0}\n# newsfix: ignore-file\n---\n\n{0}\n", [0, 1]),
        ("markdown", "{{/* newsfix: ignore */}}\n\n{0}\n\n{0}\n", [0]),
        ("markdown", "{0}\n\n```html\n<!-- newsfix: off -->\n```\n\n{0}\n", []),
        ("markdown", "{0}\n\n    <!-- newsfix: off -->\n\n{0}\n", []),
        ("markdown", "{0} `<!-- newsfix: ignore -->`\n", []),
        ("html", "<p>{0}</p>\n<!-- newsfix: ignore -->\n<p>{0}</p>\n<p>{0}</p>", [1]),
        ("html", "<p>{0} <!-- newsfix: ignore --></p>\n<p>{0}</p>", [0]),
        ("html", "<p>{0}</p><!-- newsfix: off --><p>{0}</p><!-- newsfix: on --><p>{0}</p>", [1]),
        ("html", "<!DOCTYPE html>\n<!-- newsfix: ignore-file --><p>{0}</p>", [0]),
        ("rst", "{0}\n\n.. newsfix: ignore\n\n{0}\n\n{0}\n", [1]),
        ("rst", "{0}\n\n.. newsfix: off\n\n- {0}\n\n.. newsfix: on\n\n{0}\n", [1]),
        ("rst", "::\n\n   .. newsfix: off\n\n{0}\n", []),
        ("asciidoc", "// newsfix: ignore-next-line\n{0}\n\n{0}\n", [0]),
        ("asciidoc", "{0}\n\n////\nnewsfix: off\n////\n\n{0}\n", [1]),
        ("yaml", "# newsfix: ignore\ntitle: {0}\nsummary: {0}\n", [0]),
        ("yaml", "title: {0}\nsummary: {0} # newsfix: ignore[PUN]\nbody: {0}\n", [1]),
        ("yaml", "# newsfix: ignore-file\ntitle: {0}\n---\ntitle: {0}\n", [0, 1]),
        ("yaml", "body: |\n  # newsfix: ignore\n  {0}\n", []),
        ("html", "<p>{0}</p><script>// <!-- newsfix: off --></script><p>{0}</p>", []),
    ],
)
def test_comments_count_in_markup(format: str, text: str, left: list[int]) -> None:  # noqa: A002
    pieces = text.split("{0}")
    lines = [GARBLED if at in left else REPAIRED for at in range(len(pieces) - 1)]
    wanted = "".join(piece + line for piece, line in zip(pieces, [*lines, ""], strict=True))
    fixed = newsfix.fix(GARBLED.join(pieces), format=format)
    assert fixed.text == wanted
    assert not any(one.code.startswith("SUP") for one in fixed.findings)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“We was robbed , [sic] he said , again.”", "“We was robbed , [sic] he said, again.”"),
        ("He wrote “the vote ,” (sic) they said,was over.", None),
        (
            "He wrote [sic] to him. The vote , they said.",
            "He wrote [sic] to him. The vote, they said.",
        ),
        ("The vote , they said. So it goes [sic].", "The vote, they said. So it goes [sic]."),
        ("“The vote , [*sic*] they said.”", "“The vote , [*sic*] they said.”"),
        ("Of basic (classic) , they said.", "Of basic (classic), they said."),
    ],
)
def test_words_before_sic_are_left(text: str, wanted: str | None) -> None:
    fixed = newsfix.Pipeline(select=["PUN101"]).run(text)
    assert fixed.text == (text if wanted is None else wanted)


# What is told of the comments


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<!-- newsfix: ignore -->\nIt rained.\n", ["SUP101"]),
        ("<!-- newsfix: ignore[PUN101] -->\nIt rained.\n", ["SUP101"]),
        (f"<!-- newsfix: ignore[PUN101] -->\n{GARBLED}\n", ["PUN102"]),
        (f"<!-- newsfix: ignore[PUN, QUO101] -->\n{GARBLED}\n", ["SUP101"]),
        (f"<!-- newsfix: off -->\n{GARBLED}\n<!-- newsfix: on -->\nIt rained.\n", []),
        ("<!-- newsfix: off -->\nIt rained.\n<!-- newsfix: on -->\n", ["SUP101"]),
        ("<!-- newsfix: ignore[PUNK] -->\nIt rained.\n", ["SUP102"]),
        (f"<!-- newsfix: ignore[PUN, PUNK] -->\n{GARBLED}\n", ["SUP102"]),
        ("It rained.\n<!-- newsfix: on -->\n", ["SUP102"]),
        ("It rained.\n<!-- newsfix: ignore -->\n", ["SUP102"]),
        ("It rained.\n<!-- newsfix: ignore-next-line -->\n \n", ["SUP102"]),
        ("It rained.\n" * 12 + "<!-- newsfix: ignore-file -->\n", ["SUP102"]),
        ("<!-- newsfix: ignore[SUP102] -->\nIt rained.\n", []),
        ("<!-- newsfix: off[SUP] -->\n<!-- newsfix: ignore[PUNK] -->\nIt rained.\n", []),
        ("<!-- newsfix: off -->\n<!-- newsfix: igno -->\nIt rained.\n", ["SUP101", "SUP102"]),
        ("It rained, he said [sic].\n", []),
    ],
)
def test_complaints(text: str, wanted: list[str]) -> None:
    assert [one for one in codes(text) if not one.startswith("STR")] == wanted


def test_complaints_name_what_is_wrong() -> None:
    text = f"<!-- newsfix: ignore[PUN101, casing, QUO101] -->\n{GARBLED}\n<!-- newsfix: off[space-before-marks] -->\n"
    messages = {one.code: one.message for one in newsfix.check(text)}
    assert messages["SUP101"] == "casing, QUO101 suppresses nothing here."
    assert "'space-before-marks'; the nearest is 'space-before-mark'" in messages["SUP102"]


@pytest.mark.parametrize(
    "pipeline",
    [
        newsfix.Pipeline(ignore=["PUN101"]),
        newsfix.Pipeline(select=["QUO", "SUP"]),
        newsfix.Pipeline(ignore=["SUP101"]),
        newsfix.Pipeline(select=["PUN"]),
    ],
)
def test_a_comment_about_rules_that_did_not_run_is_not_called_unused(
    pipeline: newsfix.Pipeline,
) -> None:
    assert not pipeline.run("<!-- newsfix: ignore[PUN101] -->\nIt rained.\n").findings


@pytest.mark.parametrize("code", ["SUP101", "SUP102"])
def test_the_examples_of_the_rules_about_comments(code: str) -> None:
    rule = next(one for one in newsfix.Pipeline().normalisers[-1].rules if one.code == code)
    for text in rule.flags:
        assert code in codes(text)
    for text in rule.keeps:
        assert code not in codes(text)


# Laws


@given(texts, texts)
def test_a_suppressed_block_stays_as_it_is(before: str, inside: str) -> None:
    block = inside.replace("<!--", "").replace("\r", "").replace("newsfix", "")
    place = f"<!-- newsfix: off -->\n{block}\n<!-- newsfix: on -->"
    garbled = f"{before}\n{place}\n{before}".replace("\r", "")
    assert place in newsfix.fix(garbled).text


@given(texts, st.sampled_from(["markdown", "html", "rst", "asciidoc", "yaml"]), st.randoms())
def test_any_place_of_markup_stays_as_it_is(
    text: str,
    format: str,  # noqa: A002
    chance: random.Random,
) -> None:
    text = f"{text}\n\n{GARBLED}\n\nShare this article\n\n{text}"
    start = chance.randrange(len(text))
    place = Span(start, chance.randint(start + 1, len(text)))
    report = newsfix.Pipeline().run(text, format=format, scope=Scope((Place(place),)))
    assert place.of(text) == Document(text, report.changes).image(place).of(report.text)


@given(texts)
def test_a_suppressed_file_stays_as_it_is(text: str) -> None:
    whole = f"<!-- newsfix: ignore-file -->\n{text}"
    report = newsfix.fix(whole)
    assert report.text == whole
    assert {one.code for one in report.findings} <= {"SUP101", "SUP102"}
    nothing = newsfix.Pipeline().run(text, scope=Scope(lines=()))
    assert (nothing.text, nothing.findings) == (text, ())


@given(texts, st.sampled_from(RULES))
def test_to_suppress_an_idle_rule_changes_nothing(text: str, rule: newsfix.Rule) -> None:
    report = newsfix.fix(text)
    if rule.code in {one.code for one in report.findings}:
        return
    other = newsfix.Pipeline().run(
        text, scope=Scope((Place(Span(-1, len(text) + 1), (rule.code,)),))
    )
    assert other.text == report.text or rule.code in _met(text)


def _met(text: str) -> set[str]:
    """Return what is found on the way, before other rules repair it."""
    return {one.code for one in newsfix.Pipeline().run(text, scope=Scope(repairs=False)).findings}


@given(texts, st.randoms(use_true_random=False))
def test_any_place_stays_as_it_is(text: str, chance: random.Random) -> None:
    if not text:
        return
    start = chance.randrange(len(text))
    place = Span(start, chance.randint(start + 1, len(text)))
    report = newsfix.Pipeline().run(text, scope=Scope((Place(place),)))
    document = Document(text, report.changes)
    assert place.of(text) == document.image(place).of(report.text)
    again = newsfix.Pipeline().run(report.text, scope=Scope((Place(document.image(place)),)))
    assert again.text == report.text


@given(texts, st.randoms(use_true_random=False))
def test_nothing_outside_the_lines_is_changed_or_told(text: str, chance: random.Random) -> None:
    start = chance.randint(0, len(text))
    lines = (Span(start, chance.randint(start, len(text))),)
    report = newsfix.Pipeline().run(text, scope=Scope(lines=lines))
    assert all(lines[0].covers(change.span) for change in report.changes)
    for finding in report.findings:
        assert finding.span.start <= lines[0].end
        assert lines[0].start <= finding.span.end


@given(texts)
def test_without_repairs_everything_is_told_and_nothing_changed(text: str) -> None:
    report = newsfix.Pipeline().run(text, scope=Scope(repairs=False))
    assert report.text == text
    assert bool(report.findings) >= bool(newsfix.check(text))


def test_no_limits_are_no_limits() -> None:
    assert Scope() == EVERYTHING
    assert newsfix.Pipeline().run(GARBLED, scope=EVERYTHING) == newsfix.fix(GARBLED)


@given(texts)
def test_plain_text_without_comments_is_its_own_prose(text: str) -> None:
    prose = parse(text, "text")
    assert (prose.text, prose.comments) == (text, ())
