"""``culturex list``: events as a table."""

from __future__ import annotations

from typing import Annotated

import typer

from culturex.cli import output
from culturex.cli.context import Context
from culturex.store.query import Query

_FLEXIBLE = ("countries", "places", "title")


def list_(
    context: Context,
    query: Query,
    as_json: Annotated[bool, typer.Option("--json", help="All fields of each event, as a JSON array.")] = False,
) -> None:
    """List events: a table in a terminal, lines with tabs in a pipe.

    Filters of different kinds narrow each other. Two --country mean the events between the two.
    """
    from culturex.store.listing import COLUMNS, listing

    with context.reading() as store:
        if as_json:
            from culturex.model.schema import record_to_dict

            output.emit_json([record_to_dict(r) for r in store.events(query)])
            return
        rows = listing(store.connection, query)
        output.emit_rows(COLUMNS, rows, flexible=_FLEXIBLE)
        if not rows and store.is_there:
            output.note("No event matches. culturex articles shows what is there; culturex tag --auto suggests events.")
