"""``culturex init``: make a store in this folder."""

from __future__ import annotations

from pathlib import Path

from culturex.cli import output
from culturex.cli.context import Context
from culturex.store import connect


def init(context: Context) -> None:
    """Make an empty store in this folder, or where --db says.

    Other commands find it from here and from every folder below.
    """
    path = connect.find(context.db)[0] if context.db else Path.cwd() / connect.NAME
    there = connect.exists(path)
    connect.for_writing(path).close()
    output.note(
        f"There is a store at {path} already; it was left as it is." if there else f"Made an empty store at {path}."
    )
    used, why = connect.find(context.db)
    if used != path:  # the variable goes before the folder
        output.note(f"Other commands use {used}, which {why} names; change {why}, or name this one with --db.")
