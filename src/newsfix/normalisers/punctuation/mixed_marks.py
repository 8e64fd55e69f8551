"""PUN104."""

from collections.abc import Iterator
from typing import NamedTuple

from newsfix.finding import Finding, replace
from newsfix.rules import rule
from newsfix.text import Pattern, Text
from newsfix.text.abbreviations import Stop, stop_at
from newsfix.text.lists import words

# Two or three marks with at most a space between them.
_RUN = Pattern(r"(?P<marks>[.,;:!?](?:[ ]?[.,;:!?]){1,2})(?![ ]?[.,;:!?…])")
_BEFORE = Pattern(r"(?<=[\p{L}\p{M}\p{N})\]”\"'’»%][ ]?)(?<!\.\.|…)")
_RUNS = tuple(
    one + gap + other for one in ".,;:!?" for gap in ("", " ") for other in ".,;:!?" if one != other
)
# What may follow: the start of a sentence, the end of a paragraph or a quotation, more of the same.
_START = Pattern(r"[ \n]*[\"“‘'«(\[]?(?P<word>\p{Lu}[\p{L}’'-]*)")
_END = Pattern(r"[ ]*[\"”’')\]]*[ ]*$|[”\"’]")
_REST = Pattern(r"[ ]*[\"“‘'(]?(?:\p{Ll}|\p{N})")
_QUOTATION = Pattern(r"[ ]*[\"“]")

_MEANT = frozenset(("?!", "!?", "?!?", "!?!", "!!?", "??!"))
_LAST_WORD = Pattern(r"(?<!\p{L})\p{L}+\Z")
_BRANDS = frozenset(("Yahoo", "Jeopardy", "Joomla", "Oliver", "Mamma", "Wham", "Panic"))


class _Run(NamedTuple):
    """Marks in a row, and what stands around them."""

    raw: str
    start: int
    end: int
    marks: str

    @property
    def starts_sentence(self) -> bool:
        return _START.match(self.raw, self.end) is not None

    @property
    def at_end(self) -> bool:
        return _END.match(self.raw, self.end) is not None

    @property
    def goes_on(self) -> bool:
        return _REST.match(self.raw, self.end) is not None


@rule(
    "PUN104",
    "mixed-marks",
    changes={
        "The talks are over. , On Friday they met.": "The talks are over. On Friday they met.",
        "The talks., which began in May, are over.": "The talks, which began in May, are over.",
        "It was late, . They left.": "It was late. They left.",
        "Was it late?. Nobody knows.": "Was it late? Nobody knows.",
        "Is it late? , she asked.": "Is it late? she asked.",
        "He stayed;, she left.": "He stayed, she left.",
        "He put it simply. : “No.”": "He put it simply: “No.”",
        "He works for Berg Inc. , a firm.": "He works for Berg Inc., a firm.",
    },
    suggests={"Was it late? ! Nobody knows": "Was it late?! Nobody knows"},
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
        run = _Run(raw, *match.span("marks"), match["marks"].replace(" ", ""))
        if len(set(run.marks)) < 2 or not _BEFORE.match(raw, run.start):
            continue
        if run.marks == match["marks"] in _MEANT or text.is_protected((run.start, run.end)):
            continue
        kept, sure = _right_mark(run)
        if kept != match["marks"]:
            message = f"Different marks in a row: “{match['marks']}”."
            wrong = max(sure, 0.6 if run.marks[0] in "?!" else 0.97)
            start = run.start - (raw[run.start - 1] == " ")
            yield replace((start, run.end), kept, message, sure, wrong=wrong)


def _right_mark(run: _Run) -> tuple[str, float]:
    """Return what belongs in place of the marks, and how sure that is."""
    if run.marks in _MEANT:
        return run.marks, 0.6
    if run.marks[0] == "." and run.raw[run.start - 1] != " ":
        short = _shortness(run.raw, run.start)
        if short:
            return f".{run.marks[-1]}", 0.97 if short == 1 and len(run.marks) == 2 else 0.6
    if set(run.marks) & {"?", "!"}:
        return _question(run)
    if set(run.marks) <= {".", ","}:
        return _stop_or_comma(run)
    if ":" in run.marks:
        return _colon(run)
    if set(run.marks) == {";", ","}:
        return run.marks[-1], 0.96 if run.goes_on else 0.8
    return (run.marks[0] if run.starts_sentence else run.marks[-1]), 0.7


def _question(run: _Run) -> tuple[str, float]:
    mark = next(mark for mark in run.marks if mark in "?!")
    if run.marks[0] != mark:
        return mark, 0.9 if set(run.marks) <= set(".?!") else 0.8
    if _is_brand(run):
        return run.raw[run.start : run.end], 0.0
    if set(run.marks[1:]) == {"."} and (run.at_end or run.starts_sentence):
        return mark, 0.97
    if mark == "?" and set(run.marks) == {"?", ","} and run.goes_on and _ends_in_word(run):
        return mark, 0.96  # "Really?, she asked": English sets the question mark alone
    return mark, 0.7


def _stop_or_comma(run: _Run) -> tuple[str, float]:
    if run.at_end:
        return ".", 0.97
    following = _START.match(run.raw, run.end)
    if following is not None:
        starter = following["word"].lower() in words("closed_class")
        return ".", 0.97 if starter else 0.8
    if run.goes_on:
        return ",", 0.97 if run.raw[run.end : run.end + 2].strip()[:1].isalpha() else 0.9
    return ",", 0.7


def _colon(run: _Run) -> tuple[str, float]:
    if run.marks[-1] == ":" and _QUOTATION.match(run.raw, run.end):
        return ":", 0.96
    if "," in run.marks:
        return ":", 0.85
    return (":" if run.goes_on or run.marks[-1] == ":" else "."), 0.7


def _shortness(raw: str, stop: int) -> float:
    """Say how likely the stop belongs to the word before it: 1, perhaps (0.5), or no (0)."""
    if stop_at(raw, stop) is not Stop.SENTENCE:
        return 1
    word = _LAST_WORD.search(raw, max(0, stop - 30), stop)
    if word is None or len(word[0]) > 6 or word[0] in words("words", "closed_class"):
        return 0
    return 0.5


def _ends_in_word(run: _Run) -> bool:
    """Say whether an English word stands before the marks: in "Mili?," a letter was lost."""
    word = _LAST_WORD.search(run.raw, max(0, run.start - 30), run.start)
    return word is not None and word[0].lower() in words("words", "closed_class")


def _is_brand(run: _Run) -> bool:
    word = _LAST_WORD.search(run.raw, max(0, run.start - 30), run.start)
    if word is None:
        return False
    return word[0] in _BRANDS or (run.marks[0] == "!" and word[0][0].isupper())
