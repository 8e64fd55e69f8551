"""Settings from ``newsfix.toml``, ``.newsfix.toml`` or ``[tool.newsfix]`` of ``pyproject.toml``.

The nearest file above the working folder counts, and the command line wins over it.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from fnmatch import fnmatch
from pathlib import Path, PurePath
from typing import Any

NAMES = ("newsfix.toml", ".newsfix.toml")
PROJECT = "pyproject.toml"
_CHOICES = {"languagetool": ("off", "on", "required")}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project wants; every field is a key of the file, with hyphens."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    #: Rules that are not run on some files: a pattern of paths, and selectors.
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    #: Files and folders that are passed over.
    exclude: tuple[str, ...] = ()
    #: Whether what git ignores is passed over too.
    respect_gitignore: bool = True
    #: The values of JSON and YAML that are prose; then these files are looked at in folders too.
    fields: tuple[str, ...] = ()
    threshold: float = 0.95
    min_confidence: float = 0.5
    restraint: bool = True
    #: Whether a LanguageTool server is asked: off, on, or required.
    languagetool: str = "off"
    #: The address of one that runs already.
    languagetool_url: str = ""
    #: The folder of an installation.
    languagetool_home: str = ""
    #: The language that it checks; English of the text's own kind unless given.
    languagetool_language: str = ""
    #: The file that says what is known and left alone.
    baseline: str = ""

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


def matches(path: str, pattern: str) -> bool:
    """Say whether a pattern means a path, its name, or a folder that it is in.

    >>> matches("news/old/a.md", "old"), matches("news/a.md", "*.md"), matches("news/a.md", "new")
    (True, True, False)
    """
    pure = PurePath(path)
    pattern = pattern.rstrip("/")
    ways = [pure.as_posix(), *pure.parts, *(one.as_posix() for one in pure.parents)]
    return any(fnmatch(way, pattern) for way in ways)


def find(folder: Path) -> Path | None:
    """Return the settings file that counts in ``folder``: the nearest one above it, if there is one."""
    for place in (folder, *folder.parents):
        for name in NAMES:
            if (place / name).is_file():
                return place / name
        project = place / PROJECT
        if project.is_file() and "newsfix" in _toml(project).get("tool", {}):
            return project
    return None


def read(path: Path) -> Settings:
    """Read a settings file; ValueError says in one line what is wrong with it."""
    table = _toml(path)
    if path.name == PROJECT:
        table = table.get("tool", {}).get("newsfix", {})
    known = {one.name.replace("_", "-"): one.name for one in fields(Settings)}
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            near = get_close_matches(key, known, n=1, cutoff=0.4)
            hint = f"; the nearest is {near[0]!r}" if near else ""
            raise ValueError(f"{path}: no setting is called {key!r}{hint}")
        values[known[key]] = _checked(path, key, value)
    if values.get("baseline"):  # it lies beside the settings, wherever newsfix runs
        values["baseline"] = str(path.parent / values["baseline"])
    return Settings(**values)


def shown(settings: Settings) -> Iterator[str]:
    """Yield the settings as the lines of a ``newsfix.toml``."""
    tables = []
    for one in fields(Settings):
        key, value = one.name.replace("_", "-"), getattr(settings, one.name)
        if isinstance(value, Mapping):
            tables += [
                "",
                f"[{key}]",
                *(f"{_quoted(name)} = {_list(them)}" for name, them in value.items()),
            ]
        elif isinstance(value, tuple):
            yield f"{key} = {_list(value)}"
        elif isinstance(value, str):
            yield f"{key} = {_quoted(value)}"
        else:
            yield f"{key} = {str(value).lower()}"
    yield from tables


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: is no TOML: {error}") from None
    except OSError as error:
        raise ValueError(f"{path}: {(error.strerror or str(error)).lower()}") from None


def _checked(path: Path, key: str, value: object) -> object:
    """Return ``value`` as its field holds it; ValueError if it is of the wrong kind."""
    default = getattr(Settings(), key.replace("-", "_"))
    if isinstance(default, bool):
        if isinstance(value, bool):
            return value
        raise ValueError(f"{path}: {key} is true or false, not {value!r}")
    if isinstance(default, str):
        return _string(path, key, value)
    if isinstance(default, float):
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
            return float(value)
        raise ValueError(f"{path}: {key} is a probability from 0 to 1, not {value!r}")
    if isinstance(default, tuple):
        return _strings(path, key, value)
    if isinstance(value, dict):
        return {name: _strings(path, f"{key}.{name}", them) for name, them in value.items()}
    raise ValueError(f"{path}: {key} is a table, not {value!r}")


def _string(path: Path, key: str, value: object) -> str:
    choices = _CHOICES.get(key)
    if choices and isinstance(value, bool):  # languagetool = true
        value = "on" if value else "off"
    if not isinstance(value, str) or (choices and value not in choices):
        raise ValueError(
            f"{path}: {key} is {' or '.join(choices) if choices else 'a string'}, not {value!r}"
        )
    return value


def _strings(path: Path, key: str, value: object) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    raise ValueError(f"{path}: {key} is a list of strings, not {value!r}")


def _list(values: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_quoted, values))}]"


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
