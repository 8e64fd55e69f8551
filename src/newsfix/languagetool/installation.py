"""Find LanguageTool on this machine, or get it."""

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from newsfix.languagetool.errors import GrammarError

VERSION = "6.8"
#: Other languages without which the server does not come up: its guess of a language knows them.
_ALWAYS = ("ca", "es", "pt")
#: Says which languages newsfix put there: their files alone do not, for those above are halves.
_LIST = "languages.txt"
_SERVER_JARS = ("languagetool-server*.jar", "libs/languagetool-server*.jar")
#: Seconds for Maven to get everything.
LIMIT = 1_800


def default_home(environment: Mapping[str, str] = os.environ) -> Path:
    """Return where ``newsfix languagetool install`` puts it unless told otherwise."""
    data = environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "newsfix" / f"LanguageTool-{VERSION}"


def is_home(folder: Path) -> bool:
    """Say whether a folder holds a LanguageTool server."""
    return any(any(folder.glob(pattern)) for pattern in _SERVER_JARS)


def find_home(named: str | None = None, environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of an installation: the one that is named, or the newest that is found.

    ``LTP_PATH``, the folder that language-tool-python downloads into and newsfix's own are looked
    through. GrammarError if there is none.
    """
    if named:
        folder = Path(named).expanduser()
        for one in (folder, *_versions(folder)):
            if is_home(one):
                return one
        raise GrammarError(f"{named}: holds no LanguageTool (languagetool-server.jar)")
    places = [Path(environment[key]) for key in ("LTP_PATH",) if environment.get(key)]
    places.append(Path.home() / ".cache" / "language_tool_python")
    for one in (*(home for place in places for home in (place, *_versions(place))), default_home()):
        if is_home(one):
            return one
    raise GrammarError("no LanguageTool is installed; “newsfix languagetool install” gets it")


def install(
    home: Path | None = None, *, languages: Sequence[str] = ("en",), maven: str = "mvn"
) -> Path:
    """Get LanguageTool from Maven Central into ``home``; return that.

    Maven finds the artifacts, as the machine is set up; every one is compared with the SHA-256 that
    newsfix ships, and nothing is put in place unless all agree. An installation that newsfix made and
    that lacks one of ``languages`` is made anew, with that too. GrammarError says what is wrong.
    """
    home = home or default_home()
    program = shutil.which(maven)
    if program is None:
        raise GrammarError("Maven (mvn) is needed to get LanguageTool, and is not on this machine")
    if home.exists() and (not home.is_dir() or any(home.iterdir())):
        if not is_home(home):
            raise GrammarError(f"{home}: is there and holds something else")
        known = _languages(home)
        missing = sorted({*languages} - known)
        if not missing:
            return home
        if not (home / _LIST).is_file():
            raise GrammarError(f"{home}: has no “{missing[0]}”, and newsfix did not make it")
        languages = sorted({*languages, *known})
    home.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home.parent, prefix=".languagetool-") as made:
        place = Path(made)
        (place / "pom.xml").write_text(_project(languages), "utf-8")
        _run(program, place)
        check(place / "libs")
        (place / "libs" / _LIST).write_text("\n".join(languages) + "\n", "utf-8")
        if home.exists():
            home.replace(place / "before")
        (place / "libs").replace(home)
    return home


def install_by_wrapper(version: str = VERSION) -> Path:
    """Have language-tool-python download LanguageTool; GrammarError if it is not installed or fails."""
    try:
        from language_tool_python.download_lt import LocalLanguageTool
    except ImportError:
        raise GrammarError(
            "pip install “newsfix[languagetool]” brings language-tool-python"
        ) from None
    local = LocalLanguageTool.from_version_name(version)
    try:
        local.download()
        return Path(local.get_directory_path())
    # Without Java it raises ModuleNotFoundError or even SystemExit.
    except (Exception, SystemExit) as error:  # noqa: BLE001
        raise GrammarError(f"language-tool-python cannot download it: {error}") from None


def check(folder: Path) -> None:
    """Compare every artifact in ``folder`` with its pinned SHA-256; GrammarError names one that differs."""
    pinned = pins()
    for jar in sorted(folder.glob("*.jar")):
        if jar.name not in pinned:
            raise GrammarError(
                f"{jar.name} is no part of LanguageTool {VERSION} as newsfix knows it"
            )
        if hashlib.sha256(jar.read_bytes()).hexdigest() != pinned[jar.name]:
            raise GrammarError(f"{jar.name} is not what newsfix knows (its SHA-256 differs)")
    if not is_home(folder):
        raise GrammarError("Maven brought no languagetool-server")


def pins() -> dict[str, str]:
    """Return the SHA-256 of every artifact by its file name."""
    lines = files(__package__).joinpath("data/artifacts.sha256").read_text("utf-8").splitlines()
    return {name: digest for digest, name in map(str.split, lines)}


def _languages(home: Path) -> frozenset[str]:
    """Return the languages that an installation knows: those put there, or all that it has files of."""
    if (home / _LIST).is_file():
        return frozenset((home / _LIST).read_text("utf-8").split())
    names = (one.name for one in (*home.glob("language-*.jar"), *home.glob("libs/language-*.jar")))
    return frozenset(re.split(r"-\d|\.", name)[0].removeprefix("language-") for name in names)


def _project(languages: Sequence[str]) -> str:
    text = files(__package__).joinpath("data/pom.xml").read_text("utf-8")
    language = files(__package__).joinpath("data/language.xml").read_text("utf-8")
    wanted = dict.fromkeys(languages)
    for code in wanted:
        if f"language-{code}-{VERSION}.jar" not in pins():
            raise GrammarError(f"LanguageTool {VERSION} has no language {code!r}")
    bare = [code for code in _ALWAYS if code not in wanted]
    blocks = [language.format(code=code, excluded="none") for code in wanted]
    blocks += [language.format(code=code, excluded="*") for code in bare]
    return text.format(version=VERSION, languages="".join(blocks)).replace("{version}", VERSION)


def _run(maven: str, place: Path) -> None:
    command = [maven, "--batch-mode", "--quiet", "dependency:copy-dependencies"]
    try:
        done = subprocess.run(  # noqa: S603  # the user's own Maven
            [*command, f"-DoutputDirectory={place / 'libs'}", "-DincludeScope=runtime"],
            cwd=place,
            capture_output=True,
            text=True,
            timeout=LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise GrammarError(f"Maven was not done within {LIMIT} seconds") from None
    if done.returncode:
        lines = [line for line in (done.stdout + done.stderr).splitlines() if "ERROR" in line]
        raise GrammarError(f"Maven fails: {(lines or ['it says nothing'])[0][:300]}")


def _versions(folder: Path) -> list[Path]:
    """Return the folders of installations inside ``folder``, the newest first."""
    found = [one for one in folder.glob("LanguageTool-*") if one.is_dir()]
    return sorted(
        found,
        key=lambda one: [int(n) for n in one.name.split("-")[1].split(".") if n.isdigit()],
        reverse=True,
    )
