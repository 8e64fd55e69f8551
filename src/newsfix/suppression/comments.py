"""The language of the comments: ``newsfix: ignore[PUN101, quotes]`` and its like."""

import re
from typing import NamedTuple

from newsfix.selectors import nearest
from newsfix.span import Span

#: What a comment can say, and the place that it speaks of.
VERBS = ("ignore", "ignore-next-line", "ignore-file", "off", "on")

# What opens a comment in some format, and what closes it.
_COMMENT = re.compile(
    r"\s*(?:<!--+|\{\{-?\s*/\*|\{/\*|/\*|\{#|\{%-?\s*comment\s*-?%\}|\.\.|//+|\#+|;+|--)?\s*"
    r"newsfix(?P<colon>\s*:)?\s*(?P<said>\S.*?)?\s*(?:--+>|\*/\s*-?\}\}|\*/\}|\*/|/{4,}|\#\}|\{%-?\s*endcomment\s*-?%\})?\s*",
    re.DOTALL,
)
_SAID = re.compile(
    r"(?P<verb>[\w-]+)\s*(?:\[(?P<listed>[^\]]*)\]|(?P<bare>[^-—:\s](?:(?!\s--|—|\s-\s).)*))?(?P<reason>.*)",
    re.DOTALL,
)


class Comment(NamedTuple):
    """What a comment at ``span`` says; without ``selectors`` it is about every rule."""

    span: Span
    verb: str
    selectors: tuple[str, ...] = ()


class Mistake(NamedTuple):
    """A comment that is meant for newsfix and says nothing that it knows."""

    span: Span
    message: str


def read(comment: str, span: Span) -> Comment | Mistake | None:
    """Return what ``comment``, with its marks, says to newsfix; None if it says nothing to it.

    Behind the list, or behind a dash, a reason may follow.

    >>> read("<!-- newsfix: off[PUN101, quotes] a poem -->", Span(0, 43)).selectors
    ('PUN101', 'quotes')
    >>> read("# newsfix: ignore PUN101 -- as it was sent", Span(0, 41)).selectors
    ('PUN101',)
    >>> read("<!-- newsfix: ignroe -->", Span(0, 24)).message
    "“newsfix: ignroe” says nothing; the nearest is 'ignore'"
    """
    match = _COMMENT.fullmatch(comment)
    if match is None:
        return None
    said = _SAID.fullmatch(match["said"] or "")
    verb = said["verb"] if said else ""
    if match["colon"] is None:
        if verb not in VERBS:
            return None  # a remark about newsfix
        return Mistake(span, f"“newsfix {verb}” lacks a colon: “newsfix: {verb}”")
    if said is None or verb not in VERBS:
        shown = verb or (match["said"] or "").split("\n")[0]
        hint = nearest(verb, VERBS) or f"; it can say {', '.join(VERBS)}"
        return Mistake(span, f"“newsfix: {shown}” says nothing{hint}")
    listed = said["listed"] if said["listed"] is not None else said["bare"]
    if listed is None:
        return Comment(span, verb)
    selectors = tuple(one.strip() for one in listed.split(",") if one.strip())
    if not selectors:
        return Mistake(span, f"“newsfix: {verb}[]” names no rule")
    return Comment(span, verb, selectors)
