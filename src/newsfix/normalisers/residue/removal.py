"""Taking a whole line out, so that what stood around it stays set as it was."""

import re
from collections.abc import Collection, Iterator

from newsfix.finding import Finding, replace
from newsfix.span import Span
from newsfix.text import Text
from newsfix.text.furniture import Kind


def removals(text: Text, kind: Kind, message: str) -> Iterator[Finding]:
    """Yield a finding for each line of ``text`` that is furniture of ``kind``, to be taken out whole."""
    for line, found, probability in text.furniture:
        if found is kind and not is_kept(line.of(text.raw), text.profile.keep_residue):
            whole = with_line_end(text.raw, line)
            yield replace(whole, "", message, probability, at=line)


def is_kept(line: str, phrases: Collection[str]) -> bool:
    """Say whether the publisher wants to keep a line of furniture: a phrase, or a whole line with ``*``.

    >>> phrases = ["read the report", "photo: *"]
    >>> is_kept("Read the report here", phrases), is_kept("Photo: Ana Berg", phrases)
    (True, True)
    >>> is_kept("Read the reports", phrases), is_kept("A photo: Ana Berg", phrases)
    (False, False)
    """
    for phrase in phrases:
        pattern = ".*".join(map(re.escape, phrase.strip().split("*")))
        if "*" not in phrase:
            pattern = (
                rf".*(?<!\w){pattern}(?!\w).*"
                if phrase.strip()[-1:].isalnum()
                else rf".*{pattern}.*"
            )
        if re.fullmatch(pattern, line.strip(), re.IGNORECASE):
            return True
    return False


def with_line_end(raw: str, line: Span) -> Span:
    r"""Return a line with the space around it that has to go when it goes.

    Of the two gaps around it the one that sets paragraphs apart is left, or the smaller of two such.

    >>> text = "It rained.\n\nTweet\n\n\nNobody came."
    >>> whole = with_line_end(text, Span(12, 17))
    >>> text[: whole.start] + text[whole.end :]
    'It rained.\n\nNobody came.'
    """
    left = len(raw[: line.start].rstrip())
    right = len(raw) - len(raw[line.end :].lstrip())
    below = raw.rfind("\n", line.end, right) + 1 or len(raw)  # where the next line begins
    if left == 0:
        return Span(0, below)
    above = raw.index("\n", left)  # where the line before ends
    end = raw.find("\n", line.end)
    if end < 0 or right == len(raw):
        # The line ends behind the last line stay what they were.
        return Span(above, len(raw) if end < 0 else end)
    before, after = raw.count("\n", left, line.start), raw.count("\n", line.end, right)
    keeps_before = before >= after if min(before, after) < 2 else before <= after
    return Span(raw.rindex("\n", left, line.start) + 1, below) if keeps_before else Span(above, end)
