"""Filters on events, and the SQL they become. Words are always parameters, never SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from culturex.errors import InputError

SORTS = {
    "date": "e.date_earliest IS NULL, e.date_earliest, e.id",
    "-date": "e.date_earliest IS NULL, e.date_earliest DESC, e.id DESC",
    "id": "e.id",
    "-id": "e.id DESC",
    "title": "e.title IS NULL, e.title COLLATE NOCASE, e.id",
    "type": "e.type, e.date_earliest IS NULL, e.date_earliest, e.id",
    "updated": "e.updated, e.id",
    "-updated": "e.updated DESC, e.id DESC",
}
# The texts of an event that a search looks through, as the full-text index has them.
EVENT_TEXT = "coalesce(e.title, '') || ' ' || coalesce(e.summary, '') || ' ' || coalesce(e.notes, '')"
# The largest number that SQLite knows.
MOST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Query:
    """Which events are wanted, and in what order.

    Fields of one value (*type*, *status*, *mode*, *review*) match any of the values given; fields of several
    (*country*, *theme*, *city*, *person*, *organization*) must hold all of them, so that two countries mean the events
    between them. *country* takes a name, an adjective, a code or a group of countries, which stands for any of its
    members or for the group itself. *since* and *until* are EDTF dates; an event counts whose span touches theirs.
    *text* is full text over the events and the articles that report them. *sort* is one of SORTS; None is by date.
    """

    country: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    city: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    organization: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    text: str | None = None
    article: tuple[int, ...] = ()
    ids: tuple[int, ...] = ()
    sort: str | None = None
    limit: int | None = None

    def sql(self) -> tuple[str, list[Any]]:
        """Return the end of a SELECT over ``events e``: WHERE, ORDER BY and LIMIT, with its parameters.

        Raise InputError where a country, a date or a sort order is not understood.
        """
        conditions = list(self._conditions())
        where = " AND ".join(f"({sql})" for sql, _ in conditions)
        values = [v for _, parameters in conditions for v in parameters]
        sort = self.sort or "date"
        if sort not in SORTS:
            raise InputError(f"Events cannot be sorted by {sort!r}.", f"Allowed: {', '.join(SORTS)}.")
        tail = f"{' WHERE ' + where if where else ''} ORDER BY {SORTS[sort]}"
        if self.limit is not None:
            tail += " LIMIT ?"
            values.append(min(self.limit, MOST))
        return tail, values

    def _conditions(self) -> Iterator[tuple[str, list[Any]]]:
        for column in ("type", "status", "mode", "review"):
            wanted = getattr(self, column)
            if wanted:
                yield f"e.{column} IN ({_marks(wanted)})", list(wanted)
        for name in self.country:
            yield _country(name)
        for theme in self.theme:
            yield "EXISTS (SELECT 1 FROM event_themes p WHERE p.event = e.id AND p.theme = ?)", [theme]
        for table, column, names in (
            ("places", "place", self.city),
            ("people", "person", self.person),
            ("organizations", "organization", self.organization),
        ):
            for name in names:
                yield _named(table, column, name)
        if self.since:
            yield (
                "e.date_latest >= ? OR (e.date_earliest IS NOT NULL AND e.date_latest IS NULL)",
                [_bound(self.since, "earliest")],
            )
        if self.until:
            yield (
                "e.date_earliest <= ? OR (e.date_latest IS NOT NULL AND e.date_earliest IS NULL)",
                [_bound(self.until, "latest")],
            )
        if self.text is not None:
            yield _text(self.text)
        if self.article:
            yield (
                f"e.id IN (SELECT event FROM reports WHERE article IN ({_marks(self.article)}))",
                list(self.article),
            )
        if self.ids:
            yield f"e.id IN ({_marks(self.ids)})", list(self.ids)


def _marks(values: tuple[Any, ...]) -> str:
    return ", ".join("?" * len(values))


def _country(name: str) -> tuple[str, list[Any]]:
    from culturex import places

    found = places.resolve(name)
    if found is None:
        near = places.suggestions(name, 3)
        hint = (
            f"Did you mean {' or '.join(near)}?" if near else "Write a name, an adjective, an ISO 3166 code or a group."
        )
        raise InputError(f"{name!r} is no country or group that culturex knows.", hint)
    if isinstance(found, places.Country):
        return "EXISTS (SELECT 1 FROM event_countries p WHERE p.event = e.id AND p.code = ?)", [found.code]
    inside = f"EXISTS (SELECT 1 FROM event_countries p WHERE p.event = e.id AND p.code IN ({_marks(found.members)}))"
    itself = "EXISTS (SELECT 1 FROM event_regions p WHERE p.event = e.id AND p.region = ?)"
    return f"{inside} OR {itself}", [*found.members, found.name]


def _named(table: str, column: str, name: str) -> tuple[str, list[Any]]:
    joined = f"SELECT 1 FROM event_{table} p JOIN {table} n ON n.id = p.{column} WHERE p.event = e.id"
    return f"EXISTS ({joined} AND (holds(n.name, ?) OR holds(n.aliases, ?)))", [_one_piece(name)] * 2


def _bound(text: str, side: str) -> str:
    from culturex import edtf

    day = getattr(edtf.parse(text), side)
    if day is None:
        raise InputError(f"The date {text!r} is open at the end that counts here.", "Write a day, month or year.")
    return str(day.isoformat())


def _text(words: str) -> tuple[str, list[Any]]:
    by_article = "e.id IN (SELECT r.event FROM reports r WHERE r.article IN ({}))"
    match = full_text(words)
    if match is None:
        inside = by_article.format("SELECT id FROM articles WHERE holds(coalesce(title, '') || ' ' || text, ?)")
        return f"holds({EVENT_TEXT}, ?) OR {inside}", [pieces(words)] * 2
    events = "e.id IN (SELECT rowid FROM events_fts WHERE events_fts MATCH ?)"
    articles = by_article.format("SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?")
    return f"{events} OR {articles}", [match, match]


def pieces(words: str) -> str:
    """Return the words, and the phrases in double quotes, of a search that no index helps, one on each line, folded.

    A search of nothing but signs is one piece.
    """
    if not any(c.isalnum() for c in words):
        return _one_piece(words)
    cut = [[piece] if index % 2 else piece.split() for index, piece in enumerate(words.split('"'))]
    return "\n".join(filter(None, (_one_piece(term.rstrip("*")) for terms in cut for term in terms)))


def _one_piece(text: str) -> str:
    return folded(" ".join(text.split())) or ""


def holds(text: str | None, wanted: str) -> bool:
    """Tell whether *text* holds every one of the *wanted* pieces (one on each line); also an SQL function."""
    plain = folded(text) or ""
    return all(piece in plain for piece in wanted.split("\n"))


def full_text(words: str) -> str | None:
    """Return the FTS5 expression for texts with all *words*; None where the index cannot find them.

    Words in double quotes are a phrase, a word that ends in ``*`` is a beginning. The index cuts at white space and
    punctuation, so that it has no words of Chinese, Japanese, Thai or Khmer: those are looked for letter by letter.
    """
    if any(_has_no_spaces(c) for c in words) or not any(c.isalnum() for c in words):
        return None
    terms = []
    for index, piece in enumerate(words.split('"')):
        pieces = [piece] if index % 2 else piece.split()
        for term in pieces:
            if not any(c.isalnum() for c in term):
                continue
            star = "*" if term.endswith("*") and not index % 2 else ""
            terms.append('"' + term.rstrip("*").replace("\x00", " ") + '"' + star)
    return " ".join(terms)


# Scripts written without spaces between words: Thai and Lao, Burmese, Khmer, Japanese and Chinese.
_UNSPACED = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x2E80, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)


def _has_no_spaces(char: str) -> bool:
    return any(first <= ord(char) <= last for first, last in _UNSPACED)


def folded(text: str | None) -> str | None:
    """Return *text* without case and diacritics, for comparing names."""
    import unicodedata

    if text is None:
        return None
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def install(connection: sqlite3.Connection) -> None:
    """Give *connection* the SQL functions that queries use."""
    connection.create_function("holds", 2, holds, deterministic=True)
