"""STR106."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.span import Span
from newsfix.text import Pattern, Text
from newsfix.text.attribution import attribution_before
from newsfix.text.clauses import may_hold_finite_verb
from newsfix.text.fragments import sentence_start
from newsfix.text.lists import words
from newsfix.text.quotations import Quotation

_NAME_BEFORE = Pattern(r"(?<=[\p{L},] )\p{Lu}[\p{L}’'-]+ \Z")
_TITLED = Pattern(
    r"(?i)\b(?:song|album|book|novel|film|movie|show|series|play|poem|essay|column|op-ed|headline"
    r"|title|slogan|motto|words|sign|chant|called|titled|entitled|headlined|named|dubbed)\b"
)
_LONGEST = 6  # words
_NEAR = 160  # characters


@rule(
    "STR106",
    "orphan-quotation",
    suggests={
        "The mayor left the town on Monday to meet the envoy Ana Ruiz “It seems so.”": (
            "The mayor left the town on Monday to meet the envoy Ana Ruiz. “It seems so.”"
        ),
    },
    keeps=[
        "He asked Ana Ruiz: “Is it late?”",
        "The answer came from Ana Ruiz. “It seems so.”",
        "The town loved the song by Ana Ruiz “We are the rain.”",
        "The vote was lost, said Ana Ruiz “It seems so.”",
        "He saw the film of the year by Berg “The Long Rain.”",
    ],
    needs=("“", '"'),
)
def orphan_quotation(text: Text) -> Iterator[Finding]:
    """A short quotation at the end of a sentence that says nothing of it.

    The sentence that held it was split, or its words of attribution were lost, and the rest was set
    behind a sentence that is whole. A stop before it keeps the two apart; who said it, only the
    source knows. Titles, mottos and quotations that a verb of saying leads in are no orphans.
    """
    raw = text.raw
    for pair in text.quotations.pairs:
        if _is_short_sentence(raw, pair) and _is_behind_sentence(text, pair):
            at = Span(pair.start - 1, pair.start)
            message = "A quotation that nothing ties to its sentence."
            span = (pair.start, pair.end)
            yield replace(at, ". ", message, 0.5, wrong=0.7, at=span)


def _is_short_sentence(raw: str, pair: Quotation) -> bool:
    inside = pair.inside.of(raw)
    if not inside[:1].isupper() or inside[-1:] not in (".", "!", "?") or pair.closing is None:
        return False
    found = inside[:-1].split()
    if not 2 <= len(found) <= _LONGEST or not all(word.islower() for word in found[1:]):
        return False
    return raw[pair.end : pair.end + 2].strip() == "" or raw[pair.end : pair.end + 1] == "\n"


def _is_behind_sentence(text: Text, pair: Quotation) -> bool:
    raw = text.raw
    start = max(sentence_start(raw, pair.start), pair.start - _NEAR)
    if _NAME_BEFORE.search(raw, start, pair.start) is None:
        return False
    left = raw[start : pair.start]
    last = left.split()[-1]
    if last.lower() in words("closed_class") or _TITLED.search(left):
        return False
    if attribution_before(raw, start, pair.start) is not None or not may_hold_finite_verb(left):
        return False
    from newsfix.models import has_main_clause

    return has_main_clause(text.tokens(Span(start, pair.start)))
