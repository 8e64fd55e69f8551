"""Settings of the test run.

``pytest`` draws other examples each time; in CI (NEWSFIX_DRAW_THE_SAME) the code alone decides what lands.
"""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "newsfix", deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", parent=settings.get_profile("newsfix"), max_examples=3000)
settings.register_profile("same", parent=settings.get_profile("newsfix"), derandomize=True)
settings.load_profile("same" if os.environ.get("NEWSFIX_DRAW_THE_SAME") else "newsfix")


def pytest_configure(config: pytest.Config) -> None:
    """Keep what is compiled even where Python is told not to: a hundred tests start newsfix anew.

    It is kept beside pytest's own cache, never in the tree.
    """
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
        compiled = Path(config.rootpath, ".pytest_cache", "compiled")
        os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix = str(compiled)
        sys.dont_write_bytecode = False
