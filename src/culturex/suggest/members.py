"""Who takes part in which event: what no event tells falls to one that stands, who is no other's to the main one.

How likely somebody beside another event is to be part of that is told by ``whose``.
"""

from __future__ import annotations

from dataclasses import replace

from culturex.suggest import bodies, people, whose
from culturex.suggest.build import Slots
from culturex.suggest.scene import Scene


def assign(scene: Scene, judged: list[tuple[Slots, bool]]) -> None:
    """Say who takes part in which event: *judged* are the slots of each occurrence, and whether it stands."""
    take_over(scene, judged)
    standing = [slots for slots, stands in judged if stands]
    main = next((s for s in standing if s.occurrence.main), None)
    for slots in standing:
        if main and slots is not main:
            whose.hand_over(scene, slots, main)


def take_over(scene: Scene, judged: list[tuple[Slots, bool]]) -> None:
    """Give those who are named beside no event that stands to the one that they stand nearest behind.

    *judged* are the slots of each occurrence and whether it stands. The main event has what no other holds; where there
    is none, or where another falls, its sentences are the nearest event's.
    """
    standing = [slots for slots, stands in judged if stands]
    if not standing or (all(stands for _, stands in judged) and any(s.occurrence.main for s in standing)):
        return
    main = next((s for s in standing if s.occurrence.main), None)
    held = {n for s in standing for n in s.occurrence.scope}
    free = [n for n in scene.told if n not in held]
    by_first = sorted(standing, key=lambda s: s.occurrence.anchor.sentence)
    for slots in standing:
        more = [n for n in free if (main or _nearest(by_first, n)) is slots]
        if more:
            occurrence = replace(slots.occurrence, scope=sorted({*slots.occurrence.scope, *more}))
            slots.people = people.of(scene, occurrence)
            slots.organizations = bodies.of(scene, occurrence, slots.parties)


def _nearest(slots: list[Slots], sentence: int) -> Slots:
    """Return the last of *slots*, by their sentences, that is told before *sentence*; the first where none is."""
    before = [s for s in slots if s.occurrence.anchor.sentence <= sentence]
    return before[-1] if before else slots[0]
