"""QUO110."""

from bisect import bisect_right
from collections.abc import Iterator

from newsfix.finding import Finding, flag, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.attribution import attribution_at
from newsfix.text.quote_style import quotation_marks

_LINE = Pattern(r"^[ \t]*(?P<dash>[-–—―][ ]?)(?=[\p{Lu}¿¡‘'])")
_SPEECH = Pattern(r"[ \t]*[–—―][ ](?:[^\s]+[ ]){3,}[^\s]*[.!?…]$")
_TURN = Pattern(r"(?P<mark>[,!?…]|(?<=[!?…]))(?P<gap>[ ]?[-–—―]?[ ])(?=\p{L})")
_REST = Pattern(r"[^\n]{0,80}")


@rule(
    "QUO110",
    "dash-dialogue",
    changes={
        "– We won, says Berg.": "“We won,” says Berg.",
        "- It was hard, said the coach after the game.": (
            "“It was hard,” said the coach after the game."
        ),
        "— Why now? — asked the mayor.": "“Why now?” asked the mayor.",
    },
    flags=["She was born at sea.\n\n– It was a good life.\n\nShe owns three boats."],
    keeps=[
        "- bread\n- milk",
        "- Tickets cost $5, says the mayor.\n- Children pay nothing.",
        "LIMA — The mayor, said to be ill, left.",
        "– Q: Who won?\n– A: They did.",
        "The vote – the first, said Berg – was close.",
    ],
    misses={"– We won, he said. It was hard.": "“We won,” he said. “It was hard.”"},
    shapes=("\n–", "\n—", "\n-", "\n\x01"),
)
def dash_dialogue(text: Text) -> Iterator[Finding]:
    """Speech that is marked by dashes, as in Polish, Swedish, Spanish or Russian.

    A dash opens the speech at the beginning of a line, and words of attribution end it. English
    sets quotation marks. Lists and scripts, which have no attribution, keep their dashes.
    """
    raw = text.raw
    opening, closing = quotation_marks(raw, text.profile.quotes)
    for match in _LINE.finditer(raw):
        line = text.line_at(match.end())
        turn = _turn(raw, match.end(), line.end)
        if turn is None:
            if _SPEECH.match(raw, match.start()) and not _is_listed(text, match.start()):
                yield flag(match.span("dash"), "A dash that may mark speech.", 0.6)
            continue
        start, end, rest = turn
        whole = '"' not in line.of(raw) and "“" not in line.of(raw)
        sure = 0.96 if whole and not rest.strip(" .!") else 0.8
        if whole and rest and sure < 0.9 and "." not in rest.rstrip(". "):
            sure = 0.96
        if _is_listed(text, match.start()):
            sure = 0.6
        message = "Speech that is marked by a dash."
        yield replace(match.span("dash"), opening, message, sure)
        yield replace((start, end), f"{closing} ", message, sure)


def _turn(raw: str, start: int, end: int) -> tuple[int, int, str] | None:
    """Return where the speech ends and the attribution begins, and what follows that."""
    for match in _TURN.finditer(raw, start, end):
        said = attribution_at(raw, match.end(), end)
        if said is not None:
            return match.end("mark"), match.end(), raw[said.end() : end]
    return None


def _is_listed(text: Text, start: int) -> bool:
    """Say whether a line beside this one begins with a dash too and attributes nothing."""
    at = bisect_right(text.lines, start, key=lambda line: line.start) - 1
    for line in (*text.lines[max(0, at - 1) : max(0, at)], *text.lines[at + 1 : at + 2]):
        dash = _LINE.match(text.raw, line.start)
        if dash is not None and _turn(text.raw, dash.end(), line.end) is None:
            return True
    return False
