"""ENC105."""

from collections.abc import Iterator

from newsfix.finding import Finding, flag, replace
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text
from newsfix.text.quote_style import apostrophe

_LOST = Pattern(r"\ufffd+")
_BOXES = Pattern(r"(?<=[\p{L}-])[□▯]+|[□▯]+(?=\p{L})")
_QUESTION = Pattern(r"(?<=\p{L})\?(?=\p{Ll})|(?<![^\s(])\?(?=\p{L}{2})")
_NEGATED = Pattern(
    r"(?i)\b(?:do|does|did|is|are|was|were|has|have|had|would|could|should|must|wo|ca)n\Z"
)
_PRONOUN = Pattern(r"(?i)\b(?:I|you|he|she|it|we|they|that|there|who|what|let)\Z")
_ENDING = Pattern(r"(?:s|m|re|ve|ll|d)\b")


@rule(
    "ENC105",
    "replacement-character",
    changes={"They don\ufffdt know; it\ufffds late.": "They don’t know; it’s late."},
    flags=[
        "The caf\ufffd closed.",
        "The mayor\ufffds plan",
        "Jo?o left. ?We won,? he said",
        "The port of Ust-□□a",
    ],
    keeps=["The café closed."],
    needs="\ufffd□▯",
    shapes=("a?a", " ?a", " ?A", "\n?a", "\n?A", "(?A"),
    languages=EVERY,
)
def replacement_character(text: Text) -> Iterator[Finding]:
    """A mark that stands for a character which could not be read: U+FFFD, a box, a question mark.

    What was there is lost. Only a contraction leaves no doubt; an apostrophe is likely in "mayor�s"
    but a letter is as likely in "caf�s", so that stays a suggestion or a flag.
    """
    raw = text.raw
    for match in _BOXES.finditer(raw):
        yield flag(match.span(), "A box stands for a character that is lost.", 0.8)
    for match in _QUESTION.finditer(raw):
        if not text.is_protected(match.span()):
            yield flag(match.span(), "A question mark may stand for a character that is lost.", 0.7)
    for match in _LOST.finditer(raw):
        before = raw[max(0, match.start() - 12) : match.start()]
        after = raw[match.end() : match.end() + 4]
        message = "A character that could not be read is lost here."
        negated = _NEGATED.search(before) and after[:1] == "t" and not after[1:2].isalpha()
        if negated or (_PRONOUN.search(before) and _ENDING.match(after)):
            yield replace(
                match.span(), apostrophe(raw, text.profile.quotes), message, 0.97, wrong=0.99
            )
        else:
            yield flag(match.span(), message, 0.99)
