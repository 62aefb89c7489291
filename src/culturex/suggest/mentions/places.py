"""Cities, provinces and other places named in a text, each with the country that fits the article.

A mention is of the kind ``place``; its value is ``{"name", "country", "lat", "lon"}``, the name as printed (in its
base form where the language inflects). Which of several places of one name is meant is told by the apposition
("Paris, Texas"), by the countries and the sure places that the article names, and by size. A name that is a common word
or a person's name needs a hint: "in Reading", "Bath, England".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from typing import Any, NamedTuple

from culturex.places import index
from culturex.places.records import City, Subdivision
from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.gazetteer import Hit, Scan, scan
from culturex.suggest.mentions.place_hints import Hints, hints
from culturex.suggest.mentions.place_unknown import unknown
from culturex.suggest.mentions.places_tables import PlaceTables, tables

# A Chinese name of so few signs may be cut out of other words: it must be well known ("友好").
_SIGNS, _LEAST_SIGNS = 2, 72
# From this score on a candidate is a place; below, the text gave too little.
_ENOUGH = 50
# A candidate of at least this weight that stands alone needs no further hint and speaks for its country.
_SURE = 62
# A name below this weight is a common word or a person's name: the words around must make it a place.
_DOUBTFUL = 40
# An inflected form, or the first word of a sentence, may be another word: it must be a weightier name.
_INFLECTED, _OPENS = -14, -8
_SAME_SENTENCE, _SAME_ARTICLE, _MOST_NAMED, _KIN, _MOST_KIN = 10, 12, 5, 4, 12
# Beside a well-known place of the same name (weight), the countries of the article count by half.
_WORLD_KNOWN, _FAR_BELOW = 70, 10
# An inflected form of a name below this weight must be of a country that the article names.
_LEAST_INFLECTED = 66
_APPOSITION, _WRONG_APPOSITION = 60, -50
# Cities that are countries of their own: named as a country, they are a place as well.
_CITY_STATES = frozenset({"SG", "MC", "VA", "HK", "MO", "SM", "GI"})

_NOWHERE: frozenset[str] = frozenset()

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
        self.most = max(self.counts.values(), default=0)
        self.by_sentence: dict[int, set[str]] = {}
        for m in self.named:
            self.by_sentence.setdefault(document.sentence_index(m.start), set()).add(str(m.value))

    def find(self) -> list[Mention]:
        """Return the mentions: first the sure places, then the others in their light."""
        told = []
        for hit, places in self._candidates():
            hint = hints(self.found, hit, self.words)
            if not hint.blocked:
                told.append(self._told(hit, places, hint))
        kin: dict[str, int] = {}
        hinted: set[str] = set()
        for t in told:
            place, score = self._best(t, kin)
            if score >= _SURE and not self._is_taken(t.hit):
                kin[place.country] = kin.get(place.country, 0) + 1
                if t.hint.rule:
                    hinted.add(t.hit.base)
        mentions = []
        for t in told:
            if t.known < _DOUBTFUL and not t.hint.rule and t.hit.base not in hinted:
                continue
            place, score = self._best(t, kin)
            if score >= _ENOUGH and not self._is_taken(t.hit, place):
                mentions.append(self._mention(t, place, score))
        return sorted(mentions + unknown(self.found, self.words), key=lambda m: (m.start, m.end))

    def _candidates(self) -> list[tuple[Hit, list[tuple[Place, int]]]]:
        """Return the hits that may mean places, with these places and their weights."""
        named = [(hit, entries) for hit in self.found.hits if (entries := hit.of("city", "subdivision"))]
        data = index()
        ids: dict[str, set[int]] = {"city": set(), "subdivision": set()}
        for _, entries in named:
            for entry in entries:
                ids[entry.kind].add(int(entry.ref))
        known: dict[str, dict[int, Place]] = {
            "city": {c.id: c for c in data.cities(ids["city"])},
            "subdivision": {s.id: s for s in data.subdivisions(ids["subdivision"])},
        }
        return [(hit, [(known[e.kind][int(e.ref)], e.weight) for e in entries]) for hit, entries in named]

    def _told(self, hit: Hit, places: list[tuple[Place, int]], hint: Hints) -> _Told:
        """Return the hit with the score of each place, as far as the other places of the text have no say in it."""
        known = max(weight for _, weight in places)
        near = self.by_sentence.get(self.document.sentence_index(hit.start), _NOWHERE)
        heard = hint
        # "Queensland, Bavaria" is a list and no apposition: no Queensland lies there.
        if (hint.country or hint.region) and not any(_fits(place, hint) for place, _ in places):
            heard = hint._replace(country=None, region=None)
        candidates = []
        for place, weight in places:
            share = 0.5 if known >= _WORLD_KNOWN and weight < known - _FAR_BELOW else 1.0
            score = weight + _said(place, heard) + share * self._nearness(place, near)
            candidates.append((place, score, share))
        return _Told(hit, candidates, hint, known)

    def _is_taken(self, hit: Hit, place: Place | None = None) -> bool:
        """Tell whether the words already name a country (a city state is both)."""
        country = self.taken.get((hit.start, hit.end))
        if country is None or (country.extra or {}).get("form") == "capital":
            return False
        return not (place and country.value in _CITY_STATES and place.country == country.value)

    def _best(self, told: _Told, kin: dict[str, int]) -> tuple[Place, float]:
        """Return the likeliest place of a hit and its score, now that *kin* counts the sure places of each country."""
        best, most = told.candidates[0][0], -1000.0
        for place, score, share in told.candidates:
            score += share * min(_MOST_KIN, _KIN * kin.get(place.country, 0))
            if score > most or (score == most and place.population > best.population):
                best, most = place, score
        return best, most + self._form(told, best)

    def _form(self, told: _Told, place: Place) -> int:
        """Return what the form of a name takes from its score in languages where many words look like names."""
        if self.document.language == "en":
            return 0
        hit, weight = told.hit, told.known
        exact = hit.readings[0].exact
        if hit.last - hit.first == hit.end - hit.start <= _SIGNS and weight < _LEAST_SIGNS and not told.hint.rule:
            return -200
        if not exact and weight < _LEAST_INFLECTED and place.country not in self.counts:
            return -200
        if told.hint.rule:
            return 0
        opens = hit.first == 0 or any(c in '.!?\n:"«“' for c in self.found.gap(hit.first - 1))
        return (0 if exact else _INFLECTED) + (_OPENS if opens and hit.last - hit.first == 1 else 0)

    def _nearness(self, place: Place, near: Set[str]) -> int:
        """Return what the countries that the article names say for a candidate."""
        count = self.counts.get(place.country)
        if count is None:
            return 0
        here = _SAME_SENTENCE if place.country in near else 0
        return here + _SAME_ARTICLE + (_MOST_NAMED if count == self.most else 0)

    def _mention(self, told: _Told, place: Place, score: float) -> Mention:
        hit, sort = told.hit, "region" if isinstance(place, Subdivision) else "city"
        name = self._name(hit)
        value: dict[str, Any] = {"name": name, "country": place.country, "lat": place.lat, "lon": place.lon}
        extra = {"form": sort, "id": place.id, "hint": told.hint.rule}
        text = self.found.text[hit.start : hit.end]
        confidence = round(min(0.95, 0.35 + score / 220), 2)
        return Mention("place", text, hit.start, hit.end, value, f"places.{told.hint.rule or sort}", confidence, extra)

    def _name(self, hit: Hit) -> str:
        """Return the name without capitals of a dateline and without the word for its sort."""
        name = hit.base.rstrip(".")
        if len(name) > _SIGNS and self.words.has("city.sorts", name[-1]):
            return name[:-1]
        parts = name.split()
        if len(parts) > 1 and self.words.has("city.sorts", parts[-1].casefold()) and parts[-1] != "City":
            parts.pop()
        if name.isupper() and len(name) > 4:
            parts = [part.title() for part in parts]
        return " ".join(parts)


class _Told(NamedTuple):
    """A hit with what stands around it.

    *candidates* are its places, each with its score and the share that the nearness of other places has in it;
    *known* is the weight of the best known of them.
    """

    hit: Hit
    candidates: list[tuple[Place, float, float]]
    hint: Hints
    known: int


def _said(place: Place, hint: Hints) -> int:
    """Return what the words around the name say for a candidate."""
    score = hint.bonus
    if hint.country or hint.region:
        score += _APPOSITION if _fits(place, hint) else _WRONG_APPOSITION
    if isinstance(place, Subdivision):
        return score + (25 if hint.is_region else -6)
    return score - (25 if hint.is_region else 0)


def _fits(place: Place, hint: Hints) -> bool:
    """Tell whether a place lies in the country or in one of the subdivisions of an apposition."""
    if hint.region is not None and isinstance(place, City) and place.admin_id in hint.region:
        return True
    return hint.country is not None and place.country == hint.country
