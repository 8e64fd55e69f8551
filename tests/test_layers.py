"""What may import what, and who may talk to the world."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import newsfix

PACKAGE = Path(newsfix.__file__).parent
ROOT = PACKAGE.parents[1]
MODULES = sorted(
    path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] != "cli"
)
#: What prints, and what reaches out of the process by other ways than files.
TALKS = {
    "print",
    "input",
    "exit",
    "quit",
    "breakpoint",
    "sys.stdout",
    "sys.stderr",
    "sys.stdin",
} | {
    *("sys.exit", "sys.argv", "logging", "warnings", "subprocess", "socket", "http.client"),
    *("urllib.request", "webbrowser"),
}
#: The one package that starts and asks another program.
TALKER = "languagetool"
#: What reads and writes files.
FILES = {"open", "os", "pathlib.Path", "tempfile", "shutil", "io", "glob"}


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def uses(path: Path) -> frozenset[str]:
    """Return what a module calls by a bare name, and what it takes from other modules."""
    return frozenset(_uses(path))


def _uses(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield f"{node.value.id}.{node.attr}"


def test_the_contracts_about_layers_are_kept() -> None:
    pytest.importorskip("importlinter")
    command = Path(sys.executable).with_name("lint-imports")
    ran = subprocess.run(
        [command, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "2 kept, 0 broken" in ran.stdout


def test_only_the_command_line_prints() -> None:
    others = (path for path in MODULES if path.parent.name != TALKER)
    assert not {path.name: found for path in others if (found := TALKS.intersection(uses(path)))}


def test_only_what_is_there_for_files_reads_them() -> None:
    others = (path for path in MODULES if path.parent.name not in ("files", "cache", TALKER))
    others = (path for path in others if path.name != "plugins.py")  # it reads what is installed
    assert not {path.name: found for path in others if (found := FILES.intersection(uses(path)))}


def test_what_prints_and_reads_would_be_noticed() -> None:
    found = {
        name
        for folder in ("cli", "files")
        for path in (PACKAGE / folder).glob("*.py")
        for name in uses(path)
    }
    assert found >= {"print", "sys.stdout", "sys.stderr", "pathlib.Path", "os"}


SLOW = ("regex", "ftfy", "wcwidth", "numpy", "importlib.metadata", "unittest", "asyncio")


def loaded(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sys.modules, sep='\\n')"
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(ran.stdout.split())


@pytest.mark.parametrize("statement", ["import newsfix", "import newsfix.cli"])
def test_starting_loads_nothing_slow(statement: str) -> None:
    extra = loaded(statement) - loaded("pass")
    assert "newsfix" in extra
    assert not {name for name in extra if name.startswith(SLOW)}
    assert not {name for name in extra if name.startswith("newsfix.normalisers")}


def test_clean_text_loads_neither_ftfy_nor_the_width_of_characters() -> None:
    extra = loaded("import newsfix; newsfix.fix('The vote was held in Lyon.')")
    assert "newsfix.pipeline.run" in extra
    assert not {name for name in extra if name.startswith(("ftfy", "wcwidth"))}
