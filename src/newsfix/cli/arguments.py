"""The arguments of the command line."""

import os
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from functools import cache
from typing import Any

from newsfix import __version__
from newsfix.cli import options
from newsfix.cli.values import probability

_EXIT_CODES = """\
exit status:
  0  nothing is wrong, or everything was repaired
  1  findings are left
  2  bad usage, a file that cannot be read or written, or an internal error
"""
STDIN = "-"


class _Parser(ArgumentParser):
    """A parser whose help is as wide as the terminal."""

    def __init__(self, **said: Any) -> None:
        super().__init__(**{"formatter_class": _Help, **said})


class _Help(RawDescriptionHelpFormatter):
    # argparse makes one for every option, and each would ask shutil, which is slow to import.
    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_width())


@cache
def _width() -> int:
    try:
        return int(os.environ["COLUMNS"]) - 2
    except (KeyError, ValueError):
        pass
    try:
        return os.get_terminal_size().columns - 2
    except OSError:
        return 78


def parser() -> ArgumentParser:
    """Return the parser of ``newsfix``."""
    top = _Parser(
        prog="newsfix",
        description="Find and repair what machine translation and republishing leave in news text.",
        epilog=_EXIT_CODES,
    )
    top.add_argument("--version", action="version", version=f"newsfix {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, summary in (
        ("check", "report what is wrong and change nothing"),
        ("fix", "repair what is sure, in place, and report the rest"),
    ):
        command = commands.add_parser(
            name,
            help=summary,
            description=summary.capitalize() + ".",
            epilog=_EXIT_CODES,
        )
        options.add_paths(command)
        options.add_settings(command)
        options.add_rules(command)
        options.add_style(command)
        options.add_limits(command)
        options.add_running(command)
        options.add_output(command)
        options.add_languagetool(command)
        if name == "fix":
            options.add_fixing(command)
    _add_baseline(commands.add_parser("baseline", help="keep what is found now, to be left alone"))
    explain = commands.add_parser("explain", help="say what a rule is about, with examples")
    explain.add_argument("rule", metavar="CODE", help="a code such as PUN101, or a rule's name")
    rules = commands.add_parser("rules", help="list the rules")
    rules.add_argument("--output-format", choices=("text", "json"), default="text")
    _add_languagetool_command(
        commands.add_parser("languagetool", help="get LanguageTool, or try it")
    )
    return top


def _add_baseline(command: ArgumentParser) -> None:
    command.description = "Keep what is found now in a file, to be left alone from now on."
    options.add_paths(command, optional=True)
    options.add_settings(command)
    options.add_rules(command)
    options.add_style(command)
    options.add_running(command)
    options.add_languagetool(command)
    group = command.add_argument_group("output")
    group.add_argument("--output", metavar="FILE", help="the file to write (newsfix-baseline.json)")
    group.add_argument(
        "--prune",
        action="store_true",
        help="add nothing to the file; drop what is not found any more",
    )
    group.add_argument(
        "--min-confidence",
        type=probability,
        metavar="P",
        help="keep findings that are at least this likely (0.5)",
    )
    group.add_argument("-q", "--quiet", action="store_true", help="print errors only")
    command.set_defaults(
        baseline=None, changed_since=None, stdin_filename=None, output_format="concise"
    )


def _add_languagetool_command(command: ArgumentParser) -> None:
    actions = command.add_subparsers(dest="action", required=True, metavar="ACTION")
    install = actions.add_parser(
        "install", help="get it from Maven Central, every artifact checked"
    )
    install.add_argument("--home", metavar="FOLDER", help="where to put it")
    install.add_argument(
        "--languages", default="en", metavar="CODE,…", help="what it is to know beside English"
    )
    install.add_argument(
        "--by",
        choices=("maven", "wrapper"),
        default="maven",
        help="who gets it: Maven, or language-tool-python from its own site",
    )
    status = actions.add_parser("status", help="say what there is, and whether it works")
    status.add_argument("--home", metavar="FOLDER", help="where it is installed")
    status.add_argument("--url", metavar="URL", help="a server that runs already")
