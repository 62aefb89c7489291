"""The codebooks of a store: every version that was ever used."""

from __future__ import annotations

import sqlite3

from culturex.model import codebook
from culturex.model.codebook import Codebook


def codebooks(connection: sqlite3.Connection) -> list[Codebook]:
    """Return the codebooks of a store, each once, the one in use (adopted last) first."""
    texts = dict.fromkeys(row[0] for row in connection.execute("SELECT toml FROM codebooks ORDER BY id DESC"))
    return [_read(text) for text in texts]


def in_use(connection: sqlite3.Connection) -> Codebook:
    """Return the codebook in use: the one adopted last."""
    row = connection.execute("SELECT toml FROM codebooks ORDER BY id DESC LIMIT 1").fetchone()
    return _read(row[0]) if row else codebook.default()


def _read(text: str) -> Codebook:
    return codebook.default() if text == codebook.default().text else codebook.read(text, "the store's codebook")
