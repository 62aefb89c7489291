"""The occurrences that the suggester sees on a page, each with the coded event that it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from culturex.evaluate import coding, matching
from culturex.model.schema import event_to_dict
from culturex.suggest.build import Slots, build
from culturex.suggest.events import find
from culturex.suggest.filling import fill
from weights.examples import Page


def told(page: Page) -> Iterator[tuple[Slots, dict[str, Any] | None]]:
    """Yield the slots of each occurrence with its coded event, or None: the main with the main."""
    if not page.events:
        return
    found = fill(page.scene, find(page.scene)[0])
    read = coding.read({"events": [event_to_dict(build(page.scene, s)) for s in found]}).events
    pairs = {j: i for i, j in matching.match(coding.read(page.coding).events, read).items()}
    for number, slots in enumerate(found):
        paired = page.events[pairs[number]] if number in pairs else None
        if slots.occurrence.main:
            yield slots, page.main
        else:
            yield slots, paired if paired is not page.main else None


def matched(page: Page) -> Iterator[tuple[Slots, dict[str, Any], Slots]]:
    """Yield the slots of an occurrence, its coded event, and the slots of the first."""
    found = list(told(page))
    for slots, event in found:
        if event is not None:
            yield slots, event, found[0][0]
