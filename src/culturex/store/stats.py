"""Count events by one field or two."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from culturex.errors import InputError
from culturex.store.query import Query

# Name of a count -> the table it joins and the expression that is counted. An event with several countries or themes
# counts once for each.
FIELDS: dict[str, tuple[str, str]] = {
    "country": (
        "LEFT JOIN event_countries bc ON bc.event = e.id LEFT JOIN countries bn ON bn.code = bc.code",
        "bn.name",
    ),
    "type": ("", "e.type"),
    "theme": ("LEFT JOIN event_themes bt ON bt.event = e.id", "bt.theme"),
    "status": ("", "e.status"),
    "mode": ("", "e.mode"),
    # As the date says it, at its beginning: 12XX is a century and not the year 1200, 2016 no month of it.
    "year": ("", "CASE WHEN e.date_earliest IS NOT NULL THEN substr(e.date, 1, 4) END"),
    "month": (
        "",
        "CASE WHEN e.date_earliest IS NULL THEN NULL"
        " WHEN substr(e.date, 5, 3) BETWEEN '-01' AND '-12' THEN substr(e.date, 1, 7)"
        " ELSE substr(e.date, 1, 4) END",
    ),
    "outlet": (
        "LEFT JOIN reports br ON br.event = e.id LEFT JOIN articles ba ON ba.id = br.article",
        "ba.outlet",
    ),
    "region": ("LEFT JOIN event_regions bg ON bg.event = e.id", "bg.region"),
    "place": (
        "LEFT JOIN event_places bp ON bp.event = e.id LEFT JOIN places bq ON bq.id = bp.place",
        "bq.name",
    ),
    "review": ("", "e.review"),
    "coder": ("", "e.coder"),
}
_CHRONOLOGICAL = {"year", "month"}


@dataclass(frozen=True, slots=True)
class Count:
    """How many events have these values; a value is None where the event has none."""

    values: tuple[str | None, ...]
    events: int


def count(connection: sqlite3.Connection, by: tuple[str, ...], wanted: Query) -> list[Count]:
    """Return the counts of the *wanted* events by one or two fields of FIELDS, most first, years in their order.

    Raise InputError for a field that is not there.
    """
    for name in by:
        if name not in FIELDS:
            raise InputError(f"Events cannot be counted by {name!r}.", f"Allowed: {', '.join(FIELDS)}.")
    if not 1 <= len(set(by)) == len(by) <= 2:
        raise InputError("Count by one field or by two different ones.", "culturex stats --by country,year")
    joins = " ".join(FIELDS[name][0] for name in by)
    expressions = ", ".join(FIELDS[name][1] for name in by)
    tail, values = wanted.sql()
    order = expressions if by[0] in _CHRONOLOGICAL else f"2 DESC, {expressions}" if len(by) == 1 else expressions
    rows = connection.execute(
        f"SELECT {expressions}, count(DISTINCT e.id) FROM (SELECT e.* FROM events e{tail}) e {joins}"
        f" GROUP BY {expressions} ORDER BY {order}",
        values,
    )
    return [Count(tuple(row[:-1]), row[-1]) for row in rows]
