"""What the words around a name say of it: a holder, a preposition, "province", a title, a newspaper."""

from __future__ import annotations

import re
from dataclasses import dataclass

from culturex.suggest.mentions.places.country_traps import is_person
from culturex.suggest.mentions.places.gazetteer import Hit, Scan
from culturex.suggest.mentions.places.holders import Holder, holder
from culturex.suggest.mentions.places.tables import LINKS, NO_TOKEN, PlaceTables, Token

_IN, _SORT, _DATELINE, _STUCK = 32, 32, 30, -40
_LISTED = 22
# So many names of a row are looked at.
_LONGEST_ROW = 6
# A place of this weight vouches for the names in a row with it.
_SURE_ENOUGH = 60
_OF = 22
# In a headline, capitals beside a place of this weight say nothing.
_HEADLINE = 68
# A town of this weight that is called after a saint has churches of its own ("Catedral de São Paulo").
_WORLD_KNOWN = 75
# A dateline: the name in capitals, or at the head of a line, then a day or an agency and a dash, or a day alone.
_DATELINE_END = re.compile(
    r"[^\n.!?]{0,60}?(?:\([^)\n]{2,40}\)|\s-{1,2}\s|\s?[–—]\s?)|,\s[^\n.!?]{2,28}\d{4}\.?\s*(?:\n|$)"
)
# "CALIFORNIA, Md. (AP) —", "DELHI: ": in English a town in capitals is one with a colon, too.
_CAPITALS_END = re.compile(r"(?:, [^\n:]{2,30})?(?::|\.?\s*\([A-Z][^)\n]{1,40}\)|[^\n:!?]{0,40}?\s?(?:--|[–—-])\s)")
# How far into a text a dateline may stand (characters).
_DATELINE_WITHIN = 3000
# Gaps before a word that do not yet make it a place, and those behind it that may.
_QUIET, _TELLING = frozenset({" ", ". "}), frozenset({", ", " ("})
_APOSTROPHES = frozenset({"'", "’"})
_LONGEST_ACRONYM = 5
# Digits of an age.
_AGE = 2
_SPACE = frozenset({" ", "\u00a0"})
_SPACE_OR_HYPHEN = _SPACE | {"-"}
# What may stand between a given name, or an initial, and a surname.
_BEFORE_SURNAME = frozenset({" ", ". ", "."})
# Lists of capitalised words that may stand right beside a town (before it, fewer of them).
_BESIDE = frozenset({"openers", "organization_words", "city.sorts", "city.followers", "titles"})
_MAY_FOLLOW = frozenset({"openers", "city.sorts", "city.followers"})
_MAY_FOLLOW_ELSEWHERE = frozenset({"openers", "organization_words", "city.sorts", "city.sorts_before"})
# Lists of words that are no surnames behind a given name, and of those of which a town is said, but no person.
_NO_SURNAMES = frozenset({"organization_words", "city.sorts", "city.followers"})
_NO_BEARERS = frozenset({"organization_words", "titles", "city.followers", "body.owns"})
# Parts of towns that the gazetteer knows as well.
_STREETS, _OF_TOWN = frozenset({"square", "street", "avenue", "boulevard", "road"}), frozenset({" in ", ", "})
# "St Paul's College" is called after the saint, as "St. Petersburg's University" is not.
_SAINTS, _OWNED_BY_SAINTS = frozenset({"st", "saint"}), frozenset({"organization_words", "city.churches", "body.owns"})
# Holders behind the name leave no doubt that it is a place.
_BEHIND = frozenset({"apposition", "inside"})


@dataclass(slots=True, eq=False)  # quicker to read than a tuple, and read again and again
class Hints:
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


_NO_HINTS, _BLOCKED, _PART = Hints(), Hints(blocked=True), Hints(inside=True)
_REGION, _SORTED = Hints(_SORT, "sort", is_region=True), Hints(_SORT, "sort")
_DATED, _INSIDE = Hints(_DATELINE, "dateline"), Hints(_IN, "in")
_FROM, _IN_ROW = Hints(_OF, "of"), Hints(_LISTED, "list")
_IN_NAME, _STUCK_PART = Hints(_STUCK), Hints(_STUCK, inside=True)


