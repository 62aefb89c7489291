"""The log of replies, and stores from before there was one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path

import pytest

from culturex.model.article import Article
from culturex.model.completion import STATUSES, Completion
from culturex.model.event import MATCHES, Event, Evidence
from culturex.store import Store, completions, migrations

ONE = Completion(
    article=1, article_sha256="ab" * 32, part=1, parts=1, model="m", template="t", template_version="v",
    question="Which?", question_sha256="cd" * 32, reply="{}", status="read", reason=None, repairs=("A.", "B."),
    refusals=("Ç.",), asked="2026-01-01T00:00:00Z", answered="2026-01-01T00:00:09Z", tokens_in=7, tokens_out=3,
)  # fmt: skip


def test_a_completion_comes_back_as_it_was_kept(store: Store) -> None:
    kept = completions.keep(store.connection, ONE)
    assert completions.by_number(store.connection, [kept.id or 0]) == {kept.id: replace(ONE, id=kept.id)}


def test_the_table_has_a_column_for_each_field(store: Store) -> None:
    columns = {row[1] for row in store.connection.execute("PRAGMA table_info(completions)")}
    assert columns == {f.name for f in fields(Completion)}


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_is_allowed(store: Store, status: str) -> None:
    assert completions.keep(store.connection, replace(ONE, status=status)).id == 1


@pytest.mark.parametrize("match", [None, *MATCHES])
@pytest.mark.parametrize("supported", [None, True, False])
def test_evidence_comes_back_with_match_and_support(store: Store, match: str | None, supported: bool | None) -> None:
    proof = Evidence(quote="x", method="model:m", match=match, supported=supported)
    with store.deed("tag"):
        number = store.add_event(Event(type="visit", evidence=(proof,)), None)
    (found,) = store.event(number).event.evidence
    assert (found.match, found.supported) == (match, supported)


def asked(store: Store, **changes: object) -> Completion | None:
    same = {"article_sha256": ONE.article_sha256, "part": 1, "parts": 1, "model": "m", "template_version": "v"}
    return completions.answered(store.connection, **{**same, **changes})  # type: ignore[arg-type]


def test_the_last_reply_that_was_read_answers_a_question(store: Store) -> None:
    completions.keep(store.connection, ONE)
    second = completions.keep(store.connection, replace(ONE, reply='{"events": []}'))
    completions.keep(store.connection, replace(ONE, status="failed", reply=None))
    assert asked(store) == second


@pytest.mark.parametrize(
    "change",
    [{"article_sha256": "ff" * 32}, {"part": 2}, {"parts": 2}, {"model": "n"}, {"template_version": "w"}],
    ids=str,
)
def test_another_question_has_no_answer(store: Store, change: dict[str, object]) -> None:
    completions.keep(store.connection, ONE)
    assert asked(store, **change) is None


def test_an_article_is_found_by_the_beginning_of_its_fingerprint(store: Store) -> None:
    with store.deed("import"):
        for text in ("one", "two", "three"):
            store.add_article(Article.of(text))
    wanted = store.article(2).article.sha256
    assert completions.article_with(store.connection, wanted[:12]) == 2
    assert completions.article_with(store.connection, "0" * 12) is None


# -- before the log


@contextmanager
def version_3(path: Path) -> Iterator[sqlite3.Connection]:
    """Make a store as it was before completions, with an event that was deleted and can be brought back."""
    connection = sqlite3.connect(path, isolation_level=None)
    migrations.apply(connection, stop_before="m004_completions")
    yield connection
    connection.close()


def test_a_store_from_before_gets_its_log_and_keeps_its_evidence(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with version_3(path) as old:
        old.execute("INSERT INTO events (uid, type, created, updated) VALUES ('u', 'visit', 'x', 'x')")
        old.execute("INSERT INTO evidence (event, position, field, quote, method) VALUES (1, 0, 'event', 'q', 'hand')")
    with Store.open(path, write=True) as store:
        (proof,) = store.event(1).event.evidence
        assert (proof.quote, proof.match, proof.supported, proof.completion) == ("q", None, None, None)
        assert completions.listing(store.connection) == []


def test_a_deed_from_before_can_be_undone(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with version_3(path) as old:
        old.execute("INSERT INTO events (uid, type, created, updated) VALUES ('u', 'visit', 'x', 'x')")
        old.execute("INSERT INTO evidence (event, position, field, quote, method) VALUES (1, 0, 'event', 'q', 'hand')")
        old.execute("INSERT INTO deeds (at, command) VALUES ('x', 'delete')")
        old.execute("UPDATE current_deed SET deed = 1")
        old.execute("DELETE FROM evidence")
        old.execute("UPDATE current_deed SET deed = NULL")
    with Store.open(path, write=True) as store:
        store.undo()
        assert [e.quote for e in store.event(1).event.evidence] == ["q"]


def test_the_history_of_evidence_tells_match_and_support(store: Store) -> None:
    from culturex.store import history

    proof = Evidence(quote="x", method="model:m", match="none", supported=False)
    with store.deed("tag"):
        number = store.add_event(Event(type="visit", evidence=(proof,)), None)
    with store.deed("edit"):
        store.replace_event(number, Event(type="visit"))
    gone = [c for c in history.changes(store.connection, number) if (c.table, c.action) == ("evidence", "delete")]
    assert [(c.before or {})["match"] for c in gone] == ["none"]
