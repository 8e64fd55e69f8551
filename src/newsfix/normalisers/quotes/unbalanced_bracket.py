"""QUO109."""

from collections.abc import Iterator

from newsfix.finding import Finding, flag, replace
from newsfix.rules import rule
from newsfix.span import Span
from newsfix.text import Pattern, Text
from newsfix.text.marks import BRACKETS

_BRACKET = Pattern(r"[(\[{)\]}]")
_PAIR = Pattern(r"\([^()\[\]{}\n]*\)|\[[^()\[\]{}\n]*\]|\{[^()\[\]{}\n]*\}")
_ENUMERATED = Pattern(r"(?:^|[\s(])(?:\d{1,3}|\p{L}|[ivxIVX]{1,5})\)\Z")
_SMILEY = Pattern(r"[:;=8][ -]?['o-]?[()\[\]]\Z")
_CLOSES = {closing: opening for opening, closing in BRACKETS.items()}


@rule(
    "QUO109",
    "unbalanced-bracket",
    suggests={
        "The bank (the oldest] closed.": "The bank (the oldest) closed.",
        "The bank ((the oldest) closed.": "The bank (the oldest) closed.",
        "The bank (the oldest)) closed.": "The bank (the oldest) closed.",
    },
    flags=["The bank (the oldest closed.", "The bank the oldest) closed."],
    keeps=[
        "a) eggs, b) milk, 3) bread",
        "The bank (the oldest [of all]) closed.",
        "They won :) and left ;-)",
        "(The bank closed.\nIt was the oldest.)",
    ],
    needs="()[]{}",
)
def unbalanced_bracket(text: Text) -> Iterator[Finding]:
    """A bracket without its partner.

    A second one beside it, or a partner of the wrong kind, can be repaired; where a lost bracket
    stood is not known, so that is a flag. Brackets after the numbers of a list, smileys, and
    brackets that span paragraphs are right.
    """
    raw = text.raw
    pairs = sum(1 for _ in _PAIR.finditer(raw))
    if sum(map(raw.count, "()[]{}")) == 2 * pairs:
        return
    stack: list[Span] = []
    lost: list[Span] = []
    for match in _BRACKET.finditer(raw):
        here = Span(*match.span())
        bracket = match[0]
        if bracket in BRACKETS:
            if not _is_smiley(raw, here):
                stack.append(here)
        elif stack and stack[-1].of(raw) == _CLOSES[bracket]:
            stack.pop()
        elif (
            stack and raw.count("\n", stack[-1].end, here.start) == 0 and not _is_listed(raw, here)
        ):
            partner = BRACKETS[stack.pop().of(raw)]
            yield replace(here, partner, "A bracket closed by one of another kind.", 0.9)
        elif not _is_listed(raw, here) and not _is_smiley(raw, here):
            lost.append(here)
    for here in sorted([*stack, *lost]):
        if text.is_protected(here):
            continue
        opens = here.of(raw) in BRACKETS
        twin = raw[here.end : here.end + 1] if opens else raw[here.start - 1 : here.start]
        if twin == here.of(raw) and opens | (here.start > 0):
            yield replace(here, "", "A bracket stands twice.", 0.9, wrong=0.95)
        else:
            yield flag(here, "A bracket without its partner.", 0.8)


def _is_listed(raw: str, bracket: Span) -> bool:
    return _ENUMERATED.search(raw[max(0, bracket.start - 7) : bracket.end]) is not None


def _is_smiley(raw: str, bracket: Span) -> bool:
    return _SMILEY.search(raw[max(0, bracket.start - 3) : bracket.end]) is not None
