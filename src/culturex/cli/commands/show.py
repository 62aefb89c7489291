"""``culturex show``: one event with its quotes in context."""

from __future__ import annotations

from typing import Annotated

import typer

from culturex.cli import output
from culturex.cli.context import Context
from culturex.errors import UsageError


def show(
    context: Context,
    number: Annotated[int, typer.Argument(metavar="EVENT", help="Number of the event.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="All fields, as JSON.")] = False,
    as_toml: Annotated[bool, typer.Option("--toml", help="The text that culturex edit --from takes back.")] = False,
) -> None:
    """Show one event: its fields, the articles that report it, and each quote in its sentence."""
    if as_json and as_toml:
        raise UsageError("--json and --toml exclude each other.", "Give one of them.")
    with context.reading() as store:
        record = store.event(number)
        if as_json:
            from culturex.model.schema import record_to_dict

            output.emit_json(record_to_dict(record))
            return
        if as_toml:
            from culturex.cli.event_file import written

            output.emit_text(written(store, record).rstrip())
            return
        from culturex.cli.cards import print_record

        texts = {a.id: store.article(a.id).article for a in record.articles}
        print_record(record, texts, store.codebook())
