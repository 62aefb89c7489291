"""When and where a treaty was signed, as its record or its text says.

Days and cities are weighed by the words around them (``treaties.toml``) and by where they stand: beside each other, on
a line of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from culturex.places import capital, cities, country_by_code
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.dates.rows import lowered
from culturex.suggest.page import records
from culturex.suggest.treaties import worded
from culturex.text import Span

_DAY = 10
# A word holds for the day that follows within so many characters, a city stands beside its day within so many.
_HOLDS, _BESIDE = 90, 24
# A word holds for the day so close before it ("am 3. Mai 1966 in Wien unterzeichnet"), a basis for so many characters.
_BEHIND, _RESTS = 40, 160
_OF_CLAUSE = re.compile(r"[^,;.()\n]*")
_SENTENCE_END = re.compile(r"[.;]\s|\n\s*\n")
_LINE_ENDS = re.compile(r"[\s.,:;()]*(?:(?:года|г|roku|r)\b[\s.,:;)]*)?(?:\n|$)")
# Names and dates are no longer than this, with what stands between them.
_REACH = 120
_start = attrgetter("start")
# A record names its two parties; of a longer text so many countries are asked for their towns.
_MOST = 6
# The word "signed" is so near before its city.
_NEAR = 45
# What may stand between a city and its day: punctuation and a little word or two ("on", "le", "den"), these in one
# paragraph.
_LITTLE = re.compile(r"[\s,.;:()|/–—-]*(?:[^\W\d_]{1,9}[\s,.:]+){0,2}[\s,.;:(|]*")
_PARAGRAPH, _ANY_LETTER = re.compile(r"\n\s*\n"), re.compile(r"[^\W\d_]")
_NAME = re.compile(r"(?:['’]s-)?[^\W\d_a-z][^\W\d_]+(?:[ '’-][^\W\d_a-z][^\W\d_]+){0,2}")
_NEXT_WORD = re.compile(r"[ ]")
# Behind a preposition, Slavic languages in Latin letters put a town in another case ("v Praze", "w Rzymie").
_SLAVIC_IN = re.compile(r"\b(?:vo?|ve|we?|u)\s+$")
# What may stand between a day and a town that nothing else tells to be one.
_TINY = re.compile(r"[\s,.;:()|/–—-]*(?:[^\W\d_]{1,4}\s+)?")
# What stands before a country that is a party and no city.
_OF, _SHORT = re.compile(r"\b(?:of|and|with|de|del|y|con|et|avec|der|und|mit|do|da|e|com|di|del|и|с)\s+$"), 8
# How sure it is that a day is that of signature, the surest first: it may be told or beside a city, or both; head the
# title alone; or be the day of another instrument. One of another deed is none.
_ON_ITS_LINE, _TOLD_AND_BESIDE, _HEADS, _ANY, _OF_BASIS, _OTHER = 0, 1, 3, 4, 5, 6


class Cue(NamedTuple):
    """A word that speaks of the signature, or of another deed such as the entry into force."""

    start: int
    is_signed: bool


class Signing(NamedTuple):
    """The day and the city of signature, where the record tells them, and the words that speak of it."""

    day: Mention | None
    city: Mention | None
    cues: tuple[Cue, ...]
    labels: tuple[int, ...]


def find(text: str, block: Span, within: Sequence[Mention]) -> Signing:
    """Return what the record *block* of *text*, with the mentions *within* it in order, tells of the signature."""
    words, low = records.words(), lowered(text[block.start : block.end])
    told = [Cue(m.start() + block.start, True) for m in words.signed.finditer(low) if not _rests(low, m.start())]
    other = [Cue(m.start() + block.start, False) for form in (words.in_force, words.other) for m in form.finditer(low)]
    cues = tuple(sorted(told + other))
    labels = tuple(m.start() + block.start for m in words.place.finditer(low))
    days = sorted([m for m in within if m.kind == "date" and m.value] + worded.find(text, block), key=_start)
    places = [m for m in within if m.kind == "place" and not words.no_towns.search(lowered(m.text))]
    places = sorted(places + _namesakes(text, within, days), key=_start)
    places = sorted(places + _towns(text, within, days, places), key=_start)
    day = _day(text, days, places, cues)
    return Signing(day, _city(text, day, places, cues, labels), cues, labels)


def named(text: str, signing: Signing, parties: Sequence[Mention]) -> Mention | None:
    """Return the city of a party that is named where only a city stands, common as the word may be ("Male")."""
    day = signing.day
    spots = [(day.start - _NEAR, day.start), (day.end, day.end + _NEAR)] if day else []
    spots += [(at, at + _NEAR) for at in [cue.start for cue in signing.cues if cue.is_signed] + list(signing.labels)]
    codes = [str(m.value) for m in parties]
    towns = (town for begin, end in spots for town in _towns_in(text, begin, end, codes))
    return next(towns, None)


def _towns(text: str, within: Sequence[Mention], days: list[Mention], places: list[Mention]) -> list[Mention]:
    """Return the towns of the countries named that stand right beside a day and are told by that alone ("in Rom")."""
    countries = [m for m in within if m.kind == "country"]
    alone = [
        day
        for day in days
        if len(str(day.value)) == _DAY and not any(_is_beside(text, day, p) for p in _around(day, places))
    ]
    spots = [spot for day in alone for spot in ((day.start - _NEAR, day.start, day), (day.end, day.end + _NEAR, day))]
    codes = list(dict.fromkeys(str(m.value) for m in countries))[:_MOST]
    towns = ((town, day) for begin, end, day in spots for town in _towns_in(text, begin, end, codes))
    named = [town for town, day in towns if _is_close(text, town, day)]
    return [
        town for town in named if not any(m.start < town.end and town.start < m.end for m in _around(town, countries))
    ]


def _towns_in(text: str, begin: int, end: int, countries: Sequence[str]) -> Iterator[Mention]:
    """Yield the names between two characters that are towns of one of the *countries* (codes)."""
    at, end = max(0, begin), min(end, len(text))
    while name := _NAME.search(text, at, end):
        spaces = [m.start() for m in _NEXT_WORD.finditer(text, *name.span())]
        # The words behind a town may begin the title: "Canberra Cultural Agreement".
        towns = (_town(text, Span(name.start(), stop), countries) for stop in [name.end(), *reversed(spaces)])
        town = next((town for town in towns if town), None)
        if town:
            yield town
        at = town.end if town else min([*spaces, name.end()])


def _town(text: str, span: Span, countries: Sequence[str]) -> Mention | None:
    """Return the name at *span*, if it is a town of one of the *countries* (codes)."""
    name = text[span.start : span.end]
    if records.words().no_towns.search(lowered(name)):
        return None
    inflects = _SLAVIC_IN.search(text, max(0, span.start - _SHORT), span.start)
    for form in [name, *(_bases(name) if inflects else [])]:
        for country in countries:
            for city in cities(form, country)[:1]:
                value = {"name": form, "country": country, "lat": city.lat, "lon": city.lon}
                return Mention("place", name, *span, value, "places.treaty", 0.7)
    return None


def _bases(name: str) -> list[str]:
    """Return what a Slavic *name* in Latin letters may be in its first case."""
    return [name.removesuffix(case) + ending for case, ending in records.cases() if name.endswith(case)]


def _namesakes(text: str, within: Sequence[Mention], days: list[Mention]) -> list[Mention]:
    """Return the countries beside a day as their capitals of the same name: "am 8. Oktober 1970 in Luxemburg"."""
    found = []
    countries = [m for m in within if m.kind == "country"]
    for mention in (m for m in countries if any(_is_close(text, m, day) for day in _around(m, days))):
        if _OF.search(lowered(text[max(0, mention.start - _SHORT) : mention.start])):
            continue
        country, city = country_by_code(str(mention.value)), capital(str(mention.value))
        if country and city and city.name.removesuffix(" City") == country.name:
            value = {"name": mention.text, "country": country.code, "lat": city.lat, "lon": city.lon}
            found.append(replace(mention, kind="place", value=value, rule="places.treaty"))
    return found


def _rests(low: str, at: int) -> bool:
    """Tell whether the word "signed" at *at* speaks of another instrument, on which the one of the record rests."""
    before = low[max(0, at - _RESTS) : at]
    last = max((m.end() for m in records.words().basis.finditer(before)), default=0)
    return last > 0 and not _SENTENCE_END.search(before, last)


def _day(text: str, dates: list[Mention], places: list[Mention], cues: tuple[Cue, ...]) -> Mention | None:
    """Return the day of signature: the one that a word says to be it, or that stands beside a city, or the first.

    A line of a city and a day alone heads or ends a treaty; no other sign is as sure.
    """
    days = [m for m in dates if len(str(m.value)) == _DAY]
    earlier = {after.start: before.end for before, after in pairwise(days)}

    def sureness(day: Mention) -> tuple[int, int]:
        told = _told(text, day, earlier.get(day.start, 0), cues)
        beside = [place for place in _around(day, places) if _is_beside(text, day, place)]
        if told is False:
            return _OTHER, day.start
        if any(_is_line(text, day, place) for place in beside):
            return _ON_ITS_LINE, day.start
        if not told and _rests(lowered(text[max(0, day.start - _RESTS) : day.start]), _RESTS):
            return _OF_BASIS, day.start
        if told or beside:
            return _TOLD_AND_BESIDE + (not told or not beside), day.start
        return _HEADS if _is_line(text, day, day) else _ANY, day.start

    best = min(days, key=sureness, default=None)
    return best if best is not None and sureness(best)[0] < _OTHER else None


def _told(text: str, day: Mention, earlier: int, cues: tuple[Cue, ...]) -> bool | None:
    """Tell whether the last word before a *day*, or the next one close behind it, speaks of the signature.

    None where no word near it speaks of anything; those before the *earlier* day (where that ends) speak of that one.
    """
    clause = _OF_CLAUSE.match(text, day.end, day.end + _BEHIND)
    following = cues[bisect_left(cues, (day.end,)) :][:1]
    behind = next((cue for cue in following if clause and cue.start <= clause.end()), None)
    if behind and behind.is_signed:
        return True
    first, last = bisect_left(cues, (max(earlier, day.start - _HOLDS),)), bisect_left(cues, (day.start,))
    before = [cue.is_signed for cue in cues[first:last]]
    return before[-1] if before else None


def _around(one: Mention, others: Sequence[Mention]) -> Sequence[Mention]:
    """Return those of the *others*, which are in order, that may be beside *one*."""
    first = bisect_left(others, one.start - _REACH, key=_start)
    return others[first : bisect_left(others, one.end + _REACH, key=_start)]


def _is_line(text: str, one: Mention, other: Mention) -> bool:
    """Tell whether the two stand on a line of their own."""
    begin, end = min(one.start, other.start), max(one.end, other.end)
    return not text[text.rfind("\n", 0, begin) + 1 : begin].strip(" \t(") and _LINE_ENDS.match(text, end) is not None


def _is_beside(text: str, one: Mention, other: Mention) -> bool:
    first, second = sorted((one, other), key=lambda m: m.start)
    gap = text[first.end : second.start]
    is_near = first.end <= second.start and len(gap) <= _BESIDE and _LITTLE.fullmatch(gap) is not None
    return is_near and not (_PARAGRAPH.search(gap) and _ANY_LETTER.search(gap))


def _is_close(text: str, one: Mention, other: Mention) -> bool:
    first, second = sorted((one, other), key=lambda m: m.start)
    return first.end <= second.start and _TINY.fullmatch(text, first.end, second.start) is not None


def _city(
    text: str, day: Mention | None, places: list[Mention], cues: tuple[Cue, ...], labels: tuple[int, ...]
) -> Mention | None:
    """Return the city of signature: the one with a label, or beside the day, or with the word "signed" before it."""
    labelled = next((p for p in places if any(0 < p.start - at <= _NEAR for at in labels)), None)
    if labelled:
        return labelled
    beside = [p for p in places if day is not None and _is_beside(text, day, p)]
    if beside:
        return min(beside, key=lambda p: p.start > day.start if day else False)
    signed = [cue.start for cue in cues if cue.is_signed]
    return next((p for p in places if any(0 < p.start - at <= _NEAR for at in signed)), None)
