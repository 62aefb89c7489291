"""How people meet for an event: in a venue, online or both."""

from __future__ import annotations

from typing import NamedTuple

from culturex.suggest.lexicon import Cue
from culturex.suggest.located import is_located
from culturex.suggest.occurrences.occurrence import Occurrence
from culturex.suggest.parties.finder import Parties
from culturex.suggest.scene import Scene
from culturex.suggest.signals import PAIR

# Instruments, gifts, decrees, publications and studies have no mode.
_WITHOUT_MODE = frozenset({"agreement", "donation", "media", "research"})
# What is opened by video goes on in a venue.
_LASTING = frozenset({"festival", "exhibition", "opening"})
# Words beside one another stand within this many characters.
_BESIDE = 60


class Mode(NamedTuple):
    """A mode (or None) with the cue it rests on and the rule."""

    code: str | None
    cue: Cue | None
    rule: str


def mode(scene: Scene, occurrence: Occurrence, parties: Parties, *, status: str) -> Mode:
    """Return how people meet."""
    if occurrence.type in _WITHOUT_MODE:
        return Mode(None, None, f"an event of the type {occurrence.type} has no mode")
    sentences = {s.sentence for s in occurrence.signals} if not occurrence.main else set(occurrence.scope)
    core = {s.sentence for s in occurrence.signals} | (set(scene.lead) if occurrence.main else set())
    cues = scene.cues(sorted(sentences | core), "mode")
    hybrid = next((c for c in cues if c.code == "hybrid"), None)
    if hybrid:
        return Mode("hybrid", hybrid, "mode.hybrid")
    online = [c for c in cues if c.code == "online" and c.sentence in core]
    if status in ("cancelled", "postponed"):  # what stands in for it may be online
        online = [c for c in online if occurrence.anchor.start <= c.start < occurrence.anchor.end]
    present = next((c for c in cues if c.code == "in_person"), None)
    if not online and (told := _opened_online(scene, cues)):
        return Mode("hybrid", told, "mode.opened_online")
    if online:
        lasts = occurrence.type in _LASTING or present or _has_place(scene, sorted(sentences | core))
        if lasts and (told := _opened_online(scene, online)):
            return Mode("hybrid", told, "mode.opened_online")
        anchored = any(s.start <= c.start < s.end or 0 <= s.start - c.end <= 25 or 0 <= c.start - s.end <= 12
                       for c in online for s in occurrence.signals if s.strength >= PAIR)  # fmt: skip
        if anchored:
            return Mode("online", online[0], "mode.online")
        return Mode(
            "hybrid" if present or _has_place(scene, sorted(core)) else "online",
            online[0],
            "mode.partly_online",
        )
    if present:
        return Mode("in_person", present, "mode.venue")
    if (
        occurrence.type in ("visit", "exchange")
        or _has_place(scene, sorted(core))
        or (parties.hosts and status != "postponed")
    ):
        return Mode("in_person", None, "mode.place")
    if occurrence.main and status in ("held", "ongoing") and scene.mentions(sorted(core), "organization", "person"):
        return Mode("in_person", None, "mode.default")
    return Mode(None, None, "no venue, place or word that tells")


def _opened_online(scene: Scene, cues: list[Cue]) -> Cue | None:
    """Return the cue of a video link through which somebody opened or watched what happened in a venue."""
    for cue in cues:
        if cue.code != "online":
            continue
        for other in (c for group in ("act", "weak", "noun") for c in scene.group(cue.sentence, group)):
            near = other.start - cue.end >= -_BESIDE and other.end - cue.start <= _BESIDE
            if near and other.code == "opening":
                return cue
    return None


def _has_place(scene: Scene, sentences: list[int]) -> bool:
    return any(not scene.in_dateline(m) and is_located(scene, m) for m in scene.mentions(sentences, "place"))
