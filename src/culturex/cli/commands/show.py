"""``culturex show``: one event with its quotes in context."""

from __future__ import annotations

from typing import Annotated

import typer

from culturex.cli import output
from culturex.cli.context import Context


def show(
    context: Context,
    number: Annotated[int, typer.Argument(metavar="EVENT", help="Number of the event.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="All fields, as JSON.")] = False,
) -> None:
    """Show one event: its fields, the articles that report it, and each quote in its sentence."""
    with context.reading() as store:
        record = store.event(number)
        if as_json:
            from culturex.model.schema import record_to_dict

            output.emit_json(record_to_dict(record))
            return
        from culturex.cli.cards import print_record

        texts = {a.id: store.article(a.id).article for a in record.articles}
        print_record(record, texts, store.codebook())
