"""What is to be gone through, and in what order."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from culturex.store.query import folded
from culturex.store.search import articles_with

# Orders of articles and of events that the store knows by itself -> the SQL of the key; what has none comes last.
_ARTICLES = {
    "number": "a.id",
    "date": "a.published IS NULL, a.published",
    "outlet": "a.outlet IS NULL, a.outlet COLLATE NOCASE, a.published IS NULL, a.published",
}
_EVENTS = {
    "number": "e.id",
    "date": "e.date_earliest IS NULL, e.date_earliest",
    "outlet": "a.outlet IS NULL, a.outlet COLLATE NOCASE, a.published IS NULL, a.published, a.id",
}
ORDERS = (*_ARTICLES, "uncertain")
# The article that reports an event first.
_FIRST = "(SELECT min(article) FROM reports WHERE event = e.id)"


def article_states(connection: sqlite3.Connection, articles: Sequence[int] | None = None) -> dict[int, str]:
    """Return the state of those of *articles* that are there, or of every article, by its number."""
    asked = "" if articles is None else " WHERE id IN (SELECT value FROM json_each(?))"
    values = () if articles is None else (json.dumps(list(articles)),)
    return {row[0]: row[1] for row in connection.execute(f"SELECT id, state FROM articles{asked}", values)}


def reviews(connection: sqlite3.Connection) -> dict[int, str]:
    """Return where the review of every event stands, by its number."""
    return {row[0]: row[1] for row in connection.execute("SELECT id, review FROM events")}


def narrowed(
    connection: sqlite3.Connection, articles: Sequence[int], *, words: str = "", outlet: str = ""
) -> list[int]:
    """Return those of *articles* that hold all *words* and whose outlet has *outlet* in its name; "" is for any."""
    wanted = set(articles)
    if words.strip():
        wanted &= articles_with(connection, words)
    if outlet.strip():
        part = folded(" ".join(outlet.split()))
        found = connection.execute("SELECT id FROM articles WHERE outlet IS NOT NULL AND holds(outlet, ?)", (part,))
        wanted &= {row[0] for row in found}
    return [number for number in articles if number in wanted]


def articles_in_order(connection: sqlite3.Connection, articles: Sequence[int], order: str) -> list[int]:
    """Return *articles* by ``number``, ``date`` (of publication) or ``outlet``."""
    wanted = set(articles)
    rows = connection.execute(f"SELECT a.id FROM articles a ORDER BY {_ARTICLES[order]}, a.id")
    return [row[0] for row in rows if row[0] in wanted]


def events_in_order(connection: sqlite3.Connection, events: Sequence[int], order: str) -> list[int]:
    """Return *events* by ``number``, ``date`` (of the event) or ``outlet`` (of the article that reports it first)."""
    wanted = set(events)
    rows = connection.execute(
        f"SELECT e.id FROM events e LEFT JOIN articles a ON a.id = {_FIRST} ORDER BY {_EVENTS[order]}, e.id"
    )
    return [row[0] for row in rows if row[0] in wanted]


def first_articles(connection: sqlite3.Connection) -> dict[int, int]:
    """Return the article that reports an event first, by the number of the event."""
    return {row[0]: row[1] for row in connection.execute("SELECT event, min(article) FROM reports GROUP BY event")}


def least_certain(connection: sqlite3.Connection, events: Sequence[int]) -> list[int]:
    """Return *events* in the order of the confidence that they are events at all, the lowest first."""
    rows = connection.execute("SELECT event, min(confidence) FROM evidence WHERE field = 'event' GROUP BY event")
    sure = {row[0]: row[1] for row in rows}
    return sorted(events, key=lambda n: (sure.get(n) is None, sure.get(n) or 0, n))


def not_checked(connection: sqlite3.Connection, events: Sequence[int], fields: Sequence[str]) -> list[int]:
    """Return those of *events* of which a person has not yet looked at all *fields* one by one, in their order."""
    rows = connection.execute(
        "SELECT event, field FROM evidence WHERE value IS NULL AND quote = '' AND method IN ('hand', 'prompt')"
    )
    checked: dict[int, set[str]] = {}
    for event, field in rows:
        checked.setdefault(event, set()).add(field)
    return [n for n in events if not set(fields) <= checked.get(n, set())]
