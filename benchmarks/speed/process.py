"""What a process of newsfix costs: to start, to import, in memory."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

_MEMORY = """
import sys
from pathlib import Path

def peak():
    # Not ru_maxrss, which a process has from the one that started it.
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0])

text = Path(sys.argv[1]).read_text("utf-8")
before = peak()
import newsfix
newsfix.fix(text)
print(before, peak())
"""
_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
_SMALL = "The mayor , they said,left the town on Monday. “It is late,” he added.\n"


def starts(rounds: int) -> dict[str, float]:
    """Return the median wall-clock milliseconds of whole processes, taking turns."""
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder, "small.txt")
        small.write_text(_SMALL, "utf-8")
        command = (sys.executable, "-m", "newsfix")
        commands = {
            "python -c pass": (sys.executable, "-c", "pass"),
            "import newsfix": (sys.executable, "-c", "import newsfix"),
            "newsfix --version": (*command, "--version"),
            "newsfix check (small file)": (*command, "check", str(small)),
            "import ftfy": (sys.executable, "-c", "import ftfy"),
        }
        # Compiled modules are kept, as where a package is installed; the first round makes them.
        environment = {key: os.environ[key] for key in os.environ if key != _NO_BYTECODE}
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, arguments in commands.items():
                start = perf_counter()
                subprocess.run(arguments, capture_output=True, check=False, env=environment)
                times[name].append(1000 * (perf_counter() - start))
    return {name: round(median(taken), 1) for name, taken in times.items()}


def memory(text: str) -> dict[str, Any] | None:
    """Return the peak memory of a process that repairs ``text``, in MB, and before it began.

    None where the system does not tell (it is read from Linux's /proc).
    """
    if not Path("/proc/self/status").exists():
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "text.txt")
        path.write_text(text, "utf-8", errors="replace")
        done = subprocess.run(
            (sys.executable, "-c", _MEMORY, str(path)), capture_output=True, check=True, text=True
        )
    before, peak = map(int, done.stdout.split())
    return {
        "megabytes_of_text": round(len(text.encode("utf-8", "replace")) / 1e6, 2),
        "before_mb": round(before / 1024, 1),
        "peak_mb": round(peak / 1024, 1),
    }
