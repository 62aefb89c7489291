"""What every command has at hand: the store, the coder, and where to print."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from culturex.cli import output, settings
from culturex.cli.streams import readable
from culturex.store import connect

if TYPE_CHECKING:
    from culturex.model.codebook import Codebook
    from culturex.store.store import Store


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of one command. *db* is what ``--db`` gave, None where it was not given."""

    db: str | None = None

    @property
    def path(self) -> Path:
        """The file of the store."""
        return self.where[0]

    @property
    def where(self) -> tuple[Path, str]:
        """The file of the store and why it is that one (``--db``, ``CULTUREX_DB`` ...)."""
        if self.db:
            return connect.find(self.db)
        chosen, origin = settings.lookup("db")
        return (connect.find(chosen)[0], origin) if chosen else connect.find()

    @contextmanager
    def querying(self) -> Iterator[sqlite3.Connection | None]:
        """Open the file for queries alone, without the model; None, with a note, where there is no store yet.

        It saves a quarter of the time that ``culturex list`` takes.
        """
        from culturex.store import query

        path = self.path
        if not connect.exists(path):
            self._miss(path)
            yield None
            return
        connection = connect.for_reading(path)
        try:
            query.install(connection)
            with connect.sentences(path):
                yield connection
        finally:
            connection.close()

    def codebooks(self) -> list[Codebook]:
        """Return the codebooks of the store, the one in use first; the default one alone where there is no store."""
        from culturex.model import codebook
        from culturex.store import vocabulary

        path = self.path
        if not connect.exists(path):
            return [codebook.default()]
        connection = connect.for_reading(path)
        try:
            with connect.sentences(path):
                return vocabulary.codebooks(connection) or [codebook.default()]
        finally:
            connection.close()

    @staticmethod
    def _miss(path: Path) -> None:
        output.note(f"There is no store at {path} yet; culturex import makes it.")

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """Open the store for reading; one that does not exist yet reads as empty, with a note."""
        from culturex.store.store import Store

        path = self.path
        with Store.open(path) as store, connect.sentences(path):
            if not store.is_there:
                self._miss(path)
            yield store

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """Open the store for writing, made first where there is none."""
        from culturex.store.store import Store

        path, coder = self.path, readable(settings.value("coder") or "") or None
        with Store.open(path, write=True, coder=coder) as store, connect.sentences(path):
            yield store
