"""Provinces, districts and islands by the name that the page prints: "Musanze District", not the town of Musanze."""

from __future__ import annotations

from dataclasses import replace

from culturex.suggest.mentions import Mention
from culturex.suggest.scene import Scene

# Capitalised words behind a name that are part of it.
_SORTS = frozenset(
    "Province Prefecture District Governorate Oblast Voivodeship Municipality Region Island Islands Peninsula".split()
)
_LONGEST = 16


def in_full(scene: Scene, mention: Mention) -> Mention:
    """Return a *mention* of a place with the word for its sort where that is printed as part of its name.

    The first word of a body ("Hunan Province Museum") stays as it is.
    """
    if scene.document.language != "en" or not scene.document.body[mention.end + 1 : mention.end + 2].isupper():
        return mention
    behind = scene.document.words_in((mention.end, mention.end + _LONGEST))
    sort = behind[0] if behind else None
    if sort is None or sort.text not in _SORTS or sort.start != mention.end + 1:
        return mention
    if scene.is_in_body(sort.start, scene.document.sentence_index(mention.start)):
        return mention
    following = scene.document.words_in((sort.end, sort.end + 2))
    if following and following[0].is_capital and following[0].start == sort.end + 1:
        return mention
    text = scene.text((mention.start, sort.end))
    return replace(
        mention, text=text, end=sort.end, value={**mention.value, "name": f"{mention.value['name']} {sort.text}"}
    )
