"""The occurrences that the suggester sees on a page, each with the coded event that it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from culturex.evaluate import coding, matching
from culturex.model.schema import event_to_dict
from culturex.suggest.build import Slots, build
from culturex.suggest.events import fill, find
from weights.examples import Page


def matched(page: Page) -> Iterator[tuple[Slots, dict[str, Any], Slots]]:
    """Yield the slots of an occurrence, its coded event, and the slots of the first: the main with the main."""
    if not page.events:
        return
    found = fill(page.scene, find(page.scene)[0])
    read = coding.read({"events": [event_to_dict(build(page.scene, s)) for s in found]}).events
    pairs = {j: i for i, j in matching.match(coding.read(page.coding).events, read).items()}
    for number, slots in enumerate(found):
        if slots.occurrence.main and page.main:
            yield slots, page.main, found[0]
        elif number in pairs and not slots.occurrence.main and page.events[pairs[number]] is not page.main:
            yield slots, page.events[pairs[number]], found[0]
