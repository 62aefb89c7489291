"""Whose somebody is who is named beside another event: part of that, or of the main event.

A sentence that tells another event may name those who speak of it, who brought it about, or whom the main event has
brought together. The signs of each are weighed by the table ``weights/whose.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping

from culturex.suggest.build import Slots
from culturex.suggest.mentions import Mention
from culturex.suggest.mentions.words.people import tables_for
from culturex.suggest.occurrences.occurrence import is_years_before
from culturex.suggest.scene import Scene
from culturex.suggest.signals import PAIR, Signal
from culturex.suggest.weights import likelihood, speaks

# How likely somebody must be to stay with the event that they are named beside.
_STAYS = 0.45
# Names so many characters from the words that show an event are near it.
_NEAR = 40


def hand_over(scene: Scene, slots: Slots, main: Slots) -> None:
    """Give the people and bodies of another event that are hardly part of it to the *main* one."""
    slots.people, people = _parted(scene, slots, main, slots.people)
    slots.organizations, bodies = _parted(scene, slots, main, slots.organizations)
    main.people = _joined(main.people, people)
    main.organizations = _joined(main.organizations, bodies)


def _parted(scene: Scene, slots: Slots, main: Slots, named: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Return those of the *named* that are part of an event, and the others."""
    own, others = list[Mention](), list[Mention]()
    for mention in named:
        likely = likelihood(speaks("whose", signs(scene, slots, main, mention)))
        (own if likely >= _STAYS else others).append(mention)
    return own, others


def _joined(have: list[Mention], more: list[Mention]) -> list[Mention]:
    """Return the mentions of *have*, and of *more* those of other names, in order of the text."""
    names = {_name(m) for m in have}
    return sorted([*have, *(m for m in more if _name(m) not in names)], key=lambda m: m.start)


def signs(scene: Scene, slots: Slots, main: Slots, mention: Mention) -> Mapping[str, float]:
    """Return what tells whether who is named by *mention* is part of an event beside the *main* one."""
    occurrence, kind = slots.occurrence, mention.kind
    sentence, anchor = scene.document.sentence_index(mention.start), occurrence.anchor
    told = [kind, f"{kind}.type.{occurrence.type}", f"{kind}.status.{slots.status.code}"]
    if sentence == anchor.sentence:
        side = "behind" if mention.start > anchor.start else "before"
        told += [f"{kind}.with anchor", f"{kind}.{side}"]
        if _apart(mention, anchor) <= _NEAR:
            told.append(f"{kind}.near")
        between = scene.document.lowers_in((min(mention.end, anchor.end), max(mention.start, anchor.start)))
        if not tables_for(scene.document.language).words["speech"].isdisjoint(between):
            told.append(f"{kind}.said")
    else:
        strongest = max((s.strength for s in occurrence.signals if s.sentence == sentence), default=0.0)
        told.append(f"{kind}.with {'another word' if strongest >= PAIR else 'a weak word' if strongest else 'none'}")
    if any(_name(m) == _name(mention) for m in (main.people if kind == "person" else main.organizations)):
        told.append(f"{kind}.of main")
    if is_years_before(occurrence, main.occurrence):
        told.append(f"{kind}.years before")
    return dict.fromkeys(told, 1.0)


def _apart(mention: Mention, signal: Signal) -> int:
    """Return how many characters lie between a mention and a signal."""
    return max(mention.start - signal.end, signal.start - mention.end, 0)


def _name(mention: Mention) -> str:
    return str(mention.value["name"]).casefold()