def hints(found: Scan, at: int, words: PlaceTables) -> Hints:
    """Return what stands around hit number *at*."""
    hit = found.hits[at]
    after = hit.after
    of = found.token(hit.first - 2) if hit.previous.folded == "of" else NO_TOKEN
    if _is_body(of) or (after and not after.is_capital and "city.pacts" in after.lists):
        return _PART
    if _is_street(found, at):
        return _BLOCKED
    is_region = _is_region(after, of)
    held = holder(found, at, words)
    if held and held.how in _BEHIND:
        return Hints(0, held.how, held, is_region)
    if _is_other(found, hit):
        return _BLOCKED
    if held:
        return Hints(0, held.how, held, is_region)
    if is_region:
        return _REGION
    if _opens_line(hit) and is_dateline(found, hit):
        return _DATED
    if hit.means.weight < _SURE_ENOUGH and _is_shouted(found, hit):
        return _BLOCKED
    if found.language == "en" and hit.means.weight < _HEADLINE and _is_acronym(found, hit):
        return _BLOCKED
    if hit.gap_after in _APOSTROPHES and "locative_endings" in hit.following.lists:
        return _INSIDE
    stuck = _is_stuck(found, hit)
    if not stuck and hit.before and "locatives" in hit.before.lists and not _heads_a_body(after):
        return _INSIDE
    if _is_sorted(found, hit):
        return _SORTED
    if stuck and found.language == "en" and not found.is_title_case(hit.first):
        return _STUCK_PART
    if not stuck and _is_listed(found, at):
        return _IN_ROW
    if of.text and not (after and after.is_capital) and _is_from(found, hit, of):
        return _FROM
    headline = found.language == "en" and hit.means.weight >= _HEADLINE
    return _IN_NAME if stuck and not headline else _NO_HINTS


def is_idle(hit: Hit) -> bool:
    """Tell at a glance whether nothing beside a common word or a person's name can make it a place."""
    before, after = hit.gap_before, hit.gap_after
    if before not in _QUIET or after in _TELLING or "beside" in hit.following.lists:
        return False
    return before == ". " or "beside" not in hit.previous.lists


def _heads_a_body(after: Token | None) -> bool:
    """Tell whether an institution is named after the place or its bearer ("at Reading University")."""
    return after is not None and after.is_capital and "organization_words" in after.lists


def _is_stuck(found: Scan, hit: Hit) -> bool:
    """Tell whether the name is only one word of a longer capitalised name ("Ou Shuo", "Philadelphia Eagles")."""
    english = found.language == "en"
    before, after = hit.before, hit.after
    is_word = hit.last - hit.first == 1
    if not is_word and not english:
        return False
    continues = before and before.is_capital and not before.is_upper and hit.gap_before in _SPACE_OR_HYPHEN
    goes_on = after and after.is_capital and not (after.is_upper and (not english or len(after.text) > 1))
    if not (continues or goes_on) or found.text[hit.start : hit.end].isupper():
        return False
    if before and continues and (_MAY_FOLLOW if english else _MAY_FOLLOW_ELSEWHERE).isdisjoint(before.lists):
        return not english or is_word
    if after is None or not goes_on:
        return False
    gap = hit.gap_after
    if gap not in _SPACE and (gap != "-" or (english and _is_known(found.hit_at(hit.last)))):
        return False
    if "city.region_followers" in after.lists and hit.of("subdivision"):
        return False
    return _BESIDE.isdisjoint(after.lists)


def _is_region(after: Token | None, of: Token) -> bool:
    """Tell whether it is said to be a region: "Shandong Province", "the province of Zabul"."""
    sort = after if after and "city.sorts" in after.lists else of
    return "city.sorts" in sort.lists and not _is_settlement(sort)


