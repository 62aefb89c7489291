"""Who coded what, and which articles go by which name: what comparing coders needs."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection
from pathlib import PurePath


def coders(connection: sqlite3.Connection) -> list[str]:
    """Return everyone who coded an event that is in the store, the one with most events first."""
    found = connection.execute(
        "SELECT coder FROM events WHERE coder IS NOT NULL GROUP BY coder ORDER BY count(*) DESC, coder"
    )
    return [row[0] for row in found]


def articles_named(connection: sqlite3.Connection, names: Collection[str]) -> dict[str, list[int]]:
    """Return the numbers of the articles by name, of those in *names*: the source without folders and ending."""
    found: dict[str, list[int]] = defaultdict(list)
    wanted = set(names)
    for number, source in connection.execute("SELECT id, source FROM articles WHERE source IS NOT NULL ORDER BY id"):
        name = PurePath(source).stem
        if name in wanted:
            found[name].append(number)
    return dict(found)
