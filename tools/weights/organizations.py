"""How much each sign speaks for a body that takes part in an event: its name, kind and place, and who is beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from culturex.evaluate.alike import pair_up
from culturex.likeness.names import plain, same_organization
from culturex.suggest import bodies, events, filling, gate, members
from culturex.suggest.build import Slots
from weights.examples import Example, Page, yes_or_no

# How strongly large weights are held down: about best on pages left out in turn.
RIDGE = 5.0


def examples(page: Page) -> Iterator[Example]:
    """Yield an example for each body that the sentences of an event name: whether any event was coded with it.

    A body beside several events counts once in all.
    """
    if not page.events:
        return
    scene = page.scene
    filled = filling.fill(scene, events.find(scene)[0])
    judged = [(slots, gate.judge(scene, slots).stands) for slots in filled]
    members.take_over(scene, judged)
    told = [pair for slots, stands in judged if stands for pair in _told(page, slots)]
    names = {name: None for name, _ in told}
    coded = [o["name"] for e in page.events for o in e.get("organizations") or ()]
    right = {b for _, b in pair_up(list({plain(c): c for c in coded}.values()), list(names), same_organization).pairs}
    often = Counter(name for name, _ in told)
    for name, signs in told:
        yield yes_or_no(signs, name in right, 1 / often[name])


def _told(page: Page, slots: Slots) -> Iterator[tuple[str, dict[str, float]]]:
    named = bodies.named(page.scene, slots.occurrence)
    signs = bodies.signs(page.scene, slots.occurrence, slots.parties, named)
    for body, told in zip(named, signs, strict=True):
        yield str(body.best.value["name"]), told
