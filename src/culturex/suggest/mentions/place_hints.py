"""What the words around a name say of it: a holder, a preposition, "province", a title, a newspaper."""

from __future__ import annotations

import re
from typing import NamedTuple

from culturex.suggest.mentions.country_traps import is_person
from culturex.suggest.mentions.gazetteer import Hit, Scan, Token
from culturex.suggest.mentions.place_holders import Holder, holder
from culturex.suggest.mentions.places_tables import PlaceTables

_IN, _SORT, _DATELINE, _STUCK = 32, 32, 30, -40
_LISTED = 22
# So many names of a row are looked at.
_LONGEST_ROW = 6
# A place of this weight vouches for the names in a row with it.
_SURE_ENOUGH = 60
_OF = 22
# In a headline, capitals beside a place of this weight say nothing.
_HEADLINE = 68
# What stands between the names of a row.
LINKS = frozenset(
    {
        ", ",
        " and ",
        ", and ",
        " und ",
        " et ",
        " y ",
        " и ",
        " e ",
        " ve ",
        "、",
        "和",
        " or ",
        " to ",
        " та ",
        " і ",
        " i ",
        " a ",
        " и в ",
        " et à ",
        " und in ",
    }
)
# A dateline: the name in capitals, or at the head of a line, then a day or an agency and a dash.
_DATELINE_END = re.compile(r"[^\n.!?]{0,60}?(?:\([^)\n]{2,40}\)|\s-{1,2}\s|\s?[–—]\s?)")
# "CALIFORNIA, Md. (AP) —", "DELHI: ": in English a town in capitals is one with a colon, too.
_CAPITALS_END = re.compile(r"(?:, [^\n:]{2,30})?(?::|\.?\s*\([A-Z][^)\n]{1,40}\)|[^\n:!?]{0,40}?\s?(?:--|[–—-])\s)")
# How far into a text a dateline may stand (characters).
_DATELINE_WITHIN = 3000
# Gaps before a word that do not yet make it a place, and those behind it that may.
_QUIET, _TELLING = frozenset({" ", ". "}), frozenset({", ", " ("})
_APOSTROPHES = frozenset({"'", "’"})
# Digits of an age.
_AGE = 2
_SPACE = frozenset({" ", "\u00a0"})
# Lists of capitalised words that may stand right beside a town (before it, fewer of them).
_BESIDE = ("openers", "organization_words", "city.sorts", "city.followers", "titles")
_MAY_FOLLOW, _MAY_FOLLOW_ELSEWHERE = ("openers", "city.sorts", "city.followers"), (*_BESIDE[:3], "city.sorts_before")
# Holders behind the name leave no doubt that it is a place.
_BEHIND = frozenset({"apposition", "inside"})


class Hints(NamedTuple):
    """*bonus* is added to every candidate; *holder* is what is said to hold the place.

    *inside* tells that the name is only a part of a longer one, of a club or a university: it names no town, but it
    tells where the bearer is at home.
    """

    bonus: int = 0
    rule: str = ""
    holder: Holder | None = None
    is_region: bool = False
    blocked: bool = False
    inside: bool = False


_BLOCKED = Hints(blocked=True)


def hints(found: Scan, at: int, words: PlaceTables) -> Hints:
    """Return what stands around hit number *at*."""
    hit = found.hits[at]
    before, after = found.before(hit), found.after(hit)
    is_region = _is_region(found, hit, after, words)
    held = holder(found, at, words)
    if _is_of_body(found, hit, words) or (after and not after.is_capital and words.has("city.pacts", after.folded)):
        return Hints(inside=True)
    if held and held.how in _BEHIND:
        return Hints(0, held.how, held, is_region)
    if _is_other(found, hit, before, after, words):
        return _BLOCKED
    if held:
        return Hints(0, held.how, held, is_region)
    if is_region:
        return Hints(_SORT, "sort", is_region=True)
    if is_dateline(found, hit):
        return Hints(_DATELINE, "dateline")
    if _is_shouted(found, hit):
        return _BLOCKED
    if found.gap(hit.last - 1) in _APOSTROPHES and words.has("locative_endings", found.word(hit.last)):
        return Hints(_IN, "in")
    stuck = _is_stuck(found, hit, before, after, words)
    if before and words.has("locatives", before.folded) and not _heads_a_body(after, words) and not stuck:
        return Hints(_IN, "in")
    if _is_sorted(found, hit, after, words):
        return Hints(_SORT, "sort")
    if stuck and found.language == "en" and not found.is_title_case(hit.first):
        return Hints(_STUCK, inside=True)
    if not stuck and _is_listed(found, at, words):
        return Hints(_LISTED, "list")
    if _is_from(found, hit, after, words):
        return Hints(_OF, "of")
    headline = found.language == "en" and hit.readings[0].entry.weight >= _HEADLINE
    return Hints(_STUCK if stuck and not headline else 0)


