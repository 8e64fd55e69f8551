"""LanguageTool for one run: found, started once, shared by all files and processes, and ended."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import NamedTuple

from newsfix.cli.settings import Settings


class Service(NamedTuple):
    """Where LanguageTool answers, and what its answers depend on."""

    url: str
    version: str
    language: str | None


@contextmanager
def grammar_for(settings: Settings, *, quiet: bool) -> Iterator[Service | None]:
    """Give the service that the settings ask for, for as long as the context lasts; None without one.

    What is in the way is told in one line; ValueError if LanguageTool is required.
    """
    if settings.languagetool == "off":
        yield None
        return
    from newsfix.languagetool import GrammarError

    with ExitStack() as stack:
        service = None
        try:
            service = _service(settings, stack)
        except GrammarError as error:
            if settings.languagetool == "required":
                raise ValueError(str(error)) from None
            if not quiet:
                print(f"newsfix: grammar was left out: {error}", file=sys.stderr)
        yield service


def _service(settings: Settings, stack: ExitStack) -> Service:
    from newsfix.languagetool import Grammar, Server, find_home

    if settings.languagetool_url:
        url = settings.languagetool_url
    else:
        home = find_home(settings.languagetool_home or None)
        url = stack.enter_context(Server(home)).url
    language = settings.languagetool_language or None
    return Service(url, Grammar(url).version(), language)
