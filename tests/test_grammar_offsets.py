"""Findings of LanguageTool stand where the word is, whatever else is in the file."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsfix import Pipeline
from newsfix.languagetool import Grammar
from tests.languagetool import StandIn, serving

# What the server finds. One has a character of two units itself, one a combining mark.
WORDS = {"blorf": "bluff", "b𝒳rf": "bluff", "ble\u0301rf": "bluff"}
_PLAIN = [
    "day",
    "é",
    "e\u0301",
    "😀",
    "👩‍🚀",
    "𝒳",
    "news" * 3,
    "“no”",
    "5,000",
    "word " * 400 + "end",
]
#: Pieces of a file around a word, by format: what stands before it and behind it, and whether it is prose.
_AROUND = {
    "text": [("", "", True), ("😀", "", True), ("(", ")", True)],
    "markdown": [
        ("", "", True),
        ("*", "*", True),
        ("**😀 ", "**", True),
        ("[", "](https://example.org/a)", True),
        ("`", "`", False),
        ("![](", ".png)", False),
        ("{{< figure src=", " >}}", False),
        ("\\* ", "", True),
        ("&amp; ", "", True),
    ],
    "html": [
        ("", "", True),
        ("<b>", "</b>", True),
        ("<em>😀 ", "</em>", True),
        ('<a href="/blorf?a=1&amp;b=2">', "</a>", True),
        ("<code>", "</code>", False),
        ("<!-- ", " -->", False),
        ('<img src="', '">', False),
        ("&eacute; &#128512; ", "", True),
    ],
}
_BLOCKS = {
    "text": [("", "")],
    "markdown": [("", ""), ("# ", ""), ("> ", ""), ("- ", "")],
    "html": [("<p>", "</p>"), ("<h1>", "</h1>"), ("<ul><li>", "</li></ul>")],
}
_HEADS = {
    "text": ["", "\ufeff"],
    "markdown": ["", "---\ntags: [blorf]\n---\n\n"],
    "html": ["", "<!doctype html>\n"],
}


@st.composite
def files(draw: st.DrawFn) -> tuple[str, str, list[tuple[int, int, str]]]:
    """Draw a file: its format, its text, and where which of the words stands in its prose."""
    format_ = draw(st.sampled_from(sorted(_AROUND)))
    ends = draw(st.sampled_from(["\n", "\r\n"]))
    raw = draw(st.sampled_from(_HEADS[format_])).replace("\n", ends)
    places = []
    for number in range(draw(st.integers(1, 4))):
        raw += ends * 2 if number else ""
        before, behind = draw(st.sampled_from(_BLOCKS[format_]))
        raw += before
        for at in range(draw(st.integers(1, 5))):
            raw += (draw(st.sampled_from([" ", ends])) if before == "" else " ") if at else ""
            if draw(st.booleans()):
                raw += draw(st.sampled_from(_PLAIN))
                continue
            word = draw(st.sampled_from(sorted(WORDS)))
            left, right, is_prose = draw(st.sampled_from(_AROUND[format_]))
            raw += left
            if is_prose:
                places.append((len(raw), len(raw) + len(word), word))
            raw += word + right
        raw += behind
    return format_, raw, places


@pytest.fixture(scope="module")
def server() -> Iterator[StandIn]:
    """Finds the words wherever they are in what is sent."""
    with serving(WORDS) as one:
        yield one


@settings(max_examples=300)
@given(file=files())
def test_findings_are_where_the_words_are(
    server: StandIn, file: tuple[str, str, list[tuple[int, int, str]]]
) -> None:
    format_, raw, places = file
    report = Pipeline([Grammar(server.url)]).run(raw, format=format_)
    assert not report.skipped
    assert [(*finding.span, finding.span.of(raw)) for finding in report.findings] == places
    for finding in report.findings:
        for fix in finding.fixes:
            assert fix.span.of(raw) == finding.span.of(raw)
