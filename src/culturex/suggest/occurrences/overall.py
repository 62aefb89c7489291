"""What a page speaks of in all its words: many weak signs that agree, where no word names the event.

Who takes part, what they do and what is shown or given (``acts``, ``things``, ``alone`` of the tables) say little each.
Counted together, each once, by how early they stand and beside the words that name events, they tell what kind of event
headline and lead are about. It takes much more of them than the event has that the rules found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from culturex.suggest.lexicon import Cues, telling_alone
from culturex.suggest.scene import Scene
from culturex.suggest.signals import WEAK, Signal
from culturex.text import Span

# What a word counts by its list; the words that name events count less than together with their rules.
_COUNTS = {"noun": 0.5, "weak": 0.4, "act": 0.2, "thing": 0.2}
_ALONE = 0.4
# What pages that report another event have of the words of a type: visitors, houses and students are everywhere.
_USUAL = {
    "visit": 0.75, "opening": 0.69, "exchange": 0.67, "agreement": 0.59, "performance": 0.48, "donation": 0.4,
    "course": 0.4, "meeting": 0.39, "media": 0.28, "festival": 0.27, "exhibition": 0.26, "research": 0.25,
    "award": 0.19, "conference": 0.15, "anniversary": 0.1, "competition": 0.05,
}  # fmt: skip
# So many sentences of the body are read.
_READ = 8
# What the words that tell a type alone may add to what the others come to.
_MOST_ALONE = 2.0


def told(scene: Scene, rival: str, ahead: float) -> str | None:
    """Return the type of which headline and first sentences speak most, if by *ahead* more than of its *rival*.

    What pages have anyhow of the words of a type does not count.
    """
    totals = defaultdict(float, {type_: -usual for type_, usual in _USUAL.items()})
    _add(scene, totals, scene.cues_at, _COUNTS)
    if max(totals.values()) - totals[rival] < ahead - _MOST_ALONE:
        return None
    _add(scene, totals, _alone(scene), {"noun": _ALONE})
    type_ = max(totals, key=lambda t: totals[t])
    return type_ if totals[type_] - totals[rival] >= ahead else None


def signs(scene: Scene, type_: str) -> list[Signal]:
    """Return the words of a *type_* in headline and lead as weak signals: the first of each sentence."""
    alone, found = _alone(scene), []
    for sentence in scene.lead:
        here = scene.cues_at.get(sentence, {})
        groups = (*(here.get(group, []) for group in _COUNTS), alone.get(sentence, {}).get("noun", []))
        cue = next((c for cues in groups for c in cues if c.code == type_), None)
        if cue:
            span = Span(cue.start, cue.end)
            found.append(Signal(type_, *span, sentence, WEAK, "agreeing", span))
    return found


def _read(scene: Scene) -> tuple[int, ...]:
    return (*sorted(scene.headlines), *scene.body[:_READ])


def _alone(scene: Scene) -> Cues:
    return telling_alone(scene.document.language).cues(scene.document, max(_read(scene), default=0))


def _add(scene: Scene, totals: dict[str, float], cues_at: Cues, counts: Mapping[str, float]) -> None:
    """Add to *totals* what the cues count, each word once, where it weighs most: the first sentences come first."""
    body, seen = scene.document.body, set()
    for sentence in _read(scene):
        here = cues_at.get(sentence)
        if not here:
            continue
        weight = scene.weight(sentence)
        for group, count in counts.items():
            for cue in here.get(group, ()):
                word = (group, cue.code, body[cue.start : cue.end])
                if word not in seen:
                    seen.add(word)
                    totals[cue.code] += weight * count
