"""CAS108."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.clauses import verb_in

_PRONOUN = Pattern(
    r"(?<![\p{L}\p{N}.’'&<(/-])i(?=(?P<short>['’](?:m|ve|ll|d)\b)|[ ](?P<next>\p{Ll}[\p{Ll}’']*)|[,.?!])(?!\.\p{L})"
)
_VERBS = frozenset(
    "cannot never always also really just still only don't don’t didn't didn’t can't can’t wouldn't"
    " wouldn’t haven't haven’t wasn't wasn’t couldn't couldn’t won't won’t".split()
)
_TOKENS = frozenset(
    quote + "i" + end
    for quote in ("", '"', "“", "(")
    for end in ("", *",.?!", *(mark + verb for mark in "'’" for verb in ("m", "ve", "ll", "d")))
)
_BEFORE = Pattern(
    r"\b(?:that|when|if|what|because|as|where|who|which|how|so|but|than|while|since|before|after)[ ]\Z"
)


@rule(
    "CAS108",
    "small-pronoun",
    changes={
        "Yesterday i was late, and i don't know why.": "Yesterday I was late, and I don't know why.",
        "The town that i left, i'm sure, is gone.": "The town that I left, I'm sure, is gone.",
    },
    keeps=[
        "See part i, i.e. the first, and (i) below.",
        "Krkonoše i Orlické",
        "The i-team and i-Phone",
    ],
    suggests={"She and i now live there.": "She and I now live there."},
    misses={"She and i, friends": "She and I, friends"},
)
def small_pronoun(text: Text) -> Iterator[Finding]:
    """The pronoun "I" with a small letter.

    A verb behind it, or a word before it that opens a clause, tells it from a numeral, a letter
    and the "and" of Slavic languages.
    """
    raw = text.raw
    if _TOKENS.isdisjoint(text.vocabulary.tokens):
        return
    for match in _PRONOUN.finditer(raw):
        follows = match["next"] or ""
        before = raw[max(0, match.start() - 10) : match.start()]
        if match["short"] or follows in _VERBS or verb_in(follows) == 0:
            sure = 0.97
        elif before.endswith(" and ") and follows:
            sure = 0.6
        elif follows and _BEFORE.search(before):
            sure = 0.9
        else:
            continue
        yield replace(match.span(), "I", "The pronoun “I” with a small letter.", sure)
