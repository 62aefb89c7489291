"""Where an event happens: its places, and whether in a venue, online or both."""

from __future__ import annotations

from typing import NamedTuple

from culturex.suggest.lexicon import Cue
from culturex.suggest.mentions import Mention
from culturex.suggest.occurrences import Occurrence
from culturex.suggest.parties import Parties, _is_located
from culturex.suggest.scene import Scene

# Instruments, gifts, decrees, publications and studies have no mode.
_WITHOUT_MODE = frozenset({"agreement", "donation", "media", "research"})
_TWO_PLACES = frozenset({"agreement"})
_MOST_PLACES = 8


class Mode(NamedTuple):
    """A mode (or None) with the cue it rests on and the rule."""

    code: str | None
    cue: Cue | None
    rule: str


def places(scene: Scene, occurrence: Occurrence, parties: Parties, mode: Mode) -> list[Mention]:
    """Return the places where an *occurrence* happens, each once, the best told first."""
    core = {s.sentence for s in occurrence.signals[:4]} | (set(scene.lead) if occurrence.main else set())
    both = occurrence.type in _TWO_PLACES or mode.code == "online"
    codes = {p.code for p in parties.all}
    scored: dict[str, tuple[float, Mention]] = {}
    for mention in scene.mentions(sorted(core | set(occurrence.scope)), "place"):
        country = mention.value.get("country")
        if country not in codes and codes:
            continue
        score = 1.0 if mention.start >= 0 and scene.document.sentence_index(mention.start) in core else 0.4
        located = _is_located(scene, mention)
        score += 1.0 if located else 0.0
        score += 0.8 if country in parties.hosts else 0.0
        score -= 0.6 if scene.in_dateline(mention) else 0.0
        key = str(mention.value["name"]).casefold()
        total, first = scored.get(key, (0.0, mention))
        scored[key] = (total + score, first)
    hosted = [
        (total, m)
        for total, m in scored.values()
        if both or m.value.get("country") in parties.hosts or not parties.hosts
    ]
    hosted.sort(key=lambda s: (-s[0], s[1].start))
    least = 1.2 if occurrence.main else 0.9
    return [m for total, m in hosted if total >= least][:_MOST_PLACES]


def mode(scene: Scene, occurrence: Occurrence, parties: Parties, *, status: str) -> Mode:
    """Return how people meet."""
    if occurrence.type in _WITHOUT_MODE:
        return Mode(None, None, f"an event of the type {occurrence.type} has no mode")
    sentences = {s.sentence for s in occurrence.signals} if not occurrence.main else set(occurrence.scope)
    core = {s.sentence for s in occurrence.signals} | (set(scene.lead) if occurrence.main else set())
    cues = [c for s in sorted(sentences | core) for c in scene.cues_at.get(s, ()) if c.group == "mode"]
    hybrid = next((c for c in cues if c.code == "hybrid"), None)
    if hybrid:
        return Mode("hybrid", hybrid, "mode.hybrid")
    online = [c for c in cues if c.code == "online" and c.sentence in core]
    present = next((c for c in cues if c.code == "in_person"), None)
    if online:
        anchored = any(s.start <= c.start < s.end or 0 <= s.start - c.end <= 25 or 0 <= c.start - s.end <= 12
                       for c in online for s in occurrence.signals)  # fmt: skip
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
    return Mode(None, None, "no venue, place or word that tells")


def _has_place(scene: Scene, sentences: list[int]) -> bool:
    return any(not scene.in_dateline(m) and _is_located(scene, m) for m in scene.mentions(sentences, "place"))
