"""How much the signs of each number of persons speak for counting who takes part in the main event."""

from __future__ import annotations

from collections.abc import Iterator

from culturex.suggest import events, participants
from weights.examples import Example, Page

# How strongly large weights are held down: about best on pages left out in turn.
RIDGE = 3.0


def examples(page: Page) -> Iterator[Example]:
    """Yield one example: the numbers of a page with a main event, and none of them; which was coded."""
    main = next((o for o in events.find(page.scene)[0] if o.main), None) if page.main else None
    told = participants.numbers(page.scene, main) if main else []
    if page.main and main and told:
        coded = page.main.get("participants")
        right = next((i for i, m in enumerate(told) if m.value == coded), len(told))
        yield Example([*participants.signs(page.scene, main, told), participants.untold(main)], right)
