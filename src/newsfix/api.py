"""The two functions that most users need."""

from functools import cache

from newsfix.finding import Finding
from newsfix.pipeline import Pipeline
from newsfix.report import Report


def fix(text: str, *, format: str = "text") -> Report:  # noqa: A002  # what users call it
    """Repair ``text`` with the default pipeline, as far as it is sure.

    ``report.text`` is the repaired text; ``report.findings`` says what was found and what of it
    was applied; ``report.changes`` are the edits. Spans are half-open ranges of code points of the
    text given. ``format`` is "text", "markdown" or "html": of markup only the prose is looked at, and
    no edit touches anything else. TypeError for anything but a str, ValueError for another format.

    >>> report = fix("The vote , they said,was over.")
    >>> report.text
    'The vote, they said, was over.'
    >>> [(finding.code, tuple(finding.span)) for finding in report.applied]
    [('PUN101', (8, 10)), ('PUN102', (20, 21))]
    """
    if not isinstance(text, str):
        message = f"newsfix works on a str, not on {type(text).__name__}"
        raise TypeError(message)
    return _default().run(text, format=format)


def check(text: str, *, format: str = "text") -> tuple[Finding, ...]:  # noqa: A002
    """Return the findings that ``fix`` would report, those included that it would apply.

    >>> [finding.message for finding in check("The end , at last.")]
    ['A space before “,”.']
    """
    return fix(text, format=format).findings


@cache
def _default() -> Pipeline:
    return Pipeline()
