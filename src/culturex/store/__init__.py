"""The store: one SQLite file. The only part of culturex that knows sqlite_utils (for migrations).

Names load on first use: a command that only lists needs neither the model nor the history.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from culturex.store.history import Deed, DeedRecord
    from culturex.store.query import Query
    from culturex.store.store import Store

__all__ = ["Deed", "DeedRecord", "Query", "Store"]
_HOME = {"Deed": "history", "DeedRecord": "history", "Query": "query", "Store": "store"}


def __getattr__(name: str) -> Any:
    """Load a public name on first use (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module 'culturex.store' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(f"culturex.store.{_HOME[name]}"), name)
