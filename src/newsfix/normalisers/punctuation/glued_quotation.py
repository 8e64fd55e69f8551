"""PUN113."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.lines import joins_paragraphs
from newsfix.text.lists import words

_GLUED_BEFORE = Pattern(r"(?:(?<![\p{L}\p{N}])\p{L}\p{Ll}+|\p{N}|[,;:.!?)])\Z")
_GLUED_AFTER = Pattern(r"\p{L}{2}|a\b|I\b|\p{N}")
_AFTER = frozenset(("", *" \n.,;:!?)”’"))
_WORD = Pattern(r"\p{Ll}+")
_CAPITAL = Pattern(r"\p{Lu}")


@rule(
    "PUN113",
    "glued-quotation",
    changes={
        'The train was "very late"said the guard.': 'The train was "very late" said the guard.',
        "He called it“a good day”for all.": "He called it “a good day” for all.",
        '"It is late,"he said.': '"It is late," he said.',
        '"It is late."She left.': '"It is late." She left.',
    },
    keeps=[
        'He wrote "A"s and "B"s on the wall.',
        'The 6\'2" guard and the 5" nail',
        "She said: “We left.”",
        'The "re"-opening and the "anti"-vote',
        'A screen of 15"x20" was hung.',
        "It was his weekly “news”letter.",
    ],
    needs="«»",
    shapes=('"a', '"A', "”a", "”A", "a“", 'a"', ',"', ",“", ':"', ":“", '9"', "9“"),
)
def glued_quotation(text: Text) -> Iterator[Finding]:
    """No space between a quotation and the word beside it.

    Chinese and Japanese set none there, and stripped markup takes it along. Which mark opens and
    which closes follows from the whole paragraph; where the paragraph has a mark without a partner
    that is less sure. Plural letters ("A"s) and inches are right as they are.
    """
    raw = text.raw
    doubtful = {text.paragraph_at(orphan.mark.start) for orphan in text.quotations.orphans}
    for pair in text.quotations.pairs:
        if raw[pair.start - 1 : pair.start].isspace() and raw[pair.end : pair.end + 1] in _AFTER:
            continue
        sure = 0.8 if doubtful and text.paragraph_at(pair.opening.start) in doubtful else 0.97
        at = pair.opening.start
        before = raw[max(0, at - 30) : at]
        # After a full stop it is the sentences that stick together: no-space-after-stop.
        if before.endswith("."):
            pass
        elif _GLUED_BEFORE.search(before) and _is_opening(raw, pair.opening.end, before):
            message = "No space before a quotation."
            yield replace((at, at), " ", message, sure, at=(at - 1, pair.opening.end))
        if pair.closing is None:
            continue
        at = pair.closing.end
        inside = pair.inside.of(raw)
        new_sentence = inside.endswith((".", "!", "?")) and _CAPITAL.match(raw, at)
        if new_sentence:
            line = text.line_at(at).of(raw)
            sure = min(sure, 0.8) if joins_paragraphs(line, line.count('."')) else sure
        if _GLUED_AFTER.match(raw, at) and len(inside.strip()) > 1 and not _is_pun(raw, at, inside):
            message = "No space after a quotation."
            yield replace((at, at), " ", message, sure, at=(pair.closing.start, at + 1))


def _is_opening(raw: str, inside: int, before: str) -> bool:
    """Say whether what follows is the beginning of quoted words, not the end of something."""
    following = raw[inside : inside + 1]
    if before[-1] in ".!?" and not _CAPITAL.match(following):
        return False
    if before[-1].isdigit() and not following.isalpha():
        return False
    return following.isalnum() or following in "‘'([$€£…"


def _is_pun(raw: str, at: int, inside: str) -> bool:
    """Say whether the quoted part and the rest are one word with its first half made fun of."""
    rest = _WORD.match(raw, at)
    return rest is not None and f"{inside}{rest[0]}".lower() in words("words")
