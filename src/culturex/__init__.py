"""Turn articles about cultural, educational and humanitarian cooperation between countries into events.

The public face for Python users. Names load on first use, so that ``import culturex`` costs nothing:

>>> import culturex
>>> culturex.edtf.parse("2016-10-14").earliest.isoformat()
'2016-10-14'
"""

from __future__ import annotations

import importlib
from typing import Any

__version__ = "0.1.0"

_FACE = {
    "Article": "culturex.model.article",
    "Event": "culturex.model.event",
    "Evidence": "culturex.model.event",
    "Store": "culturex.store",
    "suggest": "culturex.suggest",
    "places": "culturex.places",
    "edtf": "culturex.edtf",
    "text": "culturex.text",
}
_MODULES = {"suggest", "places", "edtf", "text"}

__all__ = ["Article", "Event", "Evidence", "Store", "__version__", "edtf", "places", "suggest", "text"]


def __getattr__(name: str) -> Any:
    """Load a public name on first use (PEP 562)."""
    if name not in _FACE:
        raise AttributeError(f"module 'culturex' has no attribute {name!r}")
    module = importlib.import_module(_FACE[name])
    return module if name in _MODULES else getattr(module, name)


def __dir__() -> list[str]:
    return sorted(__all__)
