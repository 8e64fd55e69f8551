"""CAS101."""

from collections.abc import Iterator

from newsfix.finding import Finding, Fix
from newsfix.rules import rule
from newsfix.span import Span
from newsfix.text import Pattern, Text
from newsfix.text.lines import is_headline
from newsfix.text.lists import entries, words

# Words that go on; no sentence of news begins with them.
_CONTINUING = (
    "or nor of than is are was were be been being has have had that which who whose whom into"
    " onto"
).split()
# Words that may as well begin a sentence whose full stop was lost.
_STARTING = (
    "and but so because the this these those he she they it his its their if in when while where"
    " there then after before since although though however also our for with by from on at as to"
    " not can could would should must until upon"
).split()
_SMALL = {word.capitalize(): word for word in (*_CONTINUING, *_STARTING)}
_BEFORE = Pattern(r"(?<![\p{L}\p{M}@#'’.-])(?P<word>\p{Ll}[\p{Ll}’']*)(?P<comma>,?)[ ]\Z")
_AFTER = Pattern(
    r"[ ](?:[\p{Ll}\d][\p{Ll}\d’'-]*(?:[ ,.;:?!]|$)|\p{Lu}{2,}\b|(?:the|a|an|his|her|their|our|its)\b)"
)
# Words that something must follow.
_GOES_ON = frozenset(
    "a an the my your his its our their and or but nor if because although unless whether of at for"
    " from with into onto upon among between during per than via every no which whose".split()
)
_FINITE = words("closed_class", kind="auxiliary") - {"be", "been", "being", "have", "having"}
_NO_SUBJECT = ("article", "possessive", "preposition", "conjunction", "auxiliary", "adverb")
_DIVINE = ("He", "His")
_BELIEF = ("God", "Lord", "Jesus", "Christ", "Allah")
_TITLE_LIKE = Pattern(r"(?:\b\p{Lu}[\p{L}’']*[ ](?:(?:of|the|and|in|a|an|to|for)[ ]){0,2}){2,}\Z")


@rule(
    "CAS101",
    "stray-capital",
    changes={
        "They come or If they are late they stay.": "They come or if they are late they stay.",
        "The price Of bread rose with The wages.": "The price of bread rose with the wages.",
        "He said That it was late.": "He said that it was late.",
    },
    suggests={"They left the town After the war.": "They left the town after the war."},
    keeps=[
        "He lives in The Hague and hears The Who.",
        "The film Gone With the Wind and the play As You Like It",
        "The President met the Fed; May said so, and Will Hunt left.",
        "Storm Hits The Coast Of Chile",
        "He asked: Who are you? “In time,” she said.",
        "The talk between Are and Saara; the place where He was, they said, with the Lord.",
    ],
    shapes=("a A", ", A"),
)
def stray_capital(text: Text) -> Iterator[Finding]:
    """A small word with a capital in the middle of a sentence.

    A link or bold text ended there, a full stop was taken for one that ends a sentence, or a model
    learned from headlines. After a word that cannot end a sentence ("or If"), and on words that no
    sentence begins with ("price Of"), the capital is wrong. Otherwise a full stop may be missing
    instead, so that both repairs are suggestions. Titles and headlines keep their capitals, and so
    does the "He" of believers.
    """
    raw = text.raw
    headlines: dict[Span, bool] = {}
    for start, word in text.vocabulary.inner_capitals:
        if word not in _SMALL:
            continue
        span = Span(start, start + len(word))
        before = _BEFORE.search(raw, max(0, span.start - 30), span.start)
        if before is None or not _AFTER.match(raw, span.end):
            continue
        line = text.line_at(span.start)
        if line not in headlines:
            headlines[line] = is_headline(line.of(raw))
        if headlines[line] or text.is_protected(span):
            continue
        if _TITLE_LIKE.search(raw, max(line.start, before.start() - 40), before.start()):
            continue
        if word in _DIVINE and any(name in text.vocabulary for name in _BELIEF):
            continue
        small = _SMALL[word]
        sure = _sure(before["word"], bool(before["comma"]), small)
        if sure < 0.5:
            continue
        fixes = [Fix(span, small, sure)]
        if sure < 0.9 and not before["comma"] and small in _STARTING:
            fixes.append(Fix(Span(span.start - 1, span.start), ". ", 0.3))
        message = f"“{word}” with a capital inside a sentence."
        yield Finding("", span, message, max(sure, 0.8), tuple(fixes))


def _sure(before: str, comma: bool, word: str) -> float:
    if word in _FINITE and (entries("closed_class").get(before) in _NO_SUBJECT or before == "whom"):
        return 0.3  # "to Are" and "between Are" are no English: there the word is a name
    if not comma and before in _GOES_ON:
        return 0.97
    if word in _CONTINUING:
        return 0.96
    return 0.85 if comma else 0.6
