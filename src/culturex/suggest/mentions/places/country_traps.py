"""Names of countries that mean something else where they stand: a person, an ocean, a newspaper, a dish."""

from __future__ import annotations

from culturex.places import index
from culturex.suggest.mentions.places.gazetteer import Hit, Scan
from culturex.suggest.mentions.places.holders import short_form
from culturex.suggest.mentions.places.modelled import is_model
from culturex.suggest.mentions.places.states import is_called_state, is_state_of_next
from culturex.suggest.mentions.places.tables import ANYTHING, INSIDE_NAME, PlaceTables, Token
from culturex.suggest.mentions.places.waters import is_water

# Towns of less weight are more often the surnames of persons.
_KNOWN = 40
# A state or province that a town may be told by.
_WELL_KNOWN = 60
# What may stand between a given name, or an initial, and a surname.
_BEFORE_SURNAME = frozenset({" ", ". ", "."})
# Signs of money behind the short form of a country.
_SIGNS = frozenset("$€£¥")
_APOSTROPHES = frozenset({"'", "’"})


def is_trap(found: Scan, at: int, words: PlaceTables) -> bool:
    """Tell whether hit number *at* names no country or group here."""
    hit = found.hits[at]
    return (
        _is_money(found, hit)
        or (hit.after is not None and _is_before(hit, hit.after, words))
        or (hit.before is not None and _is_after(found, hit, hit.before, words))
        or is_water(found, hit, words)
        or is_called_state(found, hit)
        or is_person(found, hit)
        or is_model(found, at)
        or (hit.gap_after == ", " and _is_town(found, at, words))
    )


def _is_town(found: Scan, at: int, words: PlaceTables) -> bool:
    """Tell whether it is a town, before a comma, that is named like a country: "Lebanon, Pa.", "Poland, Ohio"."""
    hit = found.hits[at]
    if not hit.of("country"):
        return False
    if short_form(found, hit.last, words) or is_state_of_next(found, at):
        return True
    towns = hit.of("city")
    following = found.hits[at + 1] if at + 1 < len(found.hits) else None
    if not towns or following is None or following.first != hit.last:
        return False
    states = {e.ref for e in following.of("subdivision") if e.weight >= _WELL_KNOWN}
    return bool(states) and any(city.admin_id in states for city in index().cities(int(e.ref) for e in towns))


def _is_money(found: Scan, hit: Hit) -> bool:
    """Tell whether it names the money of a country: "US$5", "US dollars", "долларов США"."""
    if hit.gap_after[:1] in _SIGNS and hit.gap_after:
        return True
    if hit.after is not None and "currency" in hit.after.lists:
        return True
    return found.language != "en" and hit.before is not None and "currency" in hit.before.lists


def _is_before(hit: Hit, after: Token, words: PlaceTables) -> bool:
    """Tell whether the word after makes it something else: "Indian Ocean", "French fries", "China Daily"."""
    if hit.gap_after not in INSIDE_NAME:
        return False
    names = words.not_before.get(after.folded)
    # A body of water is a name, so it is capitalised; a dish need not be.
    if names and (hit.name in names or (ANYTHING in names and after.is_capital)):
        return True
    is_medium = after.is_capital and hit.gap_after == " " and "media.words" in after.lists
    return is_medium and bool(hit.of("country"))


def _is_after(found: Scan, hit: Hit, before: Token, words: PlaceTables) -> bool:
    """Tell whether the words before make it something else: "New Guinea", "Gulf of Mexico"."""
    names = words.not_after.get(before.folded)
    if names and (hit.name in names or ANYTHING in names):
        return before.is_capital or "not_after_of.small" in before.lists
    if before.folded != "of":
        return False
    head = found.token(hit.first - 2)
    return head.is_capital and "not_after_of.words" in head.lists


def is_person(found: Scan, hit: Hit) -> bool:
    """Tell whether a person bears the name: "Michael Jordan", "Chad Smith", "Mr. Holland"."""
    if hit.last - hit.first != 1:
        return False
    name = hit.own.lists
    if not name:
        return False
    before = hit.before
    if before and "surnames" in name:
        if _is_given(before, hit.gap_before):
            return True
        if before.is_capital and "titles" in before.lists:
            return True
    return "given" in name and _precedes_surname(found, hit)


def _precedes_surname(found: Scan, hit: Hit) -> bool:
    """Tell whether what looks like a given name stands before a surname, and does not name the place of an office."""
    before, after = hit.before, hit.after
    if after is None or not after.is_capital or hit.gap_after != " ":
        return False
    if before and ("locatives" in before.lists or "posts" in found.token(hit.first - 2).lists):
        return False  # "High Commissioner to India Anil Nair"
    return (
        (len(after.text) > 2 or found.gap(hit.last) in _APOSTROPHES)
        and not after.is_upper
        and "organization_words" not in after.lists
        and "media.words" not in after.lists
        and not _begins_hit(found, hit.last)
        and not after.folded.endswith(("an", "ish", "ese"))
    )


def _is_given(before: Token, gap: str) -> bool:
    """Tell whether the word before is a given name or an initial."""
    if not before.is_capital or gap not in _BEFORE_SURNAME:
        return False
    if "given_names" in before.lists and "openers" not in before.lists:
        return True
    return len(before.text) == 1 and before.text != "A"


def _begins_hit(found: Scan, token: int) -> bool:
    """Tell whether a name of the gazetteer begins at this word."""
    hit = found.hit_at(token)
    if hit is None:
        return False
    return bool(hit.of("country", "adjective", "demonym")) or any(e.weight >= _KNOWN for e in hit.of("city"))
