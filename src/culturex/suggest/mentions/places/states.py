"""Names of countries that are those of a state of another country: Georgia of the United States."""

from __future__ import annotations

from culturex.places import index
from culturex.suggest.mentions.places.gazetteer import Hit, Scan
from culturex.suggest.mentions.places.tables import LINKS

# Countries whose parts are called states.
_FEDERAL = frozenset({"US", "AU", "BR", "IN", "MX", "MY", "NG"})


def is_state_of_next(found: Scan, at: int) -> bool:
    """Tell whether it is a state of the country behind the comma, in no row of countries: "Georgia, USA"."""
    hit = found.hits[at]
    following = found.hits[at + 1] if at + 1 < len(found.hits) else None
    if following is None or following.first != hit.last or following.gap_before != ", ":
        return False
    if _holders(hit).isdisjoint(str(e.ref) for e in following.of("country")):
        return False
    row = [at - 1] if at and found.text[found.hits[at - 1].end : hit.start] in LINKS else []
    if at + 2 < len(found.hits) and found.text[following.end : found.hits[at + 2].start] in LINKS:
        row.append(at + 2)
    return not any(found.hits[other].of("country") for other in row)


def is_called_state(found: Scan, hit: Hit) -> bool:
    """Tell whether a country's name is said to be that of a state of another: "the U.S. state of Georgia"."""
    if not (hit.of("country") and hit.of("subdivision")):
        return False
    if _holders(hit).isdisjoint(_FEDERAL):
        return False  # "the state of Luxembourg" is no province of Belgium
    before, of = found.token(hit.first - 1), found.token(hit.first - 2)
    state = of if "of" in before.lists else before
    return "states" in state.lists


def _holders(hit: Hit) -> set[str]:
    """Return the countries that have a subdivision of the name."""
    ids = {int(entry.ref) for entry in hit.of("subdivision")}
    known = index().subdivisions_by_id(ids) if ids else {}
    return {known[at].country for at in ids}
