"""Events and articles to rows and back. The parts of an event are tables of their own, in order."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import count, repeat
from operator import attrgetter
from typing import Any

from culturex import edtf
from culturex.model.article import Article, StoredArticle
from culturex.model.event import ArticleRef, CountryRole, Event, EventRecord, Evidence, Organization, Person, Place
from culturex.text import Span, is_span

ARTICLE_COLUMNS = (
    "title", "outlet", "author", "published", "language", "url", "source", "format", "sha256", "furniture", "text",
)  # fmt: skip
# The fields of an event that are columns of its own row, and the earliest and latest day of its date.
_OWN = ("title", "type", "status", "date", "date_basis", "mode", "participants", "summary", "notes")
EVENT_COLUMNS = (*_OWN, "date_earliest", "date_latest")
REPORT_COLUMNS = ("event", "article", "main")
# The names that were asked for: table, name, country and what else tells it -> number.
Names = dict[tuple[str | float | None, ...], int]

# Field of an event -> its table and the columns beside id, event and position.
PARTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "countries": ("event_countries", ("code", "role")),
    "regions": ("event_regions", ("region",)),
    "places": ("event_places", ("place",)),
    "themes": ("event_themes", ("theme",)),
    "organizations": ("event_organizations", ("organization", "role")),
    "people": ("event_people", ("person", "title", "affiliation", "role")),
    "values": ("event_values", ("field", "value")),
    "evidence": (
        "evidence",
        (
            "article",
            "field",
            "value",
            "quote",
            "start",
            "end",
            "method",
            "confidence",
            "match",
            "supported",
            "completion",
        ),
    ),
}

# How each part is read: columns after the event's number, and the table it is joined with for names.
_READ = {
    "countries": "SELECT event, code, role FROM event_countries",
    "regions": "SELECT event, region FROM event_regions",
    "places": "SELECT event, n.name, n.country, n.lat, n.lon FROM event_places p JOIN places n ON n.id = p.place",
    "themes": "SELECT event, theme FROM event_themes",
    "organizations": "SELECT event, n.name, p.role, n.country FROM event_organizations p"
    " JOIN organizations n ON n.id = p.organization",
    "people": "SELECT event, n.name, p.title, p.affiliation, n.country, p.role FROM event_people p"
    " JOIN people n ON n.id = p.person",
    "values": "SELECT event, field, value FROM event_values",
    "evidence": 'SELECT event, field, value, quote, start, "end", method, confidence, article, match, supported,'
    " completion FROM evidence",
}


def _evidence(*told: Any) -> Evidence:
    """Return the evidence of a row; what SQLite keeps as 0 and 1 is false and true."""
    found = Evidence(*told)
    return found if found.supported is None else replace(found, supported=bool(found.supported))


_MAKE: dict[str, Any] = {
    "countries": CountryRole,
    "regions": str,
    "places": Place,
    "themes": str,
    "organizations": Organization,
    "people": Person,
    "values": lambda field, value: (field, value),
    "evidence": _evidence,
}


_own = attrgetter(*_OWN)
# How the columns of a part are told; the number of a person comes before.
_TOLD = {
    "countries": attrgetter("code", "role"),
    "people": attrgetter("title", "affiliation", "role"),
    "evidence": attrgetter(*PARTS["evidence"][1]),
}


def article_row(article: Article) -> tuple[Any, ...]:
    """Return the values of ARTICLE_COLUMNS."""
    furniture = json.dumps([list(s) for s in article.furniture], separators=(",", ":"))
    return tuple([furniture if c == "furniture" else getattr(article, c) for c in ARTICLE_COLUMNS])


READ_ARTICLE = f"SELECT id, state, imported, {', '.join(ARTICLE_COLUMNS)} FROM articles WHERE id = ?"


def read_article(row: sqlite3.Row) -> StoredArticle:
    """Return the article of a row that READ_ARTICLE has found."""
    number, state, imported, title, outlet, author, published, language, url, source, form, sha256, marked, text = row
    size = len(text)
    furniture = () if marked == "[]" else tuple([Span(*s) for s in json.loads(marked) if is_span(s, size)])
    article = Article(text, source, form, title, outlet, author, url, published, language, furniture, sha256)
    return StoredArticle(number, article, state, imported)


def event_row(event: Event) -> tuple[Any, ...]:
    """Return the values of EVENT_COLUMNS."""
    return (*_own(event), *_days(event.date))


@lru_cache(maxsize=4096)
def _days(written: str | None) -> tuple[str | None, str | None]:
    """Return the earliest and the latest day of an EDTF date, None where it is open."""
    # Another program may have written what is no date: the event can still be edited, to mend it.
    if not written or not edtf.is_valid(written):
        return None, None
    date = edtf.parse(written)
    return (
        date.earliest.isoformat() if date.earliest else None,
        date.latest.isoformat() if date.latest else None,
    )


def part_columns(
    connection: sqlite3.Connection, names: Names, event: Event, field: str, article: int | None = None
) -> list[Sequence[Any]]:
    """Return one part of *event*, which has some, by column; names get their number, made if new."""
    value = getattr(event, field)
    if field in ("regions", "themes"):
        return [value]
    if field == "places":
        return [[name_id(connection, names, "places", p.name, p.country, p.lat, p.lon) for p in value]]
    if field == "organizations":
        return [
            [name_id(connection, names, "organizations", o.name, o.country) for o in value],
            [o.role for o in value],
        ]
    if field == "values":
        return list(zip(*value.items(), strict=True))
    told: list[Sequence[Any]] = list(zip(*map(_TOLD[field], value), strict=True))
    if field == "people":
        return [[name_id(connection, names, "people", p.name, p.country) for p in value], *told]
    if field == "evidence":
        return [[article if n is None else n for n in told[0]], *told[1:]]
    return told


def name_id(
    connection: sqlite3.Connection, names: Names, table: str, name: str, country: str | None, *where: float | None
) -> int:
    """Return the number of a name in ``places``, ``organizations`` or ``people``; a new name is added.

    *names* are those asked for before, none of them deleted since; this one is added.
    """
    key = (table, name, country, *where)
    number = names.get(key)
    if number is None:
        look_up, add = _named(table, ("name", "country", "lat", "lon")[: len(key) - 1])
        row = connection.execute(look_up, key[1:]).fetchone()
        number = names[key] = int(row[0] if row else connection.execute(add, key[1:]).lastrowid or 0)
    return number


@cache
def _named(table: str, columns: tuple[str, ...]) -> tuple[str, str]:
    """Return the statements that look up and that add a name with these *columns*."""
    same = " AND ".join(f"{c} IS ?" for c in columns)
    marks = ", ".join("?" * len(columns))
    return f"SELECT id FROM {table} WHERE {same}", f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"


@cache
def insert(table: str, columns: tuple[str, ...], rows: int = 1) -> str:
    """Return the statement that adds so many *rows* to *table*."""
    quoted = ", ".join(f'"{c}"' for c in columns)
    marks = f"({', '.join('?' * len(columns))})"
    return f"INSERT INTO {table} ({quoted}) VALUES {', '.join([marks] * rows)}"


@cache
def _filled(field: str, number: int) -> tuple[str, tuple[str, ...]]:
    """Return the table of the part *field*, and its columns where the first *number* of its own are filled."""
    table, columns = PARTS[field]
    return table, ("event", "position", *columns[:number])


def parts_of(
    connection: sqlite3.Connection,
    names: Names,
    event_id: int,
    event: Event,
    fields: Iterable[str],
    article: int | None = None,
) -> Iterator[tuple[tuple[str, tuple[str, ...]], Iterable[tuple[Any, ...]]]]:
    """Yield for each part of *fields* that an event has its table, with the columns that are filled, and the rows.

    *names* are those asked for before; evidence that names no article is of *article*.
    """
    for field in fields:
        if not getattr(event, field):
            continue
        if field == "evidence" and (unchecked := _unchecked(event_id, event.evidence, article)):
            yield _UNCHECKED, unchecked
            continue
        columns = part_columns(connection, names, event, field, article)
        # NULL by default: to hand over None takes as long as to write a dozen words.
        while columns[-1].count(None) == len(columns[-1]):
            columns.pop()
        yield _filled(field, len(columns)), zip(repeat(event_id), count(), *columns, strict=False)


_UNCHECKED = _filled("evidence", 8)


def _unchecked(event_id: int, evidence: Sequence[Evidence], article: int | None) -> list[tuple[Any, ...]]:
    """Return the rows of *evidence* of rules and persons, which needs no check; none if some is of a language model.

    What ``part_columns`` tells of it, sooner: most rows of a store are such evidence.
    """
    rows: list[tuple[Any, ...]] = []
    for position, e in enumerate(evidence):
        if e.match is not None or e.supported is not None or e.completion is not None or e.confidence is None:
            return []
        where = article if e.article is None else e.article
        rows.append((event_id, position, where, e.field, e.value, e.quote, e.start, e.end, e.method, e.confidence))
    return rows


def add_parts(
    connection: sqlite3.Connection, event_id: int, event: Event, fields: Iterable[str], article: int | None = None
) -> None:
    """Write the parts *fields* of an event; evidence that names no article is of *article*."""
    for (table, columns), rows in parts_of(connection, {}, event_id, event, fields, article):
        connection.executemany(insert(table, columns), rows)


def replace_parts(connection: sqlite3.Connection, event_id: int, event: Event, fields: Sequence[str]) -> None:
    """Write the parts *fields* of an event in place of those that were there."""
    for field in fields:
        connection.execute(f"DELETE FROM {PARTS[field][0]} WHERE event = ?", (event_id,))
    add_parts(connection, event_id, event, fields)


def set_report(connection: sqlite3.Connection, event: int, article: int, *, main: bool) -> None:
    """Say that *article* reports *event*, and whether it is the main event of the article."""
    connection.execute(
        "INSERT INTO reports (event, article, main) VALUES (?, ?, ?)"
        " ON CONFLICT (event, article) DO UPDATE SET main = excluded.main",
        (event, article, int(main)),
    )


def set_reports(connection: sqlite3.Connection, event: int, reports: Mapping[int, bool]) -> None:
    """Say that *reports* are the articles that report *event*, each with whether the event is its main one."""
    there = [row[0] for row in connection.execute("SELECT article FROM reports WHERE event = ?", (event,))]
    for article in there:
        if article not in reports:
            connection.execute("DELETE FROM reports WHERE event = ? AND article = ?", (event, article))
    for article, main in reports.items():
        set_report(connection, event, article, main=main)


def reports_of(connection: sqlite3.Connection, event: int) -> dict[int, bool]:
    """Return the articles that report *event*, each with whether the event is its main one."""
    found = connection.execute("SELECT article, main FROM reports WHERE event = ? ORDER BY article", (event,))
    return {row[0]: bool(row[1]) for row in found}


def drop_unused_names(connection: sqlite3.Connection) -> None:
    """Delete the people, organizations and places that no event has any longer."""
    for table, column in (("people", "person"), ("organizations", "organization"), ("places", "place")):
        connection.execute(
            f"DELETE FROM {table} WHERE NOT EXISTS (SELECT 1 FROM event_{table} p WHERE p.{column} = {table}.id)"
        )


def read_records(connection: sqlite3.Connection, ids: Sequence[int]) -> list[EventRecord]:
    """Return the events of *ids*, in that order, with all their parts; numbers that are not there are left out."""
    if not ids:
        return []
    wanted = json.dumps(list(ids))
    inside = "(SELECT value FROM json_each(?))"
    parts = {field: _read_part(connection, field, wanted, inside) for field in PARTS}
    reports: dict[int, list[ArticleRef]] = defaultdict(list)
    main: set[int] = set()
    for row in connection.execute(
        "SELECT r.event, r.main, a.id, a.title, a.outlet, a.url, a.source, a.published FROM reports r"
        f" JOIN articles a ON a.id = r.article WHERE r.event IN {inside} ORDER BY r.event, a.id",
        (wanted,),
    ):
        reports[row[0]].append(ArticleRef(*row[2:]))
        if row[1]:
            main.add(row[0])
    found: dict[int, EventRecord] = {}
    query = (
        "SELECT e.id, uid, review, coder, c.name || ' ' || c.version, created, updated,"
        f" {', '.join('e.' + c for c in _OWN)}"
        f" FROM events e LEFT JOIN codebooks c ON c.id = e.codebook WHERE e.id IN {inside}"
    )
    for row in connection.execute(query, (wanted,)):
        number = row[0]
        fields: dict[str, Any] = dict(zip(_OWN, row[7:], strict=True))
        fields |= {field: parts[field].get(number, ()) for field in PARTS}
        fields |= {"main": number in main, "values": dict(fields["values"])}
        uid, review, coder, codebook, created, updated = row[1:7]
        articles = tuple(reports[number])
        found[number] = EventRecord(
            number, Event(**fields), uid, review, coder, codebook, created, updated, articles=articles
        )
    return [found[i] for i in ids if i in found]


def _read_part(connection: sqlite3.Connection, field: str, wanted: str, inside: str) -> dict[int, tuple[Any, ...]]:
    make = _MAKE[field]
    found: dict[int, list[Any]] = defaultdict(list)
    rows = connection.execute(f"{_READ[field]} WHERE event IN {inside} ORDER BY event, position", (wanted,))
    for row in rows:
        found[row[0]].append(make(*row[1:]))
    return {number: tuple(values) for number, values in found.items()}
