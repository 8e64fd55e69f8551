"""The options that commands share, in groups."""

from argparse import ArgumentParser
from typing import get_args

from newsfix.cli.values import count, language, per_file, probability, seconds, selectors, threshold
from newsfix.profile import Commas, Quotes, Style

FORMATS = tuple("concise full json json-lines sarif github gitlab junit rdjson".split())
#: What a file may be written in; newsfix.formats knows how.
MARKUP = ("text", "markdown", "html", "rst", "asciidoc", "json", "jsonl", "yaml")


def add_paths(command: ArgumentParser, *, optional: bool = False) -> None:
    """Add the options about what to look at."""
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
        type=selectors,
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


def add_settings(command: ArgumentParser) -> None:
    """Add the options about where the settings are."""
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


def add_rules(command: ArgumentParser) -> None:
    """Add the options about which rules run."""
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
            type=selectors,
            metavar="RULE,…",
            help=f"{summary}: codes, beginnings of codes, names, families, or ALL",
        )
    group.add_argument(
        "--per-file-ignores",
        action="append",
        default=[],
        type=per_file,
        metavar="PATTERN:RULE,…",
        help="do not run these rules on files that the pattern fits",
    )
    group.add_argument(
        "--threshold",
        action="append",
        default=[],
        type=threshold,
        metavar="[RULE=]P",
        help="the confidence at which a fix is applied (0.95), of all rules or of some",
    )
    group.add_argument(
        "--no-restraint",
        action="store_true",
        help="repair odd marks and capitals in long texts too that are otherwise clean",
    )


def add_style(command: ArgumentParser) -> None:
    """Add the options about house style."""
    group = command.add_argument_group("house style")
    group.add_argument(
        "--language",
        type=language,
        metavar="CODE",
        help="what the texts are written in, if it is not English: de, fr, pt-BR …",
    )
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
        type=selectors,
        metavar="WORD,…",
        help="words and names that are right, written just so",
    )


def add_limits(command: ArgumentParser) -> None:
    """Add the options about what is left alone."""
    group = command.add_argument_group("leaving alone")
    group.add_argument(
        "--baseline", metavar="FILE", help="leave alone what this file of “newsfix baseline” knows"
    )
    group.add_argument(
        "--changed-since",
        metavar="REV",
        help="lines alone that differ from where this branch left REV, by git; new files wholly",
    )


def add_running(command: ArgumentParser) -> None:
    """Add the options about how many processes work, and the cache."""
    group = command.add_argument_group("running")
    group.add_argument(
        "-j",
        "--jobs",
        type=count,
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


def add_languagetool(command: ArgumentParser) -> None:
    """Add the options about LanguageTool."""
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
        "--languagetool-start",
        type=seconds,
        metavar="SECONDS",
        help="how long its server may take to start (30)",
    )


def add_output(command: ArgumentParser) -> None:
    """Add the options about what is told, and how."""
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
        type=probability,
        metavar="P",
        help="report findings that are at least this likely (0.5)",
    )
    group.add_argument("--statistics", action="store_true", help="count the findings of each rule")
    group.add_argument("-q", "--quiet", action="store_true", help="print errors only")
    group.add_argument("--exit-zero", action="store_true", help="exit with 0 if findings are left")


def add_fixing(command: ArgumentParser) -> None:
    """Add the options about what becomes of the files."""
    group = command.add_argument_group("fixing")
    group.add_argument(
        "--diff", action="store_true", help="print a patch (in UTF-8) and change nothing"
    )
    group.add_argument(
        "--exit-non-zero-on-fix",
        action="store_true",
        help="exit with 1 if a file was changed, even if nothing is left",
    )
