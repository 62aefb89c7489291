"""Look a store over: is the file whole, do references hold, do quotes stand where they say?"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from culturex.text import is_span

# Folders that other programs copy while we write: SQLite files in them have been lost (sqlite.org/howtocorrupt.html).
_SYNCED = (
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "icloud",
    "nextcloud",
    "yandex.disk",
    "box sync",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found. *ok* tells that all is well; *advice* says what to do otherwise."""

    check: str
    ok: bool
    message: str
    advice: str | None = None


def examine(connection: sqlite3.Connection, path: Path | None) -> Iterator[Finding]:
    """Yield one finding for each check. The store may be open read-only."""
    yield _integrity(connection)
    yield _foreign_keys(connection)
    yield _full_text(connection)
    yield _quotes(connection)
    yield _dates(connection)
    yield _furniture(connection)
    yield _outside(connection)
    if path is not None:
        yield _folder(path)


def _integrity(connection: sqlite3.Connection) -> Finding:
    found = [row[0] for row in connection.execute("PRAGMA integrity_check(5)")]
    if found == ["ok"]:
        return Finding("file", True, "the file is whole")
    return Finding("file", False, f"the file is damaged: {found[0]}", "Go back to a copy, or export what can be read.")


def _foreign_keys(connection: sqlite3.Connection) -> Finding:
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if not broken:
        return Finding("references", True, "every reference holds")
    table, row, parent, _ = broken[0]
    return Finding(
        "references",
        False,
        f"{_rows(len(broken), 'row points', 'rows point')} nowhere, the first in {table} (row {row} to {parent})",
        "They were changed outside culturex; delete or mend them there.",
    )


def _full_text(connection: sqlite3.Connection) -> Finding:
    for index, table, columns in (
        ("articles_fts", "articles", "title text"),
        ("events_fts", "events", "title summary notes"),
    ):
        indexed = connection.execute(f"SELECT count(*) FROM {index}_docsize").fetchone()[0]
        stored = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        if indexed != stored:
            return Finding(
                "search",
                False,
                f"the index over {table} ({', '.join(columns.split())}) has {indexed} entries for {stored} rows",
                "culturex doctor --repair builds it anew.",
            )
    try:
        for index in ("articles_fts", "events_fts"):
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if "readonly" in str(error):
            return Finding("search", True, "the indexes have an entry for each row")
        return Finding(
            "search",
            False,
            "the search index does not match the texts",
            "culturex doctor --repair builds it anew.",
        )
    return Finding("search", True, "the search indexes match the texts")


def _quotes(connection: sqlite3.Connection) -> Finding:
    wrong = connection.execute(
        "SELECT v.event, v.quote FROM evidence v JOIN articles a ON a.id = v.article WHERE v.start IS NOT NULL"
        ' AND substr(a.text, v.start + 1, v."end" - v.start) != v.quote ORDER BY v.event'
    ).fetchall()
    if not wrong:
        return Finding("quotes", True, "every quote stands where it says")
    return Finding(
        "quotes",
        False,
        f"{_rows(len(wrong), 'quote does', 'quotes do')} not stand in the text where the store says, the first of event"
        f" {wrong[0][0]}",
        "A text was changed outside culturex; undo that, or tag those articles again.",
    )


def _dates(connection: sqlite3.Connection) -> Finding:
    from culturex import edtf

    rows = connection.execute("SELECT id, date FROM events WHERE date IS NOT NULL ORDER BY id")
    wrong = [number for number, date in rows if not edtf.is_valid(date)]
    if not wrong:
        return Finding("dates", True, "every date is one")
    return Finding(
        "dates",
        False,
        f"{_rows(len(wrong), 'date is', 'dates are')} no EDTF date, the first of event {wrong[0]}",
        f"culturex edit {wrong[0]} --date ... mends it.",
    )


def _furniture(connection: sqlite3.Connection) -> Finding:
    for number, length, spans in connection.execute("SELECT id, length(text), furniture FROM articles"):
        if not all(is_span(span, length) for span in json.loads(spans)):
            return Finding(
                "furniture",
                False,
                f"article {number} has clutter marked beyond its end",
                f"culturex delete --article {number}, then import it again.",
            )
    return Finding("furniture", True, "clutter is marked inside the texts")


def _outside(connection: sqlite3.Connection) -> Finding:
    count = connection.execute("SELECT count(*) FROM history WHERE deed IS NULL").fetchone()[0]
    if not count:
        return Finding("history", True, "every change was made by culturex")
    changes = _rows(count, "change was", "changes were")
    return Finding("history", True, f"{changes} made outside culturex (undo leaves them alone)")


def _rows(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _folder(path: Path) -> Finding:
    synced = next((s for s in _SYNCED if any(s in part.lower() for part in path.absolute().parts)), None)
    if synced is None:
        return Finding("folder", True, f"{path} lies in no synchronised folder")
    return Finding(
        "folder",
        False,
        f"{path} lies in a folder that another program synchronises",
        "SQLite files can be lost there: move the store and set CULTUREX_DB.",
    )


def rebuild_search(connection: sqlite3.Connection) -> None:
    """Build the full-text indexes anew from the tables."""
    for index in ("articles_fts", "events_fts"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
