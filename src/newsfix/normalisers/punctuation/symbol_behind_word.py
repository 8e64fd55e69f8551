"""PUN121."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text

_SYMBOL = Pattern(r"(?<=[\p{L}\p{N}][,.)”\"’%]?)[~^_@](?=[ ][\p{L}\p{N}“\"(])")
_CODE = frozenset("$\\={}#|/<>`~^_@")


@rule(
    "PUN121",
    "symbol-behind-word",
    changes={
        "The mayor left~ the town on Monday.": "The mayor left the town on Monday.",
        "It rained in_ the north.": "It rained in the north.",
        "In all,^ 40 people came.": "In all, 40 people came.",
    },
    keeps=[
        "It is _very_ late, and it cost ~5 euros.",
        "It is _very late_ in H~2~ and x^2^ they say.",
        "Write to @desk in a_b_ they say; $x^ y$ is even.",
        "Name: ____ of the town, signed ___ by her.",
        "Write to desk@ example.org for more.",
    ],
    shapes=("a~ ", "9~ ", "a^ ", "9^ ", "a_ ", "9_ ", "a@ ", "9@ ", ",~ ", ",^ ", ",_ ", ",@ "),
    languages=EVERY,
)
def symbol_behind_word(text: Text) -> Iterator[Finding]:
    """A symbol that no prose has, glued to the end of a word.

    A tilde, a circumflex, an underscore or an at sign stands there by a slip of the hand, or a tokeniser left it. In 40
    million words of edited news none does, but for emphasis as in Markdown and for blanks to be filled in. What has
    another such sign in its line before it may be markup or code, and stays.
    """
    for match in _SYMBOL.finditer(text.raw):
        if not _may_be_meant(text, match.start()):
            yield replace(match.span(), "", f"“{match[0]}” behind a word.", 0.96)


def _may_be_meant(text: Text, at: int) -> bool:
    raw, line = text.raw, text.line_at(at)
    sign = raw[at]
    word = raw[max(line.start, raw.rfind(" ", line.start, at)) : at]
    if raw.find(sign, line.start, at) >= 0 or not _CODE.isdisjoint(word):
        return True
    after = raw[at + 2 : line.end].partition(" ")[0] if sign == "@" else ""
    return "." in after.rstrip(".") or text.is_protected((at, at + 1))
