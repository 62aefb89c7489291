"""Cities, provinces and other places named in a text, each with the country that fits the article.

A mention is of the kind ``place``; its value is ``{"name", "country", "lat", "lon"}``, the name as printed (in its
base form where the language inflects). Which of several places of one name is meant is told by the apposition
("Paris, Texas"), by the countries and the sure places that the article names, and by size. A name that is a common word
or a person's name needs a hint: "in Reading", "Bath, England".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Set
from typing import Any, NamedTuple

from culturex.places import index
from culturex.places.records import City, Subdivision
from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.gazetteer import Hit, Scan, scan
from culturex.suggest.mentions.place_hints import LINKS, Hints, hints, is_idle
from culturex.suggest.mentions.place_holders import Holder, short_forms
from culturex.suggest.mentions.place_home import Home, Place, Sighting, home
from culturex.suggest.mentions.place_unknown import Stray, unknown
from culturex.suggest.mentions.places_tables import PlaceTables, tables

# A Chinese name of so few signs may be cut out of other words: it must be well known ("友好").
_SIGNS, _LEAST_SIGNS, _LEAST_PROVINCE = 2, 72, 66
# From this score on a candidate is a place; below, the text gave too little.
_ENOUGH = 50
# A name below this weight is a common word or a person's name: the words around must make it a place ...
_DOUBTFUL = 40
# ... or, in English, the article must be at home where it lies (the bonus that this gives), if it is no such word.
_AT_HOME, _NO_WORD = 14, 30
# A subdivision below this weight has a common word for its name.
_WORD = 24
# An inflected form, or the first word of a sentence, may be another word: it must be a weightier name.
_INFLECTED, _OPENS = -14, -8
_SAME_SENTENCE, _SAME_ARTICLE, _MOST_NAMED = 10, 12, 5
_ROW = 12
_FURTHER_NAME = 10
# Where many words look like names, the home of the article does not make places of them.
_MOST_KIN = 12
# Beside a well-known place of the same name (weight), the countries of the article count by half.
_WORLD_KNOWN, _FAR_BELOW = 70, 10
# An inflected form of a name below this weight must be of a country that the article names.
_LEAST_INFLECTED = 66
_HELD, _WRONGLY_HELD = 60, -50
# A name that the text has placed once means the same everywhere in it.
_SAME_NAME = 60
# Cities that are countries of their own: named as a country, they are a place as well.
_CITY_STATES = frozenset({"SG", "MC", "VA", "HK", "MO", "SM", "GI"})

_PLACES = frozenset({"city", "subdivision"})
_NOWHERE: frozenset[str] = frozenset()
_NOBODY: frozenset[int] = frozenset()


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
        self.home = Home()
        # Name = the place that the text itself says it is, once.
        self.placed: dict[str, Place] = {}
        self.by_sentence: dict[int, set[str]] = {}
        for m in self.named:
            self.by_sentence.setdefault(document.sentence_index(m.start), set()).add(str(m.value))

    def find(self) -> list[Mention]:
        """Return the mentions: what is said of each name comes first, then the light that they throw on one another."""
        told: list[_Told] = []
        strays: list[Stray] = []
        for at, places in self._candidates():
            hit = self.found.hits[at]
            hint = self._hints(at, places)
            if hint is None:
                continue
            fitting = [place for place, _ in places if hint.holder and _fits(place, hint.holder)]
            if hint.holder and hint.holder.is_short and not fitting:
                strays.append(Stray(hit.start, hit.end, min(hint.holder.lands)))
                continue
            told.append(self._told(hit, places, hint, fitting))
            if len(fitting) == 1 or (fitting and len({place.country for place in fitting}) == 1):
                self.placed.setdefault(hit.name, max(fitting, key=lambda place: place.population))
        seen = [Sighting(t.hit.name, t.places) for t in told if not t.hint.inside and t.hint.bonus >= 0]
        short = short_forms(self.found, self.words)
        self.home = home(self.found, self.words, self.counts, [code for _, code in short], seen)
        hinted = {t.hit.base for t in told if t.hint.rule and not t.hint.inside and not self._is_taken(t.hit)}
        main = self.home.main()
        mentions: list[Mention] = []
        last: tuple[Hit, str] | None = None
        for t in told:
            place, score = self._best(t, self._of_row(t.hit, last))
            if t.known < _DOUBTFUL and not t.hint.rule and t.hit.base not in hinted and not self._is_local(t, place):
                continue
            if main == "US" and t.hint.is_region and place.country != main and self._is_county(t.hit):
                continue  # no Kent of England, but a county at home
            if score >= _ENOUGH and not self._is_taken(t.hit, place):
                mentions.append(self._mention(t, place, score))
                last = (t.hit, place.country)
        taken = frozenset(m.start for m in mentions)
        mentions += unknown(self.found, self.words, self.home, short, strays, taken)
        return sorted(mentions, key=lambda m: (m.start, m.end))

    def _hints(self, at: int, places: list[tuple[Place, int]]) -> Hints | None:
        """Return what stands around hit number *at*; None where it names no place."""
        hint = hints(self.found, at, self.words)
        if hint.blocked:
            return None
        if not hint.is_region:
            return hint
        hit = self.found.hits[at]
        if self.found.language == "en" and not any(isinstance(p, Subdivision) for p, _ in places):
            if self._is_county(hit):
                return None  # no town but its county, which the finder of unknown places tells
            after = hit.after
            if after and after.is_capital and after.folded == "state":
                return Hints(inside=True)  # a university
        if hint.rule == "sort" and max(weight for _, weight in places) < _WORD:
            after = hit.after
            if self.found.language == "en" and (after is None or not after.is_capital):
                return None  # "the Gulf state of Qatar"
        return hint

    def _is_county(self, hit: Hit) -> bool:
        """Tell whether a hit goes on to the name of a county, in English."""
        after = hit.after
        return self.found.language == "en" and after is not None and after.is_capital and after.folded == "county"

    def _worth_a_look(self) -> list[int]:
        """Return which hits may mean places: no countries, and no common words that nothing around makes a place."""
        all_hits = self.found.hits
        worth = [
            at for at, h in enumerate(all_hits) if not h.means.kinds.isdisjoint(_PLACES) and not self._is_country(h)
        ]
        if self.found.language != "en":
            return worth
        doubtful = [at for at in worth if all_hits[at].means.weight < _WORD]
        idle = {at for at in doubtful if is_idle(self.found, all_hits[at])}
        if not idle:
            return worth
        named = {all_hits[at].name for at in worth if at not in idle}
        return [at for at in worth if at not in idle or all_hits[at].name in named]

    def _is_country(self, hit: Hit) -> bool:
        """Tell whether the words name a country, and none that is a city as well."""
        country = self.taken.get((hit.start, hit.end))
        return country is not None and country.value not in _CITY_STATES and self._is_taken(hit)

    def _candidates(self) -> list[tuple[int, list[tuple[Place, int]]]]:
        """Return the numbers of the hits that may mean places, with these places and their weights."""
        named = [(at, self.found.hits[at].of("city", "subdivision")) for at in self._worth_a_look()]
        ids: dict[str, set[int]] = {"city": set(), "subdivision": set()}
        for _, entries in named:
            for entry in entries:
                ids[entry.kind].add(entry.ref)  # type: ignore[arg-type]
        known: dict[str, Mapping[Any, Place]] = {
            "city": index().cities_by_id(ids["city"]),
            "subdivision": index().subdivisions_by_id(ids["subdivision"]),
        }
        return [(at, [(known[e.kind][e.ref], e.weight) for e in entries]) for at, entries in named]

    def _told(self, hit: Hit, places: list[tuple[Place, int]], hint: Hints, fitting: list[Place]) -> _Told:
        """Return the hit with the score of each place, as far as the other places of the text have no say in it."""
        known = max(weight for _, weight in places)
        # "Queensland, Bavaria" is a list and says nothing of either: no Queensland lies there.
        heard = hint if fitting else hint._replace(holder=None)
        candidates: list[tuple[Place, float, float]] = []
        # Where one place is called so first of all, the others are less likely to be meant by a further name of theirs.
        own = {place.id for place, _ in places if place.name == hit.base} if len(places) > 1 else _NOBODY
        for place, weight in places:
            if own and place.id not in own:
                weight -= _FURTHER_NAME
            share = 0.5 if known >= _WORLD_KNOWN and weight < known - _FAR_BELOW else 1.0
            candidates.append((place, weight + _said(place, heard), share))
        return _Told(hit, places, candidates, heard, known)

    def _is_taken(self, hit: Hit, place: Place | None = None) -> bool:
        """Tell whether the words already name a country (a city state is both)."""
        country = self.taken.get((hit.start, hit.end))
        if country is None or (country.extra or {}).get("form") == "capital":
            return False
        return not (place and country.value in _CITY_STATES and place.country == country.value)

    def _of_row(self, hit: Hit, last: tuple[Hit, str] | None) -> str | None:
        """Return the country of the *last* place if the hit stands in a row with it."""
        return last[1] if last and self.found.text[last[0].end : hit.start] in LINKS else None

    def _best(self, told: _Told, row: str | None = None) -> tuple[Place, float]:
        """Return the likeliest place of a hit, and how likely it is one at all; *row*: the country of its row."""
        best, most, likely = told.candidates[0][0], -1000.0, 0.0
        placed = None if told.hint.holder else self.placed.get(told.hit.name)
        near = self.by_sentence.get(self.document.sentence_index(told.hit.start), _NOWHERE)
        english = self.found.language == "en"
        lights: dict[str, tuple[float, float]] = {}
        for place, said, share in told.candidates:
            country = place.country
            if country not in lights:
                lights[country] = self._nearness(country, near), self.home.bonus(country)
            nearness, bonus = lights[country]
            score = said + share * nearness
            if placed is not None and place.id == placed.id and type(place) is type(placed):
                score += _SAME_NAME
            whole = score + bonus + (_ROW if row == country else 0) + self.home.neighbours(place)
            if whole > most or (whole == most and place.population > best.population):
                best, most = place, whole
                likely = score + (bonus if english else min(_MOST_KIN, bonus))
        return best, likely + self._form(told, best)

    def _is_local(self, told: _Told, place: Place) -> bool:
        """Tell whether a small town that nothing around makes a place is one: the article is at home there."""
        if self.found.language != "en" or told.known < _NO_WORD or self.home.bonus(place.country) < _AT_HOME:
            return False
        after = told.hit.after
        speaks = after is not None and "capital.verbs" in after.lists
        return not speaks and not (self._opens(told.hit) and told.hit.last - told.hit.first == 1)

    def _opens(self, hit: Hit) -> bool:
        """Tell whether a hit begins a sentence or a quotation."""
        return hit.first == 0 or any(c in '.!?\n:"«“' for c in hit.gap_before)

    def _form(self, told: _Told, place: Place) -> int:
        """Return what the form of a name takes from its score in languages where many words look like names."""
        if self.document.language == "en":
            return 0
        hit, weight = told.hit, told.known
        exact = hit.means.readings[0].exact
        least = _LEAST_PROVINCE if isinstance(place, Subdivision) else _LEAST_SIGNS
        if hit.last - hit.first == hit.end - hit.start <= _SIGNS and weight < least and not told.hint.rule:
            return -200
        is_near = place.country in self.counts or self.home.is_near(place.country)
        if not exact and weight < _LEAST_INFLECTED and not is_near:
            return -200
        if told.hint.rule:
            return 0
        return (0 if exact else _INFLECTED) + (_OPENS if hit.last - hit.first == 1 and self._opens(hit) else 0)

    def _nearness(self, country: str, near: Set[str]) -> int:
        """Return what the countries that the article names say for a place in *country*."""
        count = self.counts.get(country)
        if count is None:
            return _SAME_ARTICLE if self.found.language == "en" and self.home.is_near(country) else 0
        here = _SAME_SENTENCE if country in near else 0
        return here + _SAME_ARTICLE + (_MOST_NAMED if count == self.most else 0)

    def _mention(self, told: _Told, place: Place, score: float) -> Mention:
        hit, sort = told.hit, "region" if isinstance(place, Subdivision) else "city"
        name = self._name(hit)
        value: dict[str, Any] = {"name": name, "country": place.country, "lat": place.lat, "lon": place.lon}
        extra = {"form": sort, "id": place.id, "hint": told.hint.rule, "inside": told.hint.inside}
        text = self.found.text[hit.start : hit.end]
        confidence = round(min(0.95, 0.35 + score / 220), 2)
        return Mention("place", text, hit.start, hit.end, value, f"places.{told.hint.rule or sort}", confidence, extra)

    def _name(self, hit: Hit) -> str:
        """Return the name without capitals of a dateline and without the word for its sort."""
        name = hit.base.rstrip(".")
        if len(name) > _SIGNS and self.words.has("city.sorts", name[-1]):
            return name[:-1]
        parts = name.split()
        sort = parts[-1].casefold()
        if len(parts) > 1 and self.words.has("city.sorts", sort) and not self.words.has("city.settlements", sort):
            parts.pop()
        if name.isupper() and len(name) > 4:
            parts = [part.title() for part in parts]
        return " ".join(parts)


class _Told(NamedTuple):
    """A hit with its places (and their weights) and what stands around it.

    *candidates* are the places, each with its score and the share that the countries around have in it; *known* is the
    weight of the best known of them.
    """

    hit: Hit
    places: list[tuple[Place, int]]
    candidates: list[tuple[Place, float, float]]
    hint: Hints
    known: int


def _said(place: Place, hint: Hints) -> int:
    """Return what the words around the name say for a candidate."""
    score = hint.bonus
    if hint.holder:
        score += _HELD if _fits(place, hint.holder) else _WRONGLY_HELD
        if isinstance(place, City) and place.admin_id in hint.holder.regions:
            score += 1
    if isinstance(place, Subdivision):
        return score + (25 if hint.is_region else -6)
    return score - (25 if hint.is_region else 0)


def _fits(place: Place, holder: Holder) -> bool:
    """Tell whether a place lies in what is said to hold it, or at least in its country."""
    if isinstance(place, City) and (place.admin_id in holder.regions or place.country in holder.lands):
        return True
    return holder.country is not None and place.country == holder.country