def _is_street(found: Scan, at: int) -> bool:
    """Tell whether it is a square or street of the town that follows: "Times Square in New York"."""
    hit = found.hits[at]
    if hit.last - hit.first == 1 or found.word(hit.last - 1) not in _STREETS or at + 1 == len(found.hits):
        return False
    town = found.hits[at + 1]
    is_behind = found.text[hit.end : town.start] in _OF_TOWN
    return is_behind and any(e.weight >= _SURE_ENOUGH for e in town.of("city"))


def _is_body(of: Token) -> bool:
    """Tell whether a body bears the name: "the University of Tetova", "Bank of Lincoln"."""
    return of.is_capital and "body.owns" in of.lists


def _is_known(hit: Hit | None) -> bool:
    """Tell whether a hit is that of a well-known place or country ("Moscow-Ankara")."""
    return hit is not None and hit.means.weight >= _SURE_ENOUGH


def _is_settlement(sort: Token) -> bool:
    return "city.settlements" in sort.lists or sort.folded == "division"


def _is_sorted(found: Scan, hit: Hit) -> bool:
    """Tell whether it is said to be a town: "the city of Reading", "Mayor of Split"."""
    before, after = hit.previous.lists, hit.after
    if "," in hit.gap_before and "city.mayors" in before:
        before = frozenset()  # "according to the mayor, Split is", but "in the capital, Split"
    if "city.sorts_before" in before or (after and "city.settlements" in after.lists):
        return True
    return "of" in before and "city.sorts_before" in found.token(hit.first - 2).lists


def _is_listed(found: Scan, at: int) -> bool:
    """Tell whether it stands in a row with a place that is sure: "Timbuktu, Gao and Kidal", "in Hof and Singen"."""
    hit = found.hits[at]
    left = at - 1 if at and found.text[found.hits[at - 1].end : hit.start] in LINKS else None
    right = at + 1 if at + 1 < len(found.hits) else None
    if right is not None and found.text[hit.end : found.hits[right].start] not in LINKS:
        right = None
    # "In Dubuque, Iowa, Johnson was ...", "In London, Johnson said": what ends a phrase goes on with no row.
    if left is not None and found.gap(hit.first - 1) == ", " and (right is None or _is_state(found, found.hits[left])):
        left = None
    if right is not None and _vouches(found.hits[right]):
        return True
    return left is not None and (_vouches(found.hits[left]) or _begins_in_place(found, left))


def _is_state(found: Scan, hit: Hit) -> bool:
    """Tell whether it stands behind a comma as what holds the town before it."""
    return bool(hit.of("subdivision")) and found.gap(hit.first - 1) == ", "


def _vouches(other: Hit) -> bool:
    if other.of("country", "group"):
        return False
    places = other.of("city", "subdivision")
    return bool(places) and places[0].weight >= _SURE_ENOUGH


def _begins_in_place(found: Scan, at: int) -> bool:
    """Tell whether the row of names that hit number *at* belongs to begins after a preposition of place."""
    for other in range(at, max(-1, at - _LONGEST_ROW), -1):
        hit = found.hits[other]
        if not hit.of("city", "subdivision"):
            return False
        if hit.gap_before == " " and "locatives" in hit.previous.lists:
            return True
        if other == 0 or found.text[found.hits[other - 1].end : hit.start] not in LINKS:
            return False
    return False


def _is_from(found: Scan, hit: Hit, bearer: Token) -> bool:
    """Tell whether *bearer* is somebody of the town: "Rep. Ann Smith of Decatur", "John Hill, 34, of Hoover"."""
    if bearer.text.isdecimal():
        return found.gap(hit.first - 2) == ", "
    return bearer.is_capital and _NO_BEARERS.isdisjoint(bearer.lists)


def _opens_line(hit: Hit) -> bool:
    """Tell whether no word stands before the name on its line."""
    return not hit.first or "\n" in hit.gap_before


