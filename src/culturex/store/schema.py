"""The SQL of the store's first version: tables, indexes, views, full-text indexes and history triggers.

Frozen: a store made with it is upgraded by the migrations after it, never by editing this file.
"""

from __future__ import annotations

TABLES = """
CREATE TABLE countries (
  code TEXT PRIMARY KEY, alpha3 TEXT, name TEXT NOT NULL
) STRICT;
CREATE TABLE codebooks (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, version TEXT NOT NULL, sha256 TEXT NOT NULL,
  toml TEXT NOT NULL, adopted TEXT NOT NULL
) STRICT;
CREATE TABLE articles (
  id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT, outlet TEXT, author TEXT, published TEXT, language TEXT,
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'tagged', 'no_event', 'skipped')),
  url TEXT, source TEXT, format TEXT NOT NULL, imported TEXT NOT NULL, sha256 TEXT NOT NULL UNIQUE,
  furniture TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(furniture)), text TEXT NOT NULL
) STRICT;
CREATE TABLE events (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, title TEXT, type TEXT, status TEXT, date TEXT,
  date_earliest TEXT, date_latest TEXT, date_basis TEXT, mode TEXT, participants INTEGER, summary TEXT, notes TEXT,
  review TEXT NOT NULL DEFAULT 'unreviewed' CHECK (review IN ('unreviewed', 'accepted', 'rejected')),
  coder TEXT, codebook INTEGER REFERENCES codebooks (id), created TEXT NOT NULL, updated TEXT NOT NULL
) STRICT;
CREATE TABLE reports (
  id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES events (id),
  article INTEGER NOT NULL REFERENCES articles (id), main INTEGER NOT NULL DEFAULT 0, UNIQUE (event, article)
) STRICT;
CREATE TABLE places (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, country TEXT REFERENCES countries (code),
  lat REAL, lon REAL, aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases))
) STRICT;
CREATE TABLE organizations (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, country TEXT REFERENCES countries (code),
  aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases))
) STRICT;
CREATE TABLE people (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, country TEXT REFERENCES countries (code),
  aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases))
) STRICT;
CREATE TABLE event_countries (
  id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES events (id), position INTEGER NOT NULL,
  code TEXT NOT NULL REFERENCES countries (code), role TEXT NOT NULL
) STRICT;
CREATE TABLE event_regions (
  id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES events (id), position INTEGER NOT NULL, region TEXT NOT NULL
) STRICT;
CREATE TABLE event_places (
  id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES events (id), position INTEGER NOT NULL,
  place INTEGER NOT NULL REFERENCES places (id)
) STRICT;
CREATE TABLE event_themes (
  id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES events (id), position INTEGER NOT NULL, theme TEXT NOT NULL
) STRICT;
CREATE TABLE event_organizations (
  id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES events (id), position INTEGER NOT NULL,
  organization INTEGER NOT NULL REFERENCES organizations (id), role TEXT
) STRICT;
CREATE TABLE event_people (
  id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES events (id), position INTEGER NOT NULL,
  person INTEGER NOT NULL REFERENCES people (id), title TEXT, affiliation TEXT, role TEXT
) STRICT;
CREATE TABLE event_values (
  id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES events (id), position INTEGER NOT NULL,
  field TEXT NOT NULL, value TEXT NOT NULL
) STRICT;
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY, event INTEGER NOT NULL REFERENCES events (id), position INTEGER NOT NULL,
  article INTEGER REFERENCES articles (id), field TEXT NOT NULL, value TEXT, quote TEXT NOT NULL DEFAULT '',
  start INTEGER, "end" INTEGER, method TEXT NOT NULL, confidence REAL
) STRICT;
CREATE TABLE deeds (
  id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, coder TEXT, command TEXT NOT NULL, summary TEXT,
  undoes INTEGER UNIQUE REFERENCES deeds (id)
) STRICT;
CREATE TABLE current_deed (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1), deed INTEGER
) STRICT;
INSERT INTO current_deed VALUES (1, NULL);
CREATE TABLE history (
  id INTEGER PRIMARY KEY AUTOINCREMENT, deed INTEGER REFERENCES deeds (id), at TEXT NOT NULL, "table" TEXT NOT NULL,
  row INTEGER NOT NULL, event INTEGER, action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
  before TEXT, after TEXT
) STRICT;
CREATE INDEX history_deed ON history (deed);
CREATE INDEX history_event ON history (event) WHERE event IS NOT NULL;
CREATE INDEX events_date ON events (date_earliest, date_latest);
CREATE INDEX events_review ON events (review);
CREATE INDEX articles_state ON articles (state);
CREATE INDEX reports_article ON reports (article);
CREATE INDEX places_name ON places (name);
CREATE INDEX organizations_name ON organizations (name);
CREATE INDEX people_name ON people (name);
CREATE INDEX event_countries_event ON event_countries (event, position);
CREATE INDEX event_countries_code ON event_countries (code);
CREATE INDEX event_regions_event ON event_regions (event, position);
CREATE INDEX event_places_event ON event_places (event, position);
CREATE INDEX event_places_place ON event_places (place);
CREATE INDEX event_themes_event ON event_themes (event, position);
CREATE INDEX event_organizations_event ON event_organizations (event, position);
CREATE INDEX event_organizations_organization ON event_organizations (organization);
CREATE INDEX event_people_event ON event_people (event, position);
CREATE INDEX event_people_person ON event_people (person);
CREATE INDEX event_values_event ON event_values (event, position);
CREATE INDEX evidence_event ON evidence (event, position);
CREATE INDEX evidence_article ON evidence (article);
"""

