"""Taking back: which deed comes next, what it touched, and the reversal of its changes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from typing import Any

from culturex.errors import InputError, StoreError
from culturex.store.history import PARTS, DeedRecord, known_table

# Tables of names that many events share, and the tables that use them: a name that came with one event is kept where
# another event has it since.
_NAMES = {
    "places": ("event_places", "place"),
    "organizations": ("event_organizations", "organization"),
    "people": ("event_people", "person"),
}


def last(connection: sqlite3.Connection, *, until: int | None = None, own: Collection[int] = ()) -> DeedRecord | None:
    """Return the deed that an undo would take back: the newest that neither is an undo nor was undone.

    With *until*, only deeds up to that number count, and those in *own*: what another program did meanwhile is passed
    over.
    """
    row = connection.execute(
        "SELECT id, at, coder, command, summary, (SELECT count(*) FROM history h WHERE h.deed = d.id) FROM deeds d"
        " WHERE undoes IS NULL AND NOT EXISTS (SELECT 1 FROM deeds u WHERE u.undoes = d.id)"
        " AND (? IS NULL OR id <= ? OR id IN (SELECT value FROM json_each(?)))"
        " AND EXISTS (SELECT 1 FROM history h WHERE h.deed = d.id) ORDER BY id DESC LIMIT 1",
        (until, until, json.dumps(sorted(own))),
    ).fetchone()
    return _record(row)


def next_one(connection: sqlite3.Connection, number: int | None = None) -> DeedRecord | None:
    """Return the deed that an undo takes back: the last one, or *number*; None where it was taken back already.

    Raise InputError where a later deed has changed the same and still stands.
    """
    if number is None:
        return last(connection)
    if (later := changed_since(connection, number)) is not None:
        raise InputError(
            f"It was changed since: {later.summary or later.command}{f' ({later.coder})' if later.coder else ''}.",
            "culturex history shows what happened.",
        )
    return last(connection, until=0, own=(number,))


def newest(connection: sqlite3.Connection) -> int:
    """Return the number of the newest deed; 0 where there is none."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM deeds").fetchone()[0])


def touched(connection: sqlite3.Connection, deed: int) -> tuple[list[int], list[int]]:
    """Return the numbers of the events and of the articles whose rows a *deed* changed."""
    events = connection.execute("SELECT DISTINCT event FROM history WHERE deed = ? AND event IS NOT NULL", (deed,))
    articles = connection.execute(
        "SELECT DISTINCT row FROM history WHERE deed = ? AND \"table\" = 'articles' ORDER BY row", (deed,)
    )
    return sorted(row[0] for row in events), [row[0] for row in articles]


def linked(connection: sqlite3.Connection, deed: int) -> list[int]:
    """Return the articles that a *deed* let report an event which was there before."""
    found = connection.execute(
        "SELECT DISTINCT r.article FROM history h JOIN reports r ON r.id = h.row"
        " WHERE h.deed = ? AND h.\"table\" = 'reports' AND h.action = 'insert' ORDER BY r.article",
        (deed,),
    )
    return [row[0] for row in found]


def undone_since(connection: sqlite3.Connection, deed: int, coder: str | None) -> list[tuple[int, int]]:
    """Return the undos of *coder* that came after *deed*, oldest first: number of the undo, and of what it undid."""
    found = connection.execute(
        "SELECT id, undoes FROM deeds WHERE id > ? AND undoes IS NOT NULL AND coder IS ? ORDER BY id", (deed, coder)
    )
    return [(row[0], row[1]) for row in found]


def deleted(connection: sqlite3.Connection, event: int) -> tuple[str | None, int | None]:
    """Return the identifier that an event had that is not there any more, and the first article that reported it."""
    sql = (
        "SELECT json_extract(before, ?) FROM history WHERE event = ? AND \"table\" = ? AND action = 'delete'"
        " ORDER BY id DESC LIMIT 1"
    )
    uid = connection.execute(sql, ("$.uid", event, "events")).fetchone()
    article = connection.execute(sql, ("$.article", event, "reports")).fetchone()
    return uid[0] if uid else None, article[0] if article else None


_CHANGED_SINCE = """
SELECT d.id, d.at, d.coder, d.command, d.summary, 0 FROM history l JOIN deeds d ON d.id = l.deed
WHERE l.id > (SELECT max(id) FROM history WHERE deed = :deed) AND d.id != :deed AND d.undoes IS NULL
  AND NOT EXISTS (SELECT 1 FROM deeds u WHERE u.undoes = d.id)
  AND (l.event IN (SELECT event FROM history WHERE deed = :deed AND event IS NOT NULL)
    OR l."table" = 'articles' AND l.row IN (SELECT row FROM history WHERE deed = :deed AND "table" = 'articles'))
ORDER BY l.id LIMIT 1
"""


def changed_since(connection: sqlite3.Connection, deed: int) -> DeedRecord | None:
    """Return the first later deed that changed what *deed* changed and still stands; None where there is none."""
    return _record(connection.execute(_CHANGED_SINCE, {"deed": deed}).fetchone())


def _record(row: Any) -> DeedRecord | None:
    names = ("id", "at", "coder", "command", "summary", "changes")
    return DeedRecord(**dict(zip(names, row, strict=True)), undone=False, undoes=None) if row else None


def take_back(connection: sqlite3.Connection, deed: int) -> None:
    """Reverse every change of a *deed*, last first, inside the transaction that is open."""
    connection.execute("PRAGMA defer_foreign_keys = ON")
    rows = connection.execute(
        'SELECT "table", row, action, before, after FROM history WHERE deed = ? ORDER BY id DESC', (deed,)
    ).fetchall()
    # Names go last: only then is it known which of them another event has since.
    rows.sort(key=lambda row: row[0] in _NAMES and row[2] == "insert")
    try:
        for table, number, action, before, after in rows:
            _reverse(
                connection, known_table(table), number, action, *(json.loads(v) if v else {} for v in (before, after))
            )
    except sqlite3.IntegrityError as error:
        raise StoreError(
            f"The last deed cannot be taken back: its rows were changed by another program ({error}).",
            "culturex history shows what happened.",
        ) from None


def _reverse(
    connection: sqlite3.Connection,
    table: str,
    number: int,
    action: str,
    before: dict[str, Any],
    after: dict[str, Any],
) -> None:
    if action == "insert":
        if table == "events":
            for part in PARTS:
                connection.execute(f"DELETE FROM {part} WHERE event = ?", (number,))
        spared = ""
        if table in _NAMES:
            part, column = _NAMES[table]
            spared = f" AND NOT EXISTS (SELECT 1 FROM {part} p WHERE p.{column} = {table}.id)"
        connection.execute(f"DELETE FROM {table} WHERE id = ?{spared}", (number,))
        return
    columns = [f'"{c}"' for c in before]
    if action == "delete":
        marks = ", ".join("?" * len(columns))
        connection.execute(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", list(before.values()))
        return
    # A value that another program has written since stays.
    sets = ", ".join(f"{c} = CASE WHEN {c} IS ? THEN ? ELSE {c} END" for c in columns)
    values = [value for column in before for value in (after.get(column), before[column])]
    connection.execute(f"UPDATE {table} SET {sets} WHERE id = ?", [*values, number])
