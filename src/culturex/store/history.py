"""Deeds and their history: what was done, by whom, what it changed, and taking it back."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from culturex.errors import StoreError
from culturex.store import connect
from culturex.store.schema import TRACKED

# The tables whose rows belong to an event.
PARTS = tuple(table for table, owner in TRACKED.items() if owner == "event")


@dataclass(slots=True)
class Deed:
    """One thing that a user did: an import, a tag, an edit. *id* is None until its first transaction began."""

    command: str
    coder: str | None = None
    summary: str | None = None
    undoes: int | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class DeedRecord:
    """A deed as the store keeps it. *at* is UTC, ISO 8601; *undone* tells that a later deed took it back."""

    id: int
    at: str
    coder: str | None
    command: str
    summary: str | None
    changes: int
    undone: bool
    undoes: int | None


@dataclass(frozen=True, slots=True)
class Change:
    """A row that a deed changed: values by column, before and after (None where there was or is no row)."""

    deed: int | None
    at: str
    coder: str | None
    command: str | None
    table: str
    row: int
    action: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def now() -> str:
    """Return the present in UTC, ISO 8601 to the second."""
    return _second(int(time.time()))


@lru_cache(maxsize=1)  # a batch asks for every event, and many are stored in a second
def _second(since: int) -> str:
    return datetime.fromtimestamp(since, UTC).isoformat().replace("+00:00", "Z")


def begin(connection: sqlite3.Connection, deed: Deed) -> None:
    """Write inside the transaction that is open which deed its changes belong to."""
    if deed.id is None:
        added = connection.execute(
            "INSERT INTO deeds (at, coder, command, undoes) VALUES (?, ?, ?, ?)",
            (now(), deed.coder, deed.command, deed.undoes),
        )
        deed.id = added.lastrowid
    connection.execute("UPDATE current_deed SET deed = ?, event = NULL", (deed.id,))


@contextmanager
def storing(connection: sqlite3.Connection, event: int) -> Iterator[None]:
    """Store the parts of a new *event*: in the history, its own entry tells them."""
    connection.execute("UPDATE current_deed SET event = ?", (event,))
    yield
    connection.execute("UPDATE current_deed SET event = NULL")


def finish(connection: sqlite3.Connection, deed: Deed) -> None:
    """Close the deed's part in the transaction; a deed that changed nothing leaves no trace."""
    connection.execute("UPDATE current_deed SET deed = NULL")
    # An undo is kept even so: another program may have taken the rows away, and the deed before it must come next.
    changed = deed.undoes or connection.execute("SELECT 1 FROM history WHERE deed = ? LIMIT 1", (deed.id,)).fetchone()
    if changed:
        connection.execute("UPDATE deeds SET summary = ? WHERE id = ?", (deed.summary, deed.id))
    else:
        connection.execute("DELETE FROM deeds WHERE id = ?", (deed.id,))
        deed.id = None


def deeds(connection: sqlite3.Connection, *, event: int | None = None, limit: int | None = None) -> list[DeedRecord]:
    """Return the deeds, newest first; only those that touched *event* where it is given."""
    where = "WHERE d.id IN (SELECT deed FROM history WHERE event = ?)" if event is not None else ""
    rows = connection.execute(
        "SELECT d.id, d.at, d.coder, d.command, d.summary, (SELECT count(*) FROM history h WHERE h.deed = d.id),"
        f" EXISTS (SELECT 1 FROM deeds u WHERE u.undoes = d.id), d.undoes FROM deeds d {where}"
        " ORDER BY d.id DESC LIMIT ?",
        ([event] if event is not None else []) + [-1 if limit is None else connect.row_number(limit)],
    )
    names = ("id", "at", "coder", "command", "summary", "changes", "undone", "undoes")
    return [DeedRecord(**{**dict(zip(names, row, strict=True)), "undone": bool(row[6])}) for row in rows]


