"""``culturex export``: write events for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from culturex.cli import output
from culturex.cli.context import Context
from culturex.errors import UsageError
from culturex.store.query import Query


def export(
    context: Context,
    query: Query,
    format: Annotated[  # noqa: A002 - the word on the command line
        str, typer.Argument(metavar="FORMAT", help="csv, json or jsonl.", show_default=False)
    ] = "csv",
    out: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write here and not to standard output (-).",
            show_default=False,
        ),
    ] = "",
    tables: Annotated[
        str,
        typer.Option(
            "--tables",
            metavar="FOLDER",
            help="CSV only: one file per table, with a datapackage.json.",
            show_default=False,
        ),
    ] = "",
) -> None:
    """Write events as csv, json or jsonl, with the filters of list.

    A FILE is written beside and renamed at the end, so that it is never half written.
    """
    from culturex.errors import InputError
    from culturex.exporters import EXPORTERS, atomic_write, write_tables

    if format not in EXPORTERS:
        raise InputError(f"There is no export format {format!r}.", f"Allowed: {', '.join(EXPORTERS)}.")
    if tables and (format != "csv" or out):
        raise UsageError("--tables goes with csv and without --output.", "culturex export csv --tables FOLDER")
    with context.reading() as store:
        codebook = store.codebook()
        records = store.events(query)
        if tables:
            paths = write_tables(records, Path(tables), codebook)
            output.note(f"Wrote {output.count(len(paths), 'file')} to {tables}.")
            return
        write = EXPORTERS[format]
        if out in ("", "-"):
            write(records, sys.stdout.buffer, codebook)
            sys.stdout.buffer.flush()
            return
        with atomic_write(Path(out)) as stream:
            rows = write(records, stream, codebook)
    output.note(f"Wrote {output.count(rows, 'event')} to {out}.")
