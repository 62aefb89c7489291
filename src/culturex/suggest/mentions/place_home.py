"""The country and the subdivisions at home in an article: what its small and shared names of towns most likely mean.

Local news never says that it is about Ontario: its streets, courts and neighbouring towns do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from culturex.places.records import City, Subdivision
from culturex.suggest.mentions.gazetteer import Scan
from culturex.suggest.mentions.place_holders import ids_of
from culturex.suggest.mentions.places_tables import PlaceTables

Place = City | Subdivision

# What one piece of evidence counts: a state's short form, a subdivision, a town that no other country has, a word of
# daily life, a country named (up to so many times).
_SHORT_FORM, _REGION, _TOWN, _WORD, _NAMED = 2.0, 1.5, 1.0, 1.0, 0.75
# What the language says where most of its readers live in one country.
_LANGUAGE = 1.0
_MOST_WORDS, _MOST_NAMED = 3, 4
# A town is one of its country when the next country has none of this name within so much weight.
_CLEARLY, _LEAST_CLEAR = 15, 50
# A small town counts if no other country has one of its name.
_LEAST_SOLE = 31
# Evidence that makes a home beyond doubt, and what it then adds to the score of a place.
_ENOUGH, _MOST = 3.0, 26
_NEAR = 2.0
_PER_NEIGHBOUR, _MOST_NEIGHBOURS = 8, 3


class Home:
    """How much speaks for each country, and for each subdivision."""

    def __init__(self) -> None:
        self.countries: dict[str, float] = {}
        self.regions: Counter[int] = Counter()
        self._total = 0.0
        self._bonuses: dict[str, float] = {}

    def add(self, country: str, evidence: float) -> None:
        """Note *evidence* for a country."""
        self.countries[country] = self.countries.get(country, 0.0) + evidence
        self._total += evidence
        self._bonuses.clear()

    def bonus(self, country: str) -> float:
        """Return what lying in *country* adds to the score of a place, 0 to 26."""
        kept = self._bonuses.get(country)
        if kept is None:
            evidence = self.countries.get(country, 0.0)
            kept = _MOST * evidence / self._total * min(1.0, evidence / _ENOUGH) if evidence else 0.0
            self._bonuses[country] = kept
        return kept

    def is_near(self, country: str) -> bool:
        """Tell whether enough speaks for *country* to take it for named."""
        return self.countries.get(country, 0.0) >= _NEAR

    def neighbours(self, place: Place) -> int:
        """Return what the subdivision of a town adds to its score: it is named, or other towns of it are."""
        region = place.admin_id if isinstance(place, City) else None
        return _PER_NEIGHBOUR * min(_MOST_NEIGHBOURS, self.regions[region]) if region is not None else 0

    def main(self) -> str | None:
        """Return the country for which most of the evidence speaks, if it is enough."""
        best = max(self.countries, key=lambda code: self.countries[code], default=None)
        if best is None or self.countries[best] < _ENOUGH or 2 * self.countries[best] < self._total:
            return None
        return best


class Sighting(NamedTuple):
    """A name with the places that it may mean, each with its weight."""

    name: str
    places: list[tuple[Place, int]]


def home(found: Scan, words: PlaceTables, named: Counter[str], short: Iterable[str], seen: Iterable[Sighting]) -> Home:
    """Return the home of an article that names these countries, states (codes of their *short* forms) and places."""
    told = Home()
    for country, times in named.items():
        told.add(country, _NAMED * min(_MOST_NAMED, times))
    if words.native:
        told.add(words.native, _LANGUAGE)
    _read_words(found, words, short, told)
    done = set()
    for name, places in seen:
        if name not in done:
            done.add(name)
            _read_place(places, told)
    return told


def _read_words(found: Scan, words: PlaceTables, short: Iterable[str], told: Home) -> None:
    cues = Counter(words.home[word] for word in dict.fromkeys(map(found.word, found.cued.get("home", ()))))
    for country, number in cues.items():
        told.add(country, _WORD * min(_MOST_WORDS, number))
    for code in set(short):
        told.add(code[:2], _SHORT_FORM)
        told.regions.update(ids_of(code))


def _read_place(places: list[tuple[Place, int]], told: Home) -> None:
    """Note what a name says that belongs to one country beyond doubt."""
    best: dict[str, int] = {}
    for place, weight in places:
        best[place.country] = max(weight, best.get(place.country, 0))
    ranked = sorted(best.values(), reverse=True)
    if len(ranked) > 1 and (ranked[0] < _LEAST_CLEAR or ranked[0] - ranked[1] < _CLEARLY):
        return
    if ranked[0] < _LEAST_SOLE:
        return
    country = max(best, key=lambda code: best[code])
    here = [place for place, weight in places if place.country == country and weight == ranked[0]]
    if any(isinstance(place, Subdivision) for place in here):
        told.add(country, _REGION)
        told.regions.update({place.id for place in here if isinstance(place, Subdivision)})
        return
    told.add(country, _TOWN)
    if len(here) == 1 and isinstance(here[0], City) and here[0].admin_id is not None:
        told.regions[here[0].admin_id] += 1
