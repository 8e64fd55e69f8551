"""``newsfix languagetool``: get it, and say what there is."""

import shutil
import subprocess
from argparse import Namespace
from pathlib import Path

from newsfix.languagetool import Grammar, GrammarError, Server, find_home, install
from newsfix.languagetool.installation import default_home, install_by_wrapper


def languagetool(options: Namespace) -> int:
    """Carry out one of the commands; return the exit status."""
    try:
        return _COMMANDS[options.action](options)
    except GrammarError as error:
        raise ValueError(str(error)) from None


def _install(options: Namespace) -> int:
    if options.by == "wrapper":
        home = install_by_wrapper()
    else:
        print("Getting LanguageTool with Maven; that takes a minute or two.", flush=True)
        home = install(
            Path(options.home).expanduser() if options.home else default_home(),
            languages=tuple(dict.fromkeys(("en", *options.languages.split(",")))),
        )
    print(f"LanguageTool is in {home}")
    return 0


def _status(options: Namespace) -> int:
    """Say whether there is Java, an installation, and a server that starts and answers."""
    java = shutil.which("java")
    print(f"Java: {_java_version(java) if java else 'not on this machine'}")
    if options.url:
        print(f"Server: {options.url} (LanguageTool {Grammar(options.url).version()})")
        return 0
    home = find_home(options.home)
    print(f"Installation: {home}")
    with Server(home) as server:
        print(f"Server: starts and answers (LanguageTool {Grammar(server.url).version()})")
    return 0


def _java_version(java: str) -> str:
    done = subprocess.run(  # noqa: S603  # the user's own Java
        [java, "-version"], capture_output=True, text=True, check=False, timeout=30
    )
    return (done.stderr or done.stdout).partition("\n")[0].strip() or java


_COMMANDS = {"install": _install, "status": _status}
