r"""CSV: UTF-8 without a mark, a header, one row for each event, ``\\n`` at the end of each.

Cells are quoted as RFC 4180 says. Line breaks inside cells become spaces, so that one line is one event and
``wc -l``, ``head`` and ``grep`` tell the truth; readers that expect ``\\r\\n`` take ``\\n`` as well.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import IO

from culturex.exporters.columns import cells, columns
from culturex.model.codebook import Codebook
from culturex.model.event import EventRecord


def write(records: Iterable[EventRecord], out: IO[bytes], codebook: Codebook) -> int:
    """Write *records* to *out* as they come; return how many."""
    table = Rows(out)
    table.add([column.name for column in columns(codebook)])
    count = 0
    for record in records:
        table.add(cells(record, codebook))
        count += 1
    return count


class Rows:
    """Writes rows of cells, each as soon as it is added, to a stream of bytes that stays open."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._line = io.StringIO()
        self._writer = csv.writer(self._line, lineterminator="\n")

    def add(self, row: Sequence[str]) -> None:
        """Write one row."""
        self._writer.writerow(row)
        self._out.write(self._line.getvalue().encode("utf-8", "replace"))
        self._line.seek(0)
        self._line.truncate()
