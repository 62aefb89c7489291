"""Many rows at once: new events and their parts wait until a statement can write several of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from typing import Any

from culturex.model.event import Event
from culturex.store import connect, rows

# Rows that one statement writes: SQLite opens a table, its indexes and those that it refers to once for all of them.
TOGETHER = 64
_TAG = "UPDATE articles SET state = 'tagged' WHERE id = ? AND state != 'tagged'"
# Table -> the columns that full-text search looks at.
_INDEXED = {"articles": "title, text", "events": "title, summary, notes"}


class Waiting:
    """New events on their way into the store, gathered while many are added.

    Nobody sees those gathered before ``write``, which comes before anything else is done to the events.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.gathers = False
        self._connection = connection
        # Table and columns -> the values of the rows that wait, one row after the other; those of ``events`` first,
        # for the others refer to them.
        self._values: dict[tuple[str, tuple[str, ...]], list[Any]] = {}
        self._tagged: set[int] = set()
        self._names: rows.Names = {}
        self._latest: int | None = None

    @contextmanager
    def adding(self, table: str) -> Iterator[None]:
        """Add many ``articles`` or ``events`` inside a deed, and index their words in one go at the end.

        SQLite writes its full-text index to the disk after every row that a trigger indexes; one statement for all
        of them is three times as fast. The parts of new events need no look at the history either: an event's own
        entry tells them. Nor does a row need the checks that guard the tables against other programs, which take half
        the time. Nothing but new rows that the model has checked may be written to the parts meanwhile,
        and none of them may be deleted again before the end.
        """
        connection, columns = self._connection, _INDEXED[table]
        resting = [f"{table}_fts_insert"]
        if table == "events":
            resting += [f"{part}_history_insert" for part, _ in rows.PARTS.values()] + ["reports_history_insert"]
        before = connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0]
        with connect.without_checks(connection), connect.without_triggers(connection, resting):
            gathered, self.gathers = self.gathers, self.gathers or table == "events"
            try:
                yield
                self.write()
            finally:
                self.gathers = gathered
                self.forget()
        connection.execute(
            f"INSERT INTO {table}_fts (rowid, {columns}) SELECT id, {columns} FROM {table} WHERE id > ?", (before,)
        )

    def add(self, columns: tuple[str, ...], row: tuple[Any, ...], event: Event, article: int | None) -> int:
        """Take in *event*, whose own *columns* have the values *row*, as told by *article*; return its number.

        Evidence that names no article is of *article*.
        """
        number = self._latest = (self._newest() if self._latest is None else self._latest) + 1
        own = self._rows("events", ("id", *columns))
        own += (number, *row)
        for key, found in rows.parts_of(self._connection, self._names, number, event, rows.PARTS, article):
            self._values.setdefault(key, []).extend(chain.from_iterable(found))
        if article is not None:
            self._rows("reports", rows.REPORT_COLUMNS).extend((number, article, int(event.main)))
            self._tagged.add(article)
        if len(own) >= TOGETHER * (len(columns) + 1):
            for (table, names), values in self._values.items():
                self._write_together(table, names, values)
        return number

    def write(self) -> None:
        """Write what waits."""
        for (table, columns), values in self._values.items():
            self._write_together(table, columns, values)
            width = len(columns)
            left = [values[at : at + width] for at in range(0, len(values), width)]
            self._connection.executemany(rows.insert(table, columns), left)
        if self._tagged:
            self._connection.executemany(_TAG, [(article,) for article in sorted(self._tagged)])
        self.forget()

    def write_of(self, article: int) -> None:
        """Write what waits where *article* tells some of it."""
        if article in self._tagged:
            self.write()

    def forget(self) -> None:
        """Drop what waits: its events have been taken back; names may be deleted from now on."""
        self._values.clear()
        self._tagged.clear()
        self._names.clear()
        self._latest = None

    def _rows(self, table: str, columns: tuple[str, ...]) -> list[Any]:
        return self._values.setdefault((table, columns), [])

    def _write_together(self, table: str, columns: tuple[str, ...], values: list[Any]) -> None:
        """Write the rows of *values* that fill a statement, and take them out."""
        full = TOGETHER * len(columns)
        while len(values) >= full:
            self._connection.execute(rows.insert(table, columns, TOGETHER), values[:full])
            del values[:full]

    def _newest(self) -> int:
        """Return the largest number that an event ever had."""
        row = self._connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'events'").fetchone()
        return int(row[0]) if row else 0
