"""``culturex stats``: counts and cross-tables, with bars in the terminal."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

import typer

from culturex.cli import output
from culturex.cli.context import Context
from culturex.store.query import Query
from culturex.store.stats import FIELDS, Count

_NONE = "(none)"
_BAR = 30
# Columns that the names at the left of a cross-table are left where the terminal is narrow.
_ROOM = 20


def stats(
    context: Context,
    query: Query,
    by: Annotated[
        str, typer.Option("--by", metavar="FIELD[,FIELD]", help=f"One or two of {', '.join(FIELDS)}.")
    ] = "country",
    progress: Annotated[
        bool, typer.Option("--progress", help="What was decided day by day, and what became of suggestions.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="JSON.")] = False,
) -> None:
    """Count events by a field, or by two as a cross-table. An event with two countries counts for both.

    --progress shows the work instead: per day and coder, per field, and per rule of the suggester, the worst first.
    """
    from culturex.store.stats import count

    if progress:
        from culturex.cli.work_report import print_progress

        with context.reading() as store:
            print_progress(store, query, as_json=as_json)
        return
    names = tuple(part.strip() for part in by.split(","))
    with context.reading() as store:
        # --limit cuts the rows that are shown; it must not cut the events that are counted.
        counts = count(store.connection, names, replace(query, limit=None))
    if len(names) == 1 and query.limit is not None:
        counts = counts[: query.limit]
    if as_json:
        output.emit_json([{**dict(zip(names, c.values, strict=True)), "events": c.events} for c in counts])
    elif len(names) == 2:
        _cross(names, counts, query.limit)
    else:
        _single(names[0], counts)


def _single(name: str, counts: list[Count]) -> None:
    rows: list[tuple[Any, ...]] = [(c.values[0] or _NONE, c.events) for c in counts]
    if not output.is_terminal():
        output.emit_rows((name, "events"), rows)
        return
    from culturex.cli.tables import bar

    largest = max((c.events for c in counts), default=0)
    output.emit_rows((name, "events", ""), [(*row, bar(row[1], largest, _BAR)) for row in rows], flexible=(name,))


def _cross(names: tuple[str, ...], counts: list[Count], limit: int | None) -> None:
    across = sorted({c.values[1] or _NONE for c in counts}, key=lambda value: (value == _NONE, value))
    table: dict[str, dict[str, int]] = {}
    for c in counts:
        table.setdefault(c.values[0] or _NONE, {})[c.values[1] or _NONE] = c.events
    corner, rows = f"{names[0]} / {names[1]}", list(table.items())[:limit]
    for number, block in enumerate(_blocks(corner, across)):
        if number:
            output.emit_text("")
        cut = [(down, *(cells.get(a, "") for a in block)) for down, cells in rows]
        output.emit_rows((corner, *block), cut, flexible=(corner,))


def _blocks(corner: str, across: list[str]) -> list[list[str]]:
    """Return the columns of a cross-table as blocks that fit the terminal, one under the other; one in a pipe."""
    if not output.is_terminal() or not across:
        return [across]
    from rich.cells import cell_len

    from culturex.cli.tables import console

    room = console().width - max(_ROOM, cell_len(corner))
    blocks: list[list[str]] = []
    left = 0
    for value in across:
        width = cell_len(value) + 2
        if not blocks or width > left:
            blocks.append([])
            left = room
        blocks[-1].append(value)
        left -= width
    return blocks
