"""The store: one SQLite file. The only part of culturex that knows sqlite_utils (for migrations).

Names load on first use: a command that only lists needs neither the model nor the history.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from culturex.lazy import loader

if TYPE_CHECKING:
    from culturex.store.history import Deed, DeedRecord
    from culturex.store.query import Query
    from culturex.store.store import Store

__all__ = ["Deed", "DeedRecord", "Query", "Store"]
_HOME = {"Deed": "history", "DeedRecord": "history", "Query": "query", "Store": "store"}

__getattr__ = loader(__name__, _HOME)
