"""What is said in general: "exhibitions and concerts will be held", with no date, place or name to tie it to."""

from __future__ import annotations

from culturex.suggest.dating.dated import Dated
from culturex.suggest.names import Name
from culturex.suggest.scene import Scene
from culturex.suggest.signals import NOUN, PAIR, Signal
from culturex.suggest.status import clause_status

_INSTRUMENTS, _OFFICIAL = frozenset({"agreement"}), frozenset({"visit", "meeting"})
# The houses that an exchange joins.
_BOTH, _PLACED = 2, ("country", "place", "organization")


def is_generic(scene: Scene, signal: Signal, dated: Dated | None, name: Name | None) -> bool:
    """Tell whether a signal without a date, and without a name or ties of other kinds, speaks of no one event."""
    if dated is not None:
        return False
    named = name is not None and name.quality >= 1
    bodies = scene.mentions((signal.sentence,), "organization")
    if scene.has(signal.sentence, "cue", "intention") and not (named and signal.strength >= NOUN):
        return True
    if signal.type in _INSTRUMENTS:
        signed = signal.strength >= NOUN and scene.has(signal.sentence, "act", signal.type)
        return not (named or signed or (signal.rule == "pair" and len(bodies) >= 1) or len(bodies) >= 2)
    if any(m.value is None for m in scene.mentions((signal.sentence,), "date")):
        return False  # told with a time that only the page's own date would resolve
    joined = signal.strength >= NOUN and len({m.value["name"] for m in bodies}) >= _BOTH
    counted = scene.of_kind(signal.sentence, "number") and scene.mentions((signal.sentence,), *_PLACED)
    if signal.type == "exchange" and not (named or joined or counted):
        return True  # a standing exchange tells both houses or a number; else students are whom something is for
    alike = [c for c in scene.group(signal.sentence, "noun") if c.code == signal.type]
    if len(alike) > 1 and signal.rule == "noun":
        return True  # "symposia, congresses and conferences will be held"
    ties = bool(scene.mentions((signal.sentence,), "place")) + bool(scene.mentions((signal.sentence,), "organization"))
    ties += scene.has(signal.sentence, "cue", "occur") + (
        clause_status(scene, signal) in ("planned", "proposed", "ongoing")
    )
    ties += len({m.value for m in scene.mentions((signal.sentence,), "country")}) >= 2
    ties += scene.mentions((signal.sentence,), "number") != []
    return not (named or (signal.strength >= PAIR and ties >= 2))


def is_signed_during(scene: Scene, signal: Signal, main: str) -> bool:
    """Tell whether an instrument is told as signed in an article about a visit or a meeting: it was signed there."""
    if main not in _OFFICIAL or signal.type not in _INSTRUMENTS or signal.strength < PAIR:
        return False
    if scene.has(signal.sentence, "cue", "intention") or clause_status(scene, signal) != "held":
        return False
    return scene.has(signal.sentence, "act", signal.type)
