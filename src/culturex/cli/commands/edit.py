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
    take: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option(
            "--take",
            metavar="FIELD=ARTICLE",
            help="Take this field as one of the event's articles tells it; again for more.",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the event as it is now, as JSON.")] = False,
) -> None:
    """Change fields of an event: what a flag gives takes the place of what was there.

    A flag of several values replaces them all: --country KZ:host --country AM. --quote adds a passage.
    With --editor, or --from FILE, the event is changed as a whole, as commented TOML.
    """
    from culturex.cli.event_file import edit_as_text, take_from
    from culturex.model.schema import record_to_dict
    from culturex.workflow import choose, edit_event

    given, ways = bool(fields or clear), [way for way in (editor or source, take) if way]
    if not given and not ways:
        raise UsageError("Nothing to change.", "Give a flag: --date 2017, --country KZ:host, --clear places, --editor.")
    if given + len(ways) > 1:
        raise UsageError("The event is given by flags, as text or with --take, not by two of them.", "Leave one out.")
    with context.writing() as store:
        before = store.event(number)
        if editor:
            record = edit_as_text(store, before, source)
        elif source:
            record = take_from(store, before, source)
        elif take:
            record = choose(store, number, _taken(take))
        else:
            record = edit_event(store, number, fields.given, fields.quotes, clear or ())
    if as_json:
        output.emit_json(record_to_dict(record))
    if record == before:
        why = "was left as it was" if editor else "is like that already"
        output.note(f"Event {number} {why}; nothing was changed.")
    else:
        output.note(f"Changed event {number}. culturex undo takes it back.")


def _taken(texts: list[str]) -> dict[str, int]:
    """Return the article by field that ``FIELD=ARTICLE`` texts name."""
    taken = {}
    for text in texts:
        field, _, article = text.partition("=")
        if not article.strip().isdecimal():
            raise UsageError(f"--take {text}: write FIELD=ARTICLE.", "culturex edit 3 --take date=7")
        taken[field.strip()] = int(article)
    return taken
