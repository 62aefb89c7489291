"""Who coded what, what became of it, and which articles go by which name."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Sequence
from pathlib import PurePath

from culturex.model.support import unsupported
from culturex.store import history, rows


def coders(connection: sqlite3.Connection) -> list[str]:
    """Return everyone who coded an event that is in the store, the one with most events first."""
    found = connection.execute(
        "SELECT coder FROM events WHERE coder IS NOT NULL GROUP BY coder ORDER BY count(*) DESC, coder"
    )
    return [row[0] for row in found]


def has_reviewed(connection: sqlite3.Connection, article: int, coder: str) -> bool:
    """Tell whether a person has reviewed or edited events of *coder* in an article."""
    found = connection.execute(
        "SELECT r.event, e.review != 'unreviewed' FROM reports r JOIN events e ON e.id = r.event"
        " WHERE r.article = ? AND e.coder = ?",
        (article, coder),
    )
    return any(reviewed or history.was_edited(connection, event) for event, reviewed in found.fetchall())


def coded_by_others(connection: sqlite3.Connection, articles: Sequence[int], coder: str) -> set[int]:
    """Return those of *articles* with events that a person reviewed, edited or merged, or not *coder* coded."""
    found = connection.execute(
        "SELECT r.article, r.event, e.review != 'unreviewed' OR e.coder IS NOT ? OR EXISTS (SELECT 1 FROM reports o"
        " WHERE o.event = r.event AND o.article != r.article) FROM reports r JOIN events e ON e.id = r.event"
        " WHERE r.article IN (SELECT value FROM json_each(?))",
        (coder, json.dumps(list(articles))),
    )
    return {article for article, event, others in found.fetchall() if others or history.was_edited(connection, event)}


def without_support(connection: sqlite3.Connection, events: Collection[int]) -> frozenset[int]:
    """Return those of *events* with a value of a language model that nothing supports."""
    found = connection.execute("SELECT DISTINCT event FROM evidence WHERE supported = 0")
    doubted = sorted({row[0] for row in found} & set(events))
    return frozenset(r.id for r in rows.read_records(connection, doubted) if unsupported(r.event))


def without_type(connection: sqlite3.Connection, events: Collection[int]) -> frozenset[int]:
    """Return those of *events* that have no type."""
    return frozenset(row[0] for row in connection.execute("SELECT id FROM events WHERE type IS NULL")) & set(events)


def articles_named(connection: sqlite3.Connection, names: Collection[str]) -> dict[str, list[int]]:
    """Return the numbers of the articles by name, of those in *names*: the source without folders and ending."""
    found: dict[str, list[int]] = defaultdict(list)
    wanted = set(names)
    for number, source in connection.execute("SELECT id, source FROM articles WHERE source IS NOT NULL ORDER BY id"):
        name = PurePath(source).stem
        if name in wanted:
            found[name].append(number)
    return dict(found)
