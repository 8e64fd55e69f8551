"""The signs by which the lines of a page show what they are for."""

from collections.abc import Callable
from typing import NamedTuple

from newsfix.text.attribution import attribution_at
from newsfix.text.datelines import is_dateline
from newsfix.text.lists import words
from newsfix.text.page_lines import Line
from newsfix.text.patterns import Pattern
from newsfix.text.plain import MONTHS
from newsfix.text.role import Role


class Cue(NamedTuple):
    """A sign that speaks for a role, or against it."""

    role: Role
    weight: float
    holds: Callable[[Line], object]


def is_correction(text: str) -> bool:
    """Say whether a line puts right what was published before.

    >>> is_correction("Correction: The mayor is 61."), is_correction("The correction came late.")
    (True, False)
    """
    return _CORRECTION.match(text) is not None


def _is(source: str, **lists: tuple[str, ...]) -> Callable[[Line], object]:
    """Return a test of how a line begins."""
    pattern = Pattern(source, **lists)
    return lambda line: pattern.match(line.text)


def _has(source: str) -> Callable[[Line], object]:
    """Return a test of what is anywhere in a line."""
    pattern = Pattern(source)
    return lambda line: pattern.search(line.text)


def _shorter_than(count: int) -> Callable[[Line], bool]:
    return lambda line: len(line.words) < count


def _goes_on(line: Line) -> bool:
    """Say whether the line breaks off: a small letter begins it, or the next one, or a comma ends it."""
    after = line.after
    return (
        line.text[:1].islower()
        or line.text.endswith((",", ";", " and", " the", " of"))
        or (after is not None and after.text[:1].islower())
    )


def _breaks_off(line: Line) -> bool:
    return line.index > 0 and not (line.is_stopped or line.is_headline)


def _in_list(line: Line) -> bool:
    return line.marker != "" and any(other.marker == line.marker for other in line.near)


def _in_talk(line: Line) -> bool:
    return line.label != "" and any(
        other.label and other.label.isupper() == line.label.isupper() for other in line.near
    )


def _is_row(line: Line) -> bool:
    return (line.cells > 1 or line.digits > 0.25) and not line.is_prose


def _is_speech(line: Line) -> bool:
    """Say whether words of attribution stand in the line, as in “– We won, says Berg”."""
    comma = line.text.find(", ")
    while comma >= 0:
        if attribution_at(line.text, comma + 2):
            return True
        comma = line.text.find(", ", comma + 2)
    return False


