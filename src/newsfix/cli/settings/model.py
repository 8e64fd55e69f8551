"""What can be set: the one declaration from which all else about the settings is made."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from fnmatch import fnmatch
from pathlib import PurePath
from typing import Any, NamedTuple, get_args

from newsfix.cli.settings.kinds import (
    FLAG,
    LANGUAGE,
    PROBABILITY,
    SECONDS,
    STRING,
    STRINGS,
    Kind,
    choice,
    table,
)
from newsfix.formats import FORMATS
from newsfix.profile import ENGLISH, Commas, Quotes, Style

_ON = True


class Declared(NamedTuple):
    """A setting as it is declared."""

    #: The name in the file.
    key: str
    #: The name of the field.
    name: str
    kind: Kind
    about: str
    #: What says the same on the command line.
    option: str


def _setting(default: Any, kind: Kind, about: str, option: str) -> Any:
    declared = {"kind": kind, "about": about, "option": option}
    if default == {}:
        return field(default_factory=dict, metadata=declared)
    return field(default=default, metadata=declared)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project wants; every field is a key of the file, with hyphens."""

    select: tuple[str, ...] = _setting(
        (),
        STRINGS,
        "Run these rules only: codes, beginnings of codes, names, families, or ALL.",
        "--select RULE,…",
    )
    extend_select: tuple[str, ...] = _setting(
        (),
        STRINGS,
        "Run these rules beside those that are on by default.",
        "--extend-select RULE,…",
    )
    ignore: tuple[str, ...] = _setting((), STRINGS, "Do not run these rules.", "--ignore RULE,…")
    per_file_ignores: Mapping[str, tuple[str, ...]] = _setting(
        {},
        table("pattern of paths", STRINGS),
        "Do not run these rules on files that the pattern fits.",
        "--per-file-ignores PATTERN:RULE,…",
    )
    exclude: tuple[str, ...] = _setting(
        (), STRINGS, "Pass over these files and folders: patterns of paths.", "--exclude PATTERN"
    )
    respect_gitignore: bool = _setting(_ON, FLAG, "Pass over what git ignores.", "--no-gitignore")
    fields: tuple[str, ...] = _setting(
        (),
        STRINGS,
        "What is prose in JSON, YAML and (beside titles and summaries) front matter: keys, or paths with dots;"
        " JSON and YAML are then found in folders too.",
        "--fields NAME,…",
    )
    formats: Mapping[str, str] = _setting(
        {},
        table("pattern of paths", choice(tuple(FORMATS))),
        "What markup is in files that the pattern fits; the first pattern that fits counts.",
        "--format FORMAT",
    )
    threshold: float = _setting(
        0.95, PROBABILITY, "The confidence at which a fix is applied.", "--threshold P"
    )
    thresholds: Mapping[str, float] = _setting(
        {},
        table("rule or family", PROBABILITY),
        "The same for some rules; a code goes before its beginning, and that before a family.",
        "--threshold RULE=P",
    )
    min_confidence: float = _setting(
        0.5, PROBABILITY, "Report what is at least this likely.", "--min-confidence P"
    )
    restraint: bool = _setting(
        _ON,
        FLAG,
        "In long texts that are otherwise clean, only suggest repairs of marks and capitals.",
        "--no-restraint",
    )
    languagetool: str = _setting(
        "off",
        choice(("off", "on", "required"), {True: "on", False: "off"}),
        "Ask a LanguageTool server about grammar; required: it is an error if there is none.",
        "--languagetool",
    )
    languagetool_url: str = _setting(
        "", STRING, "The address of a server that runs already.", "--languagetool-url URL"
    )
    languagetool_home: str = _setting(
        "", STRING, "The folder where LanguageTool is installed.", "--languagetool-home FOLDER"
    )
    languagetool_start: float = _setting(
        30.0,
        SECONDS,
        "How long its server may take to start.",
        "--languagetool-start SECONDS",
    )
    baseline: str = _setting(
        "",
        STRING,
        "The file of what is known and left alone, beside the settings; “newsfix baseline” writes it.",
        "--baseline FILE",
    )
    language: str = _setting(
        ENGLISH,
        LANGUAGE,
        "What the texts are written in; rules that do not know it do not run.",
        "--language CODE",
    )
    style: Style | None = _setting(
        None,
        choice(get_args(Style)),
        "American, British or Indian English; it implies `commas`.",
        "--style STYLE",
    )
    quotes: Quotes | None = _setting(
        None,
        choice(get_args(Quotes)),
        "The quotation marks and apostrophes that repairs put in; else each text decides.",
        "--quotes KIND",
    )
    commas: Commas | None = _setting(
        None,
        choice(get_args(Commas)),
        "Where commas and full stops stand beside a closing mark; it turns QUO201 or QUO202 on.",
        "--commas PLACE",
    )
    keep_residue: tuple[str, ...] = _setting(
        (),
        STRINGS,
        "Lines of page furniture with these phrases stay; with `*` in it, one is for a whole line.",
        "--keep-residue PHRASE",
    )
    accept: tuple[str, ...] = _setting(
        (), STRINGS, "Words and names that are right, written just so.", "--accept WORD"
    )

    def ignored_in(self, path: str) -> tuple[str, ...]:
        """Return what is not run on the file at ``path``, beside what is not run on any."""
        return tuple(
            selector
            for pattern, selectors in self.per_file_ignores.items()
            if matches(path, pattern)
            for selector in selectors
        )

    def excludes(self, path: str) -> bool:
        """Say whether the file at ``path`` is passed over."""
        return any(matches(path, pattern) for pattern in self.exclude)

    def format_of(self, path: str) -> str | None:
        """Return the format that is set for the file at ``path``, if one is."""
        return next((one for at, one in self.formats.items() if matches(path, at)), None)


def declared() -> Iterator[Declared]:
    """Yield what can be set, in order."""
    for one in fields(Settings):
        yield Declared(one.name.replace("_", "-"), one.name, **one.metadata)


def matches(path: str, pattern: str) -> bool:
    """Say whether a pattern means a path, its name, or a folder that it is in.

    >>> matches("news/old/a.md", "old"), matches("news/a.md", "*.md"), matches("news/a.md", "new")
    (True, True, False)
    """
    pure = PurePath(path)
    pattern = pattern.rstrip("/")
    ways = [pure.as_posix(), *pure.parts, *(one.as_posix() for one in pure.parents)]
    return any(fnmatch(way, pattern) for way in ways)
