"""The functions that most users need."""

from collections.abc import Iterable
from functools import cache
from pathlib import PurePath

from newsfix.finding import Finding
from newsfix.formats import format_of
from newsfix.pipeline import Pipeline
from newsfix.report import Report


def fix(
    text: str,
    *,
    format: str = "text",  # noqa: A002  # what users call it
    fields: Iterable[str] = (),
) -> Report:
    """Repair ``text`` with the default pipeline, as far as it is sure.

    ``report.text`` is the repaired text; ``report.findings`` says what was found and what of it
    was applied; ``report.changes`` are the edits. Spans are half-open ranges of code points of the
    text given. ``format`` is "text", "markdown", "html", "rst", "asciidoc", "json", "jsonl" or "yaml": of
    markup and data only the prose is looked at, and no edit touches anything else. ``fields`` name the
    values of JSON and YAML that are prose, by key ("body") or by path ("article.*.body"); without
    any, they are those that usually are: title, description, summary, text, body and their like.
    What is broken in a file is left as it is: ``report.warnings`` says so.
    TypeError for anything but a str, ValueError for another format.

    >>> report = fix("The vote , they said,was over.")
    >>> report.text
    'The vote, they said, was over.'
    >>> [(finding.code, tuple(finding.span)) for finding in report.applied]
    [('PUN101', (8, 10)), ('PUN102', (20, 21))]
    """
    if not isinstance(text, str):
        message = f"newsfix works on a str, not on {type(text).__name__}"
        raise TypeError(message)
    return _default().run(text, format=format, fields=fields)


def fix_file(
    path: str | PurePath,
    *,
    format: str | None = None,  # noqa: A002
    fields: Iterable[str] = (),
    encoding: str | None = None,
    write: bool = True,
) -> Report:
    """Repair the file at ``path`` in place, as far as it is sure, and report as ``fix`` does.

    Its format is seen from its name and its encoding from its bytes, unless they are given; both, its
    line ends and every byte outside ``report.changes`` are kept. The new file takes the place of the
    old one in one step, and only if something was repaired. Without ``write`` nothing is written.
    newsfix.FileError if it cannot be read as text, or not be written; ValueError for an unknown format.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "vote.json")
    ...     _ = path.write_text('{"id": "a , b", "title": "It rained , again"}')
    ...     _ = fix_file(path)
    ...     path.read_text()
    '{"id": "a , b", "title": "It rained, again"}'
    """
    from newsfix.files import read_file, write_file

    source = read_file(str(path), encoding)
    markup = format_of(source.path) if format is None else format
    report = fix(source.text, format=markup, fields=fields)
    if write and report.changes:
        write_file(source, report.text)
    return report


def check(
    text: str,
    *,
    format: str = "text",  # noqa: A002
    fields: Iterable[str] = (),
) -> tuple[Finding, ...]:
    """Return the findings that ``fix`` would report, those included that it would apply.

    >>> [finding.message for finding in check("The end , at last.")]
    ['A space before “,”.']
    """
    return fix(text, format=format, fields=fields).findings


@cache
def _default() -> Pipeline:
    return Pipeline()
