"""The places of one name, with what that says in any text. Kept from page to page, with the meaning of the name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from culturex.places import index
from culturex.places.records import City, Subdivision
from culturex.suggest.mentions.places.gazetteer import Hit
from culturex.suggest.mentions.places.gazetteer_words import Meaning

Place = City | Subdivision

# What a name counts for the country of its places: a subdivision, a town that no other country has.
_REGION, _TOWN = 1.5, 1.0
# A town is one of its country when the next country has none of this name within so much weight.
_CLEARLY, _LEAST_CLEAR = 15, 50
# A small town counts if no other country has one of its name.
_LEAST_SOLE = 31


@dataclass(slots=True, eq=False)  # not frozen and no tuple: the fields of such a class are the quickest to read
class Candidate:
    """A place that a name may mean: its weight, and what is often asked of it.

    *region* is the id of the subdivision that a town lies in.
    """

    place: Place
    weight: int
    name: str
    country: str
    region: int | None
    is_region: bool


# A place with its score by the words around it, and the share that the countries around have in it.
Scored = tuple[Candidate, int, float]


@dataclass(slots=True, eq=False)
class Clear:
    """What a name counts that belongs to one *country* beyond doubt, and the *regions* that it speaks for."""

    country: str
    evidence: float
    regions: frozenset[int]


@dataclass(slots=True, eq=False)
class Namesakes:
    """All places of a name: *known* is the weight of the best known, *has_region* tells that one is a subdivision.

    *scored* is for ``places/told.py`` to keep what it makes of them where nothing is said to hold them.
    """

    places: list[Candidate]
    known: int
    has_region: bool
    clear: Clear | None
    scored: dict[tuple[str, int, bool], list[Scored]] = field(default_factory=dict)


def namesakes(hits: Iterable[Hit]) -> None:
    """See to it that the meanings of *hits*, each of which may be a place, have their places."""
    missing = [hit.means for hit in hits if hit.means.places is None]
    if not missing:
        return
    entries = [entry for means in missing for entry in means.of("city", "subdivision")]
    cities = index().cities_by_id({int(entry.ref) for entry in entries if entry.kind == "city"})
    regions = index().subdivisions_by_id({int(entry.ref) for entry in entries if entry.kind == "subdivision"})
    for means in missing:
        means.places = _namesakes(
            [
                _town(cities[int(entry.ref)], entry.weight)
                if entry.kind == "city"
                else _region(regions[int(entry.ref)], entry.weight)
                for entry in means.of("city", "subdivision")
            ]
        )


def of(means: Meaning) -> Namesakes:
    """Return the places of a name, which must be known."""
    found: Namesakes = means.places
    return found


def _town(city: City, weight: int) -> Candidate:
    return Candidate(city, weight, city.name, city.country, city.admin_id, False)


def _region(region: Subdivision, weight: int) -> Candidate:
    return Candidate(region, weight, region.name, region.country, None, True)


def _namesakes(places: list[Candidate]) -> Namesakes:
    known = max(candidate.weight for candidate in places)
    return Namesakes(places, known, any(candidate.is_region for candidate in places), _clear(places))


def _clear(places: list[Candidate]) -> Clear | None:
    """Return what a name says that belongs to one country beyond doubt; None where it may belong to several."""
    best: dict[str, int] = {}
    for candidate in places:
        best[candidate.country] = max(candidate.weight, best.get(candidate.country, 0))
    ranked = sorted(best.values(), reverse=True)
    if len(ranked) > 1 and (ranked[0] < _LEAST_CLEAR or ranked[0] - ranked[1] < _CLEARLY):
        return None
    if ranked[0] < _LEAST_SOLE:
        return None
    country = max(best, key=lambda code: best[code])
    here = [c for c in places if c.country == country and c.weight == ranked[0]]
    regions = frozenset(c.place.id for c in here if c.is_region)
    if regions:
        return Clear(country, _REGION, regions)
    only = here[0].region if len(here) == 1 else None
    return Clear(country, _TOWN, frozenset() if only is None else frozenset({only}))
