"""``newsfix check``: report, change nothing."""

from argparse import Namespace

from newsfix.cli.look import Errors, look
from newsfix.cli.tell import plural, report, tell
from newsfix.files import FileError


def check(options: Namespace) -> int:
    """Report what is wrong in the files; return the exit status."""
    errors = Errors()
    results = [looked.result for looked in look(options, errors)]
    found = sum(len(result.findings) for result in results)
    fixable = sum(result.fixable for result in results)
    summary = ""
    if found:
        files = sum(bool(result.findings) for result in results)
        repair = f" “newsfix fix” repairs {fixable} of them [*]." if fixable else ""
        summary = f"{plural(found, 'finding')} in {plural(files, 'file')}.{repair}"
    try:
        tell(results, options, summary)
        report(results, options)
    except FileError as error:
        errors.tell(error)
    if errors.any:
        return 2
    return 1 if found and not options.exit_zero else 0
