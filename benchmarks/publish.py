"""Write what a benchmark measured: the figures for programs, and a page for people."""

import json
from pathlib import Path


def publish(folder: Path, name: str, results: object, page: str) -> None:
    """Put ``results`` into NAME.json and ``page`` into NAME.md of ``folder``, which is made if it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    figures = json.dumps(results, ensure_ascii=False, indent=1)
    (folder / f"{name}.json").write_text(f"{figures}\n", "utf-8")
    (folder / f"{name}.md").write_text(page, "utf-8")
