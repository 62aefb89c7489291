"""What is named in a text: one package or file per kind of mention, listed here.

To add a kind, write a module with ``find(document) -> list[Mention]`` and add one line to FINDERS. A finder reads the
Document only (its tokens, sentences and language tables, and the mentions found before it, in the order of the
table), looks at any text it is given, inside an event or not, skips page furniture, and never raises.

Finders go through many pages in turn. One whose parts use much code and tables of their own lists them as steps before
its ``find``: what they read is kept with the document.
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
FINDERS = (
    "dates.finder.find",
    "places.countries.find",
    "places.finder.find",
    "organizations.finder.find",
    "people.finder.read_offices",
    "people.finder.read_names",
    "people.finder.find",
    "numbers.find",
)


@cache
def finders() -> tuple[Callable[[Document], list[Mention]], ...]:
    """Return the functions in FINDERS, their modules loaded on first use: those import Mention themselves."""
    named = (name.rpartition(".") for name in FINDERS)
    return tuple(getattr(importlib.import_module(f"{__name__}.{module}"), function) for module, _, function in named)
