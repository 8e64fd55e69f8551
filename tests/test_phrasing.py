"""The phrasing models: their files, their laws, and what they leave alone."""

import json
import subprocess
import sys
from array import array
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsfix
from newsfix import Text
from newsfix.models import stored
from newsfix.models.closed import PUT_IN
from newsfix.models.edits import edits_at
from newsfix.models.inflections import forms
from newsfix.models.ngrams import BASE, Ngrams, pack
from newsfix.models.phrasing import FILES, Curve, phrasing
from newsfix.models.trees import Trees, pack_trees
from newsfix.models.wording import CLASSES, Words, cut, pieces, plain
from tests.strategies import texts

GARBLED = "The police arrested a number people in the north of the country."


def tiny() -> Ngrams:
    """Return a model of three words, in which "a b" and "a b c" were seen."""
    words = [*CLASSES, "a", "b", "c"]
    a, b, c = (words.index(word) for word in "abc")
    size = len(words)
    columns: dict[str, array[int] | bytes] = {
        "first_pair": array("I", [0] * (a + 1) + [1] * (b - a) + [1] * (size - b)),
        "first_triple": array("I", [0, 1]),
        "pair_word": array("H", [b]),
        "triple_word": array("H", [c]),
        "word_cost": bytes([80] * size),
        "word_back": bytes([BASE + 8] * size),
        "pair_cost": bytes([16]),
        "pair_back": bytes([BASE + 4]),
        "triple_cost": bytes([3]),
    }
    return Ngrams(pack(words, columns))


def test_costs_come_from_the_longest_history_that_was_seen() -> None:
    model = tiny()
    a, b, c = model.words.numbers(["a", "b", "c"])
    assert model.cost(0, a, b) == 16
    assert model.cost(a, b, c) == 3
    assert model.cost(a, b, a) == 4 + 8 + 80  # back from the pair, back from the word, the word
    assert model.cost(c, c, a) == 8 + 80
    assert model.orders([a, b, c, a]) == [3, 1]


@given(st.lists(st.integers(0, 10), min_size=2, max_size=12))
def test_costs_of_many_are_the_costs_of_each(numbers: list[int]) -> None:
    model = tiny()
    expected = [
        model.cost(before, last, word)
        for before, last, word in zip(numbers, numbers[1:], numbers[2:], strict=False)
    ]
    assert model.costs(numbers) == expected


@given(st.lists(st.integers(0, 59_000), min_size=3, max_size=9))
def test_hints_are_what_words_cost_more_where_no_three_are_known(numbers: list[int]) -> None:
    model = phrasing().ngrams
    excess = [
        cost - model.word_cost[number]
        for cost, number in zip(model.costs(numbers), numbers[2:], strict=True)
    ]
    for hint, exact, order in zip(model.hints(numbers), excess, model.orders(numbers), strict=True):
        assert hint == exact or order == 3


def test_no_word_of_the_closed_classes_is_likelier_before_another_than_the_nearest() -> None:
    model = phrasing().ngrams
    words = model.words.numbers(["invasion", "alarm", "minister", "rained", "the", "xylophone"])
    closed = model.words.numbers(PUT_IN)
    for word in words:
        costs = [min(255, model.together(before, word)) for before in closed]
        assert model.word_near[word] == min(costs)


@given(st.lists(st.integers(0, 59_000), min_size=2, max_size=9))
def test_the_shipped_model_costs_each_word_something(numbers: list[int]) -> None:
    model = phrasing().ngrams
    costs = model.costs(numbers)
    assert len(costs) == len(numbers) - 2
    assert all(cost >= -BASE for cost in costs)


@pytest.mark.parametrize("data", [b"", b"NFNG", b"nothing of the kind" * 9])
def test_what_is_no_model_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="of this version"):
        Ngrams(data)
    with pytest.raises(ValueError, match="of this version"):
        Trees(data)


def test_a_damaged_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    read = stored._read  # noqa: SLF001 - the place where files come from
    stored._manifest()  # noqa: SLF001
    monkeypatch.setattr(stored, "_read", lambda name: read(name) + b"!")
    with pytest.raises(stored.ModelError, match=r"misfits\.bin is damaged"):
        stored.stored("misfits.bin")


def test_the_files_are_small_and_there() -> None:
    sizes = [len(stored.stored(name)) for name in FILES]
    assert sum(sizes) < 20_000_000


