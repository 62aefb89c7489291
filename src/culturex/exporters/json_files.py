"""JSON: an array of events, or JSON Lines: one event on each line; UTF-8, the shape of ``model.schema``.

Nothing is changed or left out. Characters that a terminal could obey are written as escapes, which read back as
the same text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO

from culturex.model.codebook import Codebook
from culturex.model.event import EventRecord
from culturex.model.schema import record_to_dict
from culturex.text import harmless_json


def write(records: Iterable[EventRecord], out: IO[bytes], codebook: Codebook) -> int:
    """Write *records* to *out* as one JSON array, a line for each event, as they come; return how many."""
    count = 0
    out.write(b"[")
    for record in records:
        out.write(b",\n" if count else b"\n")
        out.write(_line(record))
        count += 1
    out.write(b"\n]\n" if count else b"]\n")
    return count


def write_lines(records: Iterable[EventRecord], out: IO[bytes], codebook: Codebook) -> int:
    """Write *records* to *out* as JSON Lines, as they come; return how many."""
    count = 0
    for record in records:
        out.write(_line(record) + b"\n")
        count += 1
    return count


def _line(record: EventRecord) -> bytes:
    return harmless_json(json.dumps(record_to_dict(record), ensure_ascii=False)).encode()
