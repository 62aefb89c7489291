"""Bodies on the model of another country, which takes no part in them: "American University of Armenia"."""

from __future__ import annotations

from culturex.suggest.mentions.places.gazetteer import Scan

# Whose universities others are modelled on, and how many words stand between such a body and its place.
_MODELS, _FEW_BETWEEN = frozenset({"US", "GB", "FR", "DE"}), 3


def is_model(found: Scan, at: int) -> bool:
    """Tell whether the adjective is that of a model abroad: "American University of Armenia"."""
    hit = found.hits[at]
    if found.language != "en":
        return _is_model_abroad(found, at)
    if "model.adjectives" not in hit.own.lists:
        return False
    adjectives = hit.of("adjective", "group_adjective")
    if not adjectives:
        return False
    body, link = found.token(hit.last), found.token(hit.last + 1)
    if "model.bodies" not in body.lists or "model.links" not in link.lists:
        return False
    refs = {e.ref for e in adjectives}
    for other in found.hits[at + 1 : at + 3]:
        if other.first - hit.last <= 4:
            named = other.of("country", "city", "subdivision")
            return bool(named) and not (named[0].kind == "country" and named[0].ref in refs)
    return False


def _is_model_abroad(found: Scan, at: int) -> bool:
    """Tell the same where no English is written: "Université américaine d'Arménie", "Американский университет Армении".

    The adjective stands beside the body, on either side; the place stands behind both, or before them.
    """
    hit = found.hits[at]
    own = {str(e.ref) for e in hit.of("adjective")}
    if own.isdisjoint(_MODELS):
        return False
    sides = (hit.before, hit.after)
    if not any(side is not None and "model.bodies" in side.lists for side in sides):
        return False
    beside = [other for other in found.hits[max(0, at - 1) : at + 2] if other is not hit]
    for other in beside:
        apart = other.first - hit.last if other.first > hit.first else hit.first - other.last
        named = other.of("country", "city", "subdivision")
        if named and apart <= _FEW_BETWEEN:
            return not (named[0].kind == "country" and named[0].ref in own)
    return False
