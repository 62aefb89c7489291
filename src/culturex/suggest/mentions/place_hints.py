"""What the words around a name say of it: an apposition, a preposition, "province", a title, a newspaper."""

from __future__ import annotations

import re
from typing import NamedTuple

from culturex.suggest.mentions.country_traps import is_person
from culturex.suggest.mentions.gazetteer import Hit, Scan
from culturex.suggest.mentions.places_tables import PlaceTables

_IN, _SORT, _DATELINE, _STUCK = 32, 32, 30, -40
_LISTED = 22
# From so many characters on a country behind the name does not hold it; from farther off, none before it does.
_FAR, _FARTHEST = 30, 40
# A place of this weight vouches for the names in a row with it.
_SURE_ENOUGH = 66
_LINKS = frozenset({", ", " and ", ", and ", " und ", " et ", " y ", " и ", " e ", " ve ", "、", "和"})
_COMMA = frozenset({", ", " (", ",", "，", "（", ", the "})
# "Tripoli in northern Lebanon".
_INSIDE = re.compile(r" in (?:the |(?:the )?(?:\w+ern|north|south|east|west|central|\w+-\w+ern) )?")
# "China's Shandong", "the Turkish city of Istanbul", "the Chinese city Harbin".
_OWNED = re.compile(r"['’]s (?:\w+ern |capital |city of |capital city |capital of )?")
_OF_A_SORT = re.compile(
    r" (?:(?:port|capital|coastal|border|resort|southern|northern|eastern|western|central) )?\w{3,12} (?:of )?"
)
# A dateline: the name in capitals, or at the head of a line, then a day or an agency and a dash.
_DATELINE_END = re.compile(r"[^\n.!?]{0,60}?(?:\([^)\n]{2,40}\)|\s-{1,2}\s|\s?[–—]\s?)")
# How far into a text a dateline may stand (characters).
_DATELINE_WITHIN = 3000


class Hints(NamedTuple):
    """*bonus* is added to every candidate; *country* and *region* (ids) come from an apposition."""

    bonus: int = 0
    rule: str = ""
    country: str | None = None
    region: frozenset[int] | None = None
    is_region: bool = False
    blocked: bool = False


_BLOCKED = Hints(blocked=True)


def hints(found: Scan, hit: Hit, words: PlaceTables) -> Hints:
    """Return what stands around a hit."""
    is_region = _is_region(found, hit, words)
    country, region, rule = _apposition(found, hit, words)
    if country or region:
        return Hints(0, rule, country, region, is_region)
    if _is_other(found, hit, words):
        return _BLOCKED
    if is_region:
        return Hints(_SORT, "sort", is_region=True)
    if _is_dateline(found, hit):
        return Hints(_DATELINE, "dateline")
    before = found.before(hit)
    if before and words.has("locatives", before.folded) and not _heads_a_body(found, hit, words):
        return Hints(_IN, "in")
    if _is_sorted(found, hit, words):
        return Hints(_SORT, "sort")
    if _is_listed(found, hit, words):
        return Hints(_LISTED, "list")
    return Hints(_STUCK if _is_stuck(found, hit, words) else 0)


def _heads_a_body(found: Scan, hit: Hit, words: PlaceTables) -> bool:
    """Tell whether an institution is named after the place or its bearer ("at Reading University")."""
    after = found.after(hit)
    return after is not None and after.is_capital and words.has("organization_words", after.folded)


def _is_stuck(found: Scan, hit: Hit, words: PlaceTables) -> bool:
    """Tell whether the name is only one word of a longer capitalised name ("Ou Shuo", "Can Dündar")."""
    if hit.last - hit.first != 1 or found.text[hit.start : hit.end].isupper():
        return False
    for word, gap in ((found.before(hit), found.gap(hit.first - 1)), (found.after(hit), found.gap(hit.last - 1))):
        if word is None or gap not in {" ", "-"} or not word.is_capital or word.text.isupper():
            continue
        if not any(words.has(concern, word.folded) for concern in ("openers", "organization_words", "city.sorts")):
            return True
    return False


def _apposition(found: Scan, hit: Hit, words: PlaceTables) -> tuple[str | None, frozenset[int] | None, str]:
    """Return the country or the subdivisions that are said to hold the place, and how it is said."""
    if found.gap(hit.last - 1) == ", " and (short := _abbreviation(found, hit.last, words)):
        return short, None, "apposition"
    at = found.position(hit)
    following = found.hits[at + 1] if at + 1 < len(found.hits) else None
    if following and following.start - hit.end < _FAR:
        gap = found.text[hit.end : following.start]
        countries = [e for e in following.of("country") if e.weight >= 55]
        country = str(countries[0].ref) if countries else None
        if gap in _COMMA:
            regions = frozenset(int(e.ref) for e in following.of("subdivision") if e.weight >= 45)
            if country or regions:
                return country, regions or None, "apposition"
        elif country and _INSIDE.fullmatch(gap):
            return country, None, "inside"
    if at == 0:
        return None, None, ""
    holder = found.hits[at - 1]
    if hit.start - holder.end > _FARTHEST:
        return None, None, ""
    gap = found.text[holder.end : hit.start]
    owners = holder.of("country")
    if owners and _OWNED.fullmatch(gap):
        return str(owners[0].ref), None, "owned"
    makers = holder.of("adjective")
    if makers and _OF_A_SORT.fullmatch(gap) and any(words.has("city.sorts_before", w) for w in gap.casefold().split()):
        return str(makers[0].ref), None, "sort"
    return None, None, ""


