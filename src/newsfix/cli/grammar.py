"""LanguageTool for one run: found, started once, shared by all files and processes, and ended."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import NamedTuple

from newsfix.cli.settings import Settings


class Service(NamedTuple):
    """Where LanguageTool answers, and what its answers depend on."""

    url: str
    version: str


@contextmanager
def grammar_for(settings: Settings) -> Iterator[tuple[Service | None, str]]:
    """Give the service that the settings ask for, for as long as the context lasts; None without one.

    What is in the way comes with it, in one line; ValueError if LanguageTool is required.
    """
    if settings.languagetool == "off":
        yield None, ""
        return
    from newsfix.languagetool import GrammarError

    with ExitStack() as stack:
        service, reason = None, ""
        try:
            service = _service(settings, stack)
        except GrammarError as error:
            if settings.languagetool == "required":
                raise ValueError(str(error)) from None
            reason = f"grammar was left out: {error}"
        yield service, reason


def _service(settings: Settings, stack: ExitStack) -> Service:
    from newsfix.languagetool import Grammar, Server, find_home

    if settings.languagetool_url:
        url = settings.languagetool_url
    else:
        home = find_home(settings.languagetool_home or None)
        url = stack.enter_context(Server(home, limit=settings.languagetool_start)).url
    return Service(url, Grammar(url).version(settings.language))
