"""WRD102."""

from collections.abc import Iterator
from operator import itemgetter

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.listed import Listed
from newsfix.text.lists import entries

_BARE = entries("bare_names")
# Only where the name ends the phrase: "the NATO summit", "the Britain of old" and "the Iraq War" are good.
_LISTED = Listed(_BARE)
_ARTICLE = Pattern(r"(?<!\p{L})[Tt]he[ ]\Z")
_AFTER = Pattern(
    r"(?!\.\p{L}|,[ ]\p{Lu})"
    r"(?=['’]s?[ ]\p{Ll}|[.,;:!?](?:[\s”\"’)]|\Z)|[ ](?:is|was|has|had|have|will|would|to|with|at|by"
    r"|after|before|against|from|could|should|must|can|may|said|says|did|does|wants|wanted)[ ](?!\p{Lu}))"
)
_LONG = len("the ")


@rule(
    "WRD102",
    "needless-article",
    changes={
        "Sweden joined NATO. Some left NATO, others praise NATO. He said the NATO will help.": (
            "Sweden joined NATO. Some left NATO, others praise NATO. He said NATO will help."
        ),
    },
    suggests={
        "He flew to the Ukraine, then home.": "He flew to Ukraine, then home.",
        "The Poland is ready to help.": "Poland is ready to help.",
    },
    keeps=[
        "It was not the Britain of old, nor the Britain he had left.",
        "He praised the NATO allies, the Iraq War and the Germany coach.",
        "They met at the Ukraine-Poland border.",
    ],
    needs=("he ",),
)
def needless_article(text: Text) -> Iterator[Finding]:
    """An article before a country or body that is named without one.

    French, Spanish, Italian and German name many of them with an article. A name before another
    noun (“the NATO summit”), one that is told apart from itself (“the Britain of old”), and what
    somebody said are left alone.
    """
    raw = text.raw
    for name, (at, end) in sorted(_LISTED.find(raw, text.vocabulary.bare), key=itemgetter(1)):
        start = at - _LONG
        if not (_ARTICLE.search(raw, max(0, start - 1), at) and _AFTER.match(raw, end)):
            continue
        if any(span.start <= start < span.end for span in text.quoted):
            continue
        if text.is_protected((start, end)) or text.in_headline(start):
            continue
        bare = _bare_mentions(raw, name)
        here = (
            f"; {bare} other mention(s) here have none" if bare else ", and no other noun follows"
        )
        note = " since 1991" if name == "Ukraine" else ""
        message = f"“{name}” is named without an article{note}{here}."
        confidence = 0.96 if bare >= 3 and name != "Ukraine" else 0.85
        yield replace((start, at), "", message, confidence, at=(start, end))


def _bare_mentions(raw: str, name: str) -> int:
    """Return how often a name stands in the text without an article."""
    return raw.count(name) - raw.count(f"the {name}") - raw.count(f"The {name}")
