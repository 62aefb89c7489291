"""How much each sign speaks for a date as that of the main event: where it stands, beside what, how it is told."""

from __future__ import annotations

from collections.abc import Iterator

from culturex.evaluate.alike import same_date
from culturex.suggest import gate, signals
from culturex.suggest.dating import main_date
from culturex.suggest.occurrences import finder
from culturex.suggest.treaties import finder as treaties
from weights.examples import Example, Page

# How strongly large weights are held down: about best on pages left out in turn.
RIDGE = 2.0


def examples(page: Page) -> Iterator[Example]:
    """Yield one example: all dates of the page and none, and which the main event was coded with."""
    scene = page.scene
    if page.main is None or gate.page_kind(scene) or treaties.read(scene):
        return
    found, _ = finder.find(scene, signals.find(scene))
    if not found or not found[0].main or not found[0].reported:
        return
    told = main_date.weighed(scene, found[0].signals, found[0].scope)
    coded = page.main.get("date")
    fit = [i for i, (answer, _) in enumerate(told) if same_date(answer.value if answer else None, coded)]
    if fit:
        yield Example([signs for _, signs in told], fit[0])
