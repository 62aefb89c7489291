"""``culturex config``: the settings and where they come from."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from culturex.cli import output, settings
from culturex.cli.context import Context


def config(
    context: Context,
    as_json: Annotated[bool, typer.Option("--json", help="JSON.")] = False,
) -> None:
    """Show each setting, its value and where it comes from; and the file to write your own into."""
    path, reason = context.where
    rows = [("store", str(path), reason)]
    for setting in settings.SETTINGS:
        value, origin = settings.lookup(setting.name)
        rows.append((setting.name, value or "", origin))
    rows.append(
        ("settings file", str(settings.file()), "there" if os.path.exists(settings.file()) else "not there yet")  # noqa: PTH110
    )
    if as_json:
        output.emit_json([{"name": n, "value": v or None, "from": o} for n, v, o in rows])
        return
    output.emit_rows(("name", "value", "from"), rows, flexible=("value",))
