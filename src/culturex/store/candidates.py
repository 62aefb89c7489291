"""Which stored events could be the same: found by index, before they are read whole and compared."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date

from culturex.likeness.profile import span_of
from culturex.model.event import Event

# Days by which the dates of two tellings of one event may differ.
REACH = 3
# Days from which on a date is wide: that it overlaps another says next to nothing, and names must be shared.
WIDE = 92
# Events with a common name that are looked at.
_MOST = 500
_WIDE_ROW = (
    "(e.date_earliest IS NULL OR e.date_latest IS NULL"
    f" OR julianday(e.date_latest) - julianday(e.date_earliest) > {WIDE})"
)
_PARTY = (
    "(EXISTS (SELECT 1 FROM event_countries p WHERE p.event = e.id AND p.code IN ({countries}))"
    " OR EXISTS (SELECT 1 FROM event_regions p WHERE p.event = e.id AND p.region IN ({regions})))"
)


def candidates(connection: sqlite3.Connection, event: Event, *, article: int | None, but: int | None) -> list[int]:
    """Return the events that could be *event*: not rejected, not told by *article*, not number *but*.

    They share a country or a group with it, and their dates overlap nearly. Where one of the two has no date or a wide
    one, they share the name of a person or an organization, or the title.
    """
    codes, groups = [c.code for c in event.countries], list(event.regions)
    if not codes and not groups:
        return []
    party = _PARTY.format(countries=_marks(codes), regions=_marks(groups))
    told = "e.id NOT IN (SELECT event FROM reports WHERE article = ?)"
    where = f"e.review != 'rejected' AND e.id IS NOT ? AND {told} AND {party}"
    values = [but, article, *codes, *groups]
    days = _near(event)
    found: set[int] = set()
    if days is not None:
        first, last, begin = days
        near = "e.date_earliest BETWEEN ? AND ? AND e.date_latest >= ?"
        sql = f"SELECT e.id FROM events e WHERE {near} AND NOT {_WIDE_ROW} AND {where}"
        found |= {row[0] for row in connection.execute(sql, [begin, last, first, *values])}
    named, names = _named(event)
    wide = "" if days is None else f" AND {_WIDE_ROW}"
    sql = f"SELECT e.id FROM events e WHERE e.id IN ({named}) AND {where}{wide} ORDER BY e.id DESC LIMIT {_MOST}"
    found |= {row[0] for row in connection.execute(sql, [*names, *values])}
    return sorted(found)


def _near(event: Event) -> tuple[str, str, str] | None:
    """Return the first and last day near the date of *event*, and the first that a near date may begin with."""
    span = span_of(event.date)
    if span is None or span.first is None or span.last is None or span.last - span.first > WIDE:
        return None
    return _day(span.first - REACH), _day(span.last + REACH), _day(span.first - REACH - WIDE)


def _day(ordinal: int) -> str:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal())).isoformat()


def _named(event: Event) -> tuple[str, list[str]]:
    """Return the SELECT of the events that share a name or the title with *event*, and its parameters."""
    people, bodies = [p.name for p in event.people], [o.name for o in event.organizations]
    sql = (
        f"SELECT p.event FROM people n JOIN event_people p ON p.person = n.id WHERE n.name IN ({_marks(people)})"
        " UNION SELECT p.event FROM organizations n JOIN event_organizations p ON p.organization = n.id"
        f" WHERE n.name IN ({_marks(bodies)})"
        " UNION SELECT rowid FROM events_fts WHERE events_fts MATCH ?"
    )
    return sql, [*people, *bodies, _title_match(event.title)]


def _title_match(title: str | None) -> str:
    """Return the FTS5 expression for a title of these words; one that finds nothing where there are none."""
    words = "".join(c if c.isalnum() else " " for c in title or "").split()
    return "title : (" + " AND ".join(f'"{word}"' for word in words or ["\ue000"]) + ")"


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))
