"""How much the words of a type and its signals speak for it, by where they stand: which type the main event is of."""

from __future__ import annotations

from collections.abc import Iterator

from culturex.suggest import signals
from culturex.suggest.occurrences import kinds
from weights.examples import Example, Page

# How strongly large weights are held down: about best on pages left out in turn.
RIDGE = 4.0
# What it is fitted to besides pages with codings, in tests/suggest/.
MORE = ("short.toml", "leads.toml")


def examples(page: Page) -> Iterator[Example]:
    """Yield one example: all types, and which the main event was coded as."""
    told = kinds.signs(page.scene, signals.find(page.scene))
    type_ = page.main["type"] if page.main else None
    if type_ in told:
        yield Example(list(told.values()), list(told).index(type_))
