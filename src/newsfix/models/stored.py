"""The files of the models: read when first asked for, and refused if they are not what was shipped."""

from functools import cache
from pkgutil import get_data

_MANIFEST = "data/manifest.tsv"


class ModelError(Exception):
    """A file of a model is missing or not the one that was shipped."""


def stored(name: str) -> bytes:
    """Return the bytes of a file of a model; ModelError unless its hash is that of the manifest."""
    from hashlib import sha256

    data = _read(f"data/{name}")
    if sha256(data).hexdigest() != _manifest().get(name):
        raise ModelError(f"newsfix.models/data/{name} is damaged: install newsfix again")
    return data


@cache
def _manifest() -> dict[str, str]:
    lines = _read(_MANIFEST).decode().splitlines()
    return dict(line.split("\t") for line in lines if line and line[0] != "#")


def _read(name: str) -> bytes:
    try:
        data = get_data("newsfix.models", name)
    except OSError as error:
        raise ModelError(f"newsfix.models/{name} is missing: install newsfix again") from error
    if data is None:
        raise ModelError(f"newsfix.models/{name} cannot be read")
    return data