def is_idle(found: Scan, hit: Hit, words: PlaceTables) -> bool:
    """Tell at a glance whether nothing beside a common word or a person's name can make it a place."""
    before, after = found.gap(hit.first - 1), found.gap(hit.last - 1)
    if before not in _QUIET or after in _TELLING or found.word(hit.last) in words.beside:
        return False
    return before == ". " or found.word(hit.first - 1) not in words.beside


def _heads_a_body(after: Token | None, words: PlaceTables) -> bool:
    """Tell whether an institution is named after the place or its bearer ("at Reading University")."""
    return after is not None and after.is_capital and words.has("organization_words", after.folded)


def _is_stuck(found: Scan, hit: Hit, before: Token | None, after: Token | None, words: PlaceTables) -> bool:
    """Tell whether the name is only one word of a longer capitalised name ("Ou Shuo", "Philadelphia Eagles")."""
    english = found.language == "en"
    if (hit.last - hit.first != 1 and not english) or found.text[hit.start : hit.end].isupper():
        return False
    if before and found.gap(hit.first - 1) in _SPACE | {"-"} and before.is_capital and not before.text.isupper():
        allowed = _MAY_FOLLOW if english else _MAY_FOLLOW_ELSEWHERE
        if not any(words.has(concern, before.folded) for concern in allowed):
            return not english or hit.last - hit.first == 1
    if after is None or not after.is_capital or (after.text.isupper() and (not english or len(after.text) > 1)):
        return False
    gap = found.gap(hit.last - 1)
    if gap not in _SPACE and (gap != "-" or (english and _is_known(found.hit_at(hit.last)))):
        return False
    if hit.of("subdivision") and words.has("city.region_followers", after.folded):
        return False
    return not any(words.has(concern, after.folded) for concern in _BESIDE)


def _is_region(found: Scan, hit: Hit, after: Token | None, words: PlaceTables) -> bool:
    """Tell whether it is said to be a region: "Shandong Province", "the province of Zabul"."""
    if after and words.has("city.sorts", after.folded):
        return not _is_settlement(after.folded, words)
    sort = found.word(hit.first - 2)
    return found.word(hit.first - 1) == "of" and words.has("city.sorts", sort) and not _is_settlement(sort, words)


def _is_of_body(found: Scan, hit: Hit, words: PlaceTables) -> bool:
    """Tell whether a body bears the name: "the University of Tetova", "Bank of Lincoln"."""
    if found.word(hit.first - 1) != "of" or hit.first < 2:
        return False
    head = found.token(hit.first - 2)
    return head.is_capital and words.has("body.owns", head.folded)


def _is_known(hit: Hit | None) -> bool:
    """Tell whether a hit is that of a well-known place or country ("Moscow-Ankara")."""
    return hit is not None and hit.readings[0].entry.weight >= _SURE_ENOUGH


def _is_settlement(sort: str, words: PlaceTables) -> bool:
    return words.has("city.settlements", sort) or sort == "division"


def _is_sorted(found: Scan, hit: Hit, after: Token | None, words: PlaceTables) -> bool:
    """Tell whether it is said to be a town: "the city of Reading", "Mayor of Split"."""
    before = found.word(hit.first - 1)
    if words.has("of", before) and words.has("city.sorts_before", found.word(hit.first - 2)):
        return True
    return bool(after and words.has("city.settlements", after.folded)) or words.has("city.sorts_before", before)


def _is_listed(found: Scan, at: int, words: PlaceTables) -> bool:
    """Tell whether it stands in a row with a place that is sure: "Timbuktu, Gao and Kidal", "in Hof and Singen"."""
    hit = found.hits[at]
    left = at - 1 if at and found.text[found.hits[at - 1].end : hit.start] in LINKS else None
    right = at + 1 if at + 1 < len(found.hits) else None
    if right is not None and found.text[hit.end : found.hits[right].start] not in LINKS:
        right = None
    # "In Dubuque, Iowa, Johnson was ...", "In London, Johnson said": what ends a phrase goes on with no row.
    if left is not None and found.gap(hit.first - 1) == ", " and (right is None or _is_state(found, found.hits[left])):
        left = None
    if any(_vouches(found.hits[other]) for other in (left, right) if other is not None):
        return True
    return left is not None and _begins_in_place(found, left, words)


