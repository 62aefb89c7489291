"""How many people take part in an event, as the article states it: one of the numbers of persons in it, or none.

Numbers count pupils of a school and readers of a paper, too. The signs of each are weighed by the table
``weights/participants.toml``, against those of stating none.
"""

from __future__ import annotations

from collections.abc import Mapping

from culturex.suggest.mentions import Mention
from culturex.suggest.occurrences.occurrence import Occurrence
from culturex.suggest.scene import Scene
from culturex.suggest.weights import confidence, shares, speaks, times

# How likely it must be that nobody says how many for no number to be told.
_UNTOLD = 0.6
# Instruments are signed and works come out: numbers there count those whom they are for, or the works.
_UNATTENDED = frozenset({"agreement", "media"})
# Two persons are named one by one.
_LEAST = 3
# Numbers below which a delegation, a class, an audience is counted.
_SIZES = ((5, "few"), (10, "under ten"), (50, "dozens"), (500, "hundreds"))
_CROWD = "crowd"
# What numbers of a page are looked at: far more than a page has that reports one event.
_MOST = 20


def of(scene: Scene, occurrence: Occurrence) -> Mention | None:
    """Return the number of people taking part, its confidence being how likely it is that number; or None."""
    told = numbers(scene, occurrence)
    if not told:
        return None
    likely = shares([speaks("participants", s) for s in (*signs(scene, occurrence, told), untold(occurrence))])
    if likely[-1] >= _UNTOLD:
        return None
    best = max(range(len(told)), key=likely.__getitem__)
    return told[best].weighed(confidence(likely[best]))


def numbers(scene: Scene, occurrence: Occurrence) -> list[Mention]:
    """Return the numbers of persons in the sentences of an *occurrence*, in order of the text."""
    at = scene.kinds_at.get("number")
    if not at or occurrence.type in _UNATTENDED:
        return []
    sentences = {*occurrence.scope, *(s.sentence for s in occurrence.signals)}
    if occurrence.main:
        sentences |= scene.headlines
    found = [m for s in sorted(at.keys() & sentences) for m in at[s]]
    return [m for m in found if isinstance(m.value, int) and m.value >= _LEAST][:_MOST]


def untold(occurrence: Occurrence) -> Mapping[str, float]:
    """Return what speaks for an event of which nobody says how many took part."""
    return {"untold": 1.0, f"untold.{occurrence.type}": 1.0}


def signs(scene: Scene, occurrence: Occurrence, told: list[Mention]) -> list[Mapping[str, float]]:
    """Return what speaks for each number of *told*."""
    parts, most = scene.parts, max(m.value for m in told)
    return [
        {
            "only number": float(len(told) == 1),
            "first number": float(mention is told[0]),
            "largest number": float(mention.value == most),
            "said again": times(sum(m.value == mention.value for m in told) - 1),
            **_own(scene, occurrence, mention, parts),
        }
        for mention in told
    ]


def _own(scene: Scene, occurrence: Occurrence, mention: Mention, parts: Mapping[int, str]) -> dict[str, float]:
    sentence, extra = scene.document.sentence_index(mention.start), mention.extra or {}
    size = next((name for least, name in _SIZES if mention.value < least), _CROWD)
    signs = {f"size.{size}": 1.0, f"part.{parts.get(sentence, 'label')}": 1.0}
    if extra.get("approximate"):
        signs["about"] = 1.0
    if mention.text[0].isdigit():
        signs["digits"] = 1.0
    if sentence == occurrence.anchor.sentence:
        signs["anchor"] = 1.0
    elif any(s.sentence == sentence for s in occurrence.signals):
        signs["signal"] = 1.0
    if occurrence.dated and any(m is occurrence.dated.mention for m in scene.of_kind(sentence, "date")):
        signs["date of the event"] = 1.0
    elif scene.of_kind(sentence, "date"):
        signs["another date"] = 1.0
    return signs
