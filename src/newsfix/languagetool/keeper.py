"""Run a program for as long as somebody is there who wants it: then nothing is ever left behind.

``python keeper.py PROGRAM ARGUMENT…`` ends the program when its own standard input ends, which also
happens when the process at the other end is killed.
"""

import os
import signal
import subprocess
import sys
import threading


def keep(command: list[str]) -> int:
    """Run ``command`` until standard input ends or it does; return its status."""
    for number in (signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        signal.signal(number, signal.SIG_IGN)  # the end of the input is the one sign that counts
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603  # whoever starts us names it

    def wait_for_the_end() -> None:
        while os.read(sys.stdin.fileno(), 4096):
            pass
        process.kill()

    threading.Thread(target=wait_for_the_end, daemon=True).start()
    return process.wait()


if __name__ == "__main__":
    raise SystemExit(keep(sys.argv[1:]))
