"""CHR109."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import EVERY, rule
from newsfix.span import Span
from newsfix.text import Pattern, Text

_JOIN_AFTER = Pattern(
    r"(?<=\p{L})@@(?:[ ]+(?=[\p{L}\p{N}@-])|(?=[\p{P}\s]|\Z))|(?<=\p{L})￭[ ]+|(?<![ ])[ ]++￭(?=\p{L})"
)
_WORD_PIECE = Pattern(r"(?<=\p{L})[ ]##(?=\p{L}{1,}\b)")
_SENTENCE_PIECE = Pattern(r"▁+")
_PIECE = Pattern(r"(?<!\S)[^\s▁]+")
_BYTE_PAIR = Pattern(r"Ġ(?=\p{L})|Ċ(?=\s|\p{Lu}|\Z)")


@rule(
    "CHR109",
    "subword-mark",
    changes={
        "Zelen@@ sky met Lu@@ kash@@ enko.": "Zelensky met Lukashenko.",
        "▁The ▁presi dent ▁spoke.": "The president spoke.",
        "The▁president▁spoke.": "The president spoke.",
        "The min ##ister re ##signed.": "The minister resigned.",
        "ĠThe Ġminister Ġspoke.": "The minister spoke.",
    },
    keeps=["Write to a@@b today.", "The ## sign, C## code and ##news", "Ġorġ lives in Żebbuġ."],
    needs=("@@", "▁", "##", "Ġ", "￭"),
    languages=EVERY,
)
def subword_mark(text: Text) -> Iterator[Finding]:
    """A mark by which a translation model splits words into pieces.

    ``@@`` (byte-pair encoding), ``▁`` (SentencePiece), ``##`` (WordPiece) and ``Ġ`` (byte-level
    models) say where a word goes on or starts. They must be undone after translation.
    """
    raw = text.raw
    message = "The mark of a subword model."
    for match in _JOIN_AFTER.finditer(raw):
        yield replace(match.span(), "", message, 0.97)
    pieces = list(_WORD_PIECE.finditer(raw))
    for match in pieces:
        yield replace(match.span(), "", message, 0.97 if len(pieces) > 1 else 0.8)
    if "Ġ" in raw and raw.count("Ġ") >= 3:
        for match in _BYTE_PAIR.finditer(raw):
            spaced = match.start() == 0 or raw[match.start() - 1].isspace()
            yield replace(match.span(), "" if spaced else " ", message, 0.96)
    if "▁" in raw:
        yield from _sentence_piece(text, message)


def _sentence_piece(text: Text, message: str) -> Iterator[Finding]:
    raw = text.raw
    for line in text.lines:
        content = line.of(raw)
        if "▁" not in content:
            continue
        tokens = content.split()
        marked = sum(token.startswith("▁") for token in tokens)
        # Where most tokens carry the mark, those without it go on the word before them.
        pieces = len(tokens) > 1 and tokens[0].startswith("▁") and marked > len(tokens) / 2
        for match in _SENTENCE_PIECE.finditer(raw, *line):
            start, end = match.span()
            free_left = start == line.start or raw[start - 1].isspace()
            free_right = end == line.end or raw[end].isspace()
            if free_left and free_right and end < line.end:
                yield replace((start, end + 1), "", message, 0.96)
            else:
                yield replace((start, end), "" if free_left or free_right else " ", message, 0.97)
        if pieces:
            for match in _PIECE.finditer(raw, *line):
                at = match.start()
                if at > line.start and match[0][0].isalnum() and match[0][0].islower():
                    gap = Span(at - 1, at)
                    yield replace(gap, "", "A word split into pieces.", 0.96)
