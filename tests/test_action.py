"""The GitHub Action, as far as it can be run without GitHub: its steps, under bash."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

yaml = pytest.importorskip("yaml", reason="comes with pre-commit")
pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")

ACTION: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[1] / "action.yml").read_text("utf-8")
)
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
_INPUT = re.compile(r"\$\{\{ inputs\.([\w-]+) \}\}")
#: In place of pip: it says what it was asked to install.
_PIP = '#!/bin/sh\necho "$@" >>"$RUNNER_TEMP/asked"\n'
#: In place of python3, which would make the environment that is there already.
_PYTHON = "#!/bin/sh\nexit 0\n"


@pytest.fixture
def runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a runner, in which newsfix is this one; the working folder is another."""
    temp = tmp_path / "temp"
    programs = temp / "newsfix/bin"
    programs.mkdir(parents=True)
    newsfix = f'#!/bin/sh\nexec "{sys.executable}" -m newsfix "$@"\n'
    for path, content in (
        (programs / "pip", _PIP),
        (programs / "newsfix", newsfix),
        (temp / "python3", _PYTHON),
    ):
        path.write_text(content)
        path.chmod(0o755)
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return temp


def step(number: int, runner: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run a step as GitHub would, with these inputs and the others as they are by default."""
    given = {name: spec["default"] for name, spec in ACTION["inputs"].items()}
    given |= {name.replace("_", "-"): value for name, value in inputs.items()}
    chosen = STEPS[number]
    environment = {
        name: _INPUT.sub(lambda match: given[match[1]], value)
        for name, value in chosen["env"].items()
    }
    environment |= {"RUNNER_TEMP": str(runner), "GITHUB_ACTION_PATH": "/the action"}
    environment["PATH"] = f"{runner}{os.pathsep}{os.environ['PATH']}"
    script = runner / "step.sh"
    script.write_text(chosen["run"])
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_input_is_used_and_every_used_one_is_declared() -> None:
    used = set(re.findall(r"inputs\.([\w-]+)", json.dumps(STEPS)))
    assert used == set(ACTION["inputs"])
    assert all(spec["description"] for spec in ACTION["inputs"].values())
    assert all(one["shell"] == "bash" for one in STEPS if "run" in one)
    # What a user writes reaches the shell through the environment, where it is no code.
    assert not any("${{" in one.get("run", "") for one in STEPS)


@pytest.mark.parametrize(("version", "wanted"), [("", "/the action"), ("0.1.0", "newsfix==0.1.0")])
def test_what_is_asked_for_is_installed(runner: Path, version: str, wanted: str) -> None:
    assert step(0, runner, version=version).returncode == 0
    assert (runner / "asked").read_text() == f"install --quiet {wanted}\n"


def test_findings_are_annotations_and_a_failure(runner: Path) -> None:
    Path("a b.txt").write_text("Paris , France.\n")
    ran = step(1, runner)
    assert ran.returncode == 1
    assert ran.stdout.startswith("::")
    assert "a b.txt" in ran.stdout


def test_paths_and_arguments_come_one_a_line(runner: Path) -> None:
    for name in ("a b.txt", "-c.txt", "d.txt"):
        Path(name).write_text("Paris , France.\n")
    ran = step(
        1,
        runner,
        command="fix",
        paths="a b.txt\n-c.txt\n",
        args="--exit-non-zero-on-fix\n--per-file-ignores=-c*:PUN\n",
    )
    assert ran.returncode == 1, ran.stderr
    texts = [Path(name).read_text() for name in ("a b.txt", "-c.txt", "d.txt")]
    assert texts == ["Paris, France.\n", "Paris , France.\n", "Paris , France.\n"]


def test_a_report_is_written_for_code_scanning(runner: Path) -> None:
    Path("a.txt").write_text("The vote was held in Lyon.\n")
    assert step(1, runner, output_format="sarif", output_file="out.sarif").returncode == 0
    assert json.loads(Path("out.sarif").read_text())["version"] == "2.1.0"


def test_no_input_is_code(runner: Path) -> None:
    Path("a.txt").write_text("The vote was held in Lyon.\n")
    for name in ("paths", "args", "version", "command", "output_format"):
        for number in (0, 1):
            step(number, runner, **{name: '$(touch "$RUNNER_TEMP/bad"); `touch bad`'})
    assert not (runner / "bad").exists()
    assert not Path("bad").exists()