def test_nothing_is_loaded_by_the_import() -> None:
    code = (
        "import sys, json, newsfix; newsfix.fix\n"
        "print(json.dumps([name for name in sys.modules if name.startswith('newsfix.models')]))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert "newsfix.models.phrasing" not in json.loads(found.stdout)


LEAF = st.fixed_dictionaries({"leaf_value": st.floats(-2, 2, width=32)})
TREE = st.recursive(
    LEAF,
    lambda inner: st.fixed_dictionaries(
        {
            "split_index": st.just(0),
            "split_feature": st.integers(0, 2),
            "threshold": st.floats(-5, 5),
            "decision_type": st.just("<="),
            "left_child": inner,
            "right_child": inner,
        }
    ),
    max_leaves=12,
)


def decide(tree: dict[str, object], row: list[float]) -> float:
    """Follow a tree as LightGBM dumps it."""
    if "leaf_value" in tree:
        value = tree["leaf_value"]
        assert isinstance(value, float)
        return value
    column, threshold = tree["split_feature"], tree["threshold"]
    assert isinstance(column, int)
    assert isinstance(threshold, float)
    child = tree["left_child" if row[column] <= threshold else "right_child"]
    assert isinstance(child, dict)
    return decide(child, row)


@given(
    st.lists(TREE, min_size=1, max_size=4),
    st.lists(st.floats(-6, 6, width=32), min_size=3, max_size=3),
)
def test_packed_trees_decide_as_the_trees_do(
    trees: list[dict[str, object]], row: list[float]
) -> None:
    packed = Trees(pack_trees({"tree_info": [{"tree_structure": one} for one in trees]}, [0, 1, 2]))
    assert packed.sum(row) == pytest.approx(sum(decide(one, row) for one in trees), abs=1e-5)
    assert packed.sum(row, end=1) + packed.sum(row, 1) == pytest.approx(packed.sum(row))


def test_curves_rise_and_end_at_their_points() -> None:
    curve = Curve([(0.1, 0.2), (0.5, 0.4), (0.9, 0.8)])
    assert [curve.at(value) for value in (-1, 0.1, 0.3, 0.9, 2)] == pytest.approx(
        [0.2, 0.2, 0.3, 0.8, 0.8]
    )
    with pytest.raises(ValueError, match="in order"):
        Curve([(0.5, 0.1), (0.5, 0.2)])


@given(texts)
def test_words_and_marks_are_all_of_a_text_but_its_spaces(text: str) -> None:
    joined = "".join(word for _, word in cut(text))
    assert [letter for letter in joined if not letter.isspace()] == [
        letter for letter in text if not letter.isspace()
    ]
    assert all(text.startswith(word, at) for at, word in cut(text))


@given(texts)
def test_every_word_has_a_number(text: str) -> None:
    words = Words([*CLASSES, "the", "."])
    assert all(0 < number < len(words) for number in words.numbers(pieces().findall(text)))


@given(st.text(min_size=1, max_size=12))
def test_plain_words_stay_plain(word: str) -> None:
    assert plain(plain(word)) == plain(word) or not word.isascii()


@given(st.from_regex(r"[a-z]{1,12}", fullmatch=True))
def test_no_form_is_the_word_itself(word: str) -> None:
    found = forms(word)
    assert word not in found
    assert all(form.isalpha() for form in found)


def test_no_edit_puts_in_a_word_that_the_model_does_not_know() -> None:
    sentence = phrasing().sentence([word for _, word in cut(GARBLED)])
    found = [edit for at in range(1, len(sentence.words)) for edit in edits_at(sentence, at)]
    assert found
    assert all(
        number >= len(CLASSES)
        for edit in found
        for number in sentence.model.words.numbers(edit.words)
    )


def phrased(text: str) -> list[newsfix.Finding]:
    """Return the findings of the family."""
    return [one for one in newsfix.check(text) if one.code.startswith("PHR")]


def test_what_somebody_said_is_left_alone() -> None:
    assert phrased(GARBLED)
    assert not phrased(f"“{GARBLED[:-1]},” he said.")


def test_headlines_are_left_alone() -> None:
    assert not phrased("Police Arrest a Number People in the North")


def test_nothing_is_applied_that_is_not_sure() -> None:
    report = newsfix.fix(GARBLED)
    assert report.text == GARBLED
    assert all(finding.fixes[0].confidence < 0.95 for finding in phrased(GARBLED))


@given(texts)
def test_any_text_has_a_quality(text: str) -> None:
    quality = newsfix.fix(text).quality
    assert 0 <= quality.score <= 1
    assert quality.score == pytest.approx(1 - quality.marked, abs=1e-3)


def test_garbled_text_has_a_lower_quality() -> None:
    good = "The mayor said on Monday that the bridge would be closed for two weeks."
    bad = "The of mayor bridge said it two the closed on for was weeks Monday be."
    assert newsfix.fix(good).quality.score > newsfix.fix(bad).quality.score


def test_spans_are_of_the_text_given() -> None:
    text = f"It rained all day in the capital.\n\n{GARBLED}"
    doubts = Text(text).doubts
    assert [one.span for one in doubts.proposals]
    for one, two in pairwise(doubts.proposals):
        assert one.span != two.span
    assert all(text[one.span.start - 1] == " " for one in doubts.proposals)
