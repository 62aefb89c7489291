"""Drafts: what somebody has changed of an event, or written of a new one, and not yet decided about.

A draft is no deed: nothing of the events changes with it, so that no history tells of it and no undo finds it. What is
written here is there at once, each draft in a transaction of its own.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from culturex.store import connect, history
from culturex.store.store import Store


@dataclass(frozen=True, slots=True)
class Draft:
    """What a coder has made of the event on a card, so far.

    *event* is its number, None for one that is not stored. *origin* are JSON values by which the event is known again,
    whatever its number is then; None for a new event of the person's own. *edits* are JSON values by the name of the
    field that was changed. *id* is None until it is kept.
    """

    article: int
    event: int | None
    origin: Mapping[str, Any] | None
    edits: Mapping[str, Any]
    id: int | None = None


def undecided(store: Store, article: int) -> list[Draft]:
    """Return the drafts of the store's coder about an article, newest first.

    A draft whose decision was taken back is undecided again.
    """
    found = store.connection.execute(
        f"{_SELECT} WHERE article = ? AND coder IS ?"
        " AND (deed IS NULL OR deed IN (SELECT undoes FROM deeds WHERE undoes IS NOT NULL)) ORDER BY at DESC, id DESC",
        (article, store.coder),
    )
    return [_draft(row) for row in found]


def settled_by(store: Store, deed: int) -> Draft | None:
    """Return the draft that *deed* has decided about, None where there is none."""
    row = store.connection.execute(f"{_SELECT} WHERE deed = ?", (deed,)).fetchone()
    return _draft(row) if row else None


def keep(store: Store, draft: Draft) -> int:
    """Store *draft*, in the place of the one with its number if it has any; return its number."""
    values = (draft.event, _written(draft.origin), _written(draft.edits), history.now())
    with connect.sentences(store.path or "in memory"):
        if draft.id is not None:
            changed = store.connection.execute(
                "UPDATE drafts SET event = ?, origin = ?, edits = ?, at = ?, deed = NULL WHERE id = ?",
                (*values, draft.id),
            )
            # Another window may have forgotten it.
            if changed.rowcount:
                return draft.id
        added = store.connection.execute(
            "INSERT INTO drafts (event, origin, edits, at, article, coder) VALUES (?, ?, ?, ?, ?, ?)",
            (*values, draft.article, store.coder),
        )
        return int(added.lastrowid or 0)


def drop(store: Store, number: int) -> None:
    """Forget draft *number*."""
    with connect.sentences(store.path or "in memory"):
        store.connection.execute("DELETE FROM drafts WHERE id = ?", (number,))


def settle(connection: sqlite3.Connection, number: int, deed: int | None) -> None:
    """Say inside the transaction that is open that *deed* has decided what draft *number* is about."""
    connection.execute("UPDATE drafts SET deed = ? WHERE id = ?", (deed, number))


_SELECT = "SELECT article, event, origin, edits, id FROM drafts"


def _draft(row: sqlite3.Row) -> Draft:
    origin, edits = (json.loads(row[name] or "null") for name in ("origin", "edits"))
    return Draft(row["article"], row["event"], origin, edits, row["id"])


def _written(values: Mapping[str, Any] | None) -> str | None:
    return None if values is None else json.dumps(values, ensure_ascii=False)