def _abbreviation(found: Scan, token: int, words: PlaceTables) -> str | None:
    """Return the country of a state's short form that begins with word *token* ("Ga.", "N.C.", "TX")."""
    if not words.abbreviations:
        return None
    for size in (2, 1):
        country = words.abbreviations.get(" ".join(found.folded[token : token + size]))
        if country is None:
            continue
        written, end = found.printed[token], found.ends[token]
        dotted = found.text[end : end + 1] == "."
        if size == 2 or (written.isupper() and len(written) > 1) or (written[0].isupper() and dotted):
            return country
    return None


def _is_region(found: Scan, hit: Hit, words: PlaceTables) -> bool:
    """Tell whether it is said to be a region: "Shandong Province", "the province of Zabul"."""
    after = found.after(hit)
    if after and words.has("city.sorts", after.folded):
        return after.folded not in {"city", "town", "village", "island", "division"}
    return (
        found.word(hit.first - 1) == "of"
        and words.has("city.sorts", found.word(hit.first - 2))
        and found.word(hit.first - 2) not in {"city", "town", "village", "island", "division"}
    )


def _is_sorted(found: Scan, hit: Hit, words: PlaceTables) -> bool:
    """Tell whether it is said to be a town: "the city of Reading", "Mayor of Split"."""
    before = found.word(hit.first - 1)
    if before == "of" and words.has("city.sorts_before", found.word(hit.first - 2)):
        return True
    after = found.after(hit)
    return bool(after and after.folded in {"city", "town", "village", "island"}) or words.has(
        "city.sorts_before", before
    )


def _is_listed(found: Scan, hit: Hit, words: PlaceTables) -> bool:
    """Tell whether it stands in a row with a place that needs no hint: "Timbuktu, Gao and Kidal"."""
    at = found.position(hit)
    beside: list[tuple[Hit, str]] = []
    if at:
        beside.append((found.hits[at - 1], found.text[found.hits[at - 1].end : hit.start]))
    if at + 1 < len(found.hits):
        beside.append((found.hits[at + 1], found.text[hit.end : found.hits[at + 1].start]))
    for other, gap in beside:
        if gap not in _LINKS or other.of("country", "group"):
            continue
        places = other.of("city", "subdivision")
        if places and places[0].weight >= _SURE_ENOUGH and not _is_stuck(found, hit, words):
            return True
    return False


def _is_dateline(found: Scan, hit: Hit) -> bool:
    """Tell whether the name opens a line and a dash or an agency in brackets follows soon."""
    if hit.start > _DATELINE_WITHIN:
        return False
    line = found.text.rfind("\n", 0, hit.start) + 1
    if found.text[line : hit.start].strip(" \t(*"):
        return False
    return _DATELINE_END.match(found.text, hit.end) is not None


def _is_other(found: Scan, hit: Hit, words: PlaceTables) -> bool:
    """Tell whether the name belongs to a person, a newspaper or an agreement."""
    before, after = found.before(hit), found.after(hit)
    space = found.gap(hit.last - 1) == " "
    if after and space and after.is_capital and words.has("city.not_before", after.folded):
        return True
    if is_person(found, hit, words) or (after and space and _heads_a_name(found, hit, words)):
        return True
    if before is None or not before.is_capital or found.gap(hit.first - 1) not in {" ", ". ", "."}:
        return False
    if words.has("titles", before.folded):
        return before.folded not in {"st", "saint"}
    given = before.folded in words.given_names and not words.has("openers", before.folded)
    initial = len(before.text) == 1 and found.gap(hit.first - 1) != " "
    return (given or initial) and hit.last - hit.first == 1


def _heads_a_name(found: Scan, hit: Hit, words: PlaceTables) -> bool:
    """Tell whether it is a given name before a surname: "Sofia Karlsson"."""
    name = found.word(hit.first)
    after = found.after(hit)
    if hit.last - hit.first != 1 or name not in words.given_names or after is None or not after.is_capital:
        return False
    if words.has("organization_words", after.folded) or words.has("city.sorts", after.folded) or after.text.isupper():
        return False
    before = found.word(hit.first - 1)
    return not words.has("locatives", before)
