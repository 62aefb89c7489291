"""``culturex list``: events as a table."""

from __future__ import annotations

from typing import Annotated

import typer

from culturex.cli import output
from culturex.cli.context import Context
from culturex.store.query import Query

_FLEXIBLE = ("countries", "places", "title")
# Left out of a narrow terminal, the first named first.
_OPTIONAL = ("places", "review", "status", "type")


def list_(
    context: Context,
    query: Query,
    as_json: Annotated[bool, typer.Option("--json", help="All fields of each event, as a JSON array.")] = False,
) -> None:
    """List events: a table in a terminal, lines with tabs in a pipe.

    Filters of different kinds narrow each other. Two --country mean the events between the two.
    """
    if as_json:
        _as_json(context, query)
        return
    from culturex.store.listing import COLUMNS, listing

    with context.querying() as connection:
        rows = listing(connection, query) if connection else []
    output.emit_rows(COLUMNS, rows, flexible=_FLEXIBLE, optional=_OPTIONAL)
    if connection and not rows:
        output.note("No event matches. culturex articles shows what is there; culturex tag --auto suggests events.")


def _as_json(context: Context, query: Query) -> None:
    from culturex.model.schema import record_to_dict

    with context.reading() as store:
        output.emit_json([record_to_dict(r) for r in store.events(query)])