def changes(connection: sqlite3.Connection, event: int) -> Iterator[Change]:
    """Return what happened to an event and its parts, oldest first, also from outside culturex (deed None)."""
    rows = connection.execute(
        'SELECT h.deed, h.at, d.coder, d.command, h."table", h.row, h.action, h.before, h.after FROM history h'
        " LEFT JOIN deeds d ON d.id = h.deed WHERE h.event = ? ORDER BY h.id",
        (connect.row_number(event),),
    ).fetchall()
    for index, row in enumerate(rows):
        table, number, action = row[4], row[5], row[6]
        before = json.loads(row[7]) if row[7] else None
        after = json.loads(row[8]) if row[8] else None
        if action == "insert":
            after = _as_inserted(connection, table, number, rows[index + 1 :])
        names = ("deed", "at", "coder", "command", "table", "row", "action")
        told = dict(zip(names, row, strict=False))
        yield Change(**told, before=before, after=after)
        if (table, action) == ("events", "insert"):
            for part, values in _stored_with(connection, event, rows[index + 1 :]):
                yield Change(**{**told, "table": part, "row": values["id"]}, before=None, after=values)


def _stored_with(connection: sqlite3.Connection, event: int, later: list[Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the parts that an event was first stored with, by table: those that no *later* entry says came then."""
    first: dict[tuple[str, int], str] = {}
    for entry in later:
        first.setdefault((entry[4], entry[5]), entry[6])
    for table in PARTS:
        cursor = connection.execute(f"SELECT * FROM {table} WHERE event = ?", (event,))
        columns = [c[0] for c in cursor.description]
        there = [dict(zip(columns, row, strict=True)) for row in cursor]
        found = [row for row in there if (table, row["id"]) not in first]
        changed = [number for (name, number), action in first.items() if name == table and action != "insert"]
        found += [row for n in changed if (row := _as_inserted(connection, table, n, later))]
        for row in sorted(found, key=lambda r: (r.get("position", 0), r["id"])):
            yield table, row


def _as_inserted(connection: sqlite3.Connection, table: str, number: int, later: list[Any]) -> dict[str, Any] | None:
    """Return the row as it was inserted: what is there now, or was deleted, with later updates taken back."""
    row: dict[str, Any] | None = None
    undo: list[dict[str, Any]] = []
    for entry in later:
        if (entry[4], entry[5]) != (table, number):
            continue
        if entry[6] == "update":
            undo.append(json.loads(entry[7]))
        elif entry[6] == "delete":
            row = json.loads(entry[7])
            break
    else:
        cursor = connection.execute(f"SELECT * FROM {known_table(table)} WHERE id = ?", (number,))
        found = cursor.fetchone()
        row = dict(zip((c[0] for c in cursor.description), found, strict=True)) if found else None
    for before in reversed(undo):
        row = {**row, **before} if row else row
    return row


def name_of(connection: sqlite3.Connection, table: str, number: int) -> str | None:
    """Return the name that row *number* of ``people``, ``organizations`` or ``places`` has, or had until deleted."""
    there = connection.execute(f"SELECT name FROM {known_table(table)} WHERE id = ?", (number,)).fetchone()
    gone = connection.execute(
        "SELECT json_extract(before, '$.name') FROM history WHERE \"table\" = ? AND row = ? AND action = 'delete'"
        " ORDER BY id DESC LIMIT 1",
        (table, number),
    )
    row = there or gone.fetchone()
    return row[0] if row else None


def known_table(table: str) -> str:
    """Return *table*, a name out of the history; raise StoreError where culturex keeps no such table."""
    if table not in TRACKED:
        raise StoreError(f"The history names a table {table!r} that culturex does not keep.", "Run culturex doctor.")
    return table


def was_edited(connection: sqlite3.Connection, event: int) -> bool:
    """Tell whether a person changed an event after it was stored: with edit, merge or split, or outside culturex."""
    found = connection.execute(
        "SELECT 1 FROM history h LEFT JOIN deeds d ON d.id = h.deed WHERE h.event = ? AND (h.deed IS NULL OR"
        " d.command IN ('edit', 'merge', 'split')"
        " AND NOT EXISTS (SELECT 1 FROM deeds u WHERE u.undoes = d.id)) LIMIT 1",
        (event,),
    )
    return found.fetchone() is not None
