"""PUN104."""

from collections.abc import Iterator

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.abbreviations import Stop, stop_at
from newsfix.text.lists import words

# Two or three marks, not all the same, with at most a space between them.
_RUN = Pattern(r"(?P<marks>[.,;:!?](?:[ ]?[.,;:!?]){1,2})(?![ ]?[.,;:!?…])")
_BEFORE = Pattern(r"(?<=[\p{L}\p{M}\p{N})\]”\"'’»%][ ]?)(?<!\.\.|…)")
_STARTS = Pattern(r"[ \n]*[\"“‘'«(\[]?(?P<word>\p{Lu}[\p{L}’'-]*)")
_END = Pattern(r"[ ]*[\"”’')\]]*[ ]*$")
_SMALL = Pattern(r"[ ]*[\"“‘'(]?(?:\p{Ll}|\p{N})")
_LAST_WORD = Pattern(r"(?<!\p{L})\p{L}+\Z")
_BRANDS = frozenset(("Yahoo", "Jeopardy", "Joomla", "Oliver", "Mamma", "Wham", "Panic"))


_RUNS = tuple(
    one + gap + other for one in ".,;:!?" for gap in ("", " ") for other in ".,;:!?" if one != other
)


@rule(
    "PUN104",
    "mixed-marks",
    changes={
        "The talks are over. , On Friday they met.": "The talks are over. On Friday they met.",
        "The talks., which began in May, are over.": "The talks, which began in May, are over.",
        "It was late, . They left.": "It was late. They left.",
        "Was it late?. Nobody knows.": "Was it late? Nobody knows.",
        "He stayed;, she left.": "He stayed, she left.",
    },
    keeps=[
        "Sellers Inc., said the bank, lost Yahoo!, Apple and others.",
        "In the U.S., it was 9 p.m., and in May etc., too.",
        "He sings in Wham!, she in Oliver!.",
        "Wait..., he said. Really?! Yes!?",
        "Is it the U.S.? Is it 5 p.m.?",
        "It lay in Calif., in the town of St. Ives.",
    ],
    shapes=_RUNS,
)
def mixed_marks(text: Text) -> Iterator[Finding]:
    """Different marks in a row, of which only one belongs there.

    A fragment that was cut out, or moved, leaves its comma or its full stop beside the one that was
    already there. What follows says which mark is right: a full stop before a capital that starts a
    sentence, a comma before a small letter, and a question mark stands for itself. An abbreviation
    keeps its stop before any mark, and a brand such as Yahoo! its exclamation mark.
    """
    raw = text.raw
    for match in _RUN.finditer(raw):
        marks = match["marks"].replace(" ", "")
        if len(set(marks)) < 2 or not _BEFORE.match(raw, match.start()):
            continue
        if marks in ("?!", "!?", "?!?", "!?!", "!!?", "??!"):
            continue
        start, end = match.span("marks")
        kept, sure = _right_mark(raw, start, end, marks)
        if kept is None or text.is_protected((start, end)):
            continue
        message = f"Different marks in a row: “{match['marks']}”."
        wrong = max(sure, 0.6 if marks[0] in "?!" else 0.97)
        start -= raw[start - 1] == " "
        yield replace((start, end), kept, message, sure, wrong=wrong)


def _right_mark(raw: str, start: int, end: int, marks: str) -> tuple[str | None, float]:
    """Return the mark that belongs there (None: the run is right as it is) and how sure that is."""
    shortened = marks[0] == "." and raw[start - 1] != " " and _may_be_short(raw, start)
    if shortened:
        if len(marks) == 2:
            return None, 0.0
        return "." + marks[-1], 0.6
    before_start = _STARTS.match(raw, end)
    at_end = _END.match(raw, end) is not None
    if "?" in marks or "!" in marks:
        mark = next(mark for mark in marks if mark in "?!")
        if marks[0] != mark:
            return mark, 0.9 if set(marks) <= set(".?!") else 0.8
        if _is_brand(raw, start):
            return None, 0.0
        if set(marks[1:]) == {"."} and (at_end or before_start):
            return mark, 0.97
        return mark, 0.7
    if "," in marks and "." in marks and not ({";", ":"} & set(marks)):
        if at_end:
            return ".", 0.97
        if before_start:
            word = before_start["word"]
            starter = word.lower() in words("closed_class")
            return ".", 0.97 if starter else 0.8
        if _SMALL.match(raw, end):
            return ",", 0.97 if raw[end : end + 2].strip()[:1].isalpha() else 0.9
        return ",", 0.7
    if set(marks) == {";", ","}:
        return ("," if marks[-1] == "," else ";"), 0.96 if _SMALL.match(raw, end) else 0.8
    if set(marks) == {":", ","}:
        return ":", 0.85
    if set(marks) == {":", "."}:
        return (":" if _SMALL.match(raw, end) or marks[-1] == ":" else "."), 0.7
    return (marks[0] if before_start else marks[-1]), 0.7


def _may_be_short(raw: str, stop: int) -> bool:
    """Say whether the full stop at ``stop`` may belong to the word before it."""
    if stop_at(raw, stop) is not Stop.SENTENCE:
        return True
    word = _LAST_WORD.search(raw, max(0, stop - 30), stop)
    if word is None:
        return False
    return (
        word[0] not in words("words") and word[0] not in words("closed_class") and len(word[0]) < 7
    )


def _is_brand(raw: str, stop: int) -> bool:
    word = _LAST_WORD.search(raw, max(0, stop - 30), stop)
    if word is None:
        return False
    return word[0] in _BRANDS or (raw[stop] == "!" and word[0][0].isupper())
