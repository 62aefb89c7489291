"""What is named in a text: one package or file per kind of mention, listed here.

To add a kind, write a module with ``find(document) -> list[Mention]`` and add one line to FINDERS. A finder reads the
Document only (its tokens, sentences and language tables, and the mentions found before it, in the order of the
table), looks at any text it is given, inside an event or not, skips page furniture, and never raises.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from culturex.suggest.mention import Mention

if TYPE_CHECKING:
    from culturex.suggest.document import Document

__all__ = ["FINDERS", "Mention", "finders"]

# The finders in the order they run: each may look at the mentions of those before it.
FINDERS = ("dates.finder", "places.countries", "places.finder", "organizations.finder", "people.finder", "numbers")


@cache
def finders() -> tuple[Callable[[Document], list[Mention]], ...]:
    """Return the ``find`` of each module in FINDERS, loaded on first use: the modules themselves import Mention."""
    return tuple(importlib.import_module(f"{__name__}.{name}").find for name in FINDERS)
