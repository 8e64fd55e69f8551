"""ENC101."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from newsfix.finding import Finding, replace
from newsfix.rules import EVERY, rule
from newsfix.span import Span
from newsfix.text import Pattern, Text

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

# The characters that good news has. A line that holds no other needs no look.
_GOOD = frozenset(
    "“”‘’–—…•·éèêëáàâäãíîïóôöõúùûüñçßøåÉÖÜÄ£€°½¼¾™®©§²³×«»„\xa0\xad\u2009\u200b\u2011"
)
# Those of them that mojibake can begin with, and those that must follow then.
_BEGINNINGS = frozenset("âãäåçèéêëìíîïñòóôõö")
_FOLLOWERS = frozenset("€™©®°²³§£¼½¾\xa0\xad…•·«»")
_LONGEST = 1000
_BREAK = Pattern(r"\s(?=\S)")
_MOST_PASSES = 4

# What is too little for ftfy, but cannot be anything else: a closing quotation mark whose last byte
# was dropped, a letter with a sign or another capital inside a small word, and UTF-8 read as GBK.
_DROPPED = Pattern(r"â€(?![\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ])")
_INSIDE = Pattern(r"(?<=\p{Ll})[ÂÃÄÅÆÈÉ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘“•–—˜™š›œžŸ](?=\p{Ll}|\b)")
_GBK = Pattern(r"鈥\p{Han}*")


@rule(
    "ENC101",
    "mojibake",
    changes={
        "The mayorâ€™s plan costs â‚¬5.": "The mayor’s plan costs €5.",
        "SÃ£o Paulo and MÃ¼nchen": "São Paulo and München",
        "He said “noâ€\x9d again": "He said “no” again",
        "It was\x85 late, the mayor\x92s \x93word\x94.": "It was… late, the mayor’s “word”.",
        "The cafÃƒÂ© closed": "The café closed",
        "ErdoÄŸan met the bank鈥檚 boss": "Erdoğan met the bank’s boss",
        "â€œWe left,â€ he said.": "“We left,” he said.",
        "The mayorвЂ™s plan": "The mayor’s plan",
    },
    keeps=[
        "The “Müller” café in São Tomé – or Åland …",
        "Ça va, said the maître d’hôtel of Łódź.",
        "Erdoğan met Orbán in İzmir; Ђуро was late.",
        "Price: £5, €7, 20 °C, ½ ×",
        "They read “ATÉ AMANHÔ there.",
    ],
    misses={"The cafe\x9d closed": "The café closed"},
    languages=EVERY,
)
def mojibake(text: Text) -> Iterator[Finding]:
    """Text that was read in the wrong encoding: "â€™" for an apostrophe.

    UTF-8 that somebody took for Windows-1252 or one of its kin shows as pairs and triples of odd
    letters. ftfy finds the readings that undo it, also of several layers, and leaves doubtful ones
    alone; only lines with a character that ordinary news does not hold are shown to it.
    """
    for segment in _segments(text):
        before = segment.of(text.raw)
        after = _repaired(before)
        if after == before:
            continue
        for span, replacement in _differences(before, after):
            shown = span.of(before)
            if _closes_quotation(before, span):
                continue
            start = segment.start + span.start
            message = f"“{shown}” was read in the wrong encoding."
            yield replace((start, start + len(shown)), replacement, message, 0.98)


def _closes_quotation(line: str, span: Span) -> bool:
    """Say whether the last character of ``span`` is the closing mark that a quotation waits for."""
    last = line[span.end - 1 : span.end]
    return last == "”" and line.count("“", 0, span.end) > line.count("”", 0, span.end - 1)


def _segments(text: Text) -> Iterator[Span]:
    """Yield the lines, or parts of long lines, that could hold mojibake."""
    odd = {letter for letter in text.characters if letter > "\x7f"} - _GOOD
    suspects = odd | (text.characters & _BEGINNINGS)
    if not odd and (not suspects or text.characters.isdisjoint(_FOLLOWERS)):
        return
    for line in text.lines:
        start, end = line
        if suspects.isdisjoint(text.raw[start:end]):
            continue
        while end - start > _LONGEST:
            cut = _BREAK.search(text.raw, start + _LONGEST - 100, end)
            middle = cut.end() if cut else start + _LONGEST
            yield Span(start, middle)
            start = middle
        yield Span(start, end)


def _repaired(segment: str) -> str:
    """Return what ftfy makes of a segment, called until it changes no more, and of the rest."""
    from ftfy import fix_encoding_and_explain

    segment = _DROPPED.compiled.sub("”", segment)
    for _ in range(_MOST_PASSES):
        repaired = fix_encoding_and_explain(segment, _config()).text
        if repaired == segment:
            break
        segment = repaired
    segment = _INSIDE.compiled.sub(lambda match: _reread(match[0], "sloppy-windows-1252"), segment)
    return _GBK.compiled.sub(lambda match: _reread(match[0], "gbk"), segment)


def _reread(text: str, encoding: str) -> str:
    """Return ``text`` read as UTF-8 instead of ``encoding``; itself if it is no UTF-8."""
    try:
        return text.encode(encoding).decode("utf-8")
    except UnicodeError:
        return text


@cache
def _config() -> "TextFixerConfig":
    from ftfy import TextFixerConfig

    return TextFixerConfig(unescape_html=False, uncurl_quotes=False, fix_line_breaks=False)


def _differences(before: str, after: str) -> Iterator[tuple[Span, str]]:
    """Yield the smallest edits from one string to the other, those side by side as one."""
    from difflib import SequenceMatcher  # slow to import, and seldom needed

    matcher = SequenceMatcher(None, before, after, autojunk=False)
    pending: tuple[Span, str] | None = None
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            # One letter in common between two edits is chance.
            if pending and end - start == 1 and not before[start].isspace():
                pending = Span(pending[0].start, end), pending[1] + before[start]
                continue
            if pending:
                yield pending
            pending = None
        elif pending:
            pending = Span(pending[0].start, end), pending[1] + after[new_start:new_end]
        else:
            pending = Span(start, end), after[new_start:new_end]
    if pending:
        yield pending
