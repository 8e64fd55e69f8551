"""PUN102."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import EVERY, rule
from newsfix.text import Pattern, Text
from newsfix.text.plain import MONTHS

_GLUED = Pattern(
    r"(?<=[\p{L}\p{N}\p{M})\]”\"’'%])(?<!&\#?\w{1,8})[,;](?=\p{L})"
    r"|(?<=\p{L}\p{L}|[)\]”\"])(?<!&\#?\w{1,8})[,;](?=\p{N})"
    r"|(?<=\b\L<months>\.?[ ]\d{1,2}),(?=(?:19|20)\d\d\b)"
    r"|(?<=\p{Ll}{2})[!?](?=\p{Lu}\p{Ll})"
    r"|(?<=(?<!\p{L})\p{Ll}{3,})[:](?=\p{Lu}\p{Ll}|\L<articles>[ ])",
    months=MONTHS,
    articles=tuple(
        "the a an he she they it his her their its we you this that these those in on if there no not"
        " all our my".split()
    ),
)
_TOKEN = Pattern(r"\S+")
_LIST = Pattern(r"(?:[^\s,;]{1,2}[,;]){2,}|[^\s,;]*[=_/|{}<>]|\p{L}[,;]\p{L}(?!\p{L})")
_SHAPES = tuple(
    "a,a a,A A,A A,a 9,a 9,A a,9 A,9 a;a a;A A;a A;A 9;a 9;A a;9 a!A a?A a:A a:a ),a ),A ),9 );a ],a ],9"
    ' ”,a ”,A ”,9 ”;a ",a ",A ",9 ";a ’,a \',a %,a 9,9'.split()
)
_BRANDS = frozenset(("Yahoo", "Jeopardy", "Joomla"))


@rule(
    "PUN102",
    "no-space-after-mark",
    changes={
        "It was wet,Dry roads are rare.": "It was wet, Dry roads are rare.",
        "The team won,and the town danced;nobody slept.": (
            "The team won, and the town danced; nobody slept."
        ),
        "They won!The town danced.": "They won! The town danced.",
        "He listed the following:Bread, salt and wine.": (
            "He listed the following: Bread, salt and wine."
        ),
        "In Lyon,12 people were hurt.": "In Lyon, 12 people were hurt.",
        "On March 3,2021, one thing was clear:the war.": (
            "On March 3, 2021, one thing was clear: the war."
        ),
    },
    keeps=[
        "About 17,420 people came.",
        "The sets ended 6,3 and 6,4.",
        "The solvent is N,N-dimethylaniline.",
        "Open https://example.org/a,b;c=Late today.",
        "Yahoo!Mail was down.",
        "The ratio a:B is unknown, and <b>1&lt;2</b> is so.",
    ],
    shapes=_SHAPES,
    languages=EVERY,
)
def no_space_after_mark(text: Text) -> Iterator[Finding]:
    """No space after a comma, a semicolon or another mark that separates.

    Chinese and Japanese set no space after a mark, and stripped markup takes spaces along. Digits
    on both sides, chemical names, lists of tags and addresses are not this fault.
    """
    for spot in text.spots(*_SHAPES):
        match = _GLUED.match(text.raw, spot + 1)
        if match is None:
            continue
        at = match.end()
        if text.is_protected(match.span()) or _is_no_prose(text.raw, match.start()):
            continue
        yield replace((at, at), " ", f"No space after “{match[0]}”.", 0.97, at=match.span())


def _is_no_prose(raw: str, mark: int) -> bool:
    start = max(raw.rfind(" ", mark - 40, mark), raw.rfind("\n", mark - 40, mark)) + 1
    token = _TOKEN.match(raw, max(start, mark - 40))
    if token is None:
        return False
    word = raw[max(start, mark - 40) : mark]
    if raw[mark] in "!?" and word.strip("“\"'(") in _BRANDS:
        return True
    return raw[mark] in ",;" and _LIST.search(token[0]) is not None
