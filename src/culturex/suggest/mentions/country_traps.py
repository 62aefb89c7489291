"""Names of countries that mean something else where they stand: a person, an ocean, a newspaper, a dish."""

from __future__ import annotations

from culturex.places import index
from culturex.suggest.mentions.gazetteer import Hit, Scan
from culturex.suggest.mentions.place_holders import short_form
from culturex.suggest.mentions.places_tables import ANYTHING, PlaceTables

# Towns of less weight are more often the surnames of persons.
_KNOWN = 40
# A state or province that a town may be told by.
_WELL_KNOWN = 60


def is_trap(found: Scan, at: int, words: PlaceTables) -> bool:
    """Tell whether hit number *at* names no country or group here."""
    hit = found.hits[at]
    name = found.name(hit)
    return (
        _is_before(found, hit, name, words)
        or _is_after(found, hit, name, words)
        or _is_medium(found, hit, words)
        or is_person(found, hit, words)
        or _is_model(found, at, words)
        or _is_town(found, at, words)
    )


def _is_town(found: Scan, at: int, words: PlaceTables) -> bool:
    """Tell whether it is a town that is named like a country: "Lebanon, Pa.", "Poland, Ohio"."""
    hit = found.hits[at]
    if found.gap(hit.last - 1) != ", " or not hit.of("country"):
        return False
    if short_form(found, hit.last, words):
        return True
    towns = hit.of("city")
    following = found.hits[at + 1] if at + 1 < len(found.hits) else None
    if not towns or following is None or following.first != hit.last:
        return False
    states = {e.ref for e in following.of("subdivision") if e.weight >= _WELL_KNOWN}
    return bool(states) and any(city.admin_id in states for city in index().cities(int(e.ref) for e in towns))


def _is_before(found: Scan, hit: Hit, name: str, words: PlaceTables) -> bool:
    """Tell whether the word after makes it something else: "Indian Ocean", "French fries"."""
    after = found.after(hit)
    if after is None or found.gap(hit.last - 1) not in {" ", "-", "\u00a0"}:
        return False
    names = words.not_before.get(after.folded)
    if not names:
        return False
    # A body of water is a name, so it is capitalised; a dish need not be.
    return name in names or (ANYTHING in names and after.is_capital)


def _is_after(found: Scan, hit: Hit, name: str, words: PlaceTables) -> bool:
    """Tell whether the words before make it something else: "New Guinea", "Gulf of Mexico"."""
    before = found.before(hit)
    if before is None:
        return False
    names = words.not_after.get(before.folded)
    if names and (name in names or ANYTHING in names):
        return before.is_capital or words.has("not_after_of.small", before.folded)
    if before.folded != "of" or hit.first < 2:
        return False
    head = found.token(hit.first - 2)
    return head.is_capital and words.has("not_after_of.words", head.folded)


def _is_medium(found: Scan, hit: Hit, words: PlaceTables) -> bool:
    """Tell whether it is a newspaper: "China Daily"."""
    after = found.after(hit)
    if after is None or not after.is_capital or not words.has("media.words", after.folded):
        return False
    return bool(hit.of("country")) and found.gap(hit.last - 1) == " "


def is_person(found: Scan, hit: Hit, words: PlaceTables) -> bool:
    """Tell whether a person bears the name: "Michael Jordan", "Chad Smith", "Mr. Holland"."""
    if hit.last - hit.first != 1:
        return False
    name = found.word(hit.first)
    before, after = found.before(hit), found.after(hit)
    if words.has("surnames", name) and before and _is_given(found, hit, before.folded, before.text, words):
        return True
    if before and words.has("titles", before.folded) and before.is_capital and words.has("surnames", name):
        return True
    if not words.has("given", name) or after is None or found.gap(hit.last - 1) != " ":
        return False
    if before and before.folded in words.lists.get("locatives", ()):
        return False
    if hit.first > 1 and before and words.has("posts", found.word(hit.first - 2)):
        return False  # "High Commissioner to India Anil Nair"
    return (
        after.is_capital
        and (len(after.text) > 2 or found.gap(hit.last) in {"'", "’"})
        and not after.text.isupper()
        and not words.has("organization_words", after.folded)
        and not words.has("media.words", after.folded)
        and not _begins_hit(found, hit.last)
        and not after.folded.endswith(("an", "ish", "ese"))
    )


def _is_given(found: Scan, hit: Hit, folded: str, text: str, words: PlaceTables) -> bool:
    """Tell whether the word before is a given name or an initial."""
    if not text[0].isupper() or found.gap(hit.first - 1) not in {" ", ". ", "."}:
        return False
    return (folded in words.given_names and not words.has("openers", folded)) or (len(text) == 1 and text != "A")


def _begins_hit(found: Scan, token: int) -> bool:
    """Tell whether a name of the gazetteer begins at this word."""
    hit = found.hit_at(token)
    if hit is None:
        return False
    return bool(hit.of("country", "adjective", "demonym")) or any(e.weight >= _KNOWN for e in hit.of("city"))


def _is_model(found: Scan, at: int, words: PlaceTables) -> bool:
    """Tell whether the adjective is that of a model abroad: "American University of Armenia"."""
    hit = found.hits[at]
    if not words.has("model.adjectives", found.word(hit.first)):
        return False
    adjectives = hit.of("adjective", "group_adjective")
    if not adjectives:
        return False
    if not words.has("model.bodies", found.word(hit.last)) or not words.has("model.links", found.word(hit.last + 1)):
        return False
    refs = {e.ref for e in adjectives}
    for other in found.hits[at + 1 : at + 3]:
        if other.first - hit.last <= 4:
            named = other.of("country", "city", "subdivision")
            return bool(named) and not (named[0].kind == "country" and named[0].ref in refs)
    return False
