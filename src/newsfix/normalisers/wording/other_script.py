"""WRD110."""

from collections.abc import Iterator

from newsfix.finding import Finding, flag
from newsfix.rules import rule
from newsfix.text import Pattern, Text

_OTHER = Pattern(r"[\p{L}--\p{Latin}--\p{Common}--\p{Inherited}]")
# A single letter is a sign, unless it is a word by itself, as most Chinese characters are.
_RUN = Pattern(
    r"(?:(?:[\p{L}--\p{Latin}--\p{Common}--\p{Inherited}]\p{M}*){2}"
    r"|[\p{Han}\p{Hangul}\p{Hiragana}]|(?<=\p{Ll}[ ])[ивякж](?=[ ]\p{Ll}))"
    r"(?:[ ,.:、，。·-]{0,2}[[\p{L}\p{M}]--\p{Latin}])*"
)
_SCRIPTS = "Cyrillic Greek Arabic Hebrew Devanagari Bengali Thai Hangul Hiragana Katakana Han Georgian Armenian".split()
_NAMED = {name: Pattern(rf"\p{{{name}}}") for name in _SCRIPTS}


@rule(
    "WRD110",
    "other-script",
    flags=[
        "The mayor met the новости reporters at noon.",
        "Prices rose 物价上涨 in the city again.",
        "It was the 3番 player who won the दौड़ in the 雨 of May, the police и the army said.",
    ],
    keeps=[
        "The city (Київ) and the word “перестройка” are known.",
        "Particles of μ and π decay.",
    ],
)
def other_script(text: Text) -> Iterator[Finding]:
    """Words in another script, left from the source.

    The translation passed over them, or a link or a caption kept its words. A word in brackets or
    quotation marks is shown on purpose, a single letter of most scripts is a sign, and a text that is mostly in
    another script is no English text.
    """
    if max(text.characters, default="") < "\u0370" or not _OTHER.search("".join(text.characters)):
        return
    raw = text.raw
    found = [match for match in _RUN.finditer(raw) if not _is_meant(text, match.span())]
    if sum(match.end() - match.start() for match in found) > 0.3 * len(raw):
        return
    for match in found:
        message = f"Words in {_script(match[0])} script were left untranslated."
        yield flag(match.span(), message, 0.9)


def _is_meant(text: Text, span: tuple[int, int]) -> bool:
    raw = text.raw
    beside = raw[max(0, span[0] - 1) : span[0]], raw[span[1] : span[1] + 1]
    return any(map(str.isalpha, beside)) or text.is_shown(span)


def _script(word: str) -> str:
    return next((name for name, pattern in _NAMED.items() if pattern.search(word)), "another")
