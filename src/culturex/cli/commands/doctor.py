"""``culturex doctor``: check the store."""

from __future__ import annotations

from typing import Annotated

import typer

from culturex.cli import output
from culturex.cli.context import Context


def doctor(
    context: Context,
    repair: Annotated[bool, typer.Option("--repair", help="Build the search indexes anew.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="JSON.")] = False,
) -> int:
    """Check the file, the references, the search indexes and every quote against its text; say what to do.

    Exit code 4 where something is wrong.
    """
    from culturex.store.doctor import examine, rebuild_search

    if repair:
        with context.writing() as store, store.deed("doctor --repair"):
            rebuild_search(store.connection)
        output.note("Built the search indexes anew.")
    with context.reading() as store:
        findings = list(examine(store.connection, store.path if store.is_there else None))
    if as_json:
        output.emit_json([{name: getattr(f, name) for name in f.__slots__} for f in findings])
    else:
        rows = [
            (f.check, "ok" if f.ok else "WRONG", f.message + (f". {f.advice}" if f.advice else "")) for f in findings
        ]
        output.emit_rows(("check", "state", "what"), rows, flexible=("what",))
    return 0 if all(f.ok or f.check == "folder" for f in findings) else 4
