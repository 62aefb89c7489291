"""``culturex history``: who changed what, and when."""

from __future__ import annotations

import json
from typing import Annotated, Any, Optional

import typer

from culturex.cli import output
from culturex.cli.context import Context
from culturex.store.history import Change, changes, deeds, name_of
from culturex.store.store import Store

# Columns that tell where a row belongs or repeat others: no news to a reader of the history.
_QUIET = {"id", "event", "position", "uid", "created", "updated", "codebook", "date_earliest", "date_latest"}


def history(
    context: Context,
    number: Annotated[
        Optional[int],  # noqa: UP045
        typer.Argument(metavar="[EVENT]", help="Only what happened to this event.", show_default=False),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=0, metavar="N", help="At most so many deeds; 0 for all.")
    ] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="JSON.")] = False,
) -> None:
    """Show what was done to the store, newest first; or every change of one EVENT, oldest first."""
    with context.reading() as store:
        if number is not None:
            _of_event(store, number, as_json)
            return
        found = deeds(store.connection, limit=limit or None)
    if as_json:
        output.emit_json([{name: getattr(d, name) for name in d.__slots__} for d in found])
        return
    rows = [(d.id, d.at, d.coder, d.command, d.summary, d.changes, "undone" if d.undone else "") for d in found]
    headers = ("deed", "at", "coder", "command", "what", "changes", "")
    output.emit_rows(
        headers if output.is_terminal() else (*headers[:-1], "undone"),
        rows,
        flexible=("what", "coder"),
        optional=("changes", "coder"),
    )


def _of_event(store: Store, number: int, as_json: bool) -> None:
    found = list(changes(store.connection, number))
    if not found:
        store.event(number)
    if as_json:
        output.emit_json([{name: getattr(c, name) for name in c.__slots__} for c in found])
        return
    rows = [(c.deed, c.at[:19], c.coder, c.command or "outside culturex", *_told(store, c)) for c in found]
    headers = ("deed", "at", "coder", "command", "what", "change")
    output.emit_rows(headers, rows, flexible=("change",), optional=("deed", "coder", "command", "at"))


def _told(store: Store, change: Change) -> tuple[str, str]:
    field = change.table.removeprefix("event_")
    if change.action == "insert":
        return f"+ {field}", _values(store, change.after)
    if change.action == "delete":
        return f"- {field}", _values(store, change.before)
    before, after = change.before or {}, change.after or {}
    pairs = [f"{k}: {_plain(before.get(k))} → {_plain(v)}" for k, v in after.items() if k not in _QUIET]
    return f"~ {field}", "; ".join(pairs) or "touched"


def _values(store: Store, row: dict[str, Any] | None) -> str:
    shown = {k: v for k, v in (row or {}).items() if k not in _QUIET and v not in (None, "", 0)}
    for column, table in (("person", "people"), ("organization", "organizations"), ("place", "places")):
        if column in shown:
            shown[column] = name_of(store.connection, table, shown[column]) or shown[column]
    return "; ".join(f"{k}: {_plain(v)}" for k, v in shown.items())


def _plain(value: Any) -> str:
    return "nothing" if value is None else value if isinstance(value, str) else json.dumps(value)
