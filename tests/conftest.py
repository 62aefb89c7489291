"""Fixtures that several test files share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def reference_folder() -> Path:
    """Return the folder that holds the reference articles and codings, beside the checkout or as the variable says."""
    return Path(os.environ.get("CULTUREX_REFERENCE", ROOT.parent / "shared"))


@pytest.fixture(scope="session")
def reference() -> Path:
    """The folder of reference articles (``articles/``) and codings (``gold/``); the test is skipped without it."""
    folder = reference_folder()
    if not (folder / "articles").is_dir():
        pytest.skip("no reference articles beside this checkout")
    return folder
