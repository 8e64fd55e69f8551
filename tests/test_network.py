"""The detector's network: whole numbers, the same everywhere, and as tools.phrasing works them out with numpy."""

import random
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfix import Text
from newsfix.models.doubting import Shift, probabilities
from newsfix.models.network import KINDS, UNIT, WORD_UNIT, Network, pack_network
from tools.phrasing.scores import scored

WORDS, COLUMNS, LAYERS = 6, 2, 2
GARBLED = "He dogged the paperly bread that is wind to the mouth of tomorrow glass. "
GOOD = "The mayor said on Monday that the bridge would be closed for two weeks. "


def parts(width: int, weight: Any) -> dict[str, list[Any]]:
    """Return the parts of a network, its weights given by a function."""
    rows = {
        "first": COLUMNS + sum(KINDS),
        **{f"layer{at}": 3 * width for at in range(LAYERS)},
        "sentence": 2 * width,
        "head": 2 * width,
    }
    found: dict[str, list[Any]] = {"mean": [0.0] * COLUMNS, "deviation": [1.0] * COLUMNS}
    found["words"] = [weight() % 99 for _ in range(WORDS * width)]
    for name, inputs in rows.items():
        found[name] = [weight() for _ in range(inputs * width)]
        found[f"{name}_base"] = [weight() * UNIT for _ in range(width)]
    for name in ("last", "level"):
        found[name] = [weight() for _ in range(width)]
        found[f"{name}_base"] = [weight() * UNIT]
    return found


def test_what_one_word_knows_is_added_up() -> None:
    only = parts(1, lambda: 0)
    only["words"][3] = WORD_UNIT  # one
    only["first"][0] = UNIT // 2  # half of the first column
    only["head"][0] = UNIT
    only["last"][0] = 2 * UNIT
    network = Network(pack_network(only, 1))
    kind = (0, 0, 0)
    assert network.read([3], [kind], [[3.0, 9.0]]) == ([5.0], 0.0)
    # Below nothing is nothing; beyond four deviations is four.
    assert network.read([0], [kind], [[-3.0, 0.0]]).words == [0.0]
    assert network.read([0], [kind], [[7.0, 0.0]]).words == [4.0]
    assert network.read([], [], []) == ([], 0.0)


def test_a_word_sees_those_near_it() -> None:
    only = parts(1, lambda: 0)
    only["words"][1] = WORD_UNIT
    only["layer0"][0] = only["layer1"][2] = UNIT  # the word before; then the word two behind
    only["head"][0] = only["last"][0] = UNIT
    network = Network(pack_network(only, 1))
    words = network.read([0, 0, 0, 1, 0], [(0, 0, 0)] * 5, [[0.0, 0.0]] * 5).words
    # The fourth is one; the fifth hears of it, and the two that are two before.
    assert words == [0, 1, 1, 1, 1]


def test_the_level_is_what_is_known_of_the_whole_sentence() -> None:
    only = parts(1, lambda: 0)
    only["words"][1], only["words"][2] = WORD_UNIT, 3 * WORD_UNIT
    only["sentence"][0], only["sentence"][1] = UNIT, 10 * UNIT  # the mean; the highest
    only["level"][0], only["level_base"][0] = UNIT, -5 * UNIT * UNIT
    read = Network(pack_network(only, 1)).read([1, 2], [(0, 0, 0)] * 2, [[0.0, 0.0]] * 2)
    assert read == ([0.0, 0.0], 2 + 30 - 5)


@given(st.integers(0, 1 << 30), st.lists(st.integers(1, 9), min_size=1, max_size=3))
def test_numpy_says_exactly_the_same(seed: int, sizes: list[int]) -> None:
    chance = random.Random(seed)  # noqa: S311 - what Hypothesis draws, more of it
    data = pack_network(parts(3, lambda: chance.randint(-300, 300)), 3)
    total = sum(sizes)
    numbers = [chance.randrange(WORDS) for _ in range(total)]
    kinds = [tuple(chance.randrange(size) for size in KINDS) for _ in range(total)]
    rows = [[chance.gauss(0, 2) for _ in range(COLUMNS)] for _ in range(total)]
    expected, levels = scored(
        data,
        {
            "numbers": np.array(numbers),
            "kinds": np.array(kinds),
            "rows": np.array(rows),
            "sizes": np.array(sizes),
        },
    )
    network = Network(data)
    start = 0
    for size in sizes:
        at = slice(start, start + size)
        start += size
        read = network.read(numbers[at], kinds[at], rows[at])  # type: ignore[arg-type]
        assert read.words == expected[at].tolist()
        assert [read.level] * size == levels[at].tolist()


@pytest.mark.parametrize("data", [b"", b"NFNW", b"nothing of the kind" * 9])
def test_what_is_no_network_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a network of this version"):
        Network(data)


def test_weights_that_could_leave_their_lane_are_refused() -> None:
    with pytest.raises(ValueError, match="could leave its lane"):
        pack_network(parts(1, lambda: 32_000), 1)
    with pytest.raises(ValueError, match="numbers, not"):
        pack_network({**parts(1, lambda: 0), "head": [1]}, 1)


SHIFT = Shift(claim=1.0, document=2.0, rare=5.0, base=-2.0)
CLAIMS = st.lists(st.floats(0, 1), min_size=1, max_size=5)


@given(st.lists(CLAIMS, min_size=1, max_size=4), st.integers(0, 30))
def test_probabilities_rise_with_claims(claims: list[list[float]], rare: int) -> None:
    found = probabilities(SHIFT, claims, rare, 30)
    assert [len(one) for one in found] == [len(one) for one in claims]
    for some, doubts in zip(claims, found, strict=True):
        ranked = [doubt for _, doubt in sorted(zip(some, doubts, strict=True))]
        assert ranked == sorted(ranked)
        assert all(0 < doubt < 1 for doubt in doubts)


def test_the_same_words_are_doubted_more_in_a_worse_text() -> None:
    among_good, among_garbled = (
        next(one for one in Text(GARBLED + 9 * other).doubts.doubts if one.is_sentence)
        for other in (GOOD, GARBLED)
    )
    assert among_good.span == among_garbled.span
    assert among_good.confidence < among_garbled.confidence
