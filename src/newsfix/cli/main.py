"""From arguments to an exit status."""

import contextlib
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence

from newsfix.cli.arguments import parser

#: Nothing is wrong, or all of it is repaired.
CLEAN = 0
#: Findings are left.
FINDINGS = 1
#: The command, a file or newsfix itself is at fault.
ERROR = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``newsfix`` with ``arguments`` (those of the process unless given); return its status."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):  # a stream of a test may be any stream
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        status = _status(arguments)
        sys.stdout.flush()  # here, where a reader that is gone can still be dealt with
    except ValueError as error:
        print(f"newsfix: {error}", file=sys.stderr)
        return ERROR
    except KeyboardInterrupt:
        print("newsfix: interrupted", file=sys.stderr)
        return ERROR
    except BrokenPipeError:
        _drop_output()  # whoever read it has seen enough
        return CLEAN
    except OSError as error:  # those of files are told where they happen
        print(f"newsfix: {error.strerror or error}", file=sys.stderr)
        _drop_output()
        return ERROR
    except Exception:  # noqa: BLE001  # a status of 1 would say that findings are left
        from traceback import print_exc  # slow to import

        print_exc()
        print("newsfix: internal error; please report it with what stands above", file=sys.stderr)
        return ERROR
    return status


def _status(arguments: Sequence[str] | None) -> int:
    try:
        options = parser().parse_args(arguments)
    except SystemExit as exit_:  # argparse has said what there is to say
        return exit_.code if isinstance(exit_.code, int) else ERROR
    return _COMMANDS[options.command](options)


def _drop_output() -> None:
    """Send what is left of the output nowhere, else Python tries once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _check(options: Namespace) -> int:
    from newsfix.cli.check import check

    return _settings(options) if options.show_settings else check(options)


def _fix(options: Namespace) -> int:
    from newsfix.cli.fix import fix

    return _settings(options) if options.show_settings else fix(options)


def _baseline(options: Namespace) -> int:
    from newsfix.cli.baseline import baseline

    return _settings(options) if options.show_settings else baseline(options)


def _settings(options: Namespace) -> int:
    from newsfix.cli.look import settings_for
    from newsfix.cli.settings import shown

    for line in shown(settings_for(options)[0]):
        print(line)
    return CLEAN


def _explain(options: Namespace) -> int:
    from newsfix.cli.describe import explain

    return explain(options)


def _rules(options: Namespace) -> int:
    from newsfix.cli.describe import rules

    return rules(options)


def _languagetool(options: Namespace) -> int:
    from newsfix.cli.languagetool import languagetool

    return languagetool(options)


# Imported when called, so that "newsfix --version" loads none of them.
_COMMANDS: Mapping[str, Callable[[Namespace], int]] = {
    "check": _check,
    "fix": _fix,
    "baseline": _baseline,
    "explain": _explain,
    "rules": _rules,
    "languagetool": _languagetool,
}
