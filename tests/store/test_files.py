"""Which file is opened, and which is refused: foreign, newer, damaged, in use."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from culturex.errors import StoreError
from culturex.store import Store, connect, migrations


def make(path: Path) -> Path:
    Store.open(path, write=True).close()
    return path


def test_the_nearest_store_above_is_found(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make(Path.cwd() / "culturex.db")
    below = Path.cwd() / "a" / "b"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert connect.find() == (path, "nearest folder")


def test_the_variable_goes_before_the_nearest_store(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(Path.cwd() / "culturex.db")
    monkeypatch.setenv("CULTUREX_DB", "elsewhere.db")
    assert connect.find() == (Path("elsewhere.db"), "CULTUREX_DB")


def test_without_any_the_store_lies_in_the_data_folder(home: Path) -> None:
    path, reason = connect.find()
    assert (path.name, path.is_relative_to(home), reason) == ("culturex.db", True, "user data folder")


def test_a_foreign_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE t (x)")
    other.close()
    for write in (False, True):
        with pytest.raises(StoreError, match="no culturex store"):
            Store.open(path, write=write)


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("these are my notes, quite long enough to be read as a header of a page" * 20)
    for write in (False, True):
        with pytest.raises(StoreError, match="no culturex store"):
            Store.open(path, write=write)
    assert path.read_text().startswith("these are my notes")


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    path = make(tmp_path / "culturex.db")
    newer = sqlite3.connect(path)
    newer.execute(f"PRAGMA user_version = {migrations.VERSION + 1}")
    newer.close()
    for write in (False, True):
        with pytest.raises(StoreError, match="newer culturex") as caught:
            Store.open(path, write=write)
        assert caught.value.exit_code == 4


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "culturex.db"
    path.touch()
    with Store.open(path) as store:
        assert store.event_ids() == []
    make(path)
    assert path.stat().st_size > 0


def test_a_store_in_use_is_reported_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make(tmp_path / "culturex.db")
    monkeypatch.setattr(connect, "PATIENCE", 0.1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store.open(path, write=True) as store, pytest.raises(StoreError, match="in use by another program"):
        store.deed("tag").__enter__()
    other.close()


def test_a_reader_is_not_kept_out_by_a_writer(tmp_path: Path) -> None:
    path = make(tmp_path / "culturex.db")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store.open(path) as store:
        assert store.event_ids() == []
    other.close()


def test_two_programs_may_make_the_same_store_at_once(tmp_path: Path) -> None:
    path = tmp_path / "culturex.db"
    failures: list[BaseException] = []

    def open_it() -> None:
        try:
            make(path)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_a_store_in_a_folder_that_may_not_be_written_can_be_read(tmp_path: Path) -> None:
    path = make(tmp_path / "shelf" / "culturex.db")
    # What a read-only disk looks like to SQLite, also for a superuser: no journal beside the file can be made.
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    assert connection.execute("PRAGMA application_id").fetchone()[0] == migrations.APPLICATION_ID
    connection.close()


def test_a_failing_migration_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make(tmp_path / "culturex.db")

    def m999_breaks(db: object) -> None:
        db.conn.execute("CREATE TABLE half_done (x)")  # type: ignore[attr-defined]
        raise RuntimeError("no")

    monkeypatch.setattr(migrations, "STEPS", [*migrations.STEPS, (m999_breaks, True)])
    monkeypatch.setattr(migrations, "VERSION", len(migrations.STEPS))
    with pytest.raises(RuntimeError):
        Store.open(path, write=True)
    after = sqlite3.connect(path)
    tables = {row[0] for row in after.execute("SELECT name FROM sqlite_master")}
    version = after.execute("PRAGMA user_version").fetchone()[0]
    after.close()
    assert ("half_done" in tables, version) == (False, migrations.VERSION - 1)


def test_a_copy_is_made_before_a_migration_that_changes_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make(tmp_path / "culturex.db")
    monkeypatch.setattr(migrations, "STEPS", [*migrations.STEPS, (lambda_step, True)])
    monkeypatch.setattr(migrations, "VERSION", len(migrations.STEPS))
    make(path)
    copies = [p.name.rpartition("-")[0] for p in tmp_path.glob("*.before-*")]
    assert copies == [f"culturex.db.before-version-{migrations.VERSION}"]


def lambda_step(db: object) -> None:
    """Change nothing."""


@pytest.mark.parametrize("old", sorted((Path(__file__).parent.parent / "stores").glob("*.db")), ids=lambda p: p.stem)
def test_a_stored_old_file_is_brought_up_to_date_with_all_it_holds(old: Path, tmp_path: Path) -> None:
    path = tmp_path / "culturex.db"
    path.write_bytes(old.read_bytes())
    before = sqlite3.connect(path)
    titles = [row[0] for row in before.execute("SELECT title FROM events ORDER BY id")]
    before.close()
    with Store.open(path, write=True) as store:
        version = store.connection.execute("PRAGMA user_version").fetchone()[0]
        found = [store.event(n).event.title for n in sorted(store.event_ids())]
    assert (version, found) == (migrations.VERSION, titles)


def test_the_model_agrees_with_the_schema(store: Store) -> None:
    from culturex.store import rows

    for table, columns in [("events", rows.EVENT_COLUMNS), ("articles", rows.ARTICLE_COLUMNS), *rows.PARTS.values()]:
        there = {row[1] for row in store.connection.execute(f"PRAGMA table_info({table})")}
        assert set(columns) <= there


def test_every_field_of_an_event_has_its_place_in_the_store() -> None:
    from culturex.model.event import Event
    from culturex.model.fields import specs
    from culturex.store import rows

    stored = set(rows.EVENT_COLUMNS) | set(rows.PARTS) | {"main"}
    assert {s.name for s in specs(Event)} <= stored


def test_every_table_is_strict(store: Store) -> None:
    loose = store.connection.execute(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND schema = 'main'"
    ).fetchall()
    assert [name for name, *_ in loose if "sqlite_" not in name and "_fts" not in name] == []
