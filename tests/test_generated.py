"""What is generated is fresh; NEWSFIX_REWRITE=1 (``make docs``) writes it anew."""

import os
from pathlib import Path

import pytest

from tools.generate import ROOT, RULES, generated

FILES = generated()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_generated_files_are_fresh(path: Path) -> None:
    if os.environ.get("NEWSFIX_REWRITE"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(FILES[path], "utf-8")
    assert path.read_text("utf-8") == FILES[path], "run “make docs”"


def test_no_page_is_left_of_a_rule_that_is_gone() -> None:
    stale = set(RULES.glob("*.md")) - set(FILES)
    if os.environ.get("NEWSFIX_REWRITE"):
        for path in stale:
            path.unlink()
        stale = set()
    assert not stale
