"""Many rows at once: the parts of new events wait until a statement can write several of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from typing import Any

from culturex.model.event import Event
from culturex.store import connect, rows

# Rows that one statement writes: SQLite opens a table, its indexes and those that it refers to once for all of them.
TOGETHER = 16
# Table -> the columns that full-text search looks at.
_INDEXED = {"articles": "title, text", "events": "title, summary, notes"}


class Waiting:
    """The parts of new events on their way into the store: written at once, or gathered while many are added.

    Nobody sees those gathered before ``write``, which comes before anything else is done to the events.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.gathers = False
        self._connection = connection
        # Table and columns -> the values of the rows that wait, one row after the other.
        self._values: dict[tuple[str, tuple[str, ...]], list[Any]] = {}

    @contextmanager
    def adding(self, table: str) -> Iterator[None]:
        """Add many ``articles`` or ``events`` inside a deed, and index their words in one go at the end.

        SQLite writes its full-text index to the disk after every row that a trigger indexes; one statement for all
        of them is three times as fast. The parts of new events need no look at the history either: an event's own
        entry tells them. Nor does a row need the checks that guard the tables against other programs, which take half
        the time. Nothing but new rows that the model has checked may be written to the parts meanwhile.
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

    def add(self, number: int, event: Event, article: int | None) -> None:
        """Take in the parts of event *number*; evidence that names no article is of *article*."""
        if not self.gathers:
            rows.add_parts(self._connection, number, event, rows.PARTS, article)
            return
        for table, columns, found in rows.parts_of(self._connection, number, event, rows.PARTS, article):
            values = self._values.setdefault((table, columns), [])
            values += chain.from_iterable(found)
            full = TOGETHER * (len(columns) + 2)
            while len(values) >= full:
                self._connection.execute(rows.insert(table, columns, TOGETHER), values[:full])
                del values[:full]

    def write(self) -> None:
        """Write what waits."""
        for (table, columns), values in self._values.items():
            width = len(columns) + 2
            left = [values[at : at + width] for at in range(0, len(values), width)]
            self._connection.executemany(rows.insert(table, columns), left)
        self.forget()

    def forget(self) -> None:
        """Drop what waits: its events have been taken back."""
        self._values.clear()
