"""The arguments of the command line."""

from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from typing import get_args

from newsfix import __version__
from newsfix.profile import Commas, Quotes, Style

_EXIT_CODES = """\
exit status:
  0  nothing is wrong, or everything was repaired
  1  findings are left
  2  bad usage, a file that cannot be read or written, or an internal error
"""
FORMATS = tuple("concise full json json-lines sarif github gitlab junit rdjson".split())
#: What a file may be written in; newsfix.formats knows how.
MARKUP = ("text", "markdown", "html", "rst", "asciidoc", "json", "jsonl", "yaml")
STDIN = "-"


def parser() -> ArgumentParser:
    """Return the parser of ``newsfix``."""
    top = ArgumentParser(
        prog="newsfix",
        description="Find and repair what machine translation and republishing leave in news text.",
        epilog=_EXIT_CODES,
        formatter_class=RawDescriptionHelpFormatter,
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
            formatter_class=RawDescriptionHelpFormatter,
        )
        _add_paths(command)
        _add_settings(command)
        _add_rules(command)
        _add_style(command)
        _add_limits(command)
        _add_running(command)
        _add_output(command)
        _add_languagetool(command)
        if name == "fix":
            _add_fixing(command)
    _add_baseline(commands.add_parser("baseline", help="keep what is found now, to be left alone"))
    explain = commands.add_parser("explain", help="say what a rule is about, with examples")
    explain.add_argument("rule", metavar="CODE", help="a code such as PUN101, or a rule's name")
    rules = commands.add_parser("rules", help="list the rules")
    rules.add_argument("--output-format", choices=("text", "json"), default="text")
    _add_languagetool_command(
        commands.add_parser("languagetool", help="get LanguageTool, or try it")
    )
    return top


