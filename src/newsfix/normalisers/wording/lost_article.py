"""WRD101."""

from collections.abc import Iterator
from operator import itemgetter

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.listed import Listed
from newsfix.text.lists import entries

_ARTICLED = entries("articled_names")
#: Letters that newspapers leave bare in headlines, and some in their sentences.
_SHORT = frozenset(name for name, kind in _ARTICLED.items() if kind == "short")
# Only where the name is the whole phrase: "in Netherlands history" and "in US markets" are good.
_LISTED = Listed(_ARTICLED)
_BEFORE = Pattern(
    r"(?<!\p{L})(?<word>\p{L}+)[ ](?<preposition>in|to|from|across|throughout|against|with|near|into|of|by)[ ]\Z"
)
_AFTER = Pattern(
    r"(?!['’]?\p{L})(?!\.\p{L})"
    r"(?=[.;:!?][\s”\"’]|,(?![ ](?:\p{Lu}{2}|\p{Lu}\p{Ll}+[ ]and\b))[\s”\"’]|[.,;:!?]\Z"
    r"|[ ](?:is|was|has|had|will|would|to|on|in|at|for|after|before|since|during"
    r"|because|where|who|that|which|while|when|until|but|with|by|from|said|says)[ ])"
)
_NEAR = 40  # characters: a word and a preposition
_PERSON = Pattern(
    r"\b(?:William|Mr\.?|Lord|Secretary|Minister)[ ]Hague\b|\bHague[ ](?:said|told)\b"
)


@rule(
    "WRD101",
    "lost-article",
    changes={
        "The court in Hague, which opened in 2002, will hear him. He was flown to Netherlands on Monday.": (
            "The court in The Hague, which opened in 2002, will hear him. "
            "He was flown to the Netherlands on Monday."
        ),
    },
    suggests={
        "He studied in US before he came home.": "He studied in the US before he came home.",
    },
    keeps=[
        "He wrote a book about Netherlands history in United States schools.",
        "William Hague spoke first. Many had faith in Hague, he said.",
        "Storm Kills Five in Philippines, Hits Coast",
        "A treaty with US companies was signed.",
        "He spoke at the United Nations in New York.",
    ],
)
def lost_article(text: Text) -> Iterator[Finding]:
    """A place or body that is named with an article, without it.

    Russian, Ukrainian, Polish and Turkish have no articles, so “in Hague” and “in Netherlands” come
    through as they were. The list says which names take one. A name before another noun (“United
    States history”), a headline and a quotation are left alone, and so is William Hague.
    """
    raw = text.raw
    for name, (at, end) in sorted(_LISTED.find(raw, text.vocabulary.bare), key=itemgetter(1)):
        match = _BEFORE.search(raw, max(0, at - _NEAR), at)
        if match is None or not _AFTER.match(raw, end):
            continue
        word = match["word"]
        line = text.line_at(at).of(raw)
        # Captions and headlines leave articles out.
        if line.rstrip("”\"’')")[-1:] not in (".", "!", "?", ":", ",") or text.in_headline(at):
            continue
        # "Islamic Republic of Gambia", "Voice of Philippines": a name of its own.
        if word[0].isupper() and match["preposition"] in ("of", "with", "by", "to", "in"):
            continue
        if _inside(text, at):
            continue
        if name == "Hague" and (
            _PERSON.search(raw) or match["preposition"] in ("of", "with", "by")
        ):
            continue
        article = "The" if name == "Hague" else "the"
        with_it = raw.count(f"the {name}") + raw.count(f"The {name}")
        evidence = (
            f"; {with_it} other mention(s) here have it"
            if with_it
            else " in English, and nothing follows that would do without"
        )
        message = f"“{name}” is named with an article{evidence}."
        confidence = 0.75 if name in _SHORT else 0.96
        yield replace((at, at), f"{article} ", message, confidence, at=(at, end))


def _inside(text: Text, at: int) -> bool:
    return any(span.start <= at < span.end for span in text.quoted) or text.is_protected(
        (at, at + 1)
    )
