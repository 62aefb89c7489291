"""Events to bytes. One module for each format, all in the table ``EXPORTERS``.

To add a format: one module with a function of the shape ``Exporter``, one line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import IO

from culturex.exporters import csv_file, json_files
from culturex.exporters.atomic import atomic_write
from culturex.exporters.columns import Column, columns
from culturex.exporters.tables import write_tables
from culturex.model.codebook import Codebook
from culturex.model.event import EventRecord

__all__ = ["EXPORTERS", "Column", "Exporter", "atomic_write", "columns", "write_tables"]

Exporter = Callable[[Iterable[EventRecord], IO[bytes], Codebook], int]
"""Takes events, a stream to write bytes to (left open), and the codebook; returns how many events were written.

Write each event as it comes, so that memory does not grow with their number.
"""

EXPORTERS: dict[str, Exporter] = {
    "csv": csv_file.write,
    "json": json_files.write,
    "jsonl": json_files.write_lines,
}
