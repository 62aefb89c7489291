"""Dates held against one another: what days an EDTF value may mean, and whether two may mean the same time."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from culturex import edtf


def spans(value: str, day: str) -> bool:
    """Tell whether *value* is an interval of days that holds *day*, and no longer than a season."""
    if "/" not in value or value == day or len(value.partition("/")[0]) < 10:
        return False
    wide, narrow = edtf.parse(value), edtf.parse(day)
    if None in (wide.earliest, wide.latest, narrow.earliest, narrow.latest):
        return False
    assert wide.earliest
    assert wide.latest
    assert narrow.earliest
    assert narrow.latest
    if not (wide.earliest <= narrow.earliest and narrow.latest <= wide.latest):
        return False
    return (wide.latest - wide.earliest).days <= 120


def refines(value: str, coarse: str, told: bool) -> bool:
    """Tell whether *value* says to the day what *coarse* (a month, a year, a week told from today) only rounds."""
    if len(value.partition("/")[0]) < 10 or value == coarse:
        return False
    is_week = told and "/" in coarse and len(coarse) == 21
    if len(coarse) > 7 and not is_week:
        return False
    fine, wide = bounds(value), bounds(coarse)
    return fine is not None and wide is not None and wide[0] <= fine[0] and fine[1] <= wide[1]


# So many days an event goes on at most.
LONGEST = 200


@lru_cache(maxsize=4096)
def bounds(value: str | None) -> tuple[date, date] | None:
    """Return the first and last day that an EDTF *value* may mean; None where unknown; open ends reach far."""
    if not value:
        return None
    meant = edtf.parse(value)
    return meant.earliest or date.min, meant.latest or date.max


def compatible(one: str | None, other: str | None) -> bool:
    """Tell whether two dates may mean the same time; an absent one fits anything."""
    first, second = bounds(one), bounds(other)
    return first is None or second is None or (first[0] <= second[1] and second[0] <= first[1])
