"""How much each sign speaks for a page that reports an event: what its words tell, whom it names, where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from culturex.suggest import signals
from culturex.suggest.occurrences import kinds, report
from culturex.suggest.scene import Scene
from weights.examples import Example, Page, yes_or_no

# What the sentence alone counts that tells the main event of a page, so that short texts are read, too.
_ALONE = 0.3


def examples(page: Page) -> Iterator[Example]:
    """Yield whether the page was coded with a main event; and its telling sentence, if that names two countries."""
    yield yes_or_no(_signs(page.scene), page.main is not None)
    if page.main:
        scene = Page(page.name, str(page.main["quote"]), {}).scene
        if len({code for named in scene.implied.values() for code, _ in named}) > 1:
            yield yes_or_no(_signs(scene), True, _ALONE)


def _signs(scene: Scene) -> dict[str, float]:
    found = signals.find(scene)
    return report.signs(scene, found, kinds.spoken(scene, found))
