"""What the gazetteer answers with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Country(NamedTuple):
    """A country or territory of ISO 3166-1 (and Kosovo as XK)."""

    code: str
    alpha3: str
    numeric: str
    name: str
    official: str
    adjective: str
    demonym: str
    languages: tuple[str, ...]
    continent: str
    population: int
    capital_id: int | None


class Group(NamedTuple):
    """A region or an organization of states; *members* are alpha-2 codes in alphabetical order."""

    name: str
    kind: str
    members: tuple[str, ...]


class Subdivision(NamedTuple):
    """A province, state, oblast ...; *code* is ISO 3166-2, or begins with ``GN:`` (GeoNames) or ``XR:`` (a region)."""

    id: int
    code: str
    name: str
    country: str
    lat: float | None
    lon: float | None
    population: int


class City(NamedTuple):
    """A populated place of GeoNames; *id* is its GeoNames id, *admin* the name of its first-level subdivision."""

    id: int
    name: str
    country: str
    admin: str | None
    admin_id: int | None
    lat: float
    lon: float
    population: int


class Entry(NamedTuple):
    """What one key means.

    *kind* is ``country``, ``adjective``, ``demonym``, ``prefix`` (``Sino-``), ``compound`` (``中俄``), ``group``,
    ``group_adjective``, ``city``, ``subdivision``, ``asked`` or ``asked_group`` (understood when a user types it,
    too doubtful to be found in a text). *ref* is an alpha-2 code, the name of a group, or the id of a city or
    subdivision; parts of a compound are joined with ``|``, and a group among them is written ``group:NAME``.
    *rest* are the words of the key after the first. *languages* is empty where the name may stand in any text.
    *weight* (0..100) says how surely a text with these words means this.
    """

    kind: str
    ref: str | int
    rest: tuple[str, ...]
    languages: tuple[str, ...]
    weight: int

    def is_read_in(self, language: str) -> bool:
        """Tell whether a text in *language* may use this name."""
        return not self.languages or language in self.languages


@dataclass(slots=True, eq=False)  # quicker to read than a tuple, and read for each name of a text
class Names:
    """All names that begin with one word: those that end there, and the longer ones by their second word."""

    alone: tuple[Entry, ...]
    longer: dict[str, tuple[Entry, ...]]

    def with_rest(self, rest: tuple[str, ...]) -> list[Entry]:
        """Return the entries whose further words are *rest*, the weightiest first."""
        return [e for e in (self.longer.get(rest[0], ()) if rest else self.alone) if e.rest == rest]
