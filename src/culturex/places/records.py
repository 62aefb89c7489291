"""What the gazetteer answers with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Country:
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


@dataclass(frozen=True, slots=True)
class Group:
    """A region or an organization of states; *members* are alpha-2 codes in alphabetical order."""

    name: str
    kind: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subdivision:
    """A province, state, oblast ...; *code* is ISO 3166-2, or begins with ``GN:`` (GeoNames) or ``XR:`` (a region)."""

    id: int
    code: str
    name: str
    country: str
    lat: float | None
    lon: float | None
    population: int


@dataclass(frozen=True, slots=True)
class City:
    """A populated place of GeoNames; *id* is its GeoNames id, *admin* the name of its first-level subdivision."""

    id: int
    name: str
    country: str
    admin: str | None
    admin_id: int | None
    lat: float
    lon: float
    population: int


@dataclass(frozen=True, slots=True)
class Entry:
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
