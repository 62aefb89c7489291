"""The store: one SQLite file. The only part of culturex that knows sqlite_utils (for migrations)."""

from __future__ import annotations

from culturex.store.history import Deed, DeedRecord
from culturex.store.query import Query
from culturex.store.store import Store

__all__ = ["Deed", "DeedRecord", "Query", "Store"]
