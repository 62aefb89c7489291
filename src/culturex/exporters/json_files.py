"""JSON: an array of events, or JSON Lines: one event on each line; UTF-8, the shape of ``model.schema``.

Nothing is changed or left out. Characters that a terminal could obey are written as escapes, which read back as
the same text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import IO

from culturex.model.codebook import Codebook
from culturex.model.event import EventRecord
from culturex.model.schema import record_to_dict

# C1 controls, bidirectional overrides and marks, and lone surrogates, which UTF-8 cannot write. All lie in the basic
# plane, and all can stand only inside a JSON string. json.dumps escapes the C0 controls itself.
_ESCAPED = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\u200e\u200f\ufeff\ud800-\udfff]")


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
    text = json.dumps(record_to_dict(record), ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode("utf-8")
