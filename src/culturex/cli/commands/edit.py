"""``culturex edit``: change an event."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from culturex.cli import output
from culturex.cli.context import Context
from culturex.cli.flags import Fields
from culturex.errors import UsageError


def edit(
    context: Context,
    fields: Fields,
    number: Annotated[int, typer.Argument(metavar="EVENT", help="Number of the event.", show_default=False)],
    clear: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option("--clear", metavar="FIELD", help="Empty this field.", show_default=False),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the event as it is now, as JSON.")] = False,
) -> None:
    """Change fields of an event: what a flag gives takes the place of what was there.

    A flag of several values replaces them all: --country KZ:host --country AM. --quote adds a passage.
    """
    from culturex.model.schema import record_to_dict
    from culturex.workflow import edit_event

    if not fields and not clear:
        raise UsageError("Nothing to change.", "Give a flag: --date 2017, --country KZ:host, --clear places.")
    with context.writing() as store:
        before = store.event(number)
        record = edit_event(store, number, fields.given, fields.quotes, clear or ())
    if as_json:
        output.emit_json(record_to_dict(record))
    if record == before:
        output.note(f"Event {number} is like that already; nothing was changed.")
    else:
        output.note(f"Changed event {number}. culturex undo takes it back.")
