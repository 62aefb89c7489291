"""Full text over articles and events, with the hit shown."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from culturex.store.query import EVENT_TEXT, MOST, folded, full_text, pieces

# Marks around a hit inside a snippet: private-use characters, which no cleaned article is likely to hold and which
# the reader of a Hit replaces by colour or brackets.
OPEN, CLOSE = "\ue000", "\ue001"
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """An article or event with the words. *kind* is ``article`` or ``event``; *snippet* has the hit between marks."""

    kind: str
    id: int
    title: str | None
    date: str | None
    snippet: str
    events: tuple[int, ...] = ()


def search(connection: sqlite3.Connection, words: str, *, limit: int = 20) -> list[Hit]:
    """Return the events and articles that hold all *words*, best first. Any string is a valid search.

    Words in double quotes are a phrase, a word that ends in ``*`` is a beginning; case and diacritics do not count.
    """
    if not words.strip():
        return []
    match = full_text(words)
    limit = min(limit, MOST)
    return _indexed(connection, match, limit) if match is not None else _scanned(connection, words, limit)


def articles_with(connection: sqlite3.Connection, words: str) -> set[int]:
    """Return the numbers of the articles that hold all *words*, as ``search`` takes them."""
    match = full_text(words)
    if match is not None:
        found = connection.execute("SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?", (match,))
    else:
        everything = "SELECT id FROM articles WHERE holds(coalesce(title, '') || ' ' || text, ?)"
        found = connection.execute(everything, (pieces(words),))
    return {row[0] for row in found}


def _indexed(connection: sqlite3.Connection, match: str, limit: int) -> list[Hit]:
    events = connection.execute(
        "SELECT e.id, e.title, e.date, snippet(events_fts, -1, ?, ?, ' … ', 16) FROM events_fts"
        " JOIN events e ON e.id = events_fts.rowid WHERE events_fts MATCH ? ORDER BY rank LIMIT ?",
        (OPEN, CLOSE, match, limit),
    ).fetchall()
    articles = connection.execute(
        "SELECT a.id, a.title, a.published, snippet(articles_fts, -1, ?, ?, ' … ', 24) FROM articles_fts"
        " JOIN articles a ON a.id = articles_fts.rowid WHERE articles_fts MATCH ? ORDER BY rank LIMIT ?",
        (OPEN, CLOSE, match, limit),
    ).fetchall()
    hits = [Hit("event", *row) for row in events]
    found = articles[: limit - len(hits)]
    return hits + [Hit("article", a, title, day, cut, _events_of(connection, a)) for a, title, day, cut in found]


def _scanned(connection: sqlite3.Connection, words: str, limit: int) -> list[Hit]:
    wanted = pieces(words)
    rows = connection.execute(
        f"SELECT 'event', id, title, date, {EVENT_TEXT} AS body FROM events e WHERE holds(body, ?)"
        " UNION ALL SELECT 'article', id, title, published, text FROM articles"
        " WHERE holds(coalesce(title, '') || ' ' || text, ?) LIMIT ?",
        (wanted, wanted, limit),
    ).fetchall()
    return [
        Hit(
            kind,
            number,
            title,
            date,
            _cut(body, wanted),
            _events_of(connection, number) if kind == "article" else (),
        )
        for kind, number, title, date, body in rows
    ]


def _cut(body: str, pieces: str) -> str:
    """Return a stretch of *body* around the first of the *pieces*, with the hit between marks."""
    wanted, plain = pieces.partition("\n")[0], folded(body) or ""
    # Folding may change the length of a text; offsets found in it hold only where it did not.
    at = (plain if len(plain) == len(body) else body).find(wanted)
    if at < 0:
        return body[: 2 * _AROUND]
    end = at + len(wanted)
    before = ("… " if at > _AROUND else "") + body[max(0, at - _AROUND) : at]
    after = body[end : end + _AROUND] + (" …" if len(body) > end + _AROUND else "")
    return f"{before}{OPEN}{body[at:end]}{CLOSE}{after}"


def _events_of(connection: sqlite3.Connection, article: int) -> tuple[int, ...]:
    found = connection.execute("SELECT event FROM reports WHERE article = ? ORDER BY event", (article,))
    return tuple(row[0] for row in found)
