"""The tutorial: what it tells people to type works, in the order it tells."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "tutorial.md").read_text("utf-8").replace("\\\n", "")
COMMANDS = [
    shlex.split(line)[1:]
    for block in re.findall(r"^```console\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    for line in re.findall(r"^\$ (culturex .*)$", block, re.MULTILINE)
]


@pytest.fixture
def study(home: Path) -> Path:
    """A folder with the samples, as the tutorial begins."""
    shutil.copytree(ROOT / "samples", Path.cwd() / "samples")
    return Path.cwd()


def test_every_command_does_its_work(study: Path, run: Callable[..., Any]) -> None:
    for command in COMMANDS:
        result = run(*command)
        assert result.code == 0, f"culturex {shlex.join(command)}: {result.err}"


def test_it_shows_the_main_commands() -> None:
    main = "init import articles suggest tag list show review edit search stats export history undo"
    assert set(main.split()) <= {command[0] for command in COMMANDS}
