"""Cities, provinces and other places named in a text, each with the country that fits the article.

A mention is of the kind ``place``; its value is ``{"name", "country", "lat", "lon"}``, the name as printed (in its
base form where the language inflects). Which of several places of one name is meant is told by the apposition
("Paris, Texas"), by the countries and the sure places that the article names, and by size. A name that is a common word
or a person's name needs a hint: "in Reading", "Bath, England".
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from culturex.places import index
from culturex.places.records import City, Subdivision
from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.gazetteer import Hit, Scan, scan
from culturex.suggest.mentions.place_hints import Hints, hints
from culturex.suggest.mentions.places_tables import PlaceTables, tables

# From this score on a candidate is a place; below, the text gave too little.
_ENOUGH = 50
# A candidate of at least this weight that stands alone needs no further hint and speaks for its country.
_SURE = 62
_SAME_SENTENCE, _SAME_ARTICLE, _MOST_NAMED, _KIN = 14, 16, 8, 8
_APPOSITION, _WRONG_APPOSITION = 60, -50
# Cities that are countries of their own: named as a country, they are a place as well.
_CITY_STATES = frozenset({"SG", "MC", "VA", "HK", "MO", "SM", "GI"})

Place = City | Subdivision


def find(document: Document) -> list[Mention]:
    """Return the places named in the body, in order, but for those that an earlier finder took for something else."""
    found = scan(document)
    named = document.of_kind("country", "region")
    return _Finder(document, found, tables(document.language), named).find()


class _Finder:
    def __init__(self, document: Document, found: Scan, words: PlaceTables, named: list[Mention]) -> None:
        self.document, self.found, self.words = document, found, words
        self.named = [m for m in named if m.kind == "country"]
        self.taken = {(m.start, m.end): m for m in named}
        self.counts = Counter(str(m.value) for m in self.named)
        self.by_sentence: dict[int, set[str]] = {}
        for m in self.named:
            self.by_sentence.setdefault(document.sentence_index(m.start), set()).add(str(m.value))

    def find(self) -> list[Mention]:
        """Return the mentions: first the sure places, then the others in their light."""
        read = [(hit, self._candidates(hit)) for hit in self.found.hits]
        told = [(hit, candidates, hints(self.found, hit, self.words)) for hit, candidates in read if candidates]
        told = [(hit, candidates, hint) for hit, candidates, hint in told if not hint.blocked]
        kin: Counter[str] = Counter()
        for hit, candidates, hint in told:
            place, score = self._best(hit, candidates, hint, kin)
            if score >= _SURE and not self._is_taken(hit):
                kin[place.country] += 1
        mentions = []
        for hit, candidates, hint in told:
            place, score = self._best(hit, candidates, hint, kin)
            if score >= _ENOUGH and not self._is_taken(hit, place):
                mentions.append(self._mention(hit, place, score, hint))
        return mentions

    def _candidates(self, hit: Hit) -> list[tuple[Place, int]]:
        """Return the places that a hit may mean with their weights."""
        entries = hit.of("city", "subdivision")
        if not entries:
            return []
        data = index()
        weights = {(e.kind, int(e.ref)): e.weight for e in entries}
        cities = data.cities(int(e.ref) for e in entries if e.kind == "city")
        regions = data.subdivisions(int(e.ref) for e in entries if e.kind == "subdivision")
        return [(c, weights["city", c.id]) for c in cities] + [(r, weights["subdivision", r.id]) for r in regions]

    def _is_taken(self, hit: Hit, place: Place | None = None) -> bool:
        """Tell whether the words already name a country (a city state is both)."""
        country = self.taken.get((hit.start, hit.end))
        if country is None or (country.extra or {}).get("form") == "capital":
            return False
        return not (place and country.value in _CITY_STATES and place.country == country.value)

    def _best(self, hit: Hit, candidates: list[tuple[Place, int]], hint: Hints, kin: Counter[str]) -> tuple[Place, float]:
        near = self.by_sentence.get(self.document.sentence_index(hit.start), set())
        scored = [(self._score(place, weight, hint, near, kin), place) for place, weight in candidates]
        score, best = max(scored, key=lambda s: (s[0], s[1].population))
        return best, score

    def _score(self, place: Place, weight: int, hint: Hints, near: set[str], kin: Counter[str]) -> float:
        """Return 0..200: how well a candidate fits."""
        score = float(weight) + hint.bonus
        if hint.country or hint.region:
            fits = place.country == hint.country or (hint.region is not None and _lies_in(place, hint.region))
            score += _APPOSITION if fits else _WRONG_APPOSITION
        if place.country in near:
            score += _SAME_SENTENCE
        if place.country in self.counts:
            score += _SAME_ARTICLE
            score += _MOST_NAMED if self.counts[place.country] == max(self.counts.values()) else 0
        if kin[place.country]:
            score += _KIN
        if isinstance(place, Subdivision):
            score += 25 if hint.is_region else -6
        elif hint.is_region:
            score -= 25
        return score

    def _mention(self, hit: Hit, place: Place, score: float, hint: Hints) -> Mention:
        value: dict[str, Any] = {"name": hit.base.rstrip("."), "country": place.country, "lat": place.lat, "lon": place.lon}
        sort = "region" if isinstance(place, Subdivision) else "city"
        extra = {"form": sort, "id": place.id, "hint": hint.rule}
        text = self.found.text[hit.start : hit.end]
        confidence = round(min(0.95, 0.35 + score / 220), 2)
        return Mention("place", text, hit.start, hit.end, value, f"places.{hint.rule or sort}", confidence, extra)


def _lies_in(place: Place, regions: frozenset[int]) -> bool:
    """Tell whether a city lies in one of these subdivisions."""
    return isinstance(place, City) and place.admin_id in regions
