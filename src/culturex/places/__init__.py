"""The gazetteer: countries, groups of countries, subdivisions and cities, in many languages.

Read-only data in ``data/gazetteer.sqlite`` (built by ``tools/build_gazetteer.py``; NOTICE names the sources), opened
at the first question. ``country`` and ``group`` answer what a user typed; ``cities``, ``subdivisions`` and ``capital``
give places; ``lookup``, ``first_words`` and ``index`` serve the finders that go through whole texts.
"""

from __future__ import annotations

from culturex.places.answers import (
    capital,
    cities,
    complete,
    countries,
    country,
    country_by_code,
    first_words,
    group,
    groups,
    lookup,
    resolve,
    subdivisions,
    suggestions,
)
from culturex.places.gazetteer import Index, index
from culturex.places.keys import cut, key, words
from culturex.places.records import City, Country, Entry, Group, Subdivision

__all__ = [
    "City",
    "Country",
    "Entry",
    "Group",
    "Index",
    "Subdivision",
    "capital",
    "cities",
    "complete",
    "countries",
    "country",
    "country_by_code",
    "cut",
    "first_words",
    "group",
    "groups",
    "index",
    "key",
    "lookup",
    "resolve",
    "subdivisions",
    "suggestions",
    "words",
]
