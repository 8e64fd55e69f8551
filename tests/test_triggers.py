"""A rule that is skipped by its triggers would have found nothing."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfix.finding import Finding, flag
from newsfix.rules import Rule, rule
from newsfix.text import Text
from newsfix.triggers import Triggers
from tests.strategies import EXAMPLES, RULES, texts

#: Rules whose needs are narrower than what they look for, each with a text in which it would find
#: something and is not asked. Strict: take a rule off the list when it is put right.
NARROW = {
    "QUO103": "““",
    "QUO105": "… »",
    "QUO107": "「",
    "QUO108": "」",
    "QUO111": '"“',
    "QUO201": "„t“.",
    "QUO202": "«e,」",
    "PUN106": "\t , \t",
    "PUN113": "」er」er",
    "ENC105": "(?nd",
    "STR101": ".\nP\n a &",
    "CHR107": "\x85",
    "CHR116": "꣕8",
}
SOUND = [rule for rule in RULES if rule.code not in NARROW]
TRIGGERS = Triggers(RULES)


def skipped_in_vain(text: Text, rules: list[Rule]) -> list[str]:
    """Return the codes of the rules that are not asked and would have found something."""
    live = {RULES[at].code for at in TRIGGERS.live(text)}
    return [rule.code for rule in rules if rule.code not in live and any(rule.look(text))]


def test_no_rule_is_skipped_in_vain_in_any_example() -> None:
    found = {text: skipped_in_vain(Text(text), SOUND) for text in EXAMPLES}
    assert not {text: codes for text, codes in found.items() if codes}


@given(texts)
def test_no_rule_is_skipped_in_vain(text: str) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    assert skipped_in_vain(Text(plain), SOUND) == []


@pytest.mark.xfail(reason="the needs of the rule are narrower than its pattern")
@pytest.mark.parametrize(("code", "text"), NARROW.items(), ids=NARROW)
def test_known_narrow_needs(code: str, text: str) -> None:
    (known,) = (rule for rule in RULES if rule.code == code)
    assert skipped_in_vain(Text(text), [known]) == []


# The lookup itself

ALPHABET = st.sampled_from("aAb9 ,.é\n-漢")
PIECES = st.text("aAb9 ,.é\n-", min_size=1, max_size=4)
SHAPES = st.text("aA9 ,.\n-", min_size=2, max_size=4)


def demanding(needs: frozenset[str], shapes: frozenset[str]) -> Rule:
    @rule("DEMO1", "demanding", needs=needs, shapes=shapes)
    def everything(text: Text) -> Iterator[Finding]:
        yield flag((0, len(text)), "All of it.", 0.5)

    return everything


@given(
    st.text(ALPHABET, max_size=30),
    st.lists(
        st.tuples(
            st.frozensets(PIECES, max_size=2),
            st.frozensets(SHAPES, max_size=2),
        ),
        max_size=5,
    ),
)
def test_rules_are_live_exactly_where_a_piece_occurs(
    raw: str, demands: list[tuple[frozenset[str], frozenset[str]]]
) -> None:
    text = Text(raw)
    live = Triggers([demanding(*one) for one in demands]).live(text)
    shape = "".join(map(_shape_of, raw))
    assert (
        live
        == [
            at
            for at, (needs, shapes) in enumerate(demands)
            if not (needs or shapes)
            or any(need in raw for need in needs)
            # A line end may stand for the beginning of the text.
            or any(one in shape or (one[0] == "\n" and shape.startswith(one[1:])) for one in shapes)
        ]
    )


def _shape_of(letter: str) -> str:
    if letter.isalpha():
        return "A" if letter.isupper() else "a"
    return "9" if letter.isdigit() else letter


@given(st.text(max_size=40))
def test_a_shape_has_a_position_for_each_of_the_text(raw: str) -> None:
    assert len(Text(raw).shape.string) == len(raw)


def test_a_rule_and_its_family_ask_the_same() -> None:
    alone = [Triggers([rule]) for rule in RULES]
    for text in map(Text, EXAMPLES):
        assert TRIGGERS.live(text) == [at for at, one in enumerate(alone) if one.live(text)]
