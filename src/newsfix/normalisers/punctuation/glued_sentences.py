"""PUN109."""

from collections.abc import Iterator

from newsfix.finding import Finding, Fix
from newsfix.rules import rule
from newsfix.span import Span
from newsfix.text import Pattern, Text
from newsfix.text.lists import words

# A small letter, then at once a word that often starts a sentence and never ends a name.
_STARTERS = (
    "The This That These Those There They Then He She It We You But And If When While After Before"
    " Although However According Meanwhile Because Since During Despite Its His Her Their Our My"
    " Some Many Most Both Such What Why How Where In On At For From With As By An To"
).split()
# At the capital, with the word before it.
_GLUED = Pattern(
    r"(?<=(?<![\p{L}\p{N}@#./’'-])(?P<left>\p{L}{0,30}\p{Ll}{2}))(?P<right>\L<starters>)(?=,?[ ](?:[\"“‘']?\p{Ll}|\d)|['’]s )",
    starters=tuple(_STARTERS),
)
_NAME = Pattern(
    r"(?<=(?<![\p{L}\p{N}@#./’'-])(?P<left>\p{Lu}\p{Ll}{3,30}))(?P<right>\p{Lu}\p{Ll}*)(?=[ ,.][ ]?\p{Ll})"
)
_PLACED = Pattern(r"\b(?:in|at|to|from|near|for|of|by|with|on)[ ]\Z")
_SENTENCE = Pattern(r"[^.!?\n]*\Z")
_NAMES = frozenset(
    "LinkedIn LogIn SignIn CheckIn PlugIn DropIn OptIn BuiltIn CarryOn LiveOn BrandIn".split()
)


@rule(
    "PUN109",
    "glued-sentences",
    changes={
        "The ministers met for talks in BrusselsThe mood was tense.": (
            "The ministers met for talks in Brussels. The mood was tense."
        ),
        "The price of bread rose againHe did not say by how much.": (
            "The price of bread rose again. He did not say by how much."
        ),
    },
    keeps=[
        "She joined YouTube, LinkedIn and WhatsApp in May.",
        "McDonald and DeSantis met LeBron James at WeWork, iPhone in hand.",
        "He wrote on BuzzFeed about CrowdStrike and PlayStation.",
        "It was on RussiaToday, as the old DowJones and TheWrap said.",
    ],
    shapes=("aA",),
)
def glued_sentences(text: Text) -> Iterator[Finding]:
    """Two sentences without anything between them.

    Where markup was stripped, the last word of a headline, a caption or a paragraph sticks to the
    first word of the next. It shows when a word that starts sentences follows a small letter at
    once, and the word before it is one that the document or the language knows. Brands such as
    YouTube and names such as LeBron are written so on purpose.
    """
    raw = text.raw
    for spot in text.spots("aA"):
        at = spot + 1
        match = _GLUED.match(raw, at)
        if match is None:
            yield from _glued_names(text, at)
            continue
        left, right = match["left"], match["right"]
        start = at - len(left)
        if left + right in _NAMES or text.is_protected((start, match.end())):
            continue
        ends_sentence = _is_known(left, start, text)
        before = _SENTENCE.search(raw, max(0, start - 200), at)
        long_enough = before is not None and len(before[0].split()) >= 4
        sure = 0.96 if ends_sentence and long_enough else 0.7
        span = Span(at, at)
        fixes = (Fix(span, ". ", sure), Fix(span, " ", 0.03 if sure > 0.9 else 0.2))
        message = f"“{left}” and “{right}” stick together."
        yield Finding("", Span(start, match.end()), message, 0.98, fixes)


def _glued_names(text: Text, at: int) -> Iterator[Finding]:
    """Report a place, a person or a day that sticks to the word behind it, which nobody knows how."""
    match = _NAME.match(text.raw, at)
    if match is None or text.is_protected((at - 1, at + 1)):
        return
    left, right = match["left"].lower(), match["right"].lower()
    if left in words("places", "names") and right in words(
        "words", "places", "names", "closed_class"
    ):
        span = Span(at - len(left), match.end())
        fixes = (Fix(Span(at, at), ". ", 0.4), Fix(Span(at, at), " ", 0.3))
        yield Finding("", span, f"“{span.of(text.raw)}” is two words.", 0.7, fixes)


def _is_known(word: str, start: int, text: Text) -> bool:
    """Say whether ``word`` is one that a sentence may well end with, and no half of a name."""
    small = word.lower()
    if _PLACED.search(text.raw[max(0, start - 8) : start]):
        return True
    if word.islower():
        return bool(text.vocabulary.words[word]) or small in words("words")
    return small in words("places") or (
        small in words("words") and bool(text.vocabulary.words[small])
    )
