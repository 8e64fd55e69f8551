"""A LanguageTool server on this machine, started within a limit and never left behind."""

import atexit
import contextlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO, Self

from newsfix.languagetool import keeper
from newsfix.languagetool.client import Client
from newsfix.languagetool.errors import GrammarError

#: Seconds within which a server must answer.
START = 30.0
_MAIN = "org.languagetool.server.HTTPServer"
_MEMORY = "-Xmx1g"
_ASK_EVERY = 0.2
_PORT_TAKEN = re.compile(r"already in use|BindException|bind", re.IGNORECASE)
_TRIES = 3
_KNOWN = {
    "already in use": "the port that it was given was taken each time",
    "UnsupportedClassVersionError": "this Java is too old; LanguageTool 6.6 and later need 17",
    "Could not find or load main class": "the installation in {home} is broken or not complete",
    "NoClassDefFoundError": "the installation in {home} is broken or not complete",
}


class Server:
    """A server that was started from an installation; close it, or use it in a ``with``.

    The Java process ends with this one, however this one ends. GrammarError within ``limit`` seconds
    if there is no Java or the server does not come up.
    """

    def __init__(self, home: Path, *, java: str | None = None, limit: float = START) -> None:
        program = java or shutil.which("java")
        if program is None:
            raise GrammarError(
                "there is no Java on this machine; LanguageTool 6.6 and later need 17"
            )
        until = time.monotonic() + limit
        for _ in range(_TRIES):
            self._log: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  # closed with the server
            port = _free_port()
            self._process = _started(program, home, port, self._log)
            atexit.register(self.close)
            self.url = f"http://127.0.0.1:{port}/v2"
            try:
                if self._comes_up(until):
                    return
            except BaseException:
                self.close()
                raise
            said = self._said()
            self.close()
            if not _PORT_TAKEN.search(said):
                break
        if time.monotonic() >= until:
            raise GrammarError(f"LanguageTool did not start within {limit:g} seconds")
        raise GrammarError(f"LanguageTool does not start: {_fault(said, home)}")

    def close(self) -> None:
        """End the server; closing it twice does no harm."""
        atexit.unregister(self.close)
        with contextlib.suppress(OSError):
            if self._process.stdin is not None:
                self._process.stdin.close()
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()

    @property
    def pid(self) -> int:
        """The process that keeps the server."""
        return self._process.pid

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _comes_up(self, until: float) -> bool:
        """Wait until the server answers (True), or ends or the time is over (False)."""
        client = Client(self.url)
        while time.monotonic() < until:
            if self._process.poll() is not None:
                return False
            if client.is_up(min(2.0, max(0.1, until - time.monotonic()))):
                return True
            time.sleep(_ASK_EVERY)
        return False

    def _said(self) -> str:
        self._log.seek(0)
        return self._log.read(100_000).decode("utf-8", "replace")


def _started(java: str, home: Path, port: int, log: IO[bytes]) -> "subprocess.Popen[bytes]":
    home = home.absolute()  # Java works there
    path = [str(home / "*"), str(home / "libs" / "*")]
    separator = ";" if sys.platform == "win32" else ":"
    command = [java, _MEMORY, "-cp", separator.join(path), _MAIN, "--port", str(port)]
    try:
        return subprocess.Popen(  # noqa: S603  # the user's own Java
            [sys.executable, "-I", keeper.__file__, *command],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            cwd=home,
        )
    except OSError as error:
        raise GrammarError(f"LanguageTool does not start: {error.strerror or error}") from None


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _fault(said: str, home: Path) -> str:
    """Return what went wrong by what the log says: what is known of it, or the line that says it best."""
    for pattern, reason in _KNOWN.items():
        if pattern in said:
            return reason.format(home=home)
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    telling = [
        line
        for line in lines
        if re.search(r"error|exception|unsupported|cannot", line, re.IGNORECASE)
    ]
    return (telling or lines or ["it ended at once and said nothing"])[0][:200]
