"""What is made from something else: the pages of the rules, parts of the README, the examples.

tests/test_generated.py compares it with what is there; ``make docs`` writes it.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.articles import articles
from newsfix.cli.settings.schema import page as settings_page
from newsfix.cli.settings.schema import schema
from newsfix.normalisers import built_in
from newsfix.output.explain import page

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
DOCS = ROOT / "docs"
RULES = DOCS / "rules"

_PART = r"<!-- begin {name} -->\n.*?<!-- end {name} -->"


def generated() -> dict[Path, str]:
    """Return what each generated file should hold."""
    files = dict(_examples())
    files |= {
        RULES / f"{rule.code}.md": page(rule, family.name)
        for family in built_in()
        for rule in family.rules
    }
    files[RULES / "README.md"] = "# Rules\n\n" + _rules("")
    files[DOCS / "newsfix.schema.json"] = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    files[DOCS / "settings.md"] = settings_page()
    files[README] = _readme(README.read_text("utf-8"))
    return files


def _examples() -> Iterator[tuple[Path, str]]:
    for article in articles():
        yield ROOT / f"examples/{article.name}.txt", article.text
        yield ROOT / f"examples/{article.name}.gold.txt", article.gold


def _readme(text: str) -> str:
    article = next(one for one in articles() if one.name == "short")
    path = f"examples/{article.name}.txt"
    parts = {
        "garbled": _quoted(article.text),
        "check": _console(
            f"newsfix check {path}", _output(["check", "--stdin-filename", path, "-"], article.text)
        ),
        "repaired": _quoted(_output(["fix", "-"], article.text)),
        "rules": _summary(),
    }
    for name, content in parts.items():
        pattern = re.compile(_PART.format(name=name), re.DOTALL)
        before, after = pattern.split(text)  # ValueError if the part is not there once
        text = f"{before}<!-- begin {name} -->\n{content}<!-- end {name} -->{after}"
    return text


def _quoted(text: str) -> str:
    return "".join(f"> {line}\n" if line else ">\n" for line in text.rstrip("\n").split("\n"))


def _console(command: str, output: str) -> str:
    return f"```console\n$ {command}\n{output}```\n"


def _output(arguments: Sequence[str], given: str) -> str:
    """Return what the command prints when ``given`` is its standard input."""
    done = subprocess.run(
        (sys.executable, "-m", "newsfix", *arguments),
        input=given.encode("utf-8"),
        capture_output=True,
        check=False,
    )
    return done.stdout.decode("utf-8")


def _summary() -> str:
    """Return the families and their rules as a table."""
    rows = ["| family | rules |", "|---|---|"]
    for family in built_in():
        links = (f"[{rule.code}](docs/rules/{rule.code}.md) {rule.name}" for rule in family.rules)
        rows.append(f"| {family.name} | {', '.join(links)} |")
    return "\n".join(rows) + "\n"


def _rules(folder: str) -> str:
    """Return all rules as a table with one rule a line."""
    rows = ["| code | name | family | what is wrong |", "|---|---|---|---|"]
    for family in built_in():
        for rule in family.rules:
            state = "" if rule.default else " (off by default)"
            rows.append(
                f"| [{rule.code}]({folder}{rule.code}.md) | {rule.name} | {family.name} | {rule.summary}{state} |"
            )
    return "\n".join(rows) + "\n"