VIEWS = """
CREATE VIEW event_list AS
SELECT e.id, e.date, e.type, e.status, e.mode,
  (SELECT group_concat(v, '; ') FROM (SELECT c.name || ' (' || p.role || ')' AS v FROM event_countries p
    JOIN countries c ON c.code = p.code WHERE p.event = e.id ORDER BY p.position)) AS countries,
  (SELECT group_concat(region, '; ') FROM (SELECT region FROM event_regions WHERE event = e.id ORDER BY position))
    AS regions,
  (SELECT group_concat(name, '; ') FROM (SELECT n.name FROM event_places p JOIN places n ON n.id = p.place
    WHERE p.event = e.id ORDER BY p.position)) AS places,
  e.title,
  (SELECT group_concat(theme, '; ') FROM (SELECT theme FROM event_themes WHERE event = e.id ORDER BY position))
    AS themes,
  (SELECT group_concat(name, '; ') FROM (SELECT n.name FROM event_organizations p
    JOIN organizations n ON n.id = p.organization WHERE p.event = e.id ORDER BY p.position)) AS organizations,
  (SELECT group_concat(name, '; ') FROM (SELECT n.name FROM event_people p JOIN people n ON n.id = p.person
    WHERE p.event = e.id ORDER BY p.position)) AS people,
  e.participants, e.review, e.coder,
  (SELECT group_concat(article, '; ') FROM (SELECT article FROM reports WHERE event = e.id ORDER BY article))
    AS articles
FROM events e;
CREATE VIEW article_list AS
SELECT a.id, a.published, a.language, a.outlet, a.title, a.state,
  (SELECT count(*) FROM reports r WHERE r.article = a.id) AS events,
  (SELECT count(*) FROM reports r JOIN events e ON e.id = r.event
    WHERE r.article = a.id AND e.review = 'unreviewed') AS unreviewed,
  length(a.text) AS characters, a.source, a.url
FROM articles a;
"""

FULL_TEXT = """
CREATE VIRTUAL TABLE articles_fts USING fts5 (
  title, text, content = 'articles', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER articles_fts_insert AFTER INSERT ON articles BEGIN
  INSERT INTO articles_fts (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER articles_fts_delete AFTER DELETE ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;
CREATE TRIGGER articles_fts_update AFTER UPDATE OF title, text ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
  INSERT INTO articles_fts (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE VIRTUAL TABLE events_fts USING fts5 (
  title, summary, notes, content = 'events', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER events_fts_insert AFTER INSERT ON events BEGIN
  INSERT INTO events_fts (rowid, title, summary, notes) VALUES (new.id, new.title, new.summary, new.notes);
END;
CREATE TRIGGER events_fts_delete AFTER DELETE ON events BEGIN
  INSERT INTO events_fts (events_fts, rowid, title, summary, notes)
    VALUES ('delete', old.id, old.title, old.summary, old.notes);
END;
CREATE TRIGGER events_fts_update AFTER UPDATE OF title, summary, notes ON events BEGIN
  INSERT INTO events_fts (events_fts, rowid, title, summary, notes)
    VALUES ('delete', old.id, old.title, old.summary, old.notes);
  INSERT INTO events_fts (rowid, title, summary, notes) VALUES (new.id, new.title, new.summary, new.notes);
END;
"""

# The tables whose every change is history, and which column tells the event a row belongs to.
TRACKED = {
    "codebooks": None,
    "articles": None,
    "events": "id",
    "reports": "event",
    "places": None,
    "organizations": None,
    "people": None,
    **{
        f"event_{part}": "event"
        for part in ("countries", "regions", "places", "themes", "organizations", "people", "values")
    },
    "evidence": "event",
}


def statements(script: str) -> list[str]:
    """Cut an SQL *script* of ours into statements; a trigger ends with ``END;``."""
    import sqlite3

    found: list[str] = []
    begun = ""
    for line in script.strip().splitlines(keepends=True):
        begun += line
        if sqlite3.complete_statement(begun):
            found.append(begun.strip())
            begun = ""
    return found


def history_triggers(table: str, columns: list[str], event: str | None) -> list[str]:
    """Return the three triggers that write every change of *table* into ``history``.

    An inserted row is told by its number alone (the row itself says the rest), a deleted one whole, an updated one
    by the columns that changed, before and after.
    """
    quoted = [f'"{c}"' for c in columns]
    head = "(SELECT deed FROM current_deed), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"

    def insert(row: str, action: str, before: str, after: str) -> str:
        owner = f"{row}.{event}" if event else "NULL"
        return (
            'INSERT INTO history (deed, at, "table", row, event, action, before, after) '
            f"VALUES ({head}, '{table}', {row}.id, {owner}, '{action}', {before}, {after});"
        )

    whole = "json_object(" + ", ".join(f"'{c}', old.{q}" for c, q in zip(columns, quoted, strict=True)) + ")"
    changed = " OR ".join(f"old.{q} IS NOT new.{q}" for q in quoted)

    def differing(row: str) -> str:
        pairs = " UNION ALL ".join(
            f"SELECT '{c}' AS k, {row}.{q} AS v WHERE old.{q} IS NOT new.{q}"
            for c, q in zip(columns, quoted, strict=True)
        )
        return f"(SELECT json_group_object(k, v) FROM ({pairs}))"

    return [
        f"CREATE TRIGGER {table}_history_insert AFTER INSERT ON {table} BEGIN "
        f"{insert('new', 'insert', 'NULL', 'NULL')} END;",
        f"CREATE TRIGGER {table}_history_delete AFTER DELETE ON {table} BEGIN "
        f"{insert('old', 'delete', whole, 'NULL')} END;",
        f"CREATE TRIGGER {table}_history_update AFTER UPDATE ON {table} WHEN {changed} BEGIN "
        f"{insert('new', 'update', differing('old'), differing('new'))} END;",
    ]
