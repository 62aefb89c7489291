"""Dates held against one another: what days an EDTF value may mean, and whether two may mean the same time."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from culturex import edtf

# So many days an event goes on at most.
LONGEST = 200


@lru_cache(maxsize=4096)
def bounds(value: str | None) -> tuple[date, date] | None:
    """Return the first and last day that an EDTF *value* may mean; None where unknown; open ends reach far."""
    if not value:
        return None
    meant = edtf.parse(value)
    return meant.earliest or date.min, meant.latest or date.max


def apart(one: tuple[date, date], other: tuple[date, date]) -> timedelta:
    """Return the time from the end of the earlier span to the beginning of the later; below 0 where they touch."""
    return max(one[0] - other[1], other[0] - one[1])


def compatible(one: str | None, other: str | None) -> bool:
    """Tell whether two dates may mean the same time; an absent one fits anything."""
    first, second = bounds(one), bounds(other)
    return first is None or second is None or (first[0] <= second[1] and second[0] <= first[1])
