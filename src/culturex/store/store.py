"""The store: one SQLite file with the articles, the events and everything that was ever done to them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from itertools import islice
from os import urandom
from pathlib import Path
from types import TracebackType
from typing import Self

from culturex.errors import InputError, NotFoundError
from culturex.model import check
from culturex.model.article import Article, StoredArticle
from culturex.model.codebook import Codebook
from culturex.model.event import Event, EventRecord
from culturex.store import connect, history, query, rows, taking_back, vocabulary
from culturex.store.history import Deed, DeedRecord
from culturex.store.query import Query
from culturex.store.texts import Texts
from culturex.store.waiting import Waiting

# Events read at once when many are streamed: enough to make SQLite's work count, few enough to keep memory flat.
CHUNK = 500
_INSERT_ARTICLE = (
    f"INSERT INTO articles ({', '.join(rows.ARTICLE_COLUMNS)}, imported)"
    f" VALUES ({', '.join('?' * (len(rows.ARTICLE_COLUMNS) + 1))}) ON CONFLICT (sha256) DO NOTHING"
)
_EVENT_COLUMNS = (*rows.EVENT_COLUMNS, "uid", "review", "coder", "codebook", "created", "updated")


class Store:
    """An open store. Reading needs nothing more; every change is made inside ``with store.deed(...)``.

    *path* is None for a store in memory. *is_there* is False where a file was asked for reading that does not exist:
    the store then is empty.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None, *, coder: str | None = None) -> None:
        self.connection = connection
        self.path = path
        self.coder = coder
        self.is_there = True
        self._codebook: tuple[int, Codebook] | None = None
        self._texts = Texts()
        self._waiting = Waiting(connection)
        connection.row_factory = sqlite3.Row
        query.install(connection)

    @classmethod
    def open(cls, path: str | Path | None = None, *, write: bool = False, coder: str | None = None) -> Self:
        """Open the store at *path*, or in memory where it is None.

        For writing, the file is made or brought up to date first. Raise StoreError where it is foreign, damaged, in
        use, or newer than this program.
        """
        if path is None:
            return cls(connect.in_memory(), None, coder=coder)
        path = Path(path)
        if write:
            return cls(connect.for_writing(path), path, coder=coder)
        if connect.exists(path):
            return cls(connect.for_reading(path), path, coder=coder)
        store = cls(connect.in_memory(), path, coder=coder)
        store.is_there = False
        return store

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    # -- deeds

    @contextmanager
    def deed(self, deed: Deed | str, summary: str | None = None) -> Iterator[Deed]:
        """Do one thing in one transaction: all of it is stored, or nothing.

        A Deed that is used again goes on with the same entry in the history, in a transaction of its own (an import
        of many batches is one deed).
        """
        current = Deed(deed, summary=summary) if isinstance(deed, str) else deed
        current.coder = current.coder or self.coder
        number = current.id
        with connect.sentences(self.path or "in memory"):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                history.begin(self.connection, current)
                yield current
                history.finish(self.connection, current)
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                current.id = number
                self._texts.forget()
                raise

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Do a part of the deed that is open; where it raises, what it has written is taken out and the rest stays."""
        self._waiting.write()
        self.connection.execute("SAVEPOINT attempt")
        try:
            yield
        except BaseException:
            self._waiting.forget()
            # An error of the disk may have ended the whole transaction.
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK TO attempt")
                self.connection.execute("RELEASE attempt")
            raise
        self.connection.execute("RELEASE attempt")

    @contextmanager
    def adding(self, table: str) -> Iterator[None]:
        """Add many ``articles`` or ``events`` inside a deed, several times as fast; see ``Waiting.adding``."""
        self._in_use()  # asked for once: nobody adopts another codebook before the deed is done
        with self._waiting.adding(table):
            yield

    def undo(self, number: int | None = None) -> DeedRecord | None:
        """Take back deed *number*, or the last one that still stands; return it, or None where none is left.

        Raise InputError where a later deed has changed the same and still stands.
        """
        with self.deed(Deed("undo")) as deed:
            taken = taking_back.next_one(self.connection, number)
            if taken is None:
                return None
            deed.undoes, deed.summary = taken.id, f"took back: {taken.summary or taken.command}"
            self.connection.execute("UPDATE deeds SET undoes = ? WHERE id = ?", (taken.id, deed.id))
            taking_back.take_back(self.connection, taken.id)
        return taken

    # -- articles

    def add_article(self, article: Article) -> tuple[int, bool]:
        """Store *article*; return its number and True, or that of the same text and False where it is there already."""
        added = self.connection.execute(_INSERT_ARTICLE, (*rows.article_row(article), history.now()))
        if added.rowcount:
            return int(added.lastrowid or 0), True
        return self.find_text(article.sha256) or 0, False

    def find_text(self, sha256: str) -> int | None:
        """Return the number of the article whose text has this fingerprint, or None."""
        row = self.connection.execute("SELECT id FROM articles WHERE sha256 = ?", (sha256,)).fetchone()
        return int(row[0]) if row else None

    def article(self, number: int) -> StoredArticle:
        """Return an article; raise NotFoundError where there is none of that number."""
        row = self.connection.execute(rows.READ_ARTICLE, (connect.row_number(number),)).fetchone()
        if row is None:
            raise NotFoundError(f"There is no article {number}.", "culturex articles shows the numbers.")
        article = rows.read_article(row)
        self._texts.keep(number, article.article.text)
        return article

    def article_ids(self, *states: str) -> list[int]:
        """Return the numbers of the articles in one of *states* (new, tagged, no_event, skipped), or of all."""
        where = f"WHERE state IN ({', '.join('?' * len(states))})" if states else ""
        return [row[0] for row in self.connection.execute(f"SELECT id FROM articles {where} ORDER BY id", states)]

    def unreviewed_by(self, number: int, coder: str) -> list[int]:
        """Return the unreviewed events of *coder* that this article alone reports."""
        self._waiting.write_of(number)
        # The plus signs keep SQLite from walking through all unreviewed events instead of those of the article.
        found = self.connection.execute(
            "SELECT e.id FROM reports r JOIN events e ON e.id = r.event WHERE r.article = ? AND +e.coder = ?"
            " AND +e.review = 'unreviewed' AND (SELECT count(*) FROM reports o WHERE o.event = e.id) = 1 ORDER BY e.id",
            (number, coder),
        )
        return [row[0] for row in found]

    def set_article_state(self, number: int, state: str) -> None:
        """Say where the tagging of an article stands."""
        self._waiting.write_of(number)
        self.connection.execute("UPDATE articles SET state = ? WHERE id = ? AND state != ?", (state, number, state))

    # -- events

    def add_event(
        self,
        event: Event,
        article: int | None,
        *,
        review: str = "accepted",
        coder: str | None = None,
        uid: str | None = None,
    ) -> int:
        """Store *event* as told by *article*; return its number. Raise InputError where it breaks a rule.

        *uid* is the identifier that it has in another store already.
        """
        codebook = self._ensure(event, article)
        now = history.now()
        row = (*rows.event_row(event), uid or urandom(16).hex(), review, coder or self.coder, codebook, now, now)
        if self._waiting.gathers:
            return self._waiting.add(_EVENT_COLUMNS, row, event, article)
        added = self.connection.execute(rows.insert("events", _EVENT_COLUMNS), row)
        number = int(added.lastrowid or 0)
        with history.storing(self.connection, number):
            rows.add_parts(self.connection, number, event, rows.PARTS, article)
            if article is not None:
                rows.set_report(self.connection, number, article, main=event.main)
        if article is not None:
            self.set_article_state(article, "tagged")
        return number

    def replace_event(
        self, number: int, event: Event, *, review: str | None = None, article: int | None = None
    ) -> None:
        """Store *event* in the place of event *number*; only what differs is written.

        Evidence that names no article is of *article*, the first that reports the event where none is given.
        """
        record = self.event(number)
        if article is None and record.articles:
            article = record.articles[0].id
        event = self._owned(event, article)
        self._ensure(event, article)
        before, after = rows.event_row(record.event), rows.event_row(event)
        changed = {c: v for c, v, was in zip(rows.EVENT_COLUMNS, after, before, strict=True) if v != was}
        if review and review != record.review:
            changed["review"] = review
        parts = [f for f in rows.PARTS if getattr(event, f) != getattr(record.event, f)]
        if not changed and not parts and event.main == record.event.main:
            return
        changed |= {"updated": history.now()}
        sets = ", ".join(f"{c} = ?" for c in changed)
        self.connection.execute(f"UPDATE events SET {sets} WHERE id = ?", (*changed.values(), number))
        rows.replace_parts(self.connection, number, event, parts)
        if article is not None and event.main and not record.event.main:
            rows.set_report(self.connection, number, article, main=True)
        elif record.event.main and not event.main:
            self.connection.execute("UPDATE reports SET main = 0 WHERE event = ?", (number,))
        rows.drop_unused_names(self.connection)

    def reports_of(self, number: int) -> dict[int, bool]:
        """Return the articles that report event *number*, each with whether the event is its main one."""
        self._waiting.write()
        return rows.reports_of(self.connection, number)

    def set_reports(self, number: int, reports: Mapping[int, bool]) -> None:
        """Say which articles report event *number*, and whether it is the main event of each."""
        self._waiting.write()
        rows.set_reports(self.connection, number, reports)

    def set_review(self, number: int, review: str) -> None:
        """Say whether event *number* was accepted or rejected by a person, or is unreviewed."""
        self.event(number)
        self.connection.execute(
            "UPDATE events SET review = ?, updated = ? WHERE id = ? AND review != ?",
            (review, history.now(), number, review),
        )

    def delete_event(self, number: int) -> None:
        """Delete event *number* with its parts and evidence; its number is never used again."""
        record = self.event(number)
        for table, _ in rows.PARTS.values():
            self.connection.execute(f"DELETE FROM {table} WHERE event = ?", (number,))
        self.connection.execute("DELETE FROM reports WHERE event = ?", (number,))
        self.connection.execute("DELETE FROM events WHERE id = ?", (number,))
        for article in record.articles:
            left = self.connection.execute("SELECT 1 FROM reports WHERE article = ? LIMIT 1", (article.id,)).fetchone()
            if not left:
                self.set_article_state(article.id, "new")
        rows.drop_unused_names(self.connection)

    def event(self, number: int) -> EventRecord:
        """Return an event with all its parts; raise NotFoundError where there is none of that number."""
        self._waiting.write()
        found = rows.read_records(self.connection, [connect.row_number(number)])
        if not found:
            raise NotFoundError(f"There is no event {number}.", "culturex list shows the numbers.")
        return found[0]

    def find_uid(self, uid: str) -> int | None:
        """Return the number of the event with this identifier, or None."""
        self._waiting.write()
        row = self.connection.execute("SELECT id FROM events WHERE uid = ?", (uid,)).fetchone()
        return int(row[0]) if row else None

    def event_ids(self, wanted: Query | None = None) -> list[int]:
        """Return the numbers of the events that are *wanted*, in its order; all where it is None."""
        self._waiting.write()
        tail, values = (wanted or Query()).sql()
        return [row[0] for row in self.connection.execute(f"SELECT e.id FROM events e{tail}", values)]

    def events(self, wanted: Query | None = None) -> Iterator[EventRecord]:
        """Yield the events that are *wanted*, in its order, reading a few hundred at a time."""
        ids = iter(self.event_ids(wanted))
        while chunk := list(islice(ids, CHUNK)):
            yield from rows.read_records(self.connection, chunk)

    def events_of(self, article: int) -> list[EventRecord]:
        """Return the events that an article reports, in the order they were coded."""
        return list(self.events(Query(article=(article,), sort="id")))

    def names(self, table: str) -> list[str]:
        """Return the names in ``people``, ``organizations`` or ``places``, the most used first."""
        column = {"people": "person", "organizations": "organization", "places": "place"}[table]
        found = self.connection.execute(
            f"SELECT n.name FROM {table} n LEFT JOIN event_{table} p ON p.{column} = n.id"
            " GROUP BY n.name ORDER BY count(p.id) DESC, n.name"
        )
        return [row[0] for row in found]

    # -- the codebook

    def codebook(self) -> Codebook:
        """Return the codebook in use: the one adopted last."""
        return self._in_use()[1]

    def use_codebook(self, book: Codebook) -> bool:
        """Adopt *book* from now on; return False where it is the one in use. Earlier versions stay in the store."""
        if book.sha256 == self.codebook().sha256:
            return False
        self.connection.execute(
            "INSERT INTO codebooks (name, version, sha256, toml, adopted) VALUES (?, ?, ?, ?, ?)",
            (book.name, book.version, book.sha256, book.text, history.now()),
        )
        return True

    # -- inside

    def _ensure(self, event: Event, article: int | None) -> int:
        """Raise InputError where *event* breaks a rule; a quote that names no article stands in *article*.

        Return the number of the codebook that it was held against.
        """
        texts: dict[int | None, str] = {}
        for said in {e.article for e in event.evidence}:
            number = article if said is None else said
            if number is not None:
                texts[said] = self._text(number)
        codebook, vocabularies = self._in_use()
        check.ensure(event, vocabularies, texts)
        named = [c.code for c in event.countries]
        named += [p.country for part in (event.places, event.organizations, event.people) for p in part if p.country]
        strange = [code for code in named if code not in self._country_codes]
        if strange:
            raise InputError(f"{strange[0]!r} is no ISO 3166-1 alpha-2 code.", "Write two capital letters: AM.")
        return codebook

    def _text(self, article: int) -> str:
        """Return the text of an article; those read last are at hand."""
        text = self._texts.get(article)
        return self.article(article).article.text if text is None else text

    @cached_property
    def _country_codes(self) -> frozenset[str]:
        return frozenset(row[0] for row in self.connection.execute("SELECT code FROM countries"))

    def _owned(self, event: Event, article: int | None) -> Event:
        """Return *event* with every quote that names no article given to *article*."""
        if article is None or all(e.article is not None for e in event.evidence):
            return event
        evidence = tuple(e if e.article is not None else replace(e, article=article) for e in event.evidence)
        return replace(event, evidence=evidence)

    def _in_use(self) -> tuple[int, Codebook]:
        """Return the codebook in use with its number."""
        if self._waiting.gathers and self._codebook:
            return self._codebook
        number = int(self.connection.execute("SELECT max(id) FROM codebooks").fetchone()[0])
        if self._codebook is None or self._codebook[0] != number:
            self._codebook = (number, vocabulary.in_use(self.connection))
        return self._codebook


def only(numbers: Iterable[int], known: Sequence[int], what: str) -> list[int]:
    """Return *numbers* if all are among *known*; raise NotFoundError naming the first that is not."""
    there = set(known)
    for number in numbers:
        if number not in there:
            raise NotFoundError(f"There is no {what} {number}.", f"culturex {what}s shows the numbers.")
    return list(numbers)
