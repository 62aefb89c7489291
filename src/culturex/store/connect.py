"""Find the store's file, open it, and turn SQLite's complaints into sentences."""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from culturex.errors import BusyError, StoreError

NAME = "culturex.db"
# Seconds that a command waits for another one to finish its deed.
PATIENCE = 5.0


def find(explicit: str | Path | None = None) -> tuple[Path, str]:
    """Return the store's path and why it is that one.

    In turn: *explicit* (``--db``), the variable ``CULTUREX_DB``, the nearest ``culturex.db`` in this folder or above
    it, else ``culturex.db`` in the user's data folder.
    """
    if explicit:
        return _at_home(explicit), "--db"
    if os.environ.get("CULTUREX_DB"):
        return _at_home(os.environ["CULTUREX_DB"]), "CULTUREX_DB"
    here = Path.cwd()
    for folder in (here, *here.parents):
        if os.path.isfile(folder / NAME):  # noqa: PTH113 - Path.is_file raises where it may not look
            return folder / NAME, "nearest folder"
    from platformdirs import user_data_path

    return user_data_path("culturex", appauthor=False) / NAME, "user data folder"


def _at_home(path: str | Path) -> Path:
    """Return *path* with ``~`` as the home folder: no shell reads a settings file or what stands in quotes."""
    return Path(os.path.expanduser(path))  # noqa: PTH111 - Path.expanduser raises where there is no such user


def exists(path: Path) -> bool:
    """Tell whether there is a store at *path*; an empty file is none yet.

    What is a folder or may not be looked at counts as one: opening it says what is wrong.
    """
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return found.st_size > 0 or stat.S_ISDIR(found.st_mode)


def for_reading(path: Path) -> sqlite3.Connection:
    """Open the store read-only; raise StoreError where it is foreign, damaged, newer, or needs an upgrade."""
    with sentences(path):
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where it may not look
            raise StoreError(f"{path} is a folder, not a store.", "Name a file with --db.")
        connection = _connect(path, "ro")
        try:
            return _checked(connection, path)
        except sqlite3.OperationalError as error:
            # A store in WAL mode in a folder that may not be written to: nobody else can be writing either.
            connection.close()
            if "unable to open" not in str(error) and "readonly" not in str(error):
                raise
            return _checked(_connect(path, "ro&immutable=1"), path)


def for_writing(path: Path) -> sqlite3.Connection:
    """Open the store, made or brought up to date first; raise StoreError where that cannot be done."""
    from culturex.store import migrations

    with sentences(path):
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where it may not look
            raise StoreError(f"{path} is a folder, not a store.", "Name a file with --db.")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"The folder {path.parent} cannot be made: {error.strerror}.") from None
        is_new = not exists(path)
        connection = _connect(path, "rwc")
        version = (
            0 if is_new else _checked(connection, path, may_be_old=True).execute("PRAGMA user_version").fetchone()[0]
        )
        if version < migrations.VERSION:
            _write_ahead(connection)
            migrations.copy_before(connection, path, version)
            migrations.apply(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        # What SQLite keeps to take back a statement that fails half way goes to a file otherwise, page by page.
        connection.execute("PRAGMA temp_store = MEMORY")
        return connection


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turn on write-ahead logging; SQLite does not wait by itself when another program is doing the same."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return


def in_memory() -> sqlite3.Connection:
    """Return an empty store in memory."""
    from culturex.store import migrations

    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrations.apply(connection)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


@contextmanager
def without_triggers(connection: sqlite3.Connection, names: Sequence[str]) -> Iterator[None]:
    """Let the triggers *names* rest; inside a transaction, which brings them back should anything go wrong."""
    marks = ", ".join("?" * len(names))
    made = connection.execute(f"SELECT sql FROM sqlite_master WHERE name IN ({marks})", names).fetchall()
    for name in names:
        connection.execute(f"DROP TRIGGER {name}")
    yield
    for (sql,) in made:
        connection.execute(sql)


@contextmanager
def without_checks(connection: sqlite3.Connection) -> Iterator[None]:
    """Take rows as they are: SQLite builds the list of each ``CHECK (column IN (...))`` anew for every row."""
    connection.execute("PRAGMA ignore_check_constraints = ON")
    try:
        yield
    finally:
        connection.execute("PRAGMA ignore_check_constraints = OFF")


def row_number(number: int) -> int:
    """Return *number* as far as SQLite can hold it: no row has a larger one, and no table so many."""
    return max(-(2**63), min(number, 2**63 - 1))


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=PATIENCE)


def _checked(connection: sqlite3.Connection, path: Path, *, may_be_old: bool = False) -> sqlite3.Connection:
    from culturex.store import migrations

    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and application != migrations.APPLICATION_ID:
        raise StoreError(
            f"{path} is no culturex store.", "Name another file with --db, or make a store: culturex init."
        )
    if version > migrations.VERSION:
        raise StoreError(
            f"{path} was written by a newer culturex (store version {version}, this one knows {migrations.VERSION}).",
            "Upgrade culturex: pip install --upgrade culturex.",
        )
    if version < migrations.VERSION and not may_be_old:
        connection.close()
        for_writing(path).close()
        return _connect(path, "ro")
    return connection


@contextmanager
def sentences(path: Path | str) -> Iterator[None]:
    """Turn what SQLite raises inside into a StoreError that says what happened and what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        text = str(error)
        if "locked" in text or "busy" in text:
            raise BusyError(
                f"The store {path} is in use by another program.",
                "Wait until it has finished, then try again.",
            ) from None
        if "readonly" in text or "read-only" in text:
            raise StoreError(f"The store {path} may not be written to.", "Check the file's permissions.") from None
        if "unable to open" in text:
            raise StoreError(
                f"The store {path} cannot be opened.", "Check that its folder exists and is yours."
            ) from None
        if "disk is full" in text or "disk I/O" in text:
            raise StoreError(
                f"The store {path} could not be written: {text}.", "Make room; nothing was half done."
            ) from None
        raise
    except sqlite3.IntegrityError as error:
        if "FOREIGN KEY" not in str(error):
            raise
        raise StoreError(
            f"Rows that another program added to {path} refer to what would be deleted.",
            "Delete those rows there first; nothing was changed.",
        ) from None
    except sqlite3.DatabaseError as error:
        if "not a database" in str(error):
            raise StoreError(f"{path} is no culturex store.", "Name another file with --db.") from None
        if "malformed" in str(error):
            raise StoreError(f"The store {path} is damaged.", "Run culturex doctor, and take a copy first.") from None
        raise
