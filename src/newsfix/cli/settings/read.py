"""Find the settings file and read it; what is wrong with it is said in one line."""

from pathlib import Path
from typing import Any

from newsfix.cli.settings.model import Settings, declared
from newsfix.selectors import nearest

NAMES = ("newsfix.toml", ".newsfix.toml")
PROJECT = "pyproject.toml"


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
    known = {one.key: one for one in declared()}
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            raise ValueError(f"{path}: no setting is called {key!r}{nearest(key, known)}")
        values[known[key].name] = known[key].kind.take(f"{path}: {key}", value)
    if values.get("baseline"):  # it lies beside the settings, wherever newsfix runs
        values["baseline"] = str(path.parent / values["baseline"])
    return Settings(**values)


def _toml(path: Path) -> dict[str, Any]:
    import tomllib  # slow to import, and needed where there is a file

    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: is no TOML: {error}") from None
    except OSError as error:
        raise ValueError(f"{path}: {(error.strerror or str(error)).lower()}") from None
