"""How much each sign speaks for somebody beside an event to be part of it, and not of the main one; so of a body."""

from __future__ import annotations

from collections.abc import Iterator

from culturex.likeness.names import same_organization, same_person
from culturex.suggest import gate, whose
from weights.examples import Example, Page, yes_or_no
from weights.matched import told

# How strongly large weights are held down: about best on pages left out in turn.
RIDGE = 3.0


def examples(page: Page) -> Iterator[Example]:
    """Yield an example for each person and body beside an event other than the main one, if the coded event has any."""
    if not page.events or page.main is None:
        return
    found = list(told(page))
    main = next((slots for slots, _ in found if slots.occurrence.main), None)
    if main is None:
        return
    for slots, event in found:
        if event is None or slots.occurrence.main or not gate.judge(page.scene, slots).stands:
            continue
        for field, same in (("people", same_person), ("organizations", same_organization)):
            coded = [x["name"] for x in event.get(field) or ()]
            for mention in getattr(slots, field):
                yes = any(same(str(mention.value["name"]), name) for name in coded)
                yield yes_or_no(whose.signs(page.scene, slots, main, mention), yes)
