"""How much each sign speaks for a page that reports an event: what its words tell, whom it names, where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from culturex.suggest import signals
from culturex.suggest.occurrences import report
from weights.examples import Example, Page, yes_or_no


def examples(page: Page) -> Iterator[Example]:
    """Yield one example: whether the page was coded with a main event."""
    yield yes_or_no(report.signs(page.scene, signals.find(page.scene)), page.main is not None)
