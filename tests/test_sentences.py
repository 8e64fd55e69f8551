"""Where sentences end: a table of what news has, and laws."""

from collections.abc import Callable

import pytest
from hypothesis import given

from benchmarks.segmentation.corpora import Passage, ends, passages
from benchmarks.segmentation.measure import boundaries, golden
from newsfix.text import Text
from tests.growth import MOST, growth
from tests.strategies import texts

# Each row is a text with | where a sentence ends and another begins.
_SPLIT = """
It rained all day.| The town slept.
Who knew?| Nobody!| The mayor left.
Really?!| The mayor did not say...| He left.
He met Mr. Ito and Dr. M. J. Berg of St. Ives on Jan. 6.| They spoke for 2.5 hours.
It is No. 4 on the list, e.g. the red one, vs. No. 5.| The rest is in Vol. 3.
They work for Berg Inc. in the U.S. Senate and the U.K. Parliament.
He lives in the U.S.| The vote followed in May.
He left the shop at 9 p.m.| Crews stayed until 4 a.m. Friday.
At 8 a.m. Crews in boats left.
The town of Aurora, Ill., voted.| So did Reno, Nev.| They will count today.
“It rained,” she said.| “We left.”| He stayed.
“It rained.| We left.” she said.
“Why now?” he asked.| “Why not?” Ms. Lowe replied.
“What a day!” said Berg.| He went home.
The band (It had split in May.) played on.| (The hall was full.)| Nobody left.
The price fell to $3.50.| It was £4.2m.| “Not bad,” he said.
Write to desk@example.org.| See https://example.org/a.b?c=d.| It is for all.
LIMA (AP) — It rained.| The town slept.
ST. IVES, N.J. (AP) — It rained.| The town slept.
MOSCOW, May 5. /TASS/. It rained.| The town slept.
1. He came home.| He slept.
• It rained.| • It snowed.
Yahoo! said it would close.| Yahoo! Japan stays open.
The board of Apple met.| iPhone sales fell.| eBay rose.
He was born in 1950.| 40 people came.| $3 was paid.
He said... nothing, and then … left.| Then it rained.
“We … the people […] The rest” was the title.
The vote was 5-4.| [The court had nine members.]| It rose.
It ended. the town slept.
Storm Hits the Coast
You and I.| Did you see Albert I. Jones?
It ended.[4]| The town slept.
He is one of a kind, co. and all.
He got a C.| I got a B.
Is it over? he asked.| Nobody knew.
He saw “Who Is There?” on Monday.
The talks ended .| The town slept .
"""
_TABLE = [row for row in _SPLIT.splitlines() if row]


@pytest.mark.parametrize("row", _TABLE)
def test_sentences_of_a_paragraph(row: str) -> None:
    wanted = [part.strip() for part in row.split("|")]
    if row == "It ended. the town slept.":
        wanted = ["It ended.", "the town slept."]
    raw = row.replace("|", "")
    assert [span.of(raw) for span in Text(raw).sentences] == wanted


def test_each_line_ends_a_sentence_but_in_a_wrapped_paragraph() -> None:
    raw = "Storm hits coast\nLIMA — It rained. The\ntown slept."
    assert [span.of(raw) for span in Text(raw).sentences] == [
        *("Storm hits coast", "LIMA — It rained.", "The", "town slept.")
    ]
    wrapped = (
        "The storm that came over the hills in the night\n"
        "has left the town without power. The mayor will\n"
        "speak of it today."
    )
    assert len(Text(wrapped).sentences) == 2


def test_the_sentence_at_a_position() -> None:
    text = Text("It rained. The town slept.\n\nNobody left.")
    assert text.sentence_at(3).of(text.raw) == "It rained."
    assert text.sentence_at(11).of(text.raw) == "The town slept."
    assert text.sentence_at(30).of(text.raw) == "Nobody left."


@given(texts)
def test_sentences_cover_all_but_space_in_order(raw: str) -> None:
    raw = raw.replace("\r", "")
    text = Text(raw)
    position = 0
    for span in text.sentences:
        assert position <= span.start < span.end
        assert not raw[position : span.start].strip()
        assert text.paragraph_at(span.start).covers(span)
        position = span.end
    assert not raw[position:].strip()


@pytest.mark.parametrize(
    "unit",
    [
        "the U.S. The ",
        "a. ",
        ". ",
        "x.\t",
        "“.” (",
        '!"',
        "...",
        "1. ",
        "A.B. ",
        "a " * 9,
        "p.m. He ",
    ],
)
def test_time_grows_linearly(unit: str) -> None:
    def of(size: int) -> Callable[[], object]:
        raw = unit * (size // len(unit))
        return lambda: Text(raw).sentences

    assert growth(of, 2_000) <= MOST


def test_a_treebank_is_read_as_it_was_written() -> None:
    lines = [
        *("# newdoc id = a", "# newpar", "# text = It rained.", "1\tIt\t_\tSpaceAfter=No", ""),
        *(
            "# text = We left.",
            "1\tWe\t_\t_",
            "2-3\tleft.\t_\tSpaceAfter=No",
            "3\t.\t_\tSpaceAfter=No",
            "",
        ),
        *("# text = Why?", "1\tWhy\t_\t_", "", "# newpar", "# text = Because.", ""),
    ]
    assert list(passages(lines)) == [
        Passage("It rained.We left.Why?", ("It rained.", "We left.", "Why?")),
        Passage("Because.", ("Because.",)),
    ]


def test_segmenters_are_measured_by_boundaries_and_by_whole_cases() -> None:
    cases = [
        Passage("It rained. We left.", ("It rained.", "We left.")),
        Passage("1. Bread 2. Salt", ("1. Bread", "2. Salt")),
    ]
    assert ends(["a b", "c"]) == {2}
    figures = boundaries(lambda text: [text[:3], text[3:]], cases)
    assert (figures["boundaries"], figures["precision"], figures["recall"]) == (2, 0.0, 0.0)
    kept = golden(lambda text: [span.of(text) for span in Text(text).sentences], cases)
    assert (kept["right"], kept["share_without_lists"]) == (1, 1.0)
