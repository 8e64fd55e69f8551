"""A digest of newsfix itself, of what it stands on and of what is plugged into it."""

import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

from newsfix.plugins import distributions, offered

#: Files of models: each is named, with its hash, in a manifest beside it, and refused if it is not that.
_NAMED_ELSEWHERE = ".bin"


def fingerprint() -> str:
    """Return a digest of all that decides what is found, beside the text and the settings.

    It is made from the contents of files (of an installed newsfix: from their hashes in its record), and from
    the names and versions of all that is installed; so it is the same on another machine with the same
    versions, and another one after any change to a rule, a word list or a plugged-in normaliser.
    """
    digest = blake2b(digest_size=16)
    for part in _parts():
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)
    return digest.hexdigest()


def _parts() -> Iterator[bytes]:
    yield f"{sys.implementation.cache_tag} {unicodedata.unidata_version}".encode()
    installed = sorted({folder.name: folder for folder in distributions()}.items())
    yield from _own(folder for _, folder in installed)
    for name, _ in installed:
        yield os.fsencode(name)
    for point in offered():
        from importlib.util import find_spec  # slow to import

        yield f"{point.name} {point.value}".encode()
        top = find_spec(point.module.partition(".")[0])
        if top is not None:
            places = top.submodule_search_locations or filter(None, [top.origin])
            for place in places:
                yield from _contents(Path(place))


def _own(installed: Iterable[Path]) -> Iterator[bytes]:
    """Yield the record that was made when newsfix was installed, or else all of its files."""
    package = Path(__file__).parent.parent
    for folder in installed:
        record = folder / "RECORD"
        is_own = folder.parent == package.parent and folder.name.startswith(f"{package.name}-")
        if is_own and record.is_file():  # some who package it for others leave that out
            yield record.read_bytes()
            return
    yield from _contents(package, without=_NAMED_ELSEWHERE)


def _contents(place: Path, without: str = "\0") -> Iterator[bytes]:
    """Yield the names and contents of all files in a folder but the compiled ones; or of a file."""
    if place.is_file():
        yield place.read_bytes()
    for root, folders, files in os.walk(place):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            if not name.endswith(without):
                path = Path(root, name)
                yield os.fsencode(path.relative_to(place))
                yield path.read_bytes()
