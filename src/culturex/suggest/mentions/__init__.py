"""What is named in a text: one file per kind of mention, listed here.

To add a kind, write a module with ``find(document) -> list[Mention]`` and add one line to FINDERS. A finder reads the
Document only (its tokens, sentences and language tables, and the mentions found before it, in the order of the
table), looks at any text it is given, inside an event or not, skips page furniture, and never raises.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from culturex.suggest.document import Document

# The finders in the order they run: each may look at the mentions of those before it.
FINDERS = ("dates", "countries", "places", "organizations", "people", "numbers")


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the article that names something.

    *kind* is ``date``, ``country``, ``region``, ``place``, ``person``, ``organization`` or ``number``; *text* equals
    ``article.text[start:end]``. *value* is an EDTF string for a date (None where it cannot be resolved), an alpha-2
    code for a country, the group's canonical name for a region, ``{"name", "country", "lat", "lon"}`` for a place,
    ``{"name", "title", "affiliation", "country", "role"}`` for a person, ``{"name", "role", "country"}`` for an
    organization, an int for a number. *rule* names the rule that made it (``dates.weekday``); *confidence* is 0..1.
    *extra* carries what only the engine needs (``basis`` of a date: stated, resolved or inferred; the form of a
    country: name, adjective, capital ...).
    """

    kind: str
    text: str
    start: int
    end: int
    value: Any
    rule: str
    confidence: float = 0.8
    extra: dict[str, Any] | None = None


@cache
def finders() -> tuple[Callable[[Document], list[Mention]], ...]:
    """Return the ``find`` of each module in FINDERS, loaded on first use: the modules themselves import Mention."""
    return tuple(importlib.import_module(f"{__name__}.{name}").find for name in FINDERS)
