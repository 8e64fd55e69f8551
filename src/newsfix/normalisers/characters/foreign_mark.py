"""CHR106."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text

_ENGLISH = {
    "、": ",", "。": ".", "｡": ".", "､": ",", "،": ",", "؛": ";", "؟": "?", "٪": "%", "।": ".",
    "॥": ".", "۔": ".", "։": ".", "՝": ",", "\u037e": "?", "\u0387": ";", "፣": ",", "።": ".", "፤": ";", "〜": "–",
    "〔": "[", "〕": "]", "【": "[", "】": "]", "︰": ":", "᠂": ",", "᠃": ".", "។": ".",
}  # fmt: skip
_MARK = Pattern("[・" + "".join(_ENGLISH) + "]")
_NEIGHBOUR = Pattern(r"[^\s\p{P}\p{S}\p{N}]")
_LATIN = Pattern(r"\p{Latin}")
_SPACED = frozenset(",.;?:]")


@rule(
    "CHR106",
    "foreign-mark",
    changes={
        "The bank、the shop and the school。They closed。": (
            "The bank, the shop and the school. They closed."
        ),
        "The vote، he said؛ was fair। Was it؟": "The vote, he said; was fair. Was it?",
        "【Photo】The bridge at dawn": "[Photo] The bridge at dawn",
    },
    suggests={"A long・term plan": "A long-term plan"},
    keeps=["They wrote 東京、大阪。 on it.", "The word سلام، وداع was there."],
    needs="・" + "".join(_ENGLISH),
    languages=EVERY,
)
def foreign_mark(text: Text) -> Iterator[Finding]:
    """A comma, full stop or bracket of another script, in English text.

    Chinese, Japanese, Arabic, Hindi, Urdu, Armenian and Amharic have marks of their own, which
    translation leaves in place. Beside a word in its own script a mark stays.
    """
    raw = text.raw
    for match in _MARK.finditer(raw):
        start, end = match.span()
        mark = match[0]
        before = _nearest(raw[max(0, start - 20) : start][::-1])
        after = _nearest(raw[end : end + 20])
        if any(letter and not _LATIN.match(letter) for letter in (before, after)):
            continue
        if mark == "・":  # stands for a hyphen, a comma or a space
            yield replace((start, end), "-", f"“{mark}” is no English mark.", 0.5, wrong=0.97)
            continue
        english = _ENGLISH[mark]
        following = raw[end : end + 1]
        if mark == "։" and raw[start - 1 : start].isdigit():
            english = ":"  # of a time
        if english in _SPACED and (following.isalnum() or following in ("“", "[", "(")):
            english += " "
        if english[0] in ",.;?:%" and raw[start - 1 : start] == " ":
            yield replace((start - 1, end), english, f"“{mark}” is no English mark.", 0.97)
        else:
            yield replace((start, end), english, f"“{mark}” is no English mark.", 0.97)


def _nearest(characters: str) -> str:
    match = _NEIGHBOUR.search(characters)
    return match[0] if match else ""
