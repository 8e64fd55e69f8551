"""The structure family on whole articles: what is joined, moved, cut, and what is left in peace."""

from collections.abc import Callable
from itertools import pairwise

import pytest

import newsfix
from newsfix.normalisers import family
from newsfix.text import Text
from newsfix.text.doubled import find_doubled
from newsfix.text.order import may_be_out_of_order, moved_at
from tests.growth import MOST, growth

BODY = "The mayor of the harbour town left on Monday, as the council had asked."


def found(text: str, code: str) -> list[str]:
    """Return the parts of ``text`` that a rule reports."""
    return [one.span.of(text) for one in newsfix.check(text) if one.code == code]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n \n", " \n"])
def test_a_link_on_a_line_of_its_own_is_joined(gap: str) -> None:
    parts = ["It rained. The minister", "Ana Ruiz", "resigned on Monday after the long vote."]
    assert newsfix.fix(gap.join(parts)).text == " ".join(parts)


@pytest.mark.parametrize(
    "text",
    [
        f"Mayor Leaves Harbour Town\n\n{BODY}",
        f"What happened on Monday\n\nthe mayor left the town.\n\n{BODY}",
        f"{BODY}\n\n- the eggs\n- and the milk\n- of the farm\n\n{BODY}",
        f"{BODY}\n\nANCHOR: And so to the vote in\n\nREPORTER: it is over, and\n\n{BODY}",
        f"10:15 The vote is over and\n10:20 the mayor has left.\n\n{BODY}",
        f"{BODY}\n\nthe rain on the hill\nthe road to the sea\nthe wind at my back\nand no way home\n\n{BODY}",
        f"{BODY}\n\nPhoto: Ana Ruiz\n\n{BODY.replace('The mayor', 'They')}",
    ],
)
def test_lines_that_are_no_prose_are_kept(text: str) -> None:
    assert not found(text, "STR101")


def test_a_text_wrapped_at_a_width_is_kept() -> None:
    words = (BODY + " ") * 3
    lines: list[str] = []
    line = ""
    for word in words.split():
        if len(line) + len(word) > 60:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    assert not found("\n".join([*lines, line]), "STR101")


def test_verse_and_columns_that_no_cue_knows_are_never_joined() -> None:
    lines = ["The long and winding way that led us all from the old harbour town and"]
    lines += [
        f"over {number} hills and far away from all the noise, and back again to"
        for number in range(9)
    ]
    lines += ["the sea, where nobody had been."]
    text = "\n\n".join(lines)
    assert all(
        one.fixes[0].confidence < 0.95 for one in newsfix.check(text) if one.code == "STR101"
    )


def test_the_span_of_a_clause_that_was_moved() -> None:
    text = "in any new storm over the bay There will be “grave floods”, the mayor of Lima said."
    assert found(text, "STR105") == ["in any new storm over the bay"]
    assert newsfix.fix(text).text == text


def test_the_span_of_a_clause_that_was_dropped_in() -> None:
    text = "The town has given them its With the old harbour shut the mill is what everyone knows."
    assert found(text, "STR105") == ["With the old harbour shut"]
    assert newsfix.fix(text).text == text


def test_capitals_are_left_alone_where_the_order_is_in_doubt() -> None:
    for text in (
        "It rained. after the long vote The mayor of the town left for good.",
        "in any new storm There will be floods in the town, they fear.",
    ):
        assert newsfix.fix(text).text == text


def test_the_signs_of_a_moved_clause() -> None:
    text = "after the talks in Lima The mayor left."
    moved = moved_at(text, 0)
    assert moved is not None
    assert moved.clause.of(text) == "after the talks in Lima"
    assert not may_be_out_of_order("after the talks in Lima the mayor left.", 0)
    assert not may_be_out_of_order("After the talks in Lima The mayor left.", 0)


def test_a_stop_that_is_missing_and_one_that_is_too_many() -> None:
    missing = "The council lost the vote on Monday Then the mayor left the town for good."
    assert found(missing, "STR103") == [" Then"]
    assert newsfix.fix(missing).text == missing
    assert (
        newsfix.fix("They met in the. House on Monday.").text == "They met in the House on Monday."
    )
    assert newsfix.fix("They met at the. Hospital.").text == "They met at the hospital."


def test_a_copy_is_cut_out_whatever_it_says() -> None:
    copy = "“We lost 3 of 40 boats, and not one man,” said Ana Ruiz in Lima on Monday night."
    assert newsfix.fix(f"{BODY}\n\n{copy}\n\n{copy}\n\nIt rained.").text == (
        f"{BODY}\n\n{copy}\n\nIt rained."
    )


def test_nearly_the_same_is_not_cut_out() -> None:
    one, other = BODY.replace("Monday", "3 May"), BODY.replace("Monday", "4 May")
    assert newsfix.fix(f"{one}\n\n{other}").text == f"{one}\n\n{other}"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It is is", [" is"]),
        ("It is is.", [" is"]),
        ("a boat boats", []),
        ("met Ana Ruiz Ana Ruiz, who", [" Ana Ruiz"]),
        ("of it all of it all.", [" of it all"]),
        ("a b c d a b c d a b c d", [" a b c d a b c d"]),
        ("one, one", []),
        ("the theory of the the", [" the"]),
        ("one\none", []),
        ("“one” one", []),
        ("x" * 300 + " " + "x" * 300, [" " + "x" * 300]),
        ("", []),
    ],
)
def test_doubled_words_and_phrases(text: str, wanted: list[str]) -> None:
    assert [one.rest.of(text) for one in find_doubled(text, text.split())] == wanted


@pytest.mark.parametrize(
    "piece",
    [
        "of the tape ",
        "a ",
        "the. In ",
        "The vote was lost by the council on Monday. ",
        "The vote was lost by the council on Monday and so\n\nit went on. ",
        "after the vote He left. ",
        "and\n",
        "vote Then the mayor left ",
        "x ",
    ],
)
def test_time_grows_linearly(piece: str) -> None:
    rules = family("structure")

    def of(size: int) -> Callable[[], object]:
        raw = piece * (size // len(piece))
        return lambda: list(rules.find(Text(raw)))

    of(100)()
    assert growth(of, 2_000) <= MOST


def test_findings_of_one_rule_do_not_overlap() -> None:
    text = "The end of the tape of the tape of the tape. It was the the end of of a long long day."
    for rule in family("structure").rules:
        spans = sorted(one.span for one in rule.find(Text(text)))
        assert all(one.end <= other.start for one, other in pairwise(spans))
