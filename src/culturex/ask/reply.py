"""Read what a model replied: the events in it, and what had to be mended to read them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Reply:
    """What a reply holds: *events* as they stand there, and *repairs*, a sentence for each thing that was mended.

    *reason* says in a sentence why the reply cannot be used, and is None where it can (it may hold no events).
    """

    events: tuple[dict[str, Any], ...] = ()
    repairs: tuple[str, ...] = ()
    reason: str | None = None


def read_reply(text: str) -> Reply:
    """Return what a model's reply *text* holds. Never raises; time grows with the length of the text alone."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return Reply(reason="The reply is no JSON.")
    return Reply(tuple(e for e in data.get("events", ()) if isinstance(e, dict)))
