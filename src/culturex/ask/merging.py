"""Join the events that the parts of a long article tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from culturex.model.event import Event

Likeness = Callable[[Event, Event], float]


def merge(parts: Sequence[Sequence[Event]], likeness: Likeness) -> list[Event]:
    """Return the events of all *parts*, those that *likeness* holds for the same joined."""
    return [event for part in parts for event in part]
