"""Which stored events could be the same: found by index, before they are read whole and compared."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from culturex.likeness.names import sounds
from culturex.likeness.profile import MOST, span_of, title_words
from culturex.model.event import Event

# Days by which the dates of two tellings of one event may differ.
REACH = 3
# Days from which on a date is wide: that it overlaps another says next to nothing, and names must be shared.
WIDE = 92
# Events with a common name that are looked at; a name that more events have says nothing.
_MOST = 500
_COMMON = 200
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
    people, bodies = [p.name for p in event.people[:MOST]], [o.name for o in event.organizations[:MOST]]
    sql = (
        f"SELECT p.event FROM people n JOIN event_people p ON p.person = n.id WHERE n.name IN ({_marks(people)})"
        " UNION SELECT p.event FROM organizations n JOIN event_organizations p ON p.organization = n.id"
        f" WHERE n.name IN ({_marks(bodies)})"
        " UNION SELECT rowid FROM events_fts WHERE events_fts MATCH ?"
    )
    return sql, [*people, *bodies, _title_match(event.title)]


def _title_match(title: str | None) -> str:
    """Return the FTS5 expression for a title of these words; one that finds nothing where there are none."""
    words = "".join(c if c.isalnum() else " " for c in title or "").split()[:MOST]
    return "title : (" + " AND ".join(f'"{word}"' for word in words or ["\ue000"]) + ")"


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


@dataclass(frozen=True, slots=True)
class _Row:
    """What is needed of an event to tell which others it could be.

    *days* are the first and last day as ordinals, None where it has no date or a wide one.
    """

    id: int
    days: tuple[int, int] | None
    parties: frozenset[str]
    articles: frozenset[int]

    def may_be(self, other: _Row) -> bool:
        """Tell whether two events share a country or group, and no article."""
        return not self.parties.isdisjoint(other.parties) and self.articles.isdisjoint(other.articles)


def pairs(connection: sqlite3.Connection) -> Iterator[tuple[int, int]]:
    """Yield the pairs of all events that could be one, as ``candidates`` finds them for each, none twice.

    A pair that one article reports is left out. Those of near dates come first, in the order of time.
    """
    known = _rows(connection)
    yield from _near_pairs(known.values())
    yield from _named_pairs(connection, known)


def _rows(connection: sqlite3.Connection) -> dict[int, _Row]:
    parties, articles = _gathered(connection, _PARTIES), _gathered(connection, "SELECT event, article FROM reports")
    rows = connection.execute("SELECT id, date_earliest, date_latest FROM events WHERE review != 'rejected'")
    return {
        number: _Row(number, _days(first, last), frozenset(parties[number]), frozenset(articles[number]))
        for number, first, last in rows.fetchall()
    }


def _days(first: str | None, last: str | None) -> tuple[int, int] | None:
    """Return two ISO days as ordinals; None where one is missing or they are far apart."""
    if not first or not last:
        return None
    try:
        begin, end = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
    except ValueError:
        # Another program may have written what is no day.
        return None
    return (begin, end) if end - begin <= WIDE else None


_PARTIES = "SELECT event, code FROM event_countries UNION ALL SELECT event, region FROM event_regions"


def _gathered(connection: sqlite3.Connection, sql: str) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for event, value in connection.execute(sql):
        found[event].append(value)
    return found


def _near_pairs(rows: Iterable[_Row]) -> Iterator[tuple[int, int]]:
    """Yield the pairs whose dates overlap nearly: in the order of time, an event meets those that are not over yet."""
    going_on: dict[str, list[tuple[int, _Row]]] = defaultdict(list)
    for (first, last), row in sorted(((row.days, row) for row in rows if row.days), key=lambda r: (r[0], r[1].id)):
        met: set[int] = set()
        for party in row.parties:
            still = [(end, other) for end, other in going_on[party] if end + REACH >= first]
            for _, other in still:
                if other.id not in met and other.articles.isdisjoint(row.articles):
                    met.add(other.id)
                    yield min(row.id, other.id), max(row.id, other.id)
            going_on[party] = [*still, (last, row)]


def _named_pairs(connection: sqlite3.Connection, known: dict[int, _Row]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of which one has no date, or a wide one, and that share a name or the title."""
    named: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for event, name in connection.execute(_NAMES):
        if event in known and (key := sounds(name)):
            named[key].append(event)
    for event, title in connection.execute("SELECT id, title FROM events WHERE title IS NOT NULL"):
        if event in known and (words := title_words(title)):
            named[("title", *sorted(words))].append(event)
    done: set[tuple[int, int]] = set()
    for events in named.values():
        if len(events) > _COMMON:
            continue
        for one, other in combinations(sorted(set(events)), 2):
            a, b = known[one], known[other]
            if (a.days is None or b.days is None) and (one, other) not in done and a.may_be(b):
                done.add((one, other))
                yield one, other


_NAMES = (
    "SELECT p.event, n.name FROM event_people p JOIN people n ON n.id = p.person UNION ALL"
    " SELECT p.event, n.name FROM event_organizations p JOIN organizations n ON n.id = p.organization"
)
