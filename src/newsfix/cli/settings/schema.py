"""What is said of the settings elsewhere: a JSON schema for editors, and a page."""

from collections.abc import Mapping
from typing import Any

from newsfix.cli.settings.model import Settings, declared
from newsfix.cli.settings.show import toml

_HEAD = """\
# Settings

They stand in the nearest `newsfix.toml`, `.newsfix.toml` or `[tool.newsfix]` of a `pyproject.toml`, from the
working folder upwards. The command line wins. `newsfix check --show-settings .` prints those that count;
[newsfix.schema.json](newsfix.schema.json) tells them to editors.

| setting | what it does | value | unless set | on the command line |
|---|---|---|---|---|
"""
_EXAMPLE = """
```toml
extend-select = ["QUO201"]
exclude = ["archive", "*.min.html"]
style = "us"
accept = ["eBay", "Duran Duran"]
keep-residue = ["Read the full report", "Photo: *"]

[thresholds]
punctuation = 0.9
PUN101 = 1.0

[per-file-ignores]
"letters/*" = ["casing"]

[formats]
"*.txt" = "markdown"
```
"""


def schema() -> dict[str, Any]:
    """Return the JSON schema of a settings file."""
    defaults = Settings()
    properties = {}
    for one in declared():
        default = getattr(defaults, one.name)
        known = {} if default is None else {"default": _plain(default)}
        properties[one.key] = {"description": one.about, **one.kind.schema, **known}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Settings of newsfix",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }


def page() -> str:
    """Return the page about the settings."""
    defaults = Settings()
    rows = []
    for one in declared():
        default = getattr(defaults, one.name)
        unset = f"`{toml(default)}`" if default or default is False else ""
        about = f"`{one.key}` | {one.about} | {one.kind.words} | {unset} | `{one.option}`"
        rows.append(f"| {about} |\n")
    return _HEAD + "".join(rows) + _EXAMPLE


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value
