"""Seas, gulfs, lakes and rivers that are called after a country: "océan Indien", "Golf von Mexiko", "lac Tchad"."""

from __future__ import annotations

from culturex.suggest.mentions.places.gazetteer import Hit, Scan
from culturex.suggest.mentions.places.tables import INSIDE_NAME, PlaceTables


def is_water(found: Scan, hit: Hit, words: PlaceTables) -> bool:
    """Tell whether a sea or gulf is called so, in any language but English: "océan Indien", "Golf von Mexiko"."""
    if hit.own.text[0].islower():
        return False
    if seas := words.lists.get("seas"):  # written without spaces
        sea = next((sea for sea in seas if found.text.startswith(sea, hit.start)), None)
        return sea is not None and not words.has("no_seas", found.text[hit.start + len(sea) :][:1])
    if hit.after is not None and hit.gap_after in INSIDE_NAME and "waters" in hit.after.lists:
        return True
    if hit.before is None:
        return False
    if "waters_of" in hit.before.lists or ("waters" in hit.before.lists and hit.of("adjective")):
        return True
    at = hit.first - 1
    if "of" not in hit.before.lists and "openers" in hit.before.lists:  # "mer de la Chine"
        at -= 1
    return "of" in found.token(at).lists and "waters" in found.token(at - 1).lists
