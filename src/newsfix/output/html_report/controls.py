"""The parts of the page that count: the summary, the filters, the list of files."""

from collections import Counter
from collections.abc import Sequence

from newsfix.output.html_report.kinds import family_of, rule_names
from newsfix.output.html_report.markup import attribute
from newsfix.output.result import Result


def summary(results: Sequence[Result]) -> str:
    """Return a sentence about all files, with those in which nothing was found, and what was left out."""
    skipped = dict.fromkeys(reason for result in results for reason in result.report.skipped)
    return " ".join(
        [_summary(results), *(f"Not all was looked at: {attribute(one)}." for one in skipped)]
    )


def _summary(results: Sequence[Result]) -> str:
    findings = [finding for result in results for finding in result.findings]
    repairs = sum(finding.applied for finding in findings)
    touched = sum(bool(result.findings) for result in results)
    if not findings:
        return f"Nothing was found in {plural(len(results), 'file')}."
    return (
        f"{plural(len(findings), 'finding')} in {touched:,} of {plural(len(results), 'file')}: "
        f"{plural(repairs, 'repair')}, {plural(len(findings) - repairs, 'suggestion')}."
    )


def families(results: Sequence[Result]) -> str:
    """Return a box to tick for each family that reported something, the key to its marks as well."""
    counted = Counter(family_of(one) for result in results for one in result.findings)
    return "\n".join(
        f'<label><input type="checkbox" name="family" value="{attribute(name)}" checked> '
        f'<span class="mark {style(name)}">{attribute(name)}</span> '
        f'<span class="count">{count:,}</span></label>'
        for name, count in sorted(counted.items())
    )


def rules(results: Sequence[Result]) -> str:
    """Return the rules that reported something, to choose one of."""
    counted = Counter(one.code for result in results for one in result.findings)
    names = rule_names()
    return "\n".join(
        f'<option value="{attribute(code)}">'
        f"{attribute(code)} {attribute(names.get(code, ''))} ({count:,})</option>"
        for code, count in sorted(counted.items())
    )


def files(results: Sequence[Result]) -> str:
    """Return links to the files in which something was found."""
    return "\n".join(
        f'<li><a href="#file-{number}"><bdi>{attribute(result.path)}</bdi></a> '
        f'<span class="count">{len(result.findings):,}</span></li>'
        for number, result in enumerate(results, start=1)
    )


def style(family: str) -> str:
    """Return the class that marks a family; names of families are words, plugins' may be anything."""
    return f"family-{''.join(one for one in family if one.isascii() and one.isalnum())}"


def plural(count: int, what: str) -> str:
    """Return a count with its noun."""
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"
