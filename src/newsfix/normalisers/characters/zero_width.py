"""CHR102."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text

_RUN = r"(?:[\u200b\u2060-\u2064\ufeff\u180e\u034f\u3164\ufff9-\ufffc]+|[\u200c\u200d]+)"
_INVISIBLE = Pattern(rf"(?<=[ ]|^)(?:{_RUN}[ ]+)+|{_RUN}")
# Scripts that spell with joiners, and what emoji are joined from.
_JOINED = Pattern(
    r"[\p{Arabic}\p{Syriac}\p{Mongolian}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}\p{Oriya}"
    r"\p{Tamil}\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}\p{Myanmar}\p{Khmer}\p{Tibetan}"
    r"\p{Emoji_Presentation}\p{So}\ufe0f\U0001f3fb-\U0001f3ff]"
)
_NO_SPACES = Pattern(r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}\p{Han}\p{Hiragana}\p{Katakana}]")


@rule(
    "CHR102",
    "zero-width",
    changes={
        "The AI \u200b\u200bwave reached Par\u200bis.": "The AI wave reached Paris.",
        "\ufeffThe council\u2060 met.": "The council met.",
        "The vote\u200d is over \u200b \u200b now.": "The vote is over now.",
    },
    keeps=["The 👩‍🚒 and the 🏳️‍🌈 were there.", "In Hindi: क्‍ष, in Persian: می‌خواهم"],
    needs=(
        "\u200b",
        "\u200c",
        "\u200d",
        "\u2060",
        "\u2061",
        "\u2062",
        "\u2063",
        "\u2064",
        "\ufeff",
        "\u180e",
        "͏",
        "ㅤ",
        "\ufff9",
        "\ufffa",
        "\ufffb",
        "￼",
    ),
    languages=EVERY,
)
def zero_width(text: Text) -> Iterator[Finding]:
    """A character that cannot be seen: a zero-width space or joiner, a byte-order mark.

    Web pages, word processors and watermarking leave them; they split words for search and for
    models. Joiners inside emoji and in the scripts that spell with them stay, and so do zero-width
    spaces in scripts that set none between words.
    """
    raw = text.raw
    for match in _INVISIBLE.finditer(raw):
        around = raw[max(0, match.start() - 2) : match.start()] + raw[match.end() : match.end() + 2]
        if match[0][0] in "\u200c\u200d" and _JOINED.search(around):
            continue
        if match[0][0] == "\u200b" and _NO_SPACES.search(around):
            continue
        yield replace(match.span(), "", "A character that cannot be seen.", 0.98)
