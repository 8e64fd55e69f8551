"""A digest of newsfix itself, of what it stands on and of what is plugged into it."""

import os
import sys
import unicodedata
from collections.abc import Iterator
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec
from pathlib import Path
from re import match

from newsfix.plugins import offered

_THIS = "newsfix"


def fingerprint() -> str:
    """Return a digest of all that decides what is found, beside the text and the settings.

    It is made from the contents of files, so it is the same on another machine with the same
    versions, and another one after any change to a rule, a word list or a plugged-in normaliser.
    """
    digest = blake2b(digest_size=16)
    for part in _parts():
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)
    return digest.hexdigest()


def _parts() -> Iterator[bytes]:
    yield f"{sys.implementation.cache_tag} {unicodedata.unidata_version}".encode()
    yield from _contents(Path(__file__).parent.parent)
    for name in _dependencies():
        yield f"{name} {_version(name)}".encode()
    for point in offered():
        yield f"{point.name} {point.value}".encode()
        top = find_spec(point.module.partition(".")[0])
        if top is not None:
            places = top.submodule_search_locations or filter(None, [top.origin])
            for place in places:
                yield from _contents(Path(place))


def _contents(place: Path) -> Iterator[bytes]:
    """Yield the names and contents of all files in a folder but the compiled ones; or of a file."""
    if place.is_file():
        yield place.read_bytes()
    for root, folders, files in os.walk(place):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            path = Path(root, name)
            yield str(path.relative_to(place)).encode("utf-8", "surrogateescape")
            yield path.read_bytes()


def _dependencies() -> Iterator[str]:
    try:
        requirements = requires(_THIS) or []
    except PackageNotFoundError:  # it runs from a folder and is not installed
        return
    for requirement in requirements:
        name = match(r"[\w.-]+", requirement)
        if name:
            yield name[0]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # an extra that is not installed
        return ""
