"""How much each sign speaks for a place where an event happens: what locates it, its country, what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from culturex.likeness.names import same_place
from culturex.suggest import gate, sites
from culturex.suggest.provinces import in_full
from weights.examples import Example, Page, yes_or_no
from weights.matched import told

# How strongly large weights are held down: about best on pages left out in turn.
RIDGE = 3.0
# What it counts that a place was coded with the event, and with any event of the page: people differ on which.
_HALF = 0.5


def examples(page: Page) -> Iterator[Example]:
    """Yield two examples for each place beside an event that stands: was it coded with the event, and with any?

    What no coded event matches is asked with any twice.
    """
    anywhere = _names(page.events)
    for slots, event in told(page):
        if not gate.judge(page.scene, slots).stands:
            continue
        here = anywhere if event is None else _names([event])
        places = sites.named(page.scene, slots.occurrence, slots.parties, slots.mode.code)
        signs = sites.signs(page.scene, slots.occurrence, slots.parties, slots.mode.code, places)
        for place, one in zip(places, signs, strict=True):
            name = in_full(page.scene, place.best).value["name"]
            for names in (here, anywhere):
                yield yes_or_no(one, any(same_place(name, other) for other in names), _HALF)


def _names(events: list[dict[str, Any]]) -> list[str]:
    return [place["name"] for event in events for place in event.get("places") or ()]
