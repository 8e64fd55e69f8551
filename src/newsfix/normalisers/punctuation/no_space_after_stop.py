"""PUN103."""

from collections.abc import Iterator

from newsfix.finding import Finding, Fix, replace
from newsfix.rules import EVERY, rule
from newsfix.span import Span
from newsfix.text import Pattern, Text
from newsfix.text.abbreviations import Stop, stop_at
from newsfix.text.lines import joins_paragraphs
from newsfix.text.lists import words

_BEFORE_CAPITAL = Pattern(
    r"(?:(?<=\p{L}\p{Ll})|(?<=[)\]”\"’%])|(?<=\p{N}))\."
    r"(?=[“\"‘(]?(?:\p{Lu}[\p{Ll}’']|(?<!\p{N}\.)(?:[AI]\s|\p{Lu}{2,}\b)))(?![\"(]\s)"
)
_BEFORE_SMALL = Pattern(r"(?<=(?<![\p{L}.@/-])\p{L}\p{Ll}{2,})\.(?=\p{Ll}{2,}(?![\p{L}\p{N}.@/-]))")
_BEFORE_CAPITALS = tuple(
    f"{before}.{quote}A"
    for before in ("a", "9", ")", "]", "”", '"', "’", "%")
    for quote in ("", "“", '"', "‘", "(")
)
_DOMAIN = Pattern(
    r"\.(?:Com|Net|Org|Gov|Edu|Io|Fm|Tv|Ai|Co|Js|NET|COM|ORG|Cz|De|Fr|Pl|Ru|Uk|Ua|Eu|Kz|Ro|Hu|Bg|Nl)\b"
)
_DATE = Pattern(
    r"(?<=\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec))\.(?=(?:[1-9]|[12]\d|3[01])\b(?![.:]\d))"
)
# "reports Lyon.Today." and "Lyon.Today says" name a site rather than a sentence of one word.
_ONE_WORD = Pattern(
    r"\p{Lu}\p{Ll}+(?=[.,;:](?:\s|\Z)|\.\p{Lu}|[ ](?:says?|said|reports?|reported|writes?|wrote)\b)"
)


@rule(
    "PUN103",
    "no-space-after-stop",
    changes={
        "The talks ended.Then the rain came.": "The talks ended. Then the rain came.",
        "It was over by 2019.The firm closed.": "It was over by 2019. The firm closed.",
        "He left (late).A guard saw him.": "He left (late). A guard saw him.",
        "They agreed.“We won,” he said.": "They agreed. “We won,” he said.",
        "Mr.Ito met Dr.Berg in St.Gallen.": "Mr. Ito met Dr. Berg in St. Gallen.",
        "They met on Jan.6 and Dec.12, 2020.": "They met on Jan. 6 and Dec. 12, 2020.",
    },
    keeps=[
        "He works at Example.com and example.org.",
        "They use Node.js and ASP.NET there.",
        "She has a Ph.D. from the U.S.",
        "The file Report.Final.pdf is missing.",
        "The shop is called Books.Com now, and Velm.Cz has said so to Radio Velm.Today.",
        "Version 2.4.A was dropped; 603716.SH fell.",
    ],
    misses={"The talks ended.then came rain": "The talks ended. Then came rain"},
    shapes=(*_BEFORE_CAPITALS, "a.a", "a.9"),
    languages=EVERY,
)
def no_space_after_stop(text: Text) -> Iterator[Finding]:
    """No space after a full stop that ends a sentence or a title.

    Paragraphs that were joined without their line break, and translations from Chinese or
    Japanese, run sentences together. Addresses, file names and abbreviations with inner stops are
    not this fault; before a small letter the stop may be part of a name, so that is a suggestion.
    Where other sentences of a long line are spaced well, the line break of a paragraph was lost
    rather than a space, so that the space is a suggestion there too.
    """
    raw = text.raw
    closing = {pair.inside_end for pair in text.quotations.pairs}
    glued: dict[Span, list[int]] = {}
    for spot in text.spots(*_BEFORE_CAPITALS):
        if _BEFORE_CAPITAL.match(raw, spot + 1) is None:
            continue
        at = spot + 2
        if at in closing:
            continue  # the space belongs behind the quotation mark
        if not text.is_protected((at - 1, at + 1)) and not _DOMAIN.match(raw, at - 1):
            glued.setdefault(text.line_at(at), []).append(at)
    for line, places in glued.items():
        lost_paragraphs = joins_paragraphs(line.of(raw), len(places))
        for at in places:
            site = _ONE_WORD.match(raw, at) and stop_at(raw, at - 1) is Stop.SENTENCE
            fixes = [Fix(Span(at, at), " ", 0.8 if lost_paragraphs or site else 0.97)]
            if lost_paragraphs:
                fixes.append(Fix(Span(at, at), "\n", 0.15))
            message = "No space after a full stop."
            wrong = 0.8 if site else 0.97
            yield Finding("", Span(at - 1, at), message, wrong, tuple(fixes))
    yield from _before_day(text)
    yield from _before_small(text)


def _before_day(text: Text) -> Iterator[Finding]:
    """Report "Jan.6"."""
    for spot in text.spots("a.9"):
        if _DATE.match(text.raw, spot + 1) and not text.is_protected((spot, spot + 3)):
            at = spot + 2
            yield replace((at, at), " ", "No space after a full stop.", 0.96, at=(at - 1, at))


def _before_small(text: Text) -> Iterator[Finding]:
    """Report two ordinary words with only a full stop between them."""
    raw = text.raw
    for spot in text.spots("a.a"):
        if _BEFORE_SMALL.match(raw, spot + 1) is None:
            continue
        at = spot + 2
        before, after = _word_before(raw, at - 1), _word_after(raw, at)
        common = words("words", "closed_class")
        if before.lower() in common and after in common and not text.is_protected((at - 1, at + 1)):
            yield replace((at, at), " ", "No space after a full stop.", 0.8, at=(at - 1, at))


def _word_before(raw: str, end: int) -> str:
    start = end
    while start > 0 and raw[start - 1].isalpha() and end - start < 30:
        start -= 1
    return raw[start:end]


def _word_after(raw: str, start: int) -> str:
    end = start
    while end < len(raw) and raw[end].isalpha() and end - start < 30:
        end += 1
    return raw[start:end]
