"""The country and the subdivisions at home in an article: what its small and shared names of towns most likely mean.

Local news never says that it is about Ontario: its streets, courts and neighbouring towns do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from culturex.suggest.mentions.places.gazetteer import Scan
from culturex.suggest.mentions.places.holders import ids_of
from culturex.suggest.mentions.places.namesakes import Namesakes
from culturex.suggest.mentions.places.tables import PlaceTables

# What one piece of evidence counts: a state's short form, a word of daily life, a country named (up to so many times).
# What a name of a place counts says ``places/namesakes.py``.
_SHORT_FORM, _WORD, _NAMED = 2.0, 1.0, 0.75
# What the language says where most of its readers live in one country.
_LANGUAGE = 1.0
_MOST_WORDS, _MOST_NAMED = 3, 4
# Evidence that makes a home beyond doubt, and what it then adds to the score of a place.
_ENOUGH, _MOST = 3.0, 26
_NEAR = 2.0
_PER_NEIGHBOUR, _MOST_NEIGHBOURS = 8, 3


class Home:
    """How much speaks for each country, and for each subdivision."""

    def __init__(self) -> None:
        self.countries: dict[str, float] = {}
        self.regions: dict[int, int] = {}
        self._total = 0.0
        self._bonuses: dict[str, float] = {}

    def add(self, country: str, evidence: float) -> None:
        """Note *evidence* for a country."""
        self.countries[country] = self.countries.get(country, 0.0) + evidence
        self._total += evidence
        self._bonuses.clear()

    def name(self, regions: Iterable[int]) -> None:
        """Note that these subdivisions are named once, or a town of theirs."""
        for region in regions:
            self.regions[region] = self.regions.get(region, 0) + 1

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

    def neighbours(self, region: int) -> int:
        """Return what its subdivision adds to the score of a town: it is named, or other towns of it are."""
        return _PER_NEIGHBOUR * min(_MOST_NEIGHBOURS, self.regions[region])

    def best(self) -> str | None:
        """Return the country for which most of the evidence speaks, however little."""
        return max(self.countries, key=lambda code: self.countries[code], default=None)

    def main(self) -> str | None:
        """Return the country for which most of the evidence speaks, if it is enough."""
        best = self.best()
        if best is None or self.countries[best] < _ENOUGH or 2 * self.countries[best] < self._total:
            return None
        return best


def home(
    found: Scan, words: PlaceTables, named: Mapping[str, int], short: Iterable[str], seen: Mapping[str, Namesakes]
) -> Home:
    """Return the home of an article that names these countries, states (codes of their *short* forms) and places.

    *named* tells how often each country is named, *seen* the names of places with all that they may mean.
    """
    told = Home()
    for country, times in named.items():
        told.add(country, _NAMED * min(_MOST_NAMED, times))
    if words.native:
        told.add(words.native, _LANGUAGE)
    _read_words(found, words, short, told)
    for names in seen.values():
        if clear := names.clear:
            told.add(clear.country, clear.evidence)
            told.name(clear.regions)
    return told


def _read_words(found: Scan, words: PlaceTables, short: Iterable[str], told: Home) -> None:
    times: dict[str, int] = {}
    for word in dict.fromkeys(map(found.word, found.cued.get("home", ()))):
        country = words.home[word]
        times[country] = times.get(country, 0) + 1
    for country, number in times.items():
        told.add(country, _WORD * min(_MOST_WORDS, number))
    for code in dict.fromkeys(short):
        told.add(code[:2], _SHORT_FORM)
        told.name(ids_of(code))
