"""Join the events that the parts of a long article tell: what is the same by the measure of likeness is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from culturex.likeness import DEFAULT_SCORE, likeness, united
from culturex.model.event import Event


def merge(parts: Sequence[Sequence[Event]]) -> list[Event]:
    """Return the events of all *parts* in order, those that are the same joined; the first main one stays main.

    Only events of different parts are compared: in one part the model had them both before its eyes.
    """
    kept: list[Event] = []
    for part in parts:
        before = len(kept)
        taken: set[int] = set()
        for event in part:
            at = _same(event, kept[:before], taken)
            if at is None:
                is_second = event.main and any(e.main for e in kept)
                kept.append(replace(event, main=False) if is_second else event)
            else:
                taken.add(at)
                kept[at] = joined(kept[at], event)
    return kept


def _same(event: Event, earlier: Sequence[Event], taken: set[int]) -> int | None:
    """Return which of the *earlier* events, not yet *taken*, is the same, the likest first; None where none is."""
    scores = [(likeness(other, event).score, -at) for at, other in enumerate(earlier) if at not in taken]
    score, at = max(scores, default=(0.0, 0))
    return -at if score >= DEFAULT_SCORE else None


def joined(one: Event, other: Event) -> Event:
    """Return two tellings of one event by one article as one; *one* counts where they differ."""
    both = united(one, other, None, None)
    told = {*one.evidence, *other.evidence}
    return replace(both, main=one.main, evidence=tuple(e for e in both.evidence if e in told))
