"""The language tables: one folder per language (ISO 639-1), one TOML file per concern.

``language.toml`` (name, frequent words, script), ``dates.toml``, ``people.toml``, ``organizations.toml``,
``events.toml`` and ``page.toml``. A file that is missing is an empty table: a language may begin with dates alone.
Adding a language or a word needs no code.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(language: str, concern: str) -> dict[str, Any]:
    """Return the table of a *concern* (``dates``, ``people`` ...) for an ISO 639-1 code; empty where there is none."""
    path = files(__package__) / language / f"{concern}.toml"
    if not language.isalpha() or not path.is_file():
        return {}
    return tomllib.loads(path.read_text("utf-8"))


@cache
def known() -> tuple[str, ...]:
    """Return the codes of all languages that have a folder, in alphabetical order."""
    return tuple(sorted(f.name for f in files(__package__).iterdir() if f.is_dir() and not f.name.startswith("_")))
