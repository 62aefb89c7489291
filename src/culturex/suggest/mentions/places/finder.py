"""Cities, provinces and other places named in a text, each with the country that fits the article.

A mention is of the kind ``place``; its value is ``{"name", "country", "lat", "lon"}``, the name as printed (in its
base form where the language inflects). Which of several places of one name is meant is told by the apposition
("Paris, Texas"), by the countries and the sure places that the article names, and by size. A name that is a common word
or a person's name needs a hint: "in Reading", "Bath, England".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Set
from functools import lru_cache
from operator import attrgetter
from typing import Any

from culturex.places import index
from culturex.places.keys import fold
from culturex.suggest.document import Document
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.places import adjectives
from culturex.suggest.mentions.places.gazetteer import Hit, Scan, scan
from culturex.suggest.mentions.places.hints import Hints, hints, is_idle
from culturex.suggest.mentions.places.holders import short_forms
from culturex.suggest.mentions.places.home import Home, home
from culturex.suggest.mentions.places.namesakes import Candidate, Namesakes, namesakes
from culturex.suggest.mentions.places.namesakes import of as places_of
from culturex.suggest.mentions.places.tables import LINKS, PlaceTables, tables
from culturex.suggest.mentions.places.told import WORLD_KNOWN, Told, fits, told_of
from culturex.suggest.mentions.places.unknown import Stray, unknown

# A Chinese name of so few signs may be cut out of other words: it must be well known ("友好").
_SIGNS, _LEAST_SIGNS, _LEAST_PROVINCE = 2, 72, 66
# A name in capitals that is longer stands so for its line or its dateline, and is no acronym.
_SHOUTED = 4
# From this score on a candidate is a place; below, the text gave too little.
_ENOUGH = 50
# A name below this weight is a common word or a person's name: the words around must make it a place ...
_DOUBTFUL = 40
# ... or, in English, the article must be at home where it lies (the bonus that this gives), if it is no such word.
_AT_HOME, _NO_WORD = 14, 30
# A name of such a town that is named so often, and what that adds to its score.
_OFTEN, _AGAIN = 2, 20
# What it adds to the score of such a town that it stands in a row with a place.
_BESIDE, _FIRST = 22, attrgetter("first")
# A subdivision below this weight has a common word for its name.
_WORD = 24
# An inflected form, or the first word of a sentence, may be another word: it must be a weightier name.
_INFLECTED, _OPENS = -14, -8
_SAME_SENTENCE, _SAME_ARTICLE, _MOST_NAMED = 10, 12, 5
_ROW = 12
# Where many words look like names, the home of the article does not make places of them.
_MOST_KIN, _NO_LIMIT = 12, 1000
# An inflected form of a name below this weight must be of a country that the article names.
_LEAST_INFLECTED = 66
# A name that the text has placed once means the same everywhere in it.
_SAME_NAME = 60
# Cities that are countries of their own: named as a country, they are a place as well.
_CITY_STATES = frozenset({"SG", "MC", "VA", "HK", "MO", "SM", "GI"})

# What makes a place of a common word only where the article names its country.
_WEAK_RULES = frozenset({"in", "of", "list", "dateline"})

_BY_PLACE = attrgetter("start", "end")
_TAKING = frozenset({"country", "region"})
_PLACES = frozenset({"city", "subdivision"})
_NOWHERE: frozenset[str] = frozenset()


def find(document: Document) -> list[Mention]:
    """Return the places named in the body, in order, but for those that an earlier finder took for something else."""
    return _Finder(document, scan(document), tables(document.language)).find()


class _Finder:
    def __init__(self, document: Document, found: Scan, words: PlaceTables) -> None:
        self.document, self.found, self.words = document, found, words
        self.english = found.language == "en"
        self.taken: dict[tuple[int, int], Mention] = {}
        self.counts: dict[str, int] = {}
        self.by_sentence: dict[int, set[str]] = {}
        for mention in document.mentions:
            self._note(mention)
        self.most = max(self.counts.values(), default=0)
        self.home = Home()
        # Beginning of a longer name in the text = the countries of that.
        self.longer: dict[str, frozenset[str]] = {}
        # Name = the place that the text itself says it is, once.
        self.placed: dict[str, Candidate] = {}

    def _note(self, mention: Mention) -> None:
        """Note a country or a group that the article names."""
        if mention.kind not in _TAKING:
            return
        self.taken[mention.start, mention.end] = mention
        if mention.kind == "country":
            country = str(mention.value)
            self.counts[country] = self.counts.get(country, 0) + 1
            self.by_sentence.setdefault(self.document.sentence_index(mention.start), set()).add(country)

    def find(self) -> list[Mention]:
        """Return the mentions: what is said of each name comes first, then the light that they throw on one another."""
        told, strays = self._heard()
        self.longer = _longer(told)
        seen: dict[str, Namesakes] = {}
        for t in told:
            if not t.hint.inside and t.hint.bonus >= 0:
                seen.setdefault(t.hit.name, t.names)
        short = short_forms(self.found, self.words)
        self.home = home(self.found, self.words, self.counts, [code for _, code in short], seen)
        hinted = {t.hit.base for t in told if t.hint.rule and not t.hint.inside and not self._is_taken(t.hit)}
        main = self.home.main()
        mentions: list[Mention] = []
        last: tuple[Hit, str] | None = None
        for t in told:
            place, score = self._best(t, last)
            doubtful = t.names.known < _DOUBTFUL and not t.hint.rule and t.hit.base not in hinted
            if doubtful and not self.english and self._is_beside(t.hit, hinted):
                score += _BESIDE
            elif doubtful and not self._is_local(t, place):
                continue
            if t.hint.rule in _WEAK_RULES and self._is_word(t.hit) and not self._is_named(place):
                continue
            if main == "US" and t.hint.is_region and place.country != main and self._is_county(t.hit):
                continue  # no Kent of England, but a county at home
            if score >= _ENOUGH and not self._is_taken(t.hit, place):
                mentions.append(self._mention(t, place, score))
                last = (t.hit, place.country)
        mentions += unknown(self.found, self.words, self.home, short, strays, mentions)
        if derived := {m.start: m for m in adjectives.find(self.document)}:
            mentions = [*(m for m in mentions if m.start not in derived), *derived.values()]
        return sorted(mentions, key=_BY_PLACE)

    def _heard(self) -> tuple[list[Told], list[Stray]]:
        """Return the names that may mean places with what is said of them, and those that lie in another country."""
        told: list[Told] = []
        strays: list[Stray] = []
        worth = self._worth_a_look()
        namesakes([self.found.hits[at] for at in worth])
        for at in worth:
            hit = self.found.hits[at]
            names = places_of(hit.means)
            hint = self._hints(at, hit, names)
            if hint is None:
                continue
            holder = hint.holder
            fitting = [candidate for candidate in names.places if fits(candidate, holder)] if holder else []
            if holder and not fitting and (holder.is_short or (holder.country and hit.gap_after == " (")):
                strays.append(Stray(hit.start, hit.end, holder.country or min(holder.lands)))
                continue  # "San Pablo (Brasil)"
            told.append(told_of(hit, names, hint, is_held=bool(fitting)))
            if fitting and len({candidate.country for candidate in fitting}) == 1:
                self.placed.setdefault(hit.name, max(fitting, key=_population))
        return told, strays

    def _hints(self, at: int, hit: Hit, names: Namesakes) -> Hints | None:
        """Return what stands around hit number *at*; None where it names no place."""
        hint = hints(self.found, at, self.words)
        if hint.blocked or (self._is_word(hit) and (not hint.rule or hint.inside or _goes_on(hit))):
            return None
        if not hint.is_region or not self.english:
            return hint
        after = hit.after
        if not names.has_region:
            if self._is_county(hit):
                return None  # no town but its county, which the finder of unknown places tells
            if after and after.is_capital and after.folded == "state":
                return Hints(inside=True)  # a university
        if hint.rule == "sort" and names.known < _WORD and (after is None or not after.is_capital):
            return None  # "the Gulf state of Qatar"
        return hint

    def _is_word(self, hit: Hit) -> bool:
        """Tell whether a hit is a common word of the language ("Fundación", "Namen")."""
        return "city.words" in hit.own.lists and hit.last - hit.first == 1

    def _is_named(self, place: Candidate) -> bool:
        """Tell whether the article names the country of a place; in English that does not make one of a common word."""
        return not self.english and place.country in self.counts

    def _is_county(self, hit: Hit) -> bool:
        """Tell whether a hit goes on to the name of a county, in English."""
        after = hit.after
        return self.english and after is not None and after.is_capital and after.folded == "county"

    def _worth_a_look(self) -> list[int]:
        """Return which hits may mean places: no countries, and no common words that nothing around makes a place."""
        all_hits = self.found.hits
        worth = [
            at for at, h in enumerate(all_hits) if not h.means.kinds.isdisjoint(_PLACES) and not self._is_country(h)
        ]
        if not self.english:
            return worth
        doubtful = [at for at in worth if all_hits[at].means.weight < _WORD]
        idle = {at for at in doubtful if is_idle(all_hits[at])}
        if not idle:
            return worth
        named = {all_hits[at].name for at in worth if at not in idle}
        return [at for at in worth if at not in idle or all_hits[at].name in named]

    def _is_country(self, hit: Hit) -> bool:
        """Tell whether the words name a country, and none that is a city as well."""
        country = self.taken.get((hit.start, hit.end))
        return country is not None and not _is_both(hit, str(country.value)) and self._is_taken(hit)

    def _is_taken(self, hit: Hit, place: Candidate | None = None) -> bool:
        """Tell whether the words already name a country (a city state is both)."""
        country = self.taken.get((hit.start, hit.end))
        if country is None or (country.extra or {}).get("form") == "capital":
            return False
        return not (place and place.country == country.value and _is_both(hit, str(country.value)))

    def _of_row(self, hit: Hit, last: tuple[Hit, str] | None) -> str | None:
        """Return the country of the *last* place if the hit stands in a row with it."""
        return last[1] if last and self.found.text[last[0].end : hit.start] in LINKS else None

    def _best(self, told: Told, last: tuple[Hit, str] | None) -> tuple[Candidate, float]:
        """Return the likeliest place of a hit, and how likely it is one at all; *last*: the place before."""
        best, most, likely = told.candidates[0][0], -1000.0, 0.0
        placed = None if told.hint.holder else self.placed.get(told.hit.name)
        longer = None if told.hint.holder else self.longer.get(told.hit.name)
        near = self.by_sentence.get(self.document.sentence_index(told.hit.start), _NOWHERE)
        home, most_kin = self.home, _NO_LIMIT if self.english else _MOST_KIN
        row = self._of_row(told.hit, last) if len(told.candidates) > 1 else None
        lights: dict[str, tuple[float, float]] = {}
        for candidate, said, share in told.candidates:
            country = candidate.country
            light = lights.get(country)
            if light is None:
                light = lights[country] = self._nearness(country, near), home.bonus(country)
            nearness, bonus = light
            score = said + share * nearness
            if placed is not None and candidate.place.id == placed.place.id and candidate.is_region == placed.is_region:
                score += _SAME_NAME
            if longer and country in longer:
                score += _SAME_NAME
            whole = score + bonus
            if row == country:
                whole += _ROW
            if candidate.region in home.regions:
                whole += home.neighbours(candidate.region)
            if whole > most or (whole == most and _population(candidate) > _population(best)):
                best, most = candidate, whole
                likely = score + min(most_kin, bonus)
        return best, likely if self.english else likely + self._form(told, best)

    def _is_local(self, told: Told, place: Candidate) -> bool:
        """Tell whether a small town that nothing around makes a place is one: the article is at home there."""
        if not self.english:
            return self._is_often(told)
        if told.names.known < _NO_WORD or self.home.bonus(place.country) < _AT_HOME:
            return False
        after = told.hit.after
        speaks = after is not None and "capital.verbs" in after.lists
        return not speaks and not (self._opens(told.hit) and told.hit.last - told.hit.first == 1)

    def _is_beside(self, hit: Hit, hinted: Set[str]) -> bool:
        """Tell whether a hit stands in a row with what is a place elsewhere in the text ("Krumau und Wolbrenz")."""
        hits = self.found.hits
        at = bisect_left(hits, hit.first, key=_FIRST)
        text = self.found.text
        if at and hits[at - 1].base in hinted and text[hits[at - 1].end : hit.start] in LINKS:
            return True
        return at + 1 < len(hits) and hits[at + 1].base in hinted and text[hit.end : hits[at + 1].start] in LINKS

    def _is_often(self, told: Told) -> bool:
        """Tell whether a small town is named again and again: a page at home seldom says where that is."""
        if self.found.language == "de" or not _NO_WORD <= told.names.known < _DOUBTFUL:
            return False
        return self.found.times[self.found.printed[told.hit.first]] >= _OFTEN

    def _opens(self, hit: Hit) -> bool:
        """Tell whether a hit begins a sentence or a quotation."""
        return hit.first == 0 or any(c in '.!?\n:"«“' for c in hit.gap_before)

    def _form(self, told: Told, place: Candidate) -> int:
        """Return what the form of a name takes from its score in languages where many words look like names."""
        hit, weight = told.hit, told.names.known
        exact = hit.means.readings[0].exact
        least = _LEAST_PROVINCE if place.is_region else _LEAST_SIGNS
        if hit.last - hit.first == hit.end - hit.start <= _SIGNS and weight < least and not told.hint.rule:
            return -200
        is_near = place.country in self.counts or self.home.is_near(place.country)
        if not exact and weight < _LEAST_INFLECTED and not is_near:
            return -200
        if told.hint.rule:
            return 0
        if self._is_often(told):
            return _AGAIN
        return (0 if exact else _INFLECTED) + (_OPENS if hit.last - hit.first == 1 and self._opens(hit) else 0)

    def _nearness(self, country: str, near: Set[str]) -> int:
        """Return what the countries that the article names say for a place in *country*."""
        count = self.counts.get(country)
        if count is None:
            return _SAME_ARTICLE if self.english and self.home.is_near(country) else 0
        here = _SAME_SENTENCE if country in near else 0
        return here + _SAME_ARTICLE + (_MOST_NAMED if count == self.most else 0)

    def _mention(self, told: Told, candidate: Candidate, score: float) -> Mention:
        hit, place, sort = told.hit, candidate.place, "region" if candidate.is_region else "city"
        name = self._name(hit)
        value: dict[str, Any] = {"name": name, "country": place.country, "lat": place.lat, "lon": place.lon}
        extra = {"form": sort, "id": place.id, "hint": told.hint.rule, "inside": told.hint.inside}
        text = self.found.text[hit.start : hit.end]
        rule = f"places.{told.hint.rule or sort}"
        return Mention("place", text, hit.start, hit.end, value, rule, _confidence(score), extra)

    def _name(self, hit: Hit) -> str:
        """Return the name without capitals of a dateline and without the word for its sort."""
        name = hit.base.rstrip(".")
        if len(name) > _SIGNS and self.words.has("city.sorts", name[-1]):
            return name[:-1]
        if hit.last - hit.first == 1:
            return name.title() if name.isupper() and len(name) > _SHOUTED else name
        parts = name.split()
        sort = parts[-1].casefold()
        if len(parts) > 1 and self.words.has("city.sorts", sort) and not self.words.has("city.settlements", sort):
            parts.pop()
        if name.isupper() and len(name) > _SHOUTED:
            parts = [part.title() for part in parts]
        return " ".join(parts)


@lru_cache(maxsize=4096)  # most places have one of few scores, and rounding is slow
def _confidence(score: float) -> float:
    return round(min(0.95, 0.35 + score / 220), 2)


def _longer(told: list[Told]) -> dict[str, frozenset[str]]:
    """Return what begins longer names, with the countries of these: "Carrick" is short for "Carrick-on-Suir"."""
    found: dict[str, frozenset[str]] = {}
    for t in told:
        if t.hit.last - t.hit.first > 1:
            words, countries = t.hit.name.split(), frozenset([c.country for c in t.names.places])
            found.update((" ".join(words[:size]), countries) for size in range(1, len(words)))
    return found


def _is_both(hit: Hit, country: str) -> bool:
    """Tell whether what names a *country* is a place in it as well: a city state, or a known town ("Zanzibar")."""
    if country in _CITY_STATES:
        return True
    towns = hit.of("city")
    if not towns or towns[0].weight < WORLD_KNOWN:
        return False
    named = index().country(country)
    return named is not None and fold(named.name) != hit.name and not hit.of("adjective", "demonym")


def _goes_on(hit: Hit) -> bool:
    """Tell whether a hit is the first word of a longer name."""
    return hit.after is not None and hit.after.is_capital and hit.gap_after == " "


def _population(candidate: Candidate) -> int:
    return candidate.place.population
