"""Texts for property tests: from random characters to pieces of the rules' own examples."""

from hypothesis import strategies as st

from newsfix.normalisers import FAMILIES, family
from newsfix.rules import Rule

RULES: list[Rule] = [rule for name in FAMILIES for rule in family(name).rules]

#: Every text in the examples of a rule.
EXAMPLES: list[str] = sorted(
    {
        text
        for rule in RULES
        for group in (rule.changes, rule.suggests, rule.flags, rule.keeps, rule.misses)
        for text in group
    }
)

_MARKS = list(".,;:!?…-–—'’‘\"“”„«»()[]/@#&%$€ \n\r\t\xa0\xad\u200b▁ÃâÂ€™￼\ufffd\\`<>¿")
_WORDS = (
    "the The and And of If he He said says mayor town Paris russia U.S. Mr. a.m. Inc. don not No 3 3.5"
    " 1,200 2019 https://example.org/a,b @desk and/or talks endedThe wеst СССР don't company's 's n't"
    " i I however However 「 」 ,, '' `` &amp; &quot; <unk> @-@ @@ . , .. ..."
).split()

#: Characters of all kinds, among them lone surrogates.
anything = st.text(st.characters(exclude_categories=()), max_size=60)
#: Marks in any order, with few words between them.
marks = st.lists(st.sampled_from(_MARKS + _WORDS), max_size=40).map("".join)
#: Words and marks as text has them, more or less.
sentences = st.lists(st.sampled_from(_WORDS + _MARKS), max_size=30).map(" ".join)


def _piece(number: int, start: int, length: int) -> str:
    return EXAMPLES[number][start : start + length]


# By number: a strategy that shows all examples is too long to be shown.
#: Pieces of examples, cut and put together anew.
pieces = st.lists(
    st.builds(
        _piece,
        st.integers(0, len(EXAMPLES) - 1),
        st.integers(0, 40),
        st.integers(1, 80),
    ),
    max_size=4,
).map("\n".join)

texts = st.one_of(anything, marks, sentences, pieces)
