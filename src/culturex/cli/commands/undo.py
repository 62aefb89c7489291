"""``culturex undo``: take back the last deed."""

from __future__ import annotations

from typing import Annotated

import typer

from culturex.cli import output
from culturex.cli.context import Context
from culturex.store import connect


def undo(
    context: Context,
    as_json: Annotated[bool, typer.Option("--json", help="Print the deed that was taken back, as JSON.")] = False,
) -> None:
    """Take back the last deed: an import, tag, edit, delete, review or codebook change; again for the one before."""
    taken = None
    if connect.exists(context.path):
        with context.writing() as store:
            taken = store.undo()
    if as_json:
        output.emit_json(
            taken
            and {
                "deed": taken.id,
                "command": taken.command,
                "summary": taken.summary,
                "at": taken.at,
                "coder": taken.coder,
            }
        )
    if taken is None:
        output.note("Nothing is left to undo.")
    else:
        output.note(f"Took back: {taken.summary or taken.command} ({taken.command}, {taken.at}).")
