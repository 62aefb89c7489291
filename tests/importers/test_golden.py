"""Each file in golden/ gives the articles and failures that the JSON file beside it shows.

With CULTUREX_UPDATE=1 the JSON files are rewritten; read the difference before it is kept.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from culturex.importers import FORMATS, SUFFIXES, read_bytes, read_file
from culturex.model.article import Article

GOLDEN = Path(__file__).parent / "golden"
INPUTS = sorted(p for p in GOLDEN.glob("[!.]*") if not (p.suffix == ".json" and p.with_suffix("").suffix))


def shape(path: Path) -> list[dict[str, Any]]:
    return [
        {key: value for key, value in asdict(found).items() if value and key != "sha256"}
        for found in read_file(Path(path.name))
    ]


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.name)
def test_file_gives_what_is_shown_beside_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(GOLDEN)
    expected = path.with_name(path.name + ".json")
    produced = shape(path)
    if os.environ.get("CULTUREX_UPDATE"):
        expected.write_text(json.dumps(produced, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert produced == json.loads(expected.read_text("utf-8"))


def test_every_format_has_a_golden_file() -> None:
    assert {SUFFIXES[path.suffix] for path in INPUTS} == set(FORMATS)


@pytest.mark.parametrize("path", [p for p in INPUTS if SUFFIXES[p.suffix] in ("json", "jsonl", "html")], ids=str)
def test_the_same_from_standard_input(path: Path) -> None:
    """Bytes without a name are recognised, and give the same texts."""
    by_name = [found.text for found in read_file(path) if isinstance(found, Article)]
    by_content = [found.text for found in read_bytes(path.read_bytes(), name="-") if isinstance(found, Article)]
    assert by_content == by_name
