"""The few columns of events that a list shows, read without building whole events."""

from __future__ import annotations

import sqlite3
from typing import Any

from culturex.store.query import Query

COLUMNS = ("id", "date", "type", "status", "countries", "places", "title", "review")
_LISTING = """
SELECT e.id, e.date, e.type, e.status,
  (SELECT group_concat(name, '; ') FROM (SELECT c.name FROM event_countries p JOIN countries c ON c.code = p.code
    WHERE p.event = e.id ORDER BY p.position)),
  (SELECT group_concat(name, '; ') FROM (SELECT n.name FROM event_places p JOIN places n ON n.id = p.place
    WHERE p.event = e.id ORDER BY p.position)),
  e.title, e.review
FROM events e"""


def listing(connection: sqlite3.Connection, wanted: Query) -> list[tuple[Any, ...]]:
    """Return COLUMNS of the *wanted* events, in its order; countries and places by name, joined with ``"; "``."""
    tail, values = wanted.sql()
    return [tuple(row) for row in connection.execute(_LISTING + tail, values)]
