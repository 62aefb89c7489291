"""Places that the gazetteer does not know, told by what stands beside them: "in Nagatoro, Japan"."""

from __future__ import annotations

from culturex.places import index
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.gazetteer import Hit, Scan
from culturex.suggest.mentions.places_tables import PlaceTables

_CONFIDENCE = 0.55
_MOST_WORDS = 3
_INSIDE = frozenset({" ", "-", "'", "’"})
_LEAST_REGION = 60


def unknown(found: Scan, words: PlaceTables) -> list[Mention]:
    """Return capitalised names between a preposition of place and ", Country" or ", Province"; without coordinates."""
    mentions = []
    behind_commas = [hit for hit in found.hits if hit.first >= 2 and found.gap(hit.first - 1) == ", "]
    if not behind_commas:
        return []
    held = {token for hit in found.hits for token in range(hit.first, hit.last)}
    for hit in behind_commas:
        if (country := _country(hit)) is None:
            continue
        first = _begin(found, hit.first - 1, held)
        if first is None or not words.has("locatives", found.word(first - 1)):
            continue
        start, end = found.starts[first], found.ends[hit.first - 1]
        name = found.text[start:end]
        value = {"name": name, "country": country, "lat": None, "lon": None}
        extra = {"form": "unknown", "hint": "apposition"}
        mentions.append(Mention("place", name, start, end, value, "places.unknown", _CONFIDENCE, extra))
    return mentions


def _country(hit: Hit) -> str | None:
    """Return the country that the hit names, or that holds the province that it names."""
    for entry in hit.of("country"):
        if entry.weight >= _LEAST_REGION:
            return str(entry.ref)
    regions = [e for e in hit.of("subdivision") if e.weight >= _LEAST_REGION]
    places = index().subdivisions([int(regions[0].ref)]) if regions else []
    return places[0].country if places else None


def _begin(found: Scan, last: int, held: set[int]) -> int | None:
    """Return the first word of the capitalised run that ends with word *last*; None where a known name is in it."""
    first = last + 1
    while first > 0 and last - first < _MOST_WORDS - 1:
        token = found.token(first - 1)
        if not token.is_capital or (first <= last and found.gap(first - 1) not in _INSIDE):
            break
        if first - 1 in held or token.text.isupper():
            return None
        first -= 1
    return first if 0 < first <= last and found.gap(first - 1) == " " else None
