"""The tagger: its tokens cover the text, its tags are right on plain sentences, its card is true."""

import os
import random
import re
import unicodedata
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsfix.models import Tag, Token, has_finite_clause, has_main_clause, tag
from newsfix.models.table import Table, hashed, lanes, pack
from newsfix.models.tagger import Tagger
from newsfix.models.tokens import pieces
from tests.growth import MOST, growth

_ROOT = Path(__file__).parent.parent
_CARD = _ROOT / "docs/models/tagger.md"
_WEIGHTS = _ROOT / "src/newsfix/models/data/tagger.bin"


def _words(text: str) -> list[str]:
    return [token.text for token in tag(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They don't know.", "They do n't know ."),
        ("He's late, isn’t he?", "He 's late , is n’t he ?"),
        ("The workers' union's plan", "The workers ' union 's plan"),
        ("I cannot; we're gonna", "I can not ; we 're gon na"),
        ("a well-known U.S.-based firm", "a well - known U.S. - based firm"),
        ("an e-mail from her co-owner", "an e-mail from her co-owner"),
        ("O'Neill of AT&T met Mr. J. Bauer Jr.", "O'Neill of AT&T met Mr. J. Bauer Jr."),
        ("$1,200.50 or 3.5% at 10:30 in the 1990s", "$ 1,200.50 or 3.5 % at 10:30 in the 1990s"),
        ("at 3pm, 5km away", "at 3 pm , 5 km away"),
        ("See https://example.org/a,b?c=1.", "See https://example.org/a,b?c=1 ."),
        ("desk@example.org and @desk #rail", "desk@example.org and @desk #rail"),
        ("“Go!” (she said)...", "“ Go ! ” ( she said ) ..."),
        ("rain--and wind—came", "rain -- and wind — came"),
        ("endedThe talks.They left", "endedThe talks . They left"),
    ],
)
def test_words_are_cut_as_treebanks_cut_them(text: str, words: str) -> None:
    assert _words(text) == words.split()


@pytest.mark.parametrize(
    "sentence",
    [
        "The/DET mayor/NOUN opened/VERB.Fin the/DET bridge/NOUN ./PUNCT",
        "The/DET bridge/NOUN was/AUX.Fin opened/VERB.Part by/ADP the/DET mayor/NOUN ./PUNCT",
        "They/PRON have/AUX.Fin not/PART decided/VERB.Part ./PUNCT",
        "She/PRON wants/VERB.Fin to/PART leave/VERB.Inf ./PUNCT",
        "Prices/NOUN are/AUX.Fin rising/VERB.Ger again/ADV ./PUNCT",
        "Officials/NOUN said/VERB.Fin that/SCONJ storms/NOUN could/AUX.Fin return/VERB.Inf ./PUNCT",
        "Close/VERB.Imp the/DET door/NOUN ./PUNCT",
        "the/DET old/ADJ town/NOUN in/ADP northern/ADJ france/PROPN",
        # As machines write it: capitals where none belong, none where they do.
        "Other/ADJ officers/NOUN Stayed/VERB.Fin behind/ADV ./PUNCT",
        "he/PRON met/VERB.Fin officials/NOUN in/ADP russia/PROPN on/ADP monday/PROPN ./PUNCT",
        "THE/DET POLICE/NOUN ARRESTED/VERB.Fin TWO/NUM MEN/NOUN",
        "Police/NOUN Arrested/VERB.Fin Two/NUM Men/NOUN in/ADP London/PROPN",
    ],
)
def test_tags_of_plain_sentences(sentence: str) -> None:
    pairs = [pair.rsplit("/", 1) for pair in sentence.split()]
    found = tag(" ".join(word for word, _ in pairs))
    assert [f"{token.text}/{token.tag}" for token in found] == sentence.split()


@pytest.mark.parametrize(
    ("text", "finite", "main"),
    [
        ("The talks ended on Friday.", True, True),
        ("when the talks ended", True, False),
        ("When the talks ended, the ministers left.", True, True),
        ("who had left the country and lived abroad", True, False),
        ("the minister who had left the country", True, False),
        ("He said that the talks had ended.", True, True),
        ("Who left the room?", True, True),
        ("Is the bridge open?", True, True),
        ("Send the letter today.", True, True),
        ("There were three fires.", True, True),
        ("In recent weeks, the", False, False),
        ("in the old town of the capital", False, False),
        ("a bridge built in the last century", False, False),
        ("after leaving the meeting in Geneva", False, False),
        ("to discuss the crisis with the neighbours", False, False),
        ("", False, False),
        ("...", False, False),
    ],
)
def test_clauses_and_fragments(text: str, finite: bool, main: bool) -> None:  # noqa: FBT001
    tokens = tag(text)
    assert (has_finite_clause(tokens), has_main_clause(tokens)) == (finite, main)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A 😀 b 👩‍🚒!", ["A", "😀", "b", "👩‍🚒", "!"]),
        ("The cafe\u0301 opened.", ["The", "cafe\u0301", "opened", "."]),
        ("One.\r\nTwo.\r\n", ["One", ".", "Two", "."]),
        ("\ud800 lone", ["\ud800", "lone"]),
        ("新闻 says", ["新闻", "says"]),
    ],
)
def test_spans_are_code_points(text: str, words: list[str]) -> None:
    found = tag(text)
    assert [token.text for token in found] == words
    assert [token.span.of(text) for token in found] == words


