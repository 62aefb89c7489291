"""Bring a store up to the version this program writes. One function per version, in order, never edited afterwards."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from culturex.store import schema

if TYPE_CHECKING:
    from sqlite_utils import Database

# "culx" in ASCII: how SQLite and file(1) can tell our files from any other's.
APPLICATION_ID = 0x63756C78


def m001_base(db: Database) -> None:
    """Make the tables, views, full-text indexes and history triggers of the first version."""
    connection = db.conn
    for script in (schema.TABLES, schema.VIEWS, schema.FULL_TEXT):
        for statement in schema.statements(script):
            connection.execute(statement)
    _fill_countries(connection)
    _adopt_default_codebook(connection)
    for table, event in schema.TRACKED.items():
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        for trigger in schema.history_triggers(table, columns, event):
            connection.execute(trigger)


def m002_event_list_without_rejected(db: Database) -> None:
    """Leave rejected events out of ``event_list``: who counts rows in R or Datasette counts events, not guesses."""
    sql = db.conn.execute("SELECT sql FROM sqlite_master WHERE name = 'event_list'").fetchone()[0]
    db.conn.execute("DROP VIEW event_list")
    db.conn.execute(f"{sql} WHERE e.review != 'rejected'")


def m003_parts_come_with_their_event(db: Database) -> None:
    """Tell the parts that an event is first stored with by the event's own entry in the history.

    They were an entry each, fifty for an article: two thirds of the history, and a third of the time of storing.
    """
    db.conn.execute("ALTER TABLE current_deed ADD COLUMN event INTEGER")
    for table, event in schema.TRACKED.items():
        if event != "event":
            continue
        columns = [row[1] for row in db.conn.execute(f"PRAGMA table_info({table})")]
        trigger = schema.history_triggers(table, columns, event)[0]
        db.conn.execute(f"DROP TRIGGER {table}_history_insert")
        later = "WHEN new.event IS NOT (SELECT event FROM current_deed) BEGIN"
        db.conn.execute(trigger.replace("BEGIN", later, 1))


def m004_completions(db: Database) -> None:
    """Keep what language models were asked and replied, and how far the text bears out what they said.

    ``completions`` is a log like ``history``: nothing in it is changed or deleted, not even by an undo.
    """
    for statement in schema.statements(_COMPLETIONS):
        db.conn.execute(statement)
    for trigger in ("insert", "delete", "update"):
        db.conn.execute(f"DROP TRIGGER evidence_history_{trigger}")
    columns = [row[1] for row in db.conn.execute("PRAGMA table_info(evidence)")]
    insert, *others = schema.history_triggers("evidence", columns, "event")
    later = "WHEN new.event IS NOT (SELECT event FROM current_deed) BEGIN"
    for trigger in (insert.replace("BEGIN", later, 1), *others):
        db.conn.execute(trigger)


_COMPLETIONS = """
CREATE TABLE completions (
  id INTEGER PRIMARY KEY AUTOINCREMENT, article INTEGER NOT NULL, article_sha256 TEXT NOT NULL,
  part INTEGER NOT NULL, parts INTEGER NOT NULL, model TEXT NOT NULL, template TEXT NOT NULL,
  template_version TEXT NOT NULL, question TEXT, question_sha256 TEXT NOT NULL, reply TEXT,
  status TEXT NOT NULL CHECK (status IN ('read', 'unusable', 'failed')), reason TEXT,
  repairs TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(repairs)),
  refusals TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(refusals)),
  asked TEXT, answered TEXT, tokens_in INTEGER, tokens_out INTEGER
) STRICT;
CREATE INDEX completions_article ON completions (article, model);
CREATE INDEX completions_text ON completions (article_sha256, model);
ALTER TABLE evidence ADD COLUMN match TEXT CHECK (match IN ('exact', 'normalised', 'aligned', 'none'));
ALTER TABLE evidence ADD COLUMN supported INTEGER CHECK (supported IN (0, 1));
ALTER TABLE evidence ADD COLUMN completion INTEGER REFERENCES completions (id);
CREATE INDEX evidence_completion ON evidence (completion) WHERE completion IS NOT NULL;
"""


def m005_drafts(db: Database) -> None:
    """Keep what a person has changed on a card before it is decided about.

    ``drafts`` stands apart from ``history``: a draft is no deed. Its article and deed are no references, because a
    draft outlives a deleted article that may be brought back, and a deed that has changed nothing goes again.
    """
    for statement in schema.statements(_DRAFTS):
        db.conn.execute(statement)


_DRAFTS = """
CREATE TABLE drafts (
  id INTEGER PRIMARY KEY AUTOINCREMENT, article INTEGER NOT NULL, event INTEGER, coder TEXT,
  origin TEXT CHECK (origin IS NULL OR json_valid(origin)), edits TEXT NOT NULL CHECK (json_valid(edits)),
  at TEXT NOT NULL, deed INTEGER
) STRICT;
CREATE INDEX drafts_article ON drafts (article);
"""

# Name and function of each version in order; the number of a version is its place. The second item tells whether the
# migration changes data that was there, so that a copy of the file is made first.
STEPS: list[tuple[Callable[[Any], None], bool]] = [
    (m001_base, False),
    (m002_event_list_without_rejected, False),
    (m003_parts_come_with_their_event, False),
    (m004_completions, False),
    (m005_drafts, False),
]
VERSION = len(STEPS)


def apply(connection: sqlite3.Connection, *, stop_before: str | None = None) -> None:
    """Apply what is missing, all or nothing; safe when two programs make the same store at once."""
    from sqlite_utils import Database, Migrations

    migrations = Migrations("culturex")
    for step, _changes_data in STEPS:
        migrations(name=step.__name__)(step)
    db = Database(connection, execute_plugins=False)
    connection.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(db, stop_before=stop_before)
        done = len(migrations.applied(db))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {done}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def copy_before(connection: sqlite3.Connection, path: Path, version: int) -> Path | None:
    """Copy the store beside itself if a step after *version* changes data; return the copy's path, else None."""
    if version == 0 or not any(changes for _, changes in STEPS[version:]):
        return None
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    target = path.with_name(f"{path.name}.before-version-{VERSION}-{stamp}")
    copy = sqlite3.connect(target)
    try:
        connection.backup(copy)
    finally:
        copy.close()
    return target


def _fill_countries(connection: sqlite3.Connection) -> None:
    from culturex import places

    rows = [(c.code, c.alpha3, c.name) for c in places.countries()]
    connection.executemany("INSERT INTO countries (code, alpha3, name) VALUES (?, ?, ?)", rows)


def _adopt_default_codebook(connection: sqlite3.Connection) -> None:
    from culturex.model import codebook

    book = codebook.default()
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    connection.execute(
        "INSERT INTO codebooks (name, version, sha256, toml, adopted) VALUES (?, ?, ?, ?, ?)",
        (book.name, book.version, book.sha256, book.text, now),
    )