def is_dateline(found: Scan, hit: Hit) -> bool:
    """Tell whether the name opens a line and a dash or an agency in brackets follows soon."""
    if hit.start > _DATELINE_WITHIN:
        return False
    line = found.text.rfind("\n", 0, hit.start) + 1
    if found.text[line : hit.start].strip(" \t(*"):
        return False
    if found.text[hit.start : hit.end].isupper() and _CAPITALS_END.match(found.text, hit.end):
        return True
    if hit.gap_after == " " and hit.following.is_capital and "city.followers" not in hit.following.lists:
        return False  # "Mzuzu University (Mzuni)"
    return _DATELINE_END.match(found.text, hit.end) is not None


def _is_shouted(found: Scan, hit: Hit) -> bool:
    """Tell whether a doubtful name stands in a line all in capitals, where any word may look so."""
    return found.text[hit.start : hit.end].isupper() and found.is_shouted(hit.first)


def _is_acronym(found: Scan, hit: Hit) -> bool:
    """Tell whether a name is printed in capitals in a line that is not: "(KUNA)"."""
    if hit.last - hit.first != 1 or not hit.own.is_upper or len(hit.own.text) > _LONGEST_ACRONYM:
        return False
    return not found.is_shouted(hit.first)


def _is_other(found: Scan, hit: Hit) -> bool:
    """Tell whether the name belongs to a person, a river, a newspaper or an agreement."""
    before, after = hit.before, hit.after
    goes_on = after is not None and after.is_capital and hit.gap_after == " "
    if after and goes_on and ("city.not_before" in after.lists or _heads_a_name(hit, after)):
        return True
    if is_person(found, hit):
        return True
    if hit.gap_after in _APOSTROPHES and hit.following.folded == "s" and _owns(found, hit):
        return True
    if hit.gap_after == ", " and _is_aged(found, hit) and (before is None or "locatives" not in before.lists):
        return True
    if before is None or hit.gap_before not in _BEFORE_SURNAME:
        return False
    if "of" in before.lists and _is_bearer(found, hit):
        return True
    if not before.is_capital:
        return "city.not_after" in before.lists and found.language != "en"
    if "city.not_after" in before.lists:
        return True
    if "titles" in before.lists:
        return before.folded not in {"st", "saint"}
    given = "given_names" in before.lists and "openers" not in before.lists
    initial = len(before.text) == 1 and hit.gap_before != " "
    return (given or initial) and hit.last - hit.first == 1


def _owns(found: Scan, hit: Hit) -> bool:
    """Tell whether a creek or a street belongs to somebody of the name, a school to a saint: "Martin's Creek"."""
    owned = found.token(hit.last + 1)
    if not owned.is_capital:
        return False
    if "city.not_before" in owned.lists:
        return True
    is_saint = found.word(hit.first) in _SAINTS and "given_names" in found.token(hit.last - 1).lists
    return is_saint and not _OWNED_BY_SAINTS.isdisjoint(owned.lists)


def _is_bearer(found: Scan, hit: Hit) -> bool:
    """Tell whether a strait or street ("calle de Alcalá"), or the church of a saint is called so, behind "of"."""
    head = found.token(hit.first - 2)
    if "city.not_after_of" in head.lists:
        return head.is_capital or found.language != "en"
    return "city.churches" in head.lists and "city.saints" in hit.own.lists and hit.means.weight < _WORLD_KNOWN


def _is_aged(found: Scan, hit: Hit) -> bool:
    """Tell whether an age follows the comma behind: "Austin, 34, was charged"."""
    age = found.word(hit.last)
    return len(age) <= _AGE and age.isdecimal() and found.gap(hit.last) == ", "


def _heads_a_name(hit: Hit, after: Token) -> bool:
    """Tell whether it is a given name before a surname: "Sofia Karlsson"."""
    if hit.last - hit.first != 1 or after.is_upper or "given_names" not in hit.own.lists:
        return False
    return _NO_SURNAMES.isdisjoint(after.lists) and "locatives" not in hit.previous.lists
