"""Find the files that are to be looked at."""

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

from newsfix.files.ignore import Ignored
from newsfix.formats import DATA, FORMATS

#: In folders, files with these endings are looked at; a file that is named is, whatever its ending.
TEXT_ENDINGS = tuple(chain(*(endings for name, endings in FORMATS.items() if name not in DATA)))
#: Files of data are as often settings: they are looked at if somebody says what in them is prose.
DATA_ENDINGS = tuple(chain(*(FORMATS[name] for name in DATA)))


def find_files(
    paths: Iterable[str],
    *,
    respect_gitignore: bool = True,
    excluded: Callable[[str], bool] = lambda _: False,
    data: bool = False,
    wanted: Callable[[str], bool] = lambda _: False,
) -> Iterator[str]:
    """Yield the files that ``paths`` name, each once: files as they are, folders by what they hold.

    Inside a folder, what is hidden, what git ignores (unless ``respect_gitignore`` is false) and what is
    ``excluded``, a folder with all that it holds, is passed over; so are JSON and YAML without ``data``,
    and other files that are no text, unless they are ``wanted``. What does not exist or cannot be listed is
    yielded too, for reading it to say so.
    """
    endings = TEXT_ENDINGS + DATA_ENDINGS if data else TEXT_ENDINGS
    seen: set[str] = set()
    for path in paths:
        if _is_folder(path):
            ignored = Ignored.around(path) if respect_gitignore else None
            files: Iterable[str] = sorted(_text_files(path, ignored, excluded, endings, wanted))
        else:
            files = [path]
        for file in files:
            real = os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                yield file


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except OSError:
        return False


def _text_files(
    folder: str,
    ignored: Ignored | None,
    excluded: Callable[[str], bool],
    endings: tuple[str, ...],
    wanted: Callable[[str], bool],
) -> Iterator[str]:
    folders = [(folder, ignored)]
    while folders:
        here, ignored = folders.pop()
        try:
            entries = list(os.scandir(here))
        except OSError:
            yield here
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            is_folder = entry.is_dir(follow_symlinks=False)
            path = str(Path(here, entry.name))
            is_text = entry.name.lower().endswith(endings)
            if not (is_folder or is_text or wanted(path)):
                continue
            if excluded(path) or (ignored and ignored.holds(entry.name, is_folder=is_folder)):
                continue
            if is_folder:
                folders.append((path, ignored and ignored.within(entry.name)))
            elif not entry.is_dir():  # a link to a folder is not followed
                yield path
