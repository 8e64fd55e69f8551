"""Show settings so that they can be read again."""

import json
from collections.abc import Iterator, Mapping

from newsfix.cli.settings.model import Settings, declared


def shown(settings: Settings) -> Iterator[str]:
    """Yield the settings as the lines of a ``newsfix.toml``; what is not set is not there."""
    tables = []
    for one in declared():
        value = getattr(settings, one.name)
        if isinstance(value, Mapping):
            tables += [
                "",
                f"[{one.key}]",
                *(f"{_text(at)} = {toml(it)}" for at, it in value.items()),
            ]
        elif value is not None:
            yield f"{one.key} = {toml(value)}"
    yield from tables


def toml(value: object) -> str:
    """Return the value of a setting in TOML.

    >>> toml(("a", "b")), toml(True), toml(0.5)
    ('["a", "b"]', 'true', '0.5')
    """
    if isinstance(value, tuple):
        return f"[{', '.join(map(_text, value))}]"
    return _text(value) if isinstance(value, str) else str(value).lower()


def _text(value: str) -> str:
    # The escapes of JSON are escapes of TOML, which wants one more.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
