"""What is said to hold a place: "Paris, Texas", "Albany, Ga.", "Tripoli in northern Lebanon", "Bavaria's Augsburg"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from culturex.places import index
from culturex.suggest.mentions.places.gazetteer import Hit, Scan
from culturex.suggest.mentions.places.tables import PlaceTables

# From so many characters on a holder behind the name does not hold it; from farther off, none before it does.
_FAR, _FARTHEST = 48, 40
# A country or subdivision of this weight may hold a place; one told by more than a comma must be better known, and
# what it holds must be no common word.
_LEAST_COUNTRY, _LEAST_REGION, _LEAST_KNOWN, _LEAST_HELD = 55, 45, 60, 23
_COMMA = frozenset({", ", " (", ",", "，", "（", ", the ", "， "})
# A short form of more letters needs no full stop ("Calif").
_SPELT = 3
_COMMA_OR_BRACKET = frozenset({", ", " ("})
# Kinds of what may hold a place, and of what else may own it ("the Turkish city of Istanbul").
_HOLDERS = frozenset({"country", "subdivision"})
_OWNERS = _HOLDERS | {"adjective"}
_SIDE = r"(?:the )?(?:\w+ern |north |south |east |west |central |\w+-\w+ern |upper |lower |coastal |rural )?"
# "Tripoli in northern Lebanon", "Garze, capital of Sichuan", "Linz, a city in Austria", "Puck, in western Poland".
_INSIDE = re.compile(
    rf",? in {_SIDE}(?:(?:state|province|region|district|county|Indian state|U\.S\. state) of )?"
    rf"|, (?:the )?(?:\w+ )?capital(?: city)? of {_SIDE}"
    rf"|,? an? (?:[\w-]+ ){{1,3}}(?:in|of) {_SIDE}"
)
# "China's Shandong", "the Turkish city of Istanbul", "the Chinese city Harbin".
_OWNED = re.compile(r"['’]s? (?:\w+ern |capital |city of |capital city |capital of |port of |town of )?")
_OF_A_SORT = re.compile(
    r" (?:(?:port|capital|coastal|border|resort|southern|northern|eastern|western|central) )?\w{3,12} (?:of )?"
)


class Holder(NamedTuple):
    """What holds a place: a *country*, or one of several subdivisions (*regions*, ids) of the countries *lands*.

    *how* names the way in which it is said; *is_short* tells that it is a state's short form.
    """

    country: str | None
    regions: frozenset[int]
    lands: frozenset[str]
    how: str
    is_short: bool = False


def holder(found: Scan, at: int, words: PlaceTables) -> Holder | None:
    """Return what is said to hold the place of hit number *at*, or None."""
    return _behind(found, at, words) or (_before(found, at, words) if at else None)


def short_form(found: Scan, token: int, words: PlaceTables) -> str | None:
    """Return the code of the state whose short form begins with word *token* ("Ga.", "N.C.", "TX")."""
    word = found.token(token)
    if word.folded not in words.first_of_short:
        return None
    end = found.ends[token]
    dotted = found.text[end : end + 1] == "."
    for size in (3, 2, 1):
        code = words.abbreviations.get(found.words(token, token + size))
        if code is None:
            continue
        if size > 1 and (dotted or word.is_upper):
            return code
        if (word.is_upper and len(word.text) > 1) or (word.is_capital and (dotted or len(word.text) > _SPELT)):
            return code
    return words.postal.get(word.folded) if word.is_upper else None


def short_forms(found: Scan, words: PlaceTables) -> list[tuple[int, str]]:
    """Return all short forms of states behind a comma or an opening bracket: the word, and the code of the state."""
    firsts = found.cued.get("short", ())
    behind = [at for at in firsts if at and found.gap(at - 1) in _COMMA_OR_BRACKET]
    return [(at, code) for at in behind if (code := short_form(found, at, words))]


@cache
def ids_of(code: str) -> frozenset[int]:
    """Return the ids of the subdivision of an ISO 3166-2 code."""
    return frozenset(row[0] for row in index().rows("select id from subdivision where code = ?", (code,)))


def _behind(found: Scan, at: int, words: PlaceTables) -> Holder | None:
    hit = found.hits[at]
    if found.gap(hit.last - 1) in _COMMA_OR_BRACKET and (code := short_form(found, hit.last, words)):
        return Holder(None, ids_of(code), frozenset({code[:2]}), "apposition", is_short=True)
    following = found.hits[at + 1] if at + 1 < len(found.hits) else None
    if following is None or following.start - hit.end >= _FAR or _HOLDERS.isdisjoint(following.means.kinds):
        return None
    gap = found.text[hit.end : following.start]
    how = "apposition" if gap in _COMMA else "inside" if _INSIDE.fullmatch(gap) else ""
    return _held_by(following, how, hit) if how else None


def _before(found: Scan, at: int, words: PlaceTables) -> Holder | None:
    hit, owner = found.hits[at], found.hits[at - 1]
    kinds = owner.means.kinds
    if hit.start - owner.end > _FARTHEST or _OWNERS.isdisjoint(kinds):
        return None
    gap = found.text[owner.end : hit.start]
    if not _HOLDERS.isdisjoint(kinds) and _OWNED.fullmatch(gap):
        return _held_by(owner, "owned", hit)
    makers = owner.of("adjective")
    if makers and _OF_A_SORT.fullmatch(gap) and any(words.has("city.sorts_before", w) for w in gap.casefold().split()):
        return Holder(str(makers[0].ref), frozenset(), frozenset(), "sort")
    return None


def _held_by(other: Hit, how: str, hit: Hit) -> Holder | None:
    least = _LEAST_REGION if how == "apposition" else _LEAST_KNOWN
    countries = [e for e in other.of("country") if e.weight >= _LEAST_COUNTRY]
    regions = frozenset(int(e.ref) for e in other.of("subdivision") if e.weight >= least)
    if not countries and not regions:
        return None
    if how != "apposition" and all(e.weight < _LEAST_HELD for e in hit.of("city", "subdivision")):
        return None
    lands = frozenset(s.country for s in index().subdivisions(regions))
    return Holder(str(countries[0].ref) if countries else None, regions, lands, how)