_CORRECTION = Pattern(
    r"(?i:(?:correction|clarification|editor[’']s note|corrigendum|erratum)s?[ ]?(?:[:.—–]|-[ ])"
    r"|(?:this|the)[ ](?:article|story|report|headline|post)[ ](?:was|has[ ]been)[ ]"
    r"(?:updated|corrected|amended)"
    r"|(?:an?|the)[ ](?:earlier|previous)[ ]version[ ]of[ ]this)"
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CLOCK = r"\d{1,2}(?:[:.h]\d{2}(?:[ ]?[ap]\.?m\.?)?|[ ]?[ap]\.?m\.?)"
_ZONE = r"(?:[ ]?(?:\p{Lu}{2,4}|hrs|local time))?"
_DATE = (
    r"(?:\L<days>,?[ ])?(?:\L<months>\.?[ ]\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?[ ]\L<months>)"
    r"(?:,?[ ]\d{4})?|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
)
_WHEN = rf"(?:{_DATE})(?:(?:,| at| [-–|])?[ ]{_CLOCK}{_ZONE})?|{_CLOCK}{_ZONE}(?:(?:,| [-–|])?[ ](?:{_DATE}))?"
_TIMES = {"months": MONTHS, "days": _DAYS}
_TITLED = r"\p{Lu}[\p{L}.’'-]*(?:[ ](?:de|van|von|bin|al|\p{Lu}[\p{L}.’'-]*)){1,5}"
_SPEAKERS = (
    *("ANCHOR", "HOST", "REPORTER", "Q", "A", "INTERVIEWER", "NARRATOR", "MODERATOR", "CALLER"),
    *("Q.", "A.", "Question", "Answer", "VOICEOVER", "CORRESPONDENT", "PRESENTER", "UNIDENTIFIED"),
)

_FURNITURE = tuple(
    "read more|read also|also read|read next|related|related articles|related stories|share|share this"
    "|follow us|sign up|subscribe|advertisement|click here|leave a reply|leave a comment|comments"
    "|copyright|all rights reserved|terms of use|privacy policy|recommended|trending|most read"
    "|most popular|tags|topics|loading|skip to|log in|sign in|newsletter|story continues below|print"
    "|watch|see also|more on this|up next|listen to this article".split("|")
)

CUES: tuple[Cue, ...] = (
    Cue(Role.HEADLINE, 0.6, lambda line: line.is_headline),
    Cue(Role.HEADLINE, 0.6, lambda line: line.index == 0),
    Cue(Role.HEADLINE, 0.4, lambda line: not line.is_stopped),
    Cue(Role.HEADLINE, 0.2, lambda line: line.after is not None and line.after.is_prose),
    Cue(Role.HEADLINE, -1.0, lambda line: line.text.endswith((".", ",", ";", ":", "—", "–"))),
    Cue(Role.HEADLINE, -0.5, _shorter_than(3)),
    Cue(Role.HEADLINE, -1.0, lambda line: len(line.words) > 22),
    Cue(Role.HEADLINE, -0.6, lambda line: line.index and _goes_on(line)),
    Cue(Role.HEADLINE, -0.4, lambda line: line.index and line.is_known_name),
    Cue(Role.DATELINE, 1.2, lambda line: is_dateline(line.text)),
    Cue(Role.BYLINE, 0.9, _is(rf"(?i:by|from|words:|text:|author:|written by)[ ]{_TITLED}")),
    Cue(Role.BYLINE, 0.3, lambda line: line.index < 4 or line.after is None),
    Cue(Role.BYLINE, 0.3, lambda line: not line.is_stopped and len(line.words) < 7),
    Cue(
        Role.BYLINE,
        -0.9,
        _is(r"(?:By|From)[ ](?:\L<days>|\L<months>|The|This|That|Then)\b", **_TIMES),
    ),
    Cue(Role.BYLINE, -0.6, lambda line: len(line.words) > 12 or _goes_on(line)),
    Cue(
        Role.BYLINE,
        1.1,
        _is(r"(?:Additional[ ])?(?:[Rr]eporting|[Ww]riting|[Ee]diting)[ ]by[ ]\p{Lu}"),
    ),
    Cue(
        Role.BYLINE,
        1.1,
        _has(r"(?i:staff (?:reporter|writer|correspondent)|special correspondent)\Z"),
    ),
    Cue(
        Role.CAPTION,
        1.1,
        _is(r"(?i:(?:file )?(?:photo|image|picture|photograph)s?(?: credit| by)?[ ]?[:/|©])"),
    ),
    Cue(
        Role.CAPTION, 1.1, _is(r"FILE[ ]?(?:PHOTO)?[ ]?[-–—:]|(?:Pictured|Caption|Photograph)[: ]")
    ),
    Cue(
        Role.CAPTION,
        1.1,
        _has(r"(?i:\((?:file )?(?:photo|image|picture|credit|ap photo)[^()]*\)\W?\Z)"),
    ),
    Cue(
        Role.CAPTION,
        1.1,
        _has(
            r"(?:[/|©]|[Pp]hoto(?:graph)? by|Credit:)[^.!?()]{0,40}\b(?:AFP|AP|Reuters|REUTERS|Getty|EPA|PTI)\b"
        ),
    ),
    Cue(
        Role.CAPTION,
        0.6,
        _has(r"(?i:\((?:left|right|centre|center|top|bottom)\)|is seen|pictured|©)"),
    ),
    Cue(Role.CAPTION, 0.4, lambda line: not line.is_prose),
    Cue(Role.CAPTION, 0.7, lambda line: line.index and line.is_known_name),
    Cue(Role.CAPTION, -0.8, lambda line: line.before and _breaks_off(line.before)),
    Cue(Role.LIST, 0.9, lambda line: line.marker == "bullet"),
    Cue(Role.LIST, 0.6, lambda line: line.marker == "number"),
    Cue(Role.LIST, 0.5, lambda line: line.marker == "dash"),
    Cue(Role.LIST, 0.5, _in_list),
    Cue(Role.LIST, -0.8, lambda line: line.marker == "dash" and _is_speech(line)),
    Cue(
        Role.TABLE, 0.7, lambda line: line.cells > 1 or (line.digits > 0.45 and len(line.words) > 2)
    ),
    Cue(Role.TABLE, 0.3, lambda line: line.digits > 0.25),
    Cue(Role.TABLE, 0.4, lambda line: any(_is_row(other) for other in line.near)),
    Cue(Role.TABLE, -0.7, lambda line: line.is_stopped),
    Cue(Role.TRANSCRIPT, 0.6, lambda line: line.label.isupper()),
    Cue(Role.TRANSCRIPT, 0.4, lambda line: line.label in _SPEAKERS),
    Cue(Role.TRANSCRIPT, 0.4, lambda line: line.label and line.page.labelled > 2),
    Cue(Role.TRANSCRIPT, 0.4, _in_talk),
    Cue(Role.TRANSCRIPT, -0.7, lambda line: line.label.lower() in words("places")),
    Cue(Role.VERSE, 1.1, lambda line: line.index in line.page.stanzas),
    Cue(Role.TIMESTAMP, 1.6, _is(rf"\[?(?:{_WHEN})\]?[:.]?\Z", **_TIMES)),
    Cue(
        Role.TIMESTAMP,
        1.1,
        _is(
            r"(?i:(?:last )?(?:updated?|published|posted|modified)(?:[ ](?:on|at)\b|:|[ ](?=\d))).*\d"
        ),
    ),
    Cue(
        Role.TIMESTAMP, 1.1, _is(r"(?i:(?:\d{1,3}|an?|one|two) (?:minute|min|hour|day|week)s? ago)")
    ),
    Cue(Role.TIMESTAMP, 0.5, lambda line: line.is_stamped),
    Cue(Role.TIMESTAMP, 0.5, lambda line: line.is_stamped and line.page.stamped > 2),
    Cue(Role.TIMESTAMP, -0.9, lambda line: len(line.words) > 18 and not line.is_stamped),
    Cue(Role.BOILERPLATE, 1.1, _is(r"(?i:\L<furniture>)(?![\p{L}’'])", furniture=_FURNITURE)),
    Cue(Role.BOILERPLATE, 0.3, lambda line: not line.is_stopped and len(line.words) < 15),
    Cue(Role.BOILERPLATE, -0.6, lambda line: len(line.words) > 25),
    Cue(
        Role.BOILERPLATE,
        1.1,
        _is(r"(?:\[/?[a-z]\w*(?:[ ][\w-]+=[^\[\]]*)?\]|https?://\S+|www\.\S+|[©®].*)\Z"),
    ),
    Cue(Role.BOILERPLATE, 0.8, lambda line: line.page.repeated[line.text] > 2),
    Cue(Role.CORRECTION, 1.5, lambda line: is_correction(line.text)),
)
