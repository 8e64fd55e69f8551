"""CHR105."""

import unicodedata
from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text

_FULL = Pattern(r"[\uff01-\uff5e\uffe0-\uffe6]+")
_EAST_ASIAN = Pattern(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
_OPENS = frozenset("（［｛＜")
_CLOSES = frozenset("）］｝＞，．；：！？％")
_MARKS = frozenset("，．；：！？")


@rule(
    "CHR105",
    "full-width",
    changes={
        "The price rose by １２％，he said．": "The price rose by 12%, he said.",
        "The ＡＢＣ bank（Tokyo）closed！": "The ABC bank (Tokyo) closed!",
        "Why？Nobody knows．": "Why? Nobody knows.",
    },
    keeps=["The sign read 東京（駅）．"],
    needs=tuple(map(chr, range(0xFF01, 0xFF5F))) + tuple(map(chr, range(0xFFE0, 0xFFE7))),
    languages=EVERY,
)
def full_width(text: Text) -> Iterator[Finding]:
    """A letter, a digit or a mark as wide as a Chinese character, in English text.

    East Asian input methods make them, and translation leaves them. Each is the same character as
    its narrow twin, so nothing changes but the width; the space that a wide mark includes is set
    where English wants one. Between Chinese, Japanese or Korean words they stay.
    """
    raw = text.raw
    for match in _FULL.finditer(raw):
        start, end = match.span()
        if _is_east_asian(raw, start, end):
            continue
        narrow = _narrow(match[0], raw[start - 1 : start], raw[end : end + 1])
        yield replace((start, end), narrow, f"“{match[0]}” is set in full width.", 0.98)


def _is_east_asian(raw: str, start: int, end: int) -> bool:
    """Say whether the nearest characters on a side that has any are East Asian."""
    before = raw[:start].rstrip()[-1:] if start < 40 else raw[start - 40 : start].rstrip()[-1:]
    after = raw[end : end + 40].lstrip()[:1]
    return any(_EAST_ASIAN.search(one) for one in (before, after) if one)


def _narrow(wide: str, before: str, after: str) -> str:
    pieces = []
    for at, character in enumerate(wide):
        left = wide[at - 1] if at else before
        right = wide[at + 1] if at + 1 < len(wide) else after
        narrow = unicodedata.normalize("NFKC", character).strip() or character
        if character in _OPENS and left.isalnum():
            narrow = " " + narrow
        wants_space = character in _MARKS or character == "）"
        is_number = left.isdigit() and right.isdigit() and character in "，．："
        if wants_space and _is_word(right) and not is_number:
            narrow += " "
        pieces.append(narrow)
    return "".join(pieces)


def _is_word(right: str) -> bool:
    return right.isalnum() or right in ("“", "‘", "(", "（", "$")