def _add_languagetool_command(command: ArgumentParser) -> None:
    actions = command.add_subparsers(dest="action", required=True, metavar="ACTION")
    install = actions.add_parser(
        "install", help="get it from Maven Central, every artifact checked"
    )
    install.add_argument("--home", metavar="FOLDER", help="where to put it")
    install.add_argument(
        "--languages", default="en", metavar="CODE,…", help="what it is to know (en)"
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


def _add_paths(command: ArgumentParser, *, optional: bool = False) -> None:
    command.add_argument(
        "paths",
        nargs="*" if optional else "+",
        default=["."],
        metavar="PATH",
        help="a file, or a folder of text, Markdown and HTML files"
        + (" (this one)" if optional else "; or - for standard input"),
    )
    command.add_argument(
        "--format",
        choices=MARKUP,
        help="what markup is in the files, if it is not seen from their names",
    )
    command.add_argument(
        "--fields",
        action="append",
        default=[],
        type=_selectors,
        metavar="NAME,…",
        help="what is prose in JSON and YAML: keys, or paths with dots (article.*.body); then folders are searched for them, too",
    )
    command.add_argument(
        "--encoding", help="the encoding of the files, if it is not seen from them"
    )
    if not optional:
        command.add_argument(
            "--stdin-filename", metavar="PATH", help="what to call standard input in the output"
        )


def _add_settings(command: ArgumentParser) -> None:
    group = command.add_argument_group("settings")
    group.add_argument(
        "--config", metavar="FILE", help="read the settings of this file, not of the nearest one"
    )
    group.add_argument("--isolated", action="store_true", help="read no settings from any file")
    group.add_argument(
        "--show-settings", action="store_true", help="print the settings that count, and stop"
    )
    group.add_argument(
        "--exclude",
        action="append",
        default=[],
        metavar="PATTERN",
        help="pass over these files and folders when a folder is looked through",
    )
    group.add_argument(
        "--no-gitignore",
        action="store_true",
        help="look at what git ignores, too, when a folder is looked through",
    )
    group.add_argument(
        "--force-exclude",
        action="store_true",
        help="pass over excluded files even if they are named: pre-commit names every file",
    )


def _add_rules(command: ArgumentParser) -> None:
    group = command.add_argument_group("choosing rules")
    for flag, summary in (
        ("--select", "run these rules only"),
        ("--extend-select", "run these rules too"),
        ("--ignore", "do not run these rules"),
    ):
        group.add_argument(
            flag,
            action="append",
            default=[],
            type=_selectors,
            metavar="RULE,…",
            help=f"{summary}: codes, beginnings of codes, names, families, or ALL",
        )
    group.add_argument(
        "--per-file-ignores",
        action="append",
        default=[],
        type=_per_file,
        metavar="PATTERN:RULE,…",
        help="do not run these rules on files that the pattern fits",
    )
    group.add_argument(
        "--threshold",
        action="append",
        default=[],
        type=_threshold,
        metavar="[RULE=]P",
        help="the confidence at which a fix is applied (0.95), of all rules or of some",
    )
    group.add_argument(
        "--no-restraint",
        action="store_true",
        help="repair odd marks and capitals in long texts too that are otherwise clean",
    )


def _add_style(command: ArgumentParser) -> None:
    group = command.add_argument_group("house style")
    group.add_argument(
        "--style", choices=get_args(Style), help="American, British or Indian English"
    )
    group.add_argument(
        "--quotes", choices=get_args(Quotes), help="the quotation marks that repairs put in"
    )
    group.add_argument(
        "--commas", choices=get_args(Commas), help="where commas stand beside a closing mark"
    )
    group.add_argument(
        "--keep-residue",
        action="append",
        default=[],
        metavar="PHRASE",
        help="leave lines of page furniture with this phrase (a whole line, if * is in it)",
    )
    group.add_argument(
        "--accept",
        action="append",
        default=[],
        type=_selectors,
        metavar="WORD,…",
        help="words and names that are right, written just so",
    )


def _add_limits(command: ArgumentParser) -> None:
    group = command.add_argument_group("leaving alone")
    group.add_argument(
        "--baseline", metavar="FILE", help="leave alone what this file of “newsfix baseline” knows"
    )
    group.add_argument(
        "--changed-since",
        metavar="REV",
        help="lines alone that differ from where this branch left REV, by git; new files wholly",
    )


def _add_baseline(command: ArgumentParser) -> None:
    command.description = "Keep what is found now in a file, to be left alone from now on."
    _add_paths(command, optional=True)
    _add_settings(command)
    _add_rules(command)
    _add_style(command)
    _add_running(command)
    _add_languagetool(command)
    group = command.add_argument_group("output")
    group.add_argument("--output", metavar="FILE", help="the file to write (newsfix-baseline.json)")
    group.add_argument(
        "--prune",
        action="store_true",
        help="add nothing to the file; drop what is not found any more",
    )
    group.add_argument(
        "--min-confidence",
        type=_probability,
        metavar="P",
        help="keep findings that are at least this likely (0.5)",
    )
    group.add_argument("-q", "--quiet", action="store_true", help="print errors only")
    command.set_defaults(
        baseline=None, changed_since=None, stdin_filename=None, output_format="concise"
    )


def _add_running(command: ArgumentParser) -> None:
    group = command.add_argument_group("running")
    group.add_argument(
        "-j",
        "--jobs",
        type=_count,
        default=0,
        metavar="N",
        help="how many processes work on many files (0, the default: one for each core)",
    )
    group.add_argument(
        "--no-cache", action="store_true", help="neither read nor keep what was found before"
    )
    group.add_argument(
        "--cache-dir",
        metavar="FOLDER",
        help="where that is kept (.newsfix_cache, beside the settings)",
    )


def _add_languagetool(command: ArgumentParser) -> None:
    group = command.add_argument_group("grammar, by LanguageTool (needs Java, or a server)")
    for flag, value, summary in (
        (
            "--languagetool",
            "on",
            "ask a LanguageTool server too; go on without it if there is none",
        ),
        ("--languagetool=required", "required", "the same, and an error if there is none"),
        ("--languagetool=off", "off", "ask none, whatever the settings say"),
    ):
        # Each is a flag of its own: a value of its own would take the first path for it.
        group.add_argument(
            flag, action="store_const", const=value, dest="languagetool", help=summary
        )
    group.add_argument("--languagetool-url", metavar="URL", help="a server that runs already")
    group.add_argument("--languagetool-home", metavar="FOLDER", help="where it is installed")
    group.add_argument(
        "--languagetool-language",
        metavar="CODE",
        help="the language to check, if it is not English: de-DE, fr …",
    )


def _add_output(command: ArgumentParser) -> None:
    group = command.add_argument_group("output")
    group.add_argument("--output-format", choices=FORMATS, default="concise")
    group.add_argument("-o", "--output-file", metavar="FILE", help="write the report to a file")
    group.add_argument(
        "--report",
        metavar="FILE",
        help="write a page of HTML too: original and repaired text side by side",
    )
    group.add_argument(
        "--min-confidence",
        type=_probability,
        metavar="P",
        help="report findings that are at least this likely (0.5)",
    )
    group.add_argument("--statistics", action="store_true", help="count the findings of each rule")
    group.add_argument("-q", "--quiet", action="store_true", help="print errors only")
    group.add_argument("--exit-zero", action="store_true", help="exit with 0 if findings are left")


def _add_fixing(command: ArgumentParser) -> None:
    group = command.add_argument_group("fixing")
    group.add_argument(
        "--diff", action="store_true", help="print a patch (in UTF-8) and change nothing"
    )
    group.add_argument(
        "--exit-non-zero-on-fix",
        action="store_true",
        help="exit with 1 if a file was changed, even if nothing is left",
    )


def _probability(value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0.0 <= number <= 1.0:
        message = f"a probability from 0 to 1, not {value!r}"
        raise ArgumentTypeError(message)
    return number


def _threshold(value: str) -> tuple[str, float]:
    """Return a selector, empty for all rules, and its threshold."""
    selector, equals, number = value.rpartition("=")
    if equals and not selector.strip():
        message = f"a rule, = and a probability, not {value!r}"
        raise ArgumentTypeError(message)
    return selector.strip(), _probability(number)


def _count(value: str) -> int:
    if not (value.isascii() and value.isdigit()):
        message = f"a number from 0 on, not {value!r}"
        raise ArgumentTypeError(message)
    return int(value)


def _per_file(value: str) -> tuple[str, list[str]]:
    pattern, colon, selectors = value.rpartition(":")
    if not colon or not pattern or not _selectors(selectors):
        message = f"a pattern, a colon and rules, not {value!r}"
        raise ArgumentTypeError(message)
    return pattern, _selectors(selectors)


def _selectors(value: str) -> list[str]:
    return [selector.strip() for selector in value.split(",") if selector.strip()]
