"""The tables of words that the suggester reads."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from culturex import suggest

FOLDER = Path(suggest.__file__).parent
TABLES = sorted(FOLDER.glob("*.toml")) + sorted((FOLDER / "languages").glob("*/*.toml"))


def lists(table: dict[str, Any], above: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield the lists of words of a table with their names, be they lists or texts parted by semicolons or spaces.

    Patterns are left out: they tell the ending of each case in turn, and two cases may have the same.
    """
    for name, value in table.items():
        if name == "patterns":
            continue
        if isinstance(value, dict):
            yield from lists(value, f"{above}{name}.")
        elif isinstance(value, str):
            words = value.split(";") if ";" in value else value.split()
            yield f"{above}{name}", [" ".join(word.split()) for word in words if word.strip()]
        elif isinstance(value, list):
            yield f"{above}{name}", [word for word in value if isinstance(word, str)]


@pytest.mark.parametrize("file", TABLES, ids=lambda file: str(file.relative_to(FOLDER)))
def test_no_list_has_a_word_twice(file: Path) -> None:
    told = lists(tomllib.loads(file.read_text("utf-8")))
    twice = {name: [word for word, times in Counter(words).items() if times > 1] for name, words in told}
    assert {name: words for name, words in twice.items() if words} == {}