@given(st.one_of(st.text(), st.text(st.characters(exclude_categories=()), max_size=60)))
def test_tokens_cover_all_but_space(text: str) -> None:
    position = 0
    for token in tag(text):
        assert not text[position : token.span.start].strip()
        assert token.text == token.span.of(text) != ""
        assert isinstance(token.tag, Tag)
        position = token.span.end
    assert not text[position:].strip()


@given(st.text(st.sampled_from("aB'’n.t-é\u0301&@0:/s "), max_size=40))
def test_pieces_joined_are_the_chunk(text: str) -> None:
    for chunk in text.split():
        assert "".join(pieces(chunk)) == chunk
        assert all(pieces(chunk))


@given(st.text(), st.text(max_size=20), st.text(max_size=20))
def test_a_part_is_tagged_as_if_alone(text: str, before: str, behind: str) -> None:
    start, end = len(before), len(before) + len(text)
    alone = tag(text)
    inside = tag(before + text + behind, start, end)
    moved = tuple(
        token._replace(span=type(token.span)(*(at - start for at in token.span)))
        for token in inside
    )
    assert moved == alone


@given(
    st.lists(
        st.sampled_from("the he left said and who when . , ? rain to not is \n".split(" ")),
        max_size=30,
    )
)
def test_clauses_of_anything(words: list[str]) -> None:
    tokens = tag(" ".join(words))
    if has_main_clause(tokens):
        assert has_finite_clause(tokens)
    if has_finite_clause(tokens):
        assert any(token.tag.is_finite for token in tokens)


def test_what_was_tagged_before_does_not_matter() -> None:
    text = "The minister said on Monday that the bridges, built in 1950, will be closed."
    used = Tagger(Table(_WEIGHTS.read_bytes()))
    for words in (text.upper(), "Bridges said! " * 50, text[::-1]):
        used.tag(words)
    assert used.tag(text) == Tagger(Table(_WEIGHTS.read_bytes())).tag(text)


def test_memory_begins_anew_without_a_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(1)  # noqa: S311 - the same every time
    text = "\n".join(
        f"Report {chance.randrange(10**6)}: the {chance.choice('abcd')}{at} left it."
        for at in range(300)
    )
    expected = [tag(line) for line in text.splitlines()]
    monkeypatch.setattr("newsfix.models.tagger._WORDS_KEPT", 20)
    monkeypatch.setattr("newsfix.models.tagger._PAIRS_KEPT", 10)
    tagger = Tagger(Table(_WEIGHTS.read_bytes()))
    assert [tagger.tag(line) for line in text.splitlines()] == expected


def test_lines_end_sentences_unless_wrapped() -> None:
    headline, body = "Storm warning", "The mayor left"
    both = tag(f"{headline}\n{body}")
    assert [token.tag for token in both] == [token.tag for token in (*tag(headline), *tag(body))]
    wrapped, whole = tag("The mayor of the\ncity left."), tag("The mayor of the city left.")
    assert [token.tag for token in wrapped] == [token.tag for token in whole]


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "a.",
        "a-",
        "a'",
        "n't",
        "@",
        "a@",
        "1.",
        "é\u0301",
        "if ",
        "that ",
        "is not ",
        "\n",
        "x\n",
        "$",
    ],
)
def test_time_grows_with_length(unit: str) -> None:
    def of(times: int) -> Callable[[], object]:
        text = unit * times
        return lambda: has_main_clause(tag(text))

    assert growth(of, 4_000) <= MOST


def test_table_keeps_what_is_packed() -> None:
    rows = {7: bytes([128, 129, 1]), 5: bytes([255, 128, 128])}
    table = Table(pack(3, rows, {hashed("a"): 6}))
    assert table.sum([7, 5, 9]) == 127 + (1 << 16) - (127 << 32)
    assert table.sum([]) == 0
    assert (table.class_of("a"), table.class_of("b")) == (6, None)
    assert lanes(2, 3) == 3 + (3 << 16)
    with pytest.raises(ValueError, match="table"):
        Table(b"\0" * 64)


def test_weights_stay_small() -> None:
    assert _WEIGHTS.stat().st_size < 2_000_000


def test_the_card_is_of_these_weights() -> None:
    data = _WEIGHTS.read_bytes()
    assert f"{len(data)} bytes, SHA-256 `{sha256(data).hexdigest()}`" in _CARD.read_text("utf-8")


@pytest.mark.skipif("NEWSFIX_DATA" not in os.environ, reason="the treebanks are not at hand")
def test_the_card_has_the_measured_figures() -> None:
    """One treebank as it is, raw and cut, and its clauses: code that tags otherwise shows there."""
    from benchmarks.tagger import measure, tables

    figures = tables(measure(Path(os.environ["NEWSFIX_DATA"]), "en_ewt", ["as it is"]))
    rows = [line for line in figures.splitlines() if line.startswith("| en_ewt")]
    assert len(rows) > 10
    assert set(rows) <= set(_CARD.read_text("utf-8").splitlines())


def test_tags_know_their_kind() -> None:
    assert {one.universal for one in Tag} == {re.split(r"\.", one)[0] for one in Tag}
    assert [one for one in Tag if one.is_finite] == [Tag.AUX_FIN, Tag.VERB_FIN, Tag.VERB_IMP]
    assert all(one.is_verb for one in Tag if one.is_finite)
    assert unicodedata.normalize("NFC", "".join(Tag)) == "".join(Tag)
    assert Token._fields == ("span", "tag", "text")
