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
    editor: Annotated[
        bool, typer.Option("--editor", help="Open the event as text in your editor (VISUAL, EDITOR).")
    ] = False,
    source: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="FILE",
            help="Take the event from this text, as show --toml prints it; - for standard input.",
            show_default=False,
        ),
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the event as it is now, as JSON.")] = False,
) -> None:
    """Change fields of an event: what a flag gives takes the place of what was there.

    A flag of several values replaces them all: --country KZ:host --country AM. --quote adds a passage.
    With --editor, or --from FILE, the event is changed as a whole, as commented TOML.
    """
    from culturex.cli.event_file import edit_as_text, take_from
    from culturex.model.schema import record_to_dict
    from culturex.workflow import edit_event

    given = bool(fields or clear)
    if not given and not editor and not source:
        raise UsageError("Nothing to change.", "Give a flag: --date 2017, --country KZ:host, --clear places, --editor.")
    if given and (editor or source):
        raise UsageError("The event is given by flags or as text, not both.", "Leave one of them out.")
    with context.writing() as store:
        before = store.event(number)
        if editor:
            record = edit_as_text(store, before, source)
        elif source:
            record = take_from(store, before, source)
        else:
            record = edit_event(store, number, fields.given, fields.quotes, clear or ())
    if as_json:
        output.emit_json(record_to_dict(record))
    if record == before:
        output.note(f"Event {number} is like that already; nothing was changed.")
    else:
        output.note(f"Changed event {number}. culturex undo takes it back.")
