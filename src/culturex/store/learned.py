"""What the user's own decisions teach: names that were accepted, and suggestions that were turned down."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Any

# Kind of a mention -> the names of that kind in accepted events, with what is known of each.
_NAMES = {
    "person": "SELECT n.name, n.country FROM people n JOIN event_people p ON p.person = n.id",
    "organization": "SELECT n.name, n.country FROM organizations n JOIN event_organizations p ON p.organization = n.id",
    "place": "SELECT n.name, n.country, n.lat, n.lon FROM places n JOIN event_places p ON p.place = n.id",
}
_ACCEPTED = " JOIN events e ON e.id = p.event WHERE e.review = 'accepted' ORDER BY e.updated"


def names(connection: sqlite3.Connection) -> dict[str, dict[str, dict[str, Any]]]:
    """Return the names in accepted events by kind (``person``, ``organization``, ``place``), with country and place.

    Of two entries of one name the one that was decided last counts.
    """
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for kind, sql in _NAMES.items():
        rows = connection.execute(sql + _ACCEPTED)
        columns = [c[0] for c in rows.description][1:]
        found[kind] = {row[0]: dict(zip(columns, row[1:], strict=False)) for row in rows}
    return found


def rejected(connection: sqlite3.Connection) -> frozenset[tuple[str, str]]:
    """Return type and quote of the events that were rejected; the quote is that of the event as a whole."""
    rows = connection.execute(
        "SELECT e.type, v.quote FROM events e JOIN evidence v ON v.event = e.id"
        " WHERE e.review = 'rejected' AND v.field = 'event' AND v.quote != ''"
    )
    return frozenset((row[0] or "", row[1]) for row in rows)


@dataclass(frozen=True, slots=True)
class Coded:
    """An article whose events were all accepted: its language, their types, and how many quotes they have."""

    article: int
    language: str | None
    types: frozenset[str]
    quotes: int


def coded(connection: sqlite3.Connection, besides: int, limit: int) -> list[Coded]:
    """Return the last articles that have events, all of them accepted by a person; not the one of number *besides*."""
    found = connection.execute(
        "SELECT a.id, a.language, group_concat(DISTINCT e.type),"
        " (SELECT count(*) FROM evidence v WHERE v.article = a.id AND v.start IS NOT NULL)"
        " FROM articles a JOIN reports r ON r.article = a.id JOIN events e ON e.id = r.event"
        " WHERE a.id != ? AND e.review != 'rejected' GROUP BY a.id"
        " HAVING sum(e.review != 'accepted') = 0 ORDER BY a.id DESC LIMIT ?",
        (besides, limit),
    )
    return [Coded(row[0], row[1], frozenset((row[2] or "").split(",")), row[3]) for row in found]
