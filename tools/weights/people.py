"""How much the signs of a person who is named beside an event speak for taking part in it."""

from __future__ import annotations

from collections.abc import Iterator

from culturex.likeness.names import same_person
from culturex.suggest import events, people
from weights.examples import Example, Page, yes_or_no

# How strongly large weights are held down: about best on pages left out in turn.
RIDGE = 2.0


def examples(page: Page) -> Iterator[Example]:
    """Yield one example for each person beside an occurrence: whether any event was coded with such a person."""
    if not page.events:
        return
    coded = [person["name"] for event in page.events for person in event.get("people", ())]
    seen: set[str] = set()
    for occurrence in events.find(page.scene)[0]:
        for mentions in people.named(page.scene, occurrence):
            name = str(mentions[0].value["name"])
            if name not in seen:
                seen.add(name)
                yes = any(same_person(name, other) for other in coded)
                yield yes_or_no(people.signs(page.scene, occurrence, mentions), yes)
