"""The residue family: whole lines of web pages go, whatever stands in them, and nothing else does."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsfix
from newsfix.normalisers.residue.removal import with_line_end
from newsfix.span import Span
from newsfix.text import Text
from newsfix.text.furniture import Kind
from tests.growth import MOST, growth

_TOP = "Valmora council weighs new ferry\n\nIt rained in Lima all night, and the river rose over its banks.\n\n"
_END = "\n\nThe mayor opened two schools for those who had to leave, and the army sent boats.\n\nIt is to end on Tuesday."

# Invented lines as pages have them: none of them is an example of a rule.
_FURNITURE = {
    Kind.SHARE: [
        "Share via WhatsApp",
        "Tell your friends about it",
        "Click to share on Telegram",
        "Like us on Facebook to see more stories",
        "Send to a friend",
        "Gift this article",
    ],
    Kind.COMMENT: [
        "Notify me of new posts by email.",
        "Show 14 more comments",
        "Log in to reply",
        "What do you think? Let us know in the comments.",
        "Found a mistake? Select it and press Ctrl+Enter.",
    ],
    Kind.READ: [
        "ALSO READ | Ferry strike enters third day",
        "On the topic: Bakers warn of dearer bread",
        "» More on the flood",
        "Most read in World",
        "Tap here to see the full list",
        "Listen to this story",
    ],
    Kind.LETTER: [
        "By continuing to use this site, you agree to our use of cookies.",
        "Manage your privacy choices",
        "You have 2 free articles left this month",
        "Your donation keeps us independent",
        "Turn on notifications",
        "Forgot your password?",
    ],
    Kind.BYLINE: ["By ANNA BERG and PAUL RUIZ", "Anna Berg, staff writer", "Written by Anna Berg"],
    Kind.CREDIT: [
        "A boat passes the flooded market in Valmora on Monday. (Reuters)",
        "Anna Berg (left) with Paul Ruiz",
        "Image source, Getty Images",
        "Photo from open sources",
    ],
    Kind.RELATED: [
        "Five held after raid on old mint",
        "Why the mountain railway is losing its guards",
    ],
    Kind.CODE: ["[wp_ad_camp_1]", "{loadposition ads}", "[/caption]", "<!-- ad -->"],
    Kind.CHROME: [
        "World | Politics | Sport | Culture",
        "All materials on this site are protected by law.",
        "(c) 2020 Valmora Times",
        "Article continues below this ad",
        "Filed under: World",
        "Got a story? Write to us.",
    ],
    Kind.COUNTER: [
        "Viewed 345 times",
        "3-minute read",
        "Updated 3 hrs ago",
        "Mon, May 3, 2021, 14:05",
    ],
}
_PROSE = [
    "Nobody answered.",
    "They share a flat.",
    "Source: that is what the ministry calls it.",
    "Facebook and Twitter share data with each other in both countries.",
    "“Share it,” he said.",
    "Follow the money, they say in the valley.",
    "Read the letter and you will see why.",
    "Subscribers pay twice as much in winter.",
    "Print is not dead, the mayor likes to say.",
    "By Monday the water had gone down.",
    "Join us, the soldiers called from the boats.",
    "Home is where the boats are.",
    "Published in 1921, the book tells of another flood.",
    "More than 40 people were taken to hospital.",
    "Watch the river, she told her son.",
    "No comment.",
    "Click. The gun did not fire.",
    "His tweet drew 3,000 replies.",
    "A Night of Rain",
    "What comes next",
    "The mayor’s two schools",
    "ANCHOR: Good evening.",
    "Correction: The mayor opened three schools.",
    "[laughter]",
]
_PAGES = {
    "list": "What to bring\n\n• Photo ID\n• Email address\n• Password\n• Print of the ticket\n\nThe gates open at noon.",
    "table": "Results\n\nLyon | 3 | 1 | 2\nParis | 2 | 0 | 4\nNantes | 1 | 1 | 1\n\nLyon leads the table after three rounds.",
    "poem": "For the drowned\n\nHome is the river\nHome is the rain\nShare me your boat\nAnd carry me again\n\nShe read it.",
    "transcript": "ANCHOR: Good evening.\n\nREPORTER: The river rose.\n\nANCHOR: Any comment?\n\nREPORTER: No comment.",
    "live blog": "Flood: live\n\n3 minutes ago\nThe rain stops.\n\n25 minutes ago\nThe river falls.\n\n1 hour ago\nAll is dry.",
    "essay": "Read the river\n\nRead the river, my father used to say.\n\nShare your bread. Tell your children.\n\nI did not.",
    "addresses": "Where to get help\n\nSamaritans: 116 123\nEmail: help@example.org\n\nCall the town hall if you are cut off.",
    "correction": "River floods harbour\n\nIt rained.\n\nThis article was updated on May 3, 2021, to name the mayor.",
}
_ROWS = [(kind, line) for kind, lines in _FURNITURE.items() for line in lines]


@pytest.mark.parametrize(("kind", "line"), _ROWS, ids=[line for _, line in _ROWS])
def test_furniture_is_found_with_its_exact_span_and_can_be_removed(kind: Kind, line: str) -> None:
    raw = _TOP + line + _END
    span = Span(len(_TOP), len(_TOP) + len(line))
    assert [one.kind for one in Text(raw).furniture if one.span == span] == [kind]
    found = [one for one in newsfix.check(raw) if one.span == span and one.code[:3] == "RES"]
    fix = found[0].fixes[0]
    assert raw[: fix.span.start] + fix.replacement + raw[fix.span.end :] == _TOP.rstrip() + _END
    assert not fix.held


@pytest.mark.parametrize("line", _PROSE)
def test_a_short_line_of_an_article_stays(line: str) -> None:
    raw = _TOP + line + _END
    assert newsfix.fix(raw).text == raw
    assert newsfix.fix(line).text == line


@pytest.mark.parametrize("name", _PAGES)
def test_pages_of_another_kind_stay(name: str) -> None:
    assert newsfix.fix(_PAGES[name]).text == _PAGES[name]


@pytest.mark.parametrize("kept", ["RES105", "RES106"])
def test_bylines_and_captions_can_be_kept(kept: str) -> None:
    raw = f"{_TOP}By Anna Berg\n\nPhoto: Anna Berg / AFP{_END}"
    taken = newsfix.Pipeline(ignore=[kept], threshold=0.9).run(raw)
    assert kept not in {finding.code for finding in taken.findings}
    assert ("By Anna Berg" in taken.text) == (kept == "RES105")
    assert ("Photo:" in taken.text) == (kept == "RES106")


def test_a_caption_is_a_suggestion_and_a_comment_form_goes() -> None:
    caption, form = "Minister of Ports Anna Berg", "Leave a Reply"
    raw = f"{_TOP}{caption}\n\n\nBerg said that Anna Berg was her full name.{_END}\n\n\n{form}"
    report = newsfix.fix(raw)
    assert report.text == raw.removesuffix(f"\n\n\n{form}")
    by_code = {finding.code: finding for finding in report.findings}
    assert by_code["RES102"].span.of(raw) == form
    assert by_code["RES106"].span.of(raw) == caption
    assert not by_code["RES106"].applied


def test_numbers_and_addresses_go_with_a_line_of_the_page() -> None:
    lines = [
        "12,345 views",
        "Follow us on Instagram @valmoratimes",
        "Do not miss it: subscribe to our newsletter",
    ]
    assert newsfix.fix(_TOP + "\n\n".join(lines) + _END).text == _TOP.rstrip() + _END


def test_a_text_of_one_line_is_never_emptied() -> None:
    for line in ("Leave a Reply", "Share this article", "[ad_1]", "12,345 views"):
        assert newsfix.fix(line).text == line


@pytest.mark.parametrize(
    ("raw", "left"),
    [
        ("A.\n\nTweet\n\nB.", "A.\n\nB."),
        ("A.\nTweet\nB.", "A.\nB."),
        ("A.\nTweet\n\nB.", "A.\n\nB."),
        ("A.\n\nTweet\nB.", "A.\n\nB."),
        ("A.\n\nTweet\n\n\nB.", "A.\n\nB."),
        ("A.\n\n\nTweet\n\nB.", "A.\n\nB."),
        ("A.\n\nTweet", "A."),
        ("A.\n\nTweet\n", "A.\n"),
        ("Tweet\n\nB.", "B."),
        ("\nTweet\n  B.", "  B."),
        ("A.\n  Tweet  \n  B.", "A.\n  B."),
        ("Tweet", ""),
    ],
)
def test_the_gap_that_is_left_sets_paragraphs_apart_as_before(raw: str, left: str) -> None:
    start = raw.index("Tweet")
    whole = with_line_end(raw, Span(start, start + len("Tweet")))
    assert raw[: whole.start] + raw[whole.end :] == left


_gaps = st.sampled_from(["\n", "\n\n", "\n\n\n", " \n", "\n \n"])


@given(
    st.lists(st.tuples(st.sampled_from(["A b.", "C", "d e"]), _gaps), min_size=1, max_size=6),
    st.data(),
)
def test_taking_out_a_line_leaves_the_other_lines(
    rows: list[tuple[str, str]], data: st.DataObject
) -> None:
    raw = "".join(f"{line}{gap}" for line, gap in rows)
    lines = Text(raw).lines
    at = data.draw(st.integers(0, len(lines) - 1))
    whole = with_line_end(raw, lines[at])
    left = raw[: whole.start] + raw[whole.end :]
    others = [line.of(raw) for number, line in enumerate(lines) if number != at]
    assert [line.of(left) for line in Text(left).lines] == others


def test_furniture_all_over_a_page_goes_in_one_run() -> None:
    lines = [line for kind, line in _ROWS if kind in (Kind.SHARE, Kind.LETTER, Kind.CODE)]
    report = newsfix.fix(_TOP + "\n".join(lines) + _END + "\n" + "\n\n".join(lines))
    assert newsfix.fix(report.text).text == report.text
    assert "[wp_ad_camp_1]" not in report.text


def test_time_grows_linearly() -> None:
    line = "Share this article\nHe read it all and said that he would follow it.\nWhy the harbour lost its boats\n"

    def of(count: int) -> Callable[[], object]:
        raw = line * count
        return lambda: Text(raw).furniture

    assert of(10)()
    assert growth(of, 150) <= MOST