def _is_state(found: Scan, hit: Hit) -> bool:
    """Tell whether it stands behind a comma as what holds the town before it."""
    return bool(hit.of("subdivision")) and found.gap(hit.first - 1) == ", "


def _vouches(other: Hit) -> bool:
    if other.of("country", "group"):
        return False
    places = other.of("city", "subdivision")
    return bool(places) and places[0].weight >= _SURE_ENOUGH


def _begins_in_place(found: Scan, at: int, words: PlaceTables) -> bool:
    """Tell whether the row of names that hit number *at* belongs to begins after a preposition of place."""
    for other in range(at, max(-1, at - _LONGEST_ROW), -1):
        hit = found.hits[other]
        if not hit.of("city", "subdivision"):
            return False
        if words.has("locatives", found.word(hit.first - 1)) and found.gap(hit.first - 1) == " ":
            return True
        if other == 0 or found.text[found.hits[other - 1].end : hit.start] not in LINKS:
            return False
    return False


def _is_from(found: Scan, hit: Hit, after: Token | None, words: PlaceTables) -> bool:
    """Tell whether somebody is said to be of the town: "Rep. Ann Smith of Decatur", "John Hill, 34, of Hoover"."""
    if found.word(hit.first - 1) != "of" or hit.first < 2 or (after and after.is_capital):
        return False
    bearer = found.token(hit.first - 2)
    if bearer.text.isdecimal():
        return found.gap(hit.first - 2) == ", "
    return bearer.is_capital and not any(
        words.has(concern, bearer.folded) for concern in ("organization_words", "titles", "city.followers", "body.owns")
    )


def is_dateline(found: Scan, hit: Hit) -> bool:
    """Tell whether the name opens a line and a dash or an agency in brackets follows soon."""
    if hit.start > _DATELINE_WITHIN:
        return False
    line = found.text.rfind("\n", 0, hit.start) + 1
    if found.text[line : hit.start].strip(" \t(*"):
        return False
    if found.text[hit.start : hit.end].isupper() and _CAPITALS_END.match(found.text, hit.end):
        return True
    return _DATELINE_END.match(found.text, hit.end) is not None


def _is_shouted(found: Scan, hit: Hit) -> bool:
    """Tell whether a doubtful name stands in a line all in capitals, where any word may look so."""
    if hit.readings[0].entry.weight >= _SURE_ENOUGH or not found.text[hit.start : hit.end].isupper():
        return False
    return found.is_shouted(hit.first)


def _is_other(found: Scan, hit: Hit, before: Token | None, after: Token | None, words: PlaceTables) -> bool:
    """Tell whether the name belongs to a person, a river, a newspaper or an agreement."""
    space = found.gap(hit.last - 1) == " "
    if after and space and after.is_capital and words.has("city.not_before", after.folded):
        return True
    if is_person(found, hit, words) or (after and space and _heads_a_name(found, hit, after, words)):
        return True
    if _is_aged(found, hit) and (before is None or not words.has("locatives", before.folded)):
        return True
    if before is None or found.gap(hit.first - 1) not in {" ", ". ", "."}:
        return False
    if before.folded == "of" and words.has("city.not_after_of", found.word(hit.first - 2)):
        return found.token(hit.first - 2).is_capital
    if not before.is_capital:
        return False
    if words.has("city.not_after", before.folded):
        return True
    if words.has("titles", before.folded):
        return before.folded not in {"st", "saint"}
    given = before.folded in words.given_names and not words.has("openers", before.folded)
    initial = len(before.text) == 1 and found.gap(hit.first - 1) != " "
    return (given or initial) and hit.last - hit.first == 1


def _is_aged(found: Scan, hit: Hit) -> bool:
    """Tell whether an age follows: "Austin, 34, was charged"."""
    if found.gap(hit.last - 1) != ", " or found.gap(hit.last) != ", ":
        return False
    age = found.word(hit.last)
    return len(age) <= _AGE and age.isdecimal()


def _heads_a_name(found: Scan, hit: Hit, after: Token | None, words: PlaceTables) -> bool:
    """Tell whether it is a given name before a surname: "Sofia Karlsson"."""
    name = found.word(hit.first)
    if hit.last - hit.first != 1 or name not in words.given_names or after is None or not after.is_capital:
        return False
    if words.has("organization_words", after.folded) or words.has("city.sorts", after.folded) or after.text.isupper():
        return False
    if words.has("city.followers", after.folded):
        return False
    before = found.word(hit.first - 1)
    return not words.has("locatives", before)
